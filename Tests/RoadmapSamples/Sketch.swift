public import CivilTime
public import RoadmapModel

/// A roadmap put together in a test, by names, without YAML.
///
/// Names that are not declared stop the test with a precondition: a sketch is not user input.
public struct Sketch {
  /// A measure as a test writes it.
  public struct Measure {
    var id: String
    var kind: String
    var owners: [String]
    var after: [DependencySketch] = []
    var takes: DayCount?
    var awaits: [String]
    var parent: String?
    var lifecycle: String?
    var routes: [String: String] = [:]
    var due: Period?
    var number: String?
    var isIncomplete = false
  }

  var people: [(id: String, roles: [String])] = []
  var roles: [String] = []
  var documents: [String] = []
  var kinds: [(id: String, lifecycle: String, follows: String?)] = []
  var lifecycles: [LifecycleSketch] = []
  var routes: [RouteSketch] = []
  var measures: [Measure] = []
  /// The span of time that the roadmap covers.
  public var period: Period?
  /// The working days.
  public var calendar = WorkingCalendar.weekdays
  /// How long before its last day a measure is due soon.
  public var dueSoon = DayCount(3, .working)
  /// Who hears of overdue measures, in the words of the language.
  public var escalate: [String] = []
  /// Who sets terms, in the words of the language.
  public var termSetters: [String] = []
  /// Who may act outside of the usual course, in the words of the language.
  public var powers: [Power: [String]] = [:]
  /// The same for kinds, by their ids.
  public var powersOfKinds: [String: [Power: [String]]] = [:]

  /// Who stands in for whom: days as `YYYY-MM-DD`.
  var substitutions:
    [(principal: String, deputy: String, from: CivilDate, until: CivilDate, order: String)] = []
  /// Who may record substitutions, in the words of the language.
  public var substituters: [String] = []

  /// Creates an empty sketch.
  public init() {}

  /// Declares a person with roles, and the roles with it.
  public mutating func person(_ id: String, roles held: [String] = []) {
    for role in held where !roles.contains(role) { roles.append(role) }
    people.append((id, held))
  }

  /// Declares that one person stands in for another.
  public mutating func substitute(
    _ principal: String, by deputy: String, from: CivilDate, until: CivilDate,
    order: String = "order"
  ) {
    substitutions.append((principal, deputy, from, until, order))
  }

  /// Declares a role that nobody holds yet.
  public mutating func role(_ id: String) { roles.append(id) }

  /// Declares an external document.
  public mutating func document(_ id: String) { documents.append(id) }

  /// Declares a kind.
  public mutating func kind(_ id: String, lifecycle: String, follows: String? = nil) {
    kinds.append((id, lifecycle, follows))
  }

  /// Declares a lifecycle.
  public mutating func lifecycle(_ lifecycle: LifecycleSketch) { lifecycles.append(lifecycle) }

  /// Declares a route.
  public mutating func route(_ route: RouteSketch) { routes.append(route) }

  /// Declares a route in place of the one of this name.
  public mutating func rebind(_ route: RouteSketch) {
    routes.removeAll { $0.id == route.id }
    routes.append(route)
  }

  /// Declares a measure; how a dependency is written says ``DependencySketch``; a transition's own
  /// route is `[transition: route]`. Without a `number` it has that of its place.
  public mutating func measure(
    _ id: String, kind: String, owners: [String] = [], after: [String] = [],
    awaits: [String] = [], parent: String? = nil, lifecycle: String? = nil,
    routes: [String: String] = [:], due: Period? = nil, number: String? = nil,
    isIncomplete: Bool = false, takes: DayCount? = nil
  ) {
    var measure = Measure(
      id: id, kind: kind, owners: owners, awaits: awaits, parent: parent, lifecycle: lifecycle)
    measure.after = after.map(DependencySketch.init)
    measure.routes = routes
    measure.due = due
    measure.number = number
    measure.takes = takes
    measure.isIncomplete = isIncomplete
    measures.append(measure)
  }
}

/// A lifecycle as a test writes it; the first state is the initial one.
public struct LifecycleSketch: Sendable {
  let id: String
  let states: [String]
  let done: [String]
  let final: [String]
  var transitions: [TransitionSketch]

  /// Creates a lifecycle.
  public init(
    _ id: String, states: [String], done: [String], final: [String] = [],
    transitions: [TransitionSketch]
  ) {
    self.id = id
    self.states = states
    self.done = done
    self.final = final
    self.transitions = transitions
  }
}

/// A transition as a test writes it; `by` uses the words of the language.
public struct TransitionSketch: Sendable {
  let id: String
  let from: [String]
  let to: String
  let by: [String]
  let route: String?
  let returns: [String]
  let onReject: String?

  /// Creates a transition.
  public init(
    _ id: String, from: [String], to: String, by: [String] = ["owner"], route: String? = nil,
    onReturn: String? = nil, orTo others: [String] = [], onReject: String? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.by = by
    self.route = route
    returns = (onReturn.map { [$0] } ?? []) + others
    self.onReject = onReject
  }
}

/// A route as a test writes it: stages of steps that are open at the same time.
public struct RouteSketch: Sendable {
  let id: String
  let stages: [[StepSketch]]
  let separate: [[String]]
  let bind: [[String]]
  let afterReturn: AfterReturn

  /// Creates a route; `separate` names `requester` and steps, `bind` names steps.
  public init(
    _ id: String, stages: [[StepSketch]], separate: [[String]] = [], bind: [[String]] = [],
    afterReturn: AfterReturn = .everybody
  ) {
    self.afterReturn = afterReturn
    self.bind = bind
    self.id = id
    self.stages = stages
    self.separate = separate
  }
}

/// A step as a test writes it.
public struct StepSketch: Sendable {
  let id: String
  /// The id.
  public var name: String { id }
  /// Who may decide, in the words of the language.
  public let by: [String]
  /// Who may not, in the words of the language.
  public let not: [String]
  /// How much agreement it needs.
  public var quorum: Quorum
  let within: DayCount?
  let escalate: [String]
  let covers: [String]?
  /// To whom votes in it may be delegated, in the words of the language; `true` is everybody.
  let delegate: [String]
  let escalationDecides: Bool
  /// What voices weigh, by the words of the language.
  public var weights: [(people: String, weight: Int)] = []
  /// Whose refusal ends the round, in the words of the language; `nil` for everybody's.
  public var veto: [String]?
  /// Who may pass the step alone, in the words of the language.
  public var chair: [String] = []
  /// The groups from each of which so many must agree, in place of the quorum.
  public var groups: [(people: String, count: Int)] = []

  /// Creates a step.
  public init(
    _ id: String, by: [String], not: [String] = [], quorum: Quorum = .all,
    within: DayCount? = nil, escalate: [String] = [], delegate: [String] = [],
    escalationDecides: Bool = false, covers: [String]? = nil
  ) {
    self.covers = covers
    self.delegate = delegate
    self.escalationDecides = escalationDecides
    self.id = id
    self.by = by
    self.not = not
    self.quorum = quorum
    self.within = within
    self.escalate = escalate
  }

  /// The same step with other voices.
  public func voices(
    _ weights: [(people: String, weight: Int)] = [], veto: [String]? = nil, chair: [String] = []
  ) -> StepSketch {
    var step = self
    (step.weights, step.veto, step.chair) = (weights, veto, chair)
    return step
  }

  /// The same step, which needs so many from each of these groups, in the words of the language.
  public func each(_ groups: [(people: String, count: Int)]) -> StepSketch {
    var step = self
    step.groups = groups
    return step
  }
}
