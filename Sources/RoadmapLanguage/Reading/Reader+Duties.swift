import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A duty that is neither a transition nor a step, or that is both.
  static let unknownDuty = DiagnosticCode("unknown-duty")
}

extension Reader {
  /// Reads the rules about duties of all files, once lifecycles and routes are read.
  mutating func readDutyRules(_ separations: [Place?], _ bindings: [Place?]) -> [DutyRule] {
    var names: [Symbol: Place] = [:]
    let known = knownDuties()
    var rules: [DutyRule] = []
    let sites =
      separations.flatMap { mappings($0) }.map { ($0, DutyRule.Kind.different) }
      + bindings.flatMap { mappings($0) }.map { ($0, DutyRule.Kind.same) }
    for (place, kind) in sites {
      guard let rule = dutyRule(place, kind, among: &names, known) else { continue }
      rules.append(rule)
      map.dutyRules.append(place)
    }
    return rules
  }

  private mutating func dutyRule(
    _ place: Place, _ kind: DutyRule.Kind, among names: inout [Symbol: Place],
    _ known: KnownDuties
  ) -> DutyRule? {
    let shape = kind == .different ? RecordShape.dutySeparation : .dutyBinding
    let errors = errorCount
    guard let record = record(place, as: shape) else { return nil }
    let value = { (self: Reader, word: Word) in self.value(record, shape.slot(of: word)) }
    guard let id = value(self, .id), let name = symbol(id) else { return nil }
    if !isWellFormedID(name) { report(.invalidID(text(id), at: span(id))) }
    if let first = names[name] {
      report(.duplicateID(text(id), at: span(id), first: span(first)))
    }
    names[name] = id
    let reach = value(self, .across).map { word($0, of: .across, DutyRule.Reach.self) } ?? .measure
    let rounds = value(self, .rounds).map { word($0, of: .rounds, DutyRule.Rounds.self) } ?? .last
    guard let list = value(self, .of) else { return nil }
    let duties = duties(list, known)
    guard errors == errorCount, let duties, let reach, let rounds else { return nil }
    let rule = DutyRule(id: text(id), kind, of: duties, across: reach, rounds: rounds)
    checkSize(of: rule, at: span(list))
    return errors == errorCount ? rule : nil
  }

  /// The duties of a rule; of a name that several lifecycles have for a transition, all of them.
  /// `nil` where some cannot be known.
  private mutating func duties(_ list: Place, _ known: KnownDuties) -> [Duty]? {
    var areWhole = true
    var found: [(place: Place, value: Duty)] = []
    for place in items(list) where symbol(place) != nil {
      let name = text(place)
      let acts = known.acts[Array(name.utf8)] ?? []
      let isStep = { (act: Duty.Act) in if case .step = act { true } else { false } }
      if acts.isEmpty {
        // What has errors of its own may have what is named.
        guard known.isWhole else {
          areWhole = false
          continue
        }
        let names = comparisonsLeft > 0 ? known.names : []
        report(.unknownDuty(name, at: span(place), known: names))
      } else if acts.contains(where: isStep), acts.count > 1 {
        report(.ambiguousDuty(name, at: span(place)))
      } else {
        found.append((place, Duty(name, acts)))
      }
    }
    let duties = once(found, in: .of)
    return areWhole ? duties : nil
  }

  private mutating func checkSize(of rule: DutyRule, at span: SourceSpan) {
    let comparesItself = rule.reach != .measure || rule.rounds == .all
    guard rule.duties.count >= (comparesItself ? 1 : 2) else {
      return report(rule.kind == .different ? .loneDuty(at: span) : .loneBoundDuty(at: span))
    }
    if rule.kind == .same, rule.bindsOneRoute { report(.bindingOfOneRoute(at: span)) }
  }

  private func knownDuties() -> KnownDuties {
    var known = KnownDuties()
    for (cycle, lifecycle) in lifecycles.values.enumerated() {
      for (position, transition) in lifecycle.transitions.enumerated() {
        known.add(transition.id, .transition(LifecycleIndex(cycle), TransitionIndex(position)))
      }
    }
    for (number, route) in routes.values.enumerated() {
      for (position, step) in route.steps.enumerated() where !step.id.isEmpty {
        known.add("\(route.id).\(step.id)", .step(RouteIndex(number), StepIndex(position)))
      }
    }
    known.isWhole =
      lifecycles.order.count == lifecycles.values.count
      && routes.order.count == routes.values.count
      && !lifecycles.values.contains(where: \.isIncomplete)
      && !routes.values.contains(where: \.isIncomplete)
    return known
  }
}

/// What every name of a duty stands for. Names are the same when their bytes are.
private struct KnownDuties {
  private(set) var acts: [[UInt8]: [Duty.Act]] = [:]
  /// The names, in the order written.
  private(set) var names: [String] = []
  /// Whether all lifecycles and routes are understood.
  var isWhole = true

  mutating func add(_ name: String, _ act: Duty.Act) {
    if acts[Array(name.utf8)] == nil { names.append(name) }
    acts[Array(name.utf8), default: []].append(act)
  }
}

extension Diagnostic {
  fileprivate static func unknownDuty(
    _ name: String, at span: SourceSpan, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownDuty, at: span,
      message: Text(
        en: "no transition and no step of a route is named `\(name)`",
        ru: "нет ни перехода, ни этапа маршрута `\(name)`"),
      help: didYouMean(name, in: known)
        ?? Text(
          en: "write the id of a transition, or of a route and its step, such as "
            + "`adoption.confirm`",
          ru: "напишите идентификатор перехода или маршрута и его этапа, например "
            + "`adoption.confirm`"),
      mend: .spelling(of: name, in: known))
  }

  fileprivate static func ambiguousDuty(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownDuty, at: span,
      message: Text(
        en: "`\(name)` names several things: transitions and steps of routes",
        ru: "`\(name)` называет несколько вещей: и переходы, и этапы маршрутов"),
      help: Text(
        en: "give the route, the step or the transition another id",
        ru: "дайте маршруту, этапу или переходу другой идентификатор"))
  }

  fileprivate static func loneDuty(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .loneSeparation, at: span,
      message: Text(
        en: "within one measure and round a separation names at least two duties",
        ru: "в одном мероприятии и круге разделение называет не меньше двух обязанностей"),
      help: Text(
        en: "name another duty, or write `across: parts`, `across: path` or `rounds: all`",
        ru: "назовите ещё одну или напишите `across: parts`, `across: path` или `rounds: all`"))
  }

  fileprivate static func loneBoundDuty(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBinding, at: span,
      message: Text(
        en: "within one measure a binding names at least two duties",
        ru: "в одном мероприятии связывание называет не меньше двух обязанностей"),
      help: Text(
        en: "name another duty, or write `across: parts` or `across: path`",
        ru: "назовите ещё одну или напишите `across: parts` или `across: path`"))
  }

  fileprivate static func bindingOfOneRoute(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBinding, at: span,
      message: Text(
        en: "steps of one route are bound by the route itself",
        ru: "этапы одного маршрута связывает сам маршрут"),
      help: Text(en: "write `bind` in the route", ru: "напишите `bind` в маршруте"))
  }
}
