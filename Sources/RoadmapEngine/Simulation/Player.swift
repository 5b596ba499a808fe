import CivilTime
import RoadmapModel

/// Plays a run forward, half day by half day, looking only at measures for which something may
/// have changed.
struct Player {
  let engine: Engine
  let first: CivilDate
  let last: CivilDate
  let assumptions: Simulation.Assumptions
  let ways: WaysToDone
  var state: RunState
  var agenda: Agenda
  private(set) var suppositions: [Simulation.Supposition] = []
  /// The day on which work on each measure begins, where it has.
  var began: [CivilDate?]
  /// The states that each measure has left, as bits: nobody goes round in circles.
  var left: [UInt64]
  /// The first day on which a measure may begin, by its term or by that of what it is a part of.
  let earliest: [CivilDate]
  /// The measures that conditions hold back, which may turn with any event and any day.
  var onCondition: Set<MeasureIndex> = []
  /// The measures that come after each measure.
  private let successors: Rows<MeasureIndex>
  /// How much has happened.
  var changes = 0

  var roadmap: Roadmap { engine.roadmap }

  init(
    _ engine: Engine, _ state: RunState, _ first: CivilDate, _ last: CivilDate,
    _ assumptions: Simulation.Assumptions
  ) {
    self.engine = engine
    self.state = state
    self.first = first
    self.last = last
    self.assumptions = assumptions
    let count = engine.plan.measures.count
    ways = WaysToDone(engine.plan)
    agenda = Agenda(measures: count)
    began = (0..<count).map { position in
      let measure = MeasureIndex(position)
      return state.reopening(of: measure)?.time.date ?? state.began(measure)
    }
    left = Array(repeating: 0, count: count)
    earliest = Self.earliestDays(of: engine, on: first)
    var pairs: [(row: Int32, value: MeasureIndex)] = []
    for measure in engine.roadmap.measures.indices
    where engine.plan.measures[measure.position].cycle >= 0 {
      for dependency in engine.roadmap.measures.dependencies[measure.position] {
        pairs.append((dependency.predecessor.raw, measure))
      }
    }
    successors = Rows(rowCount: count, pairs: pairs)
  }

  /// The days from which measures may begin: a part without a term may from the day on from which
  /// its whole may, and what has no term at all from the beginning of the roadmap's period on.
  private static func earliestDays(of engine: Engine, on first: CivilDate) -> [CivilDate] {
    let period = engine.roadmap.heading.period?.from
    var days: [CivilDate] = []
    for measure in engine.roadmap.measures.indices {
      let entry = engine.roadmap.measures[measure]
      let parent = engine.plan.measures[measure.position].parent
      var day = first
      if let from = entry.due?.from {
        day = max(day, from)
      } else if entry.due == nil, parent >= 0 {
        day = max(day, days[Int(parent)])
      } else if let period, entry.due?.to ?? period >= period {
        day = max(day, period)
      }
      days.append(day)
    }
    return days
  }

  /// Plays all days.
  mutating func play() {
    guard first <= last, engine.fits(state), begin() else { return }
    for position in engine.plan.measures.indices {
      agenda.add(MeasureIndex(position), at: .morning(first))
    }
    var now = HalfDay.morning(first)
    while now <= .evening(last) {
      playOn(through: now)
      guard let next = timeAfter(now) else { return }
      now = next
    }
  }

  /// Plays one half day until nothing more can happen in it.
  private mutating func playOn(through now: HalfDay) {
    var seen = -1
    while seen != changes {
      seen = changes
      while let measure = agenda.next(through: now) { look(at: measure, now) }
      guard seen != changes else { return }
      for measure in onCondition.sorted() { agenda.add(measure, at: now) }
    }
  }

  /// When something may happen next: conditions that ask for the time may turn with any day.
  private mutating func timeAfter(_ now: HalfDay) -> HalfDay? {
    guard !onCondition.isEmpty, engine.conditions.dependOnTime else { return agenda.earliest }
    let tomorrow = HalfDay(number: now.number + (now.isEvening ? 1 : 2))
    for measure in onCondition.sorted() { agenda.add(measure, at: tomorrow) }
    return min(agenda.earliest ?? tomorrow, tomorrow)
  }

  /// Starts the run where it has not been started, and lets the papers come that are supposed to.
  private mutating func begin() -> Bool {
    let there = roadmap.people.indices.map { PersonIndex($0) }.filter { !isAbsent($0) }
    let morning = HalfDay.morning(first)
    guard let person = there.first else { return state.isStarted }
    if !state.isStarted { _ = perform(.start(by: person), at: morning) }
    for position in roadmap.documents.indices {
      let document = DocumentIndex(position)
      guard state.receipt(of: document) == nil, !assumptions.missing.contains(document) else {
        continue
      }
      let command = Command.receive(document, number: "—", date: first, by: person)
      if perform(command, at: morning) { suppositions.append(.received(document, on: first)) }
    }
    return state.isStarted
  }

  func isAbsent(_ person: PersonIndex) -> Bool { assumptions.absent.contains(person) }

  /// The moment at which something happens in a half day.
  func moment(_ time: HalfDay) -> Instant {
    let start = Instant(startOf: day(time))
    return time.isEvening ? start.adding(microseconds: 64_800_000_000) ?? start : start
  }

  func day(_ time: HalfDay) -> CivilDate {
    CivilDate(dayNumber: time.number >> 1) ?? .latest
  }

  /// Does what somebody may do, and puts down what may change by that; false where it is refused.
  mutating func perform(_ command: Command, at time: HalfDay) -> Bool {
    let moment = moment(time)
    let decision = engine.decide(
      command, in: state, at: moment, vouched: command.actor.map(voucher) ?? .word)
    for event in decision.events {
      engine.evolve(&state, event, at: moment)
      if case .moved(let measure, _, let from, _, _, _) = event {
        left[measure.position] |= 1 << UInt64(from.raw & 63)
        wake(after: measure, at: time)
      }
    }
    if decision.isAccepted { changes += 1 }
    return decision.isAccepted
  }

  /// Whoever has a key signs with it.
  private func voucher(of person: PersonIndex) -> Voucher {
    guard roadmap.people.indices.contains(person.position) else { return .word }
    return roadmap.people[person.position].keys.first.map { .signature($0.key) } ?? .word
  }

  /// Records that something was supposed.
  mutating func suppose(_ supposition: Simulation.Supposition) { suppositions.append(supposition) }

  /// Puts down what may go on since a measure has moved: itself, what it is a part of, and what
  /// comes after it with all parts of that.
  private mutating func wake(after measure: MeasureIndex, at time: HalfDay) {
    agenda.add(measure, at: time)
    let parent = engine.plan.measures[measure.position].parent
    if parent >= 0 { agenda.add(MeasureIndex(raw: parent), at: time) }
    var queue = Array(successors[measure.position])
    while let next = queue.popLast() {
      agenda.add(next, at: time)
      queue += roadmap.parts[next.position]
    }
  }
}
