import RoadmapModel

/// Who has done which duty of which measure, of those duties that some rule names.
///
/// Only closed rounds and direct transitions stand here; open rounds say for themselves who takes
/// part in them.
struct PastActs: Equatable, Sendable {
  /// Somebody who did a duty.
  struct Act: Hashable, Sendable {
    /// The position of the duty in the plan.
    let duty: Int32
    /// Who did it.
    let person: PersonIndex
    /// Whether it was done when the duty last took effect.
    var isLast: Bool
    /// Whether it was only ever done for others.
    var isHand: Bool
  }

  /// Those who do a duty: themselves, and others for them.
  struct Doers: Equatable, Sendable {
    /// Whose deed it is.
    var own: [PersonIndex] = []
    /// Those who did it for others.
    var hands: [PersonIndex] = []

    /// Adds whoever stands behind a vote.
    mutating func add(_ vote: OpenRound.Vote) {
      own.append(vote.principal)
      if vote.person != vote.principal { hands.append(vote.person) }
    }
  }

  /// The acts of each measure that has some, by duty and person.
  private(set) var acts: [MeasureIndex: [Act]] = [:]

  /// Those who did a duty of a measure: when it last took effect, or ever.
  func doers(_ duty: Int, of measure: MeasureIndex, ever: Bool) -> Doers {
    guard let acts = acts[measure] else { return Doers() }
    let found = acts.filter { Int($0.duty) == duty && (ever || $0.isLast) }
    return Doers(
      own: found.filter { !$0.isHand }.map(\.person),
      hands: found.filter(\.isHand).map(\.person))
  }

  /// Records that a duty took effect by these people, in place of those before.
  mutating func record(
    _ duty: Int, by doers: Doers, of measure: MeasureIndex, keepingEarlier keeps: Bool
  ) {
    var list = acts[measure] ?? []
    if !keeps { list.removeAll { Int($0.duty) == duty } }
    for position in list.indices where Int(list[position].duty) == duty {
      list[position].isLast = false
    }
    Self.add(duty, doers, isLast: true, to: &list)
    acts[measure] = list.isEmpty ? nil : list
  }

  /// Records people who did a duty in a round that came to nothing.
  mutating func recordVain(_ duty: Int, by doers: Doers, of measure: MeasureIndex) {
    guard doers != Doers() else { return }
    var list = acts[measure] ?? []
    Self.add(duty, doers, isLast: false, to: &list)
    acts[measure] = list
  }

  private static func add(_ duty: Int, _ doers: Doers, isLast: Bool, to list: inout [Act]) {
    let duty = Int32(truncatingIfNeeded: duty)
    let all = doers.own.map { ($0, false) } + doers.hands.map { ($0, true) }
    for (person, isHand) in all {
      let act = Act(duty: duty, person: person, isLast: isLast, isHand: isHand)
      let place = list.firstIndex { ($0.duty, $0.person) >= (duty, person) } ?? list.count
      if list.indices.contains(place), list[place].duty == duty, list[place].person == person {
        list[place].isLast = list[place].isLast || isLast
        list[place].isHand = list[place].isHand && isHand
      } else {
        list.insert(act, at: place)
      }
    }
  }
}

// MARK: - Snapshots

extension PastActs {
  /// Writes the acts in the order of the measures.
  func write(to writer: inout SnapshotWriter) {
    writer.number(acts.count)
    for (measure, list) in acts.sorted(by: { $0.key < $1.key }) {
      writer.number(measure.raw)
      writer.number(list.count)
      for act in list {
        writer.number(act.duty)
        writer.number(act.person.raw)
        writer.byte((act.isLast ? 1 : 0) | (act.isHand ? 2 : 0))
      }
    }
  }

  /// Reads what ``write(to:)`` writes; `nil` for what it cannot have written.
  static func read(_ reader: inout SnapshotReader, measures: Int, _ engine: Engine) -> PastActs? {
    guard let count = reader.number(below: measures + 1) else { return nil }
    var found = PastActs()
    var last = -1
    for _ in 0..<count {
      guard let measure = reader.number(below: measures), measure > last,
        let size = reader.number(below: reader.left + 1), size > 0,
        let list = readList(of: size, &reader, engine)
      else { return nil }
      last = measure
      found.acts[MeasureIndex(measure)] = list
    }
    return found
  }

  private static func readList(
    of size: Int, _ reader: inout SnapshotReader, _ engine: Engine
  ) -> [Act]? {
    var list: [Act] = []
    for _ in 0..<size {
      guard let duty = reader.number(below: engine.plan.duties.duties.count),
        let person = reader.number(below: engine.roadmap.people.count),
        let flags = reader.byte(), flags < 4,
        flags & 1 == 1 || engine.plan.duties.keepsEarlier[duty]
      else { return nil }
      let act = Act(
        duty: Int32(truncatingIfNeeded: duty), person: PersonIndex(person),
        isLast: flags & 1 == 1, isHand: flags & 2 == 2)
      if let before = list.last, (before.duty, before.person) >= (act.duty, act.person) {
        return nil
      }
      list.append(act)
    }
    return list
  }
}
