import CivilTime
import RoadmapModel

/// The days of a roadmap as a network: two points a measure, its start and the end of its last day.
///
/// Some measures have more: a gate, where parts wait for what the whole waits for; the end of the
/// work where approvals follow it; and the first finish of what goes on through the whole period,
/// which is all that others wait for.
struct ScheduleNetwork {
  /// The points and distances.
  private(set) var network: TimeNetwork
  /// What each distance stands for.
  private(set) var causes: [TimeCause] = []
  /// Where the lower limit of each start comes from.
  private(set) var lowerCauses: [LimitCause]
  /// Where the upper limit of each end comes from.
  private(set) var upperCauses: [LimitCause]
  /// Whether the roadmap names a date; without one, days count from 0.
  let isDated: Bool

  let facts: Facts
  /// The points of the papers that open windows.
  private(set) var papers: [DocumentIndex: Int] = [:]
  private let approvals: ApprovalTimes
  private let knots: [Int32]
  /// The measures that the points after starts and ends belong to.
  private var owners: [MeasureIndex] = []
  private var gates: [Int32] = []
  private var finishes: [Int32] = []
  /// Whether terms say that a measure goes on, by their words.
  private var goingOn: [String: Bool] = [:]

  var roadmap: Roadmap { facts.roadmap }

  /// The point at which a measure starts.
  static func start(of measure: MeasureIndex) -> Int { measure.position }

  /// The point at which a measure is finished.
  func end(of measure: MeasureIndex) -> Int { facts.columns.count + measure.position }

  /// The measure that a point belongs to.
  func measure(of point: Int) -> MeasureIndex {
    let count = facts.columns.count
    return point < count * 2 ? MeasureIndex(point % count) : owners[point - count * 2]
  }

  /// Where in the document a conflict is told: at the measure that is too late, else at the first
  /// of a loop.
  func place(of conflict: TimeConflict) -> Int {
    let points = conflict.links.map { Int(network.links[$0].to) }
    return conflict.upper.map { measure(of: $0).position }
      ?? points.map { measure(of: $0).position }.min() ?? 0
  }

  init(_ facts: Facts) {
    self.facts = facts
    let roadmap = facts.roadmap
    isDated =
      roadmap.heading.period != nil || roadmap.measures.entries.contains { $0.due != nil }
    network = TimeNetwork(
      isDated ? .dated(roadmap.heading.calendar) : .undated, points: facts.columns.count * 2)
    lowerCauses = Array(repeating: .calendar, count: facts.columns.count)
    upperCauses = lowerCauses
    approvals = ApprovalTimes(roadmap)
    knots = Self.knots(of: facts)
    reserve()
    for measure in roadmap.measures.indices { addLimits(of: measure) }
    for measure in roadmap.measures.indices { addWork(of: measure) }
    for measure in roadmap.measures.indices { addDependencies(of: measure) }
    if !roadmap.measures.windows.isEmpty { addPapers() }
  }

  /// The circle of dependencies that each measure lies on, counting from 1; those are told of
  /// elsewhere and left out here.
  private static func knots(of facts: Facts) -> [Int32] {
    guard !facts.order.cyclic.isEmpty else { return [] }
    var knots = [Int32](repeating: 0, count: facts.columns.count)
    for (number, range) in facts.order.cyclic.enumerated() {
      for node in facts.order.nodes[range] {
        knots[facts.graph.measure(of: Int(node)).position] = Int32(truncatingIfNeeded: number + 1)
      }
    }
    return knots
  }

  private mutating func reserve() {
    let count = facts.columns.count + roadmap.measures.dependencies.values.count
    network.reserve(links: count + roadmap.parts.values.count * 2)
    causes.reserveCapacity(count + roadmap.parts.values.count * 2)
  }

  mutating func add(_ link: TimeLink, _ cause: TimeCause) {
    network.add(link)
    causes.append(cause)
  }

  private mutating func addPoint(of measure: MeasureIndex) -> Int {
    owners.append(measure)
    return network.addPoint()
  }

  /// The end of the day on which a paper arrives that `measure` is the first to wait for.
  mutating func addPoint(of document: DocumentIndex, awaitedBy measure: MeasureIndex) -> Int {
    let point = addPoint(of: measure)
    papers[document] = point
    return point
  }
}

// MARK: - Limits

extension ScheduleNetwork {
  /// A measure keeps within its term, and a part without one begins no earlier than the measure
  /// that it is a part of; else the roadmap's period bounds it, unless its term lies outside of
  /// that, which is told elsewhere.
  private mutating func addLimits(of measure: MeasureIndex) {
    let due = roadmap.measures[measure].due
    let parent = Int(facts.columns.parents[measure.position])
    if let from = due?.from {
      network.hold(measure.position, from: Int(from.dayNumber))
      lowerCauses[measure.position] = .due(measure)
    } else if parent >= 0, due == nil {
      network.hold(measure.position, from: network.lower[parent])
      lowerCauses[measure.position] = lowerCauses[parent]
    } else if let from = roadmap.heading.period?.from, due?.to ?? from >= from {
      network.hold(measure.position, from: Int(from.dayNumber))
      lowerCauses[measure.position] = .period
    }
    if let to = due?.to {
      network.hold(end(of: measure), until: Int(to.dayNumber) + 1)
      upperCauses[measure.position] = .due(measure)
    } else if parent < 0, let to = roadmap.heading.period?.to, due?.from ?? to <= to {
      network.hold(end(of: measure), until: Int(to.dayNumber) + 1)
      upperCauses[measure.position] = .period
    }
  }

  /// Holds the start of a measure back to a day.
  mutating func delay(_ measure: MeasureIndex, until day: Int) {
    guard network.hold(measure.position, from: day) else { return }
    lowerCauses[measure.position] = .delay(measure)
  }
}

// MARK: - Work

extension ScheduleNetwork {
  private mutating func addWork(of measure: MeasureIndex) {
    let start = measure.position
    let stages = approvals.stages(of: measure)
    let goesOn = hasOwnFinish(measure)
    let finish = goesOn || !stages.isEmpty ? addPoint(of: measure) : end(of: measure)
    add(takes(measure, from: start, to: finish), .takes(measure))
    var last = finish
    for (offset, stage) in stages.enumerated() {
      let isLast = offset == stages.count - 1 && !goesOn
      let next = isLast ? end(of: measure) : addPoint(of: measure)
      add(
        TimeLink(from: last, to: next, stage.days),
        .approval(measure, stage.route, stage: stage.stage))
      last = next
    }
    if last != end(of: measure) {
      add(TimeLink(from: last, to: end(of: measure), days: 0), .goesOn(measure))
      finishes.put(last, at: measure, of: facts.columns.count)
    }
    addParts(of: measure)
  }

  private func takes(_ measure: MeasureIndex, from start: Int, to finish: Int) -> TimeLink {
    guard let takes = roadmap.measures[measure].takes else {
      return TimeLink(from: start, to: finish, days: 1)
    }
    return TimeLink(from: start, to: finish, takes)
  }

  private mutating func addParts(of measure: MeasureIndex) {
    let parts = roadmap.parts[measure.position].filter {
      facts.columns.parents[$0.position] == measure.raw
    }
    guard !parts.isEmpty else { return }
    let gate = addPoint(of: measure)
    gates.put(gate, at: measure, of: facts.columns.count)
    add(TimeLink(from: gate, to: measure.position, days: 0), .ready(measure))
    for part in parts {
      add(TimeLink(from: end(of: part), to: end(of: measure), days: 0), .part(part))
    }
  }

  /// Whether others wait for its first finish only: a measure whose words say that it goes on, or
  /// comes again, through the whole period.
  private mutating func hasOwnFinish(_ measure: MeasureIndex) -> Bool {
    let entry = roadmap.measures[measure]
    guard !entry.term.isEmpty, roadmap.parts[measure.position].isEmpty,
      let period = roadmap.heading.period, entry.due == period
    else {
      return false
    }
    if let known = goingOn[roadmap.texts[entry.term]] { return known }
    let reader = TermReader(
      context: TermContext(orderDate: period.from), policies: roadmap.heading.policies,
      calendar: roadmap.heading.calendar)
    let kind = reader.read(roadmap.texts[entry.term]).kind
    let goesOn = kind == .continuous || kind == .recurring || kind == .span
    goingOn[roadmap.texts[entry.term]] = goesOn
    return goesOn
  }

  /// The point at which a measure counts as carried out for those that wait for it.
  func finish(of measure: MeasureIndex) -> Int {
    let own = finishes.isEmpty ? -1 : Int(finishes[measure.position])
    return own >= 0 ? own : end(of: measure)
  }

  /// The point that waits for what a measure waits for.
  func gate(of measure: MeasureIndex) -> Int {
    let own = gates.isEmpty ? -1 : Int(gates[measure.position])
    return own >= 0 ? own : measure.position
  }
}

// MARK: - Dependencies

extension ScheduleNetwork {
  private mutating func addDependencies(of measure: MeasureIndex) {
    let range = roadmap.measures.dependencies.range(of: measure.position)
    for (position, index) in range.enumerated() {
      addDependency(roadmap.measures.dependencies.values[index], of: measure, position)
    }
    let parent = facts.columns.parents[measure.position]
    guard parent >= 0 else { return }
    add(
      TimeLink(from: gate(of: MeasureIndex(raw: parent)), to: gate(of: measure), days: 0),
      .parent(measure))
  }

  private mutating func addDependency(
    _ dependency: Dependency, of measure: MeasureIndex, _ position: Int
  ) {
    let other = dependency.predecessor
    guard roadmap.measures.entries.indices.contains(other.position), other != measure,
      let awaited = awaited(by: dependency)
    else { return }
    let lag = roadmap.measures.lag(of: dependency)
    // Without a lag a finish comes, like a start, on the day of the start that it waits for.
    let joinsStarts = awaited == other.position && dependency.kind.gatesStart
    if dependency.holdsBack, !(dependency.isOrdering && isInKnot(measure, other)),
      let days = lag?.minimum ?? DayCount(dependency.kind == .startFinish ? 1 : 0, .calendar)
    {
      let held = dependency.kind.gatesStart ? gate(of: measure) : end(of: measure)
      add(
        TimeLink(from: awaited, to: held, days, joinsStarts: joinsStarts, isLoose: true),
        .minimum(measure, position))
    }
    if let days = lag?.maximum, let opposite = DayCount(-days.count, days.unit) {
      let held = dependency.kind.gatesStart ? measure.position : end(of: measure)
      add(
        TimeLink(from: held, to: awaited, opposite, joinsStarts: joinsStarts, isLoose: true),
        .maximum(measure, position))
    }
  }

  private func isInKnot(_ measure: MeasureIndex, _ other: MeasureIndex) -> Bool {
    guard !knots.isEmpty else { return false }
    return knots[measure.position] > 0 && knots[measure.position] == knots[other.position]
  }

  /// The point of the predecessor that a dependency waits for; `nil` where it waits for nothing.
  private func awaited(by dependency: Dependency) -> Int? {
    let other = dependency.predecessor
    guard dependency.kind.awaitsFinish else { return other.position }
    let cycle = Int(facts.columns.lifecycles[other.position])
    guard cycle >= 0 else { return finish(of: other) }
    let lifecycle = roadmap.lifecycles[cycle]
    guard let state = dependency.reaches else {
      return lifecycle.doneStates.contains(lifecycle.initial) ? nil : finish(of: other)
    }
    return switch facts.lifecycles[cycle].wait(for: state) {
    case .nothing: nil
    case .begun: other.position
    case .done: finish(of: other)
    }
  }
}

extension TimeLink {
  /// A distance of so many days.
  init(
    from: Int, to: Int, _ days: DayCount, joinsStarts: Bool = false, isLoose: Bool = false
  ) {
    self.init(
      from: from, to: to, days: Int32(truncatingIfNeeded: days.count),
      isWorking: days.unit == .working, joinsStarts: joinsStarts, isLoose: isLoose)
  }
}

extension [Int32] {
  /// Puts a point at the place of a measure, of which there are `count`.
  fileprivate mutating func put(_ point: Int, at measure: MeasureIndex, of count: Int) {
    if isEmpty { self = Array(repeating: -1, count: count) }
    self[measure.position] = Int32(truncatingIfNeeded: point)
  }
}
