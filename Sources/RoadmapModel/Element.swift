/// Something that a roadmap declares, as a finding or a source map names it.
public enum Element: Hashable, Sendable {
  /// The roadmap as a whole.
  case roadmap
  /// The span of time that the roadmap covers.
  case period
  /// A person.
  case person(PersonIndex)
  /// A role.
  case role(RoleIndex)
  /// An external document.
  case document(DocumentIndex)
  /// A kind.
  case kind(KindIndex)
  /// What a kind follows.
  case follows(KindIndex)
  /// A power that a kind gives, or the roadmap itself.
  case power(Power, of: KindIndex?)
  /// A lifecycle.
  case lifecycle(LifecycleIndex)
  /// A state of a lifecycle.
  case state(LifecycleIndex, StateIndex)
  /// A transition of a lifecycle.
  case transition(LifecycleIndex, TransitionIndex)
  /// Who may ask for a transition.
  case transitionBy(LifecycleIndex, TransitionIndex)
  /// A route.
  case route(RouteIndex)
  /// A step of a route.
  case step(RouteIndex, StepIndex)
  /// Who may decide in a step.
  case stepBy(RouteIndex, StepIndex)
  /// Who may pass a step alone.
  case chair(RouteIndex, StepIndex)
  /// Whose refusal in a step ends the round at once.
  case veto(RouteIndex, StepIndex)
  /// How many must agree in a step; the step where it does not say.
  case quorum(RouteIndex, StepIndex)
  /// A separation of duties of a route, by its position.
  case separation(RouteIndex, Int)
  /// Steps of a route that the same people must decide, by their position.
  case binding(RouteIndex, Int)
  /// A section.
  case section(SectionIndex)
  /// A measure; its id where that is written.
  case measure(MeasureIndex)
  /// A measure as one of the parts of another.
  case part(MeasureIndex)
  /// A dependency of a measure, by its position among `after`.
  case dependency(MeasureIndex, Int)
  /// A condition of a rule: all of it, or a range of bytes of its text.
  case condition(RuleIndex, Rule.Part, Range<Int>?)
  /// The reading of a measure's term.
  case due(MeasureIndex)
  /// A variable: all of its expression, or a range of bytes of its text.
  case variable(VariableIndex, Range<Int>?)
  /// A decision table.
  case table(TableIndex)
  /// What a column of a table asks: all of it, or a range of bytes of its text.
  case tableInput(TableIndex, Int, Range<Int>?)
  /// A row of a table, by its position.
  case tableRow(TableIndex, Int)
  /// A cell of a table, by row and column: all of it, or a range of bytes of its text.
  case tableCell(TableIndex, Int, Int, Range<Int>?)
  /// How long a measure takes; the measure where it does not say.
  case takes(MeasureIndex)
  /// A document that a measure awaits, by its position among `awaits`.
  case awaited(MeasureIndex, Int)
  /// How long a step of a route may take.
  case within(RouteIndex, StepIndex)
  /// What a rule about duties names, by the position of the rule.
  case dutyRule(Int)
}
