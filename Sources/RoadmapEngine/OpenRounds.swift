import CivilTime
import RoadmapModel

/// The open rounds of a run, at most one a measure, found in constant time.
///
/// Places of closed rounds are used again, with the memory of their votes. Two values are equal
/// when they hold the same rounds, wherever these stand.
struct OpenRounds: Sendable {
  /// The place of each measure's round in `slots`, or -1.
  private var places: [Int32]
  private var slots: [OpenRound] = []
  private var free: [Int32] = []

  init(measures: Int) {
    places = Array(repeating: -1, count: measures)
  }

  /// The number of open rounds.
  var count: Int { slots.count - free.count }

  /// Whether the measure, which must exist, has an open round.
  func isOpen(_ measure: MeasureIndex) -> Bool { places[measure.position] >= 0 }

  /// The open round of the measure, which must exist.
  subscript(measure: MeasureIndex) -> OpenRound? {
    let place = places[measure.position]
    return place < 0 ? nil : slots[Int(place)]
  }

  /// The open rounds in the order of their measures.
  var inOrder: [OpenRound] {
    guard count > 0 else { return [] }
    return places.compactMap { $0 < 0 ? nil : slots[Int($0)] }
  }

  /// Opens a round, unless its measure has one.
  mutating func open(
    _ measure: MeasureIndex, _ transition: TransitionIndex, route: RouteIndex, steps: Int,
    number: Int, requester: PersonIndex, at time: Instant
  ) {
    guard !isOpen(measure) else { return }
    guard let place = free.popLast() else {
      places[measure.position] = Int32(truncatingIfNeeded: slots.count)
      slots.append(
        OpenRound(
          measure: measure, transition: transition, route: route, number: number,
          requester: requester, passed: Array(repeating: false, count: steps), stageOpened: time))
      return
    }
    places[measure.position] = place
    slots[Int(place)].reuse(
      measure, transition, route: route, steps: steps, number: number, requester: requester)
    slots[Int(place)].openStage(at: time)
  }

  /// Closes the round of a measure, if one is open.
  mutating func close(_ measure: MeasureIndex) {
    let place = places[measure.position]
    guard place >= 0 else { return }
    places[measure.position] = -1
    free.append(place)
  }

  /// Changes the open round of a measure in place, if there is one.
  mutating func update(_ measure: MeasureIndex, _ change: (inout OpenRound) -> Void) {
    let place = places[measure.position]
    guard place >= 0 else { return }
    change(&slots[Int(place)])
  }
}

extension OpenRounds: Equatable {
  static func == (left: OpenRounds, right: OpenRounds) -> Bool {
    guard left.places.count == right.places.count, left.count == right.count else { return false }
    return left.inOrder == right.inOrder
  }
}

extension OpenRound {
  fileprivate mutating func reuse(
    _ measure: MeasureIndex, _ transition: TransitionIndex, route: RouteIndex, steps: Int,
    number: Int, requester: PersonIndex
  ) {
    self.measure = measure
    self.transition = transition
    self.route = route
    self.number = number
    self.requester = requester
    skips.removeAll()
    reminded.removeAll(keepingCapacity: true)
    escalations.removeAll(keepingCapacity: true)
    votes.removeAll(keepingCapacity: true)
    dissents.removeAll(keepingCapacity: true)
    passed.removeAll(keepingCapacity: true)
    for _ in 0..<steps { passed.append(false) }
  }
}
