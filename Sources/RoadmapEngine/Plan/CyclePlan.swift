import RoadmapModel

/// A lifecycle as the engine walks it: states as bits.
struct CyclePlan: Sendable {
  /// A transition: what it leaves and where it may end.
  struct Move: Sendable {
    /// The states that it leaves, as bits.
    let from: UInt64
    /// The state that it enters.
    let to: UInt8
    /// Where a return leads that does not say where, or -1 for nowhere else.
    let onReturn: Int16
    /// All states that a return may lead to, as bits.
    let returns: UInt64
    /// Where a rejection leads, or -1 for nowhere else.
    let onReject: Int16
    /// The position of the route that it takes, or -1.
    let route: Int32
    /// Whether it may take a measure out of the idle states, however it ends.
    let begins: Bool
    /// From which states, as bits, it leads towards a done state.
    let forwardFrom: UInt64
  }

  let isSound: Bool
  let initial: UInt8
  let stateCount: Int
  /// The states that count as carried out, as bits.
  let done: UInt64
  /// The initial state and the cancelled ones (final and not done), as bits: a measure that
  /// stands there has not begun or will not go on.
  let idle: UInt64
  /// All other states, as bits: whoever has reached one of them has begun.
  let begun: UInt64
  /// For each state, the states that can be reached from it, itself among them, as bits.
  let reachable: [UInt64]
  let moves: [Move]

  init(_ lifecycle: Lifecycle, isSound: Bool) {
    guard isSound else {
      (self.isSound, initial, stateCount, done, idle, begun) = (false, 0, 0, 0, 0, 0)
      (reachable, moves) = ([], [])
      return
    }
    self.isSound = true
    initial = UInt8(truncatingIfNeeded: lifecycle.initial.raw)
    stateCount = lifecycle.states.count
    let graph = StateGraph(lifecycle)
    let done = lifecycle.doneStates.bits
    let cancelled = StateSet(
      lifecycle.states.indices.filter {
        lifecycle.states[$0].isFinal && !lifecycle.states[$0].isDone
      }.map { StateIndex($0) }
    ).bits
    let idle = cancelled | StateSet([lifecycle.initial]).bits
    self.done = done
    self.idle = idle
    begun = StateSet(lifecycle.states.indices.map { StateIndex($0) }).bits & ~idle
    reachable = lifecycle.states.indices.map { graph.reachable(from: 1 << UInt64($0)) }
    moves = lifecycle.transitions.map {
      Move($0, idle: idle, cancelled: cancelled, done: done, graph)
    }
  }
}

extension CyclePlan.Move {
  init(
    _ transition: Transition, idle: UInt64, cancelled: UInt64, done: UInt64, _ graph: StateGraph
  ) {
    from = transition.from.bits
    to = UInt8(truncatingIfNeeded: transition.to.raw)
    onReturn = Int16(truncatingIfNeeded: transition.onReturn?.raw ?? -1)
    returns = StateSet(transition.returns).bits
    onReject = Int16(truncatingIfNeeded: transition.onReject?.raw ?? -1)
    route = transition.route?.raw ?? -1
    let ends = StateSet(transition.ends)
    begins = ends.bits & ~idle != 0
    let target = UInt64(1) << UInt64(transition.to.raw)
    forwardFrom = transition.from.states.reduce(into: 0) { bits, state in
      let origin = UInt64(1) << UInt64(state.raw)
      let avoided = origin | cancelled
      guard target & avoided == 0 else { return }
      if graph.reachable(from: target, avoiding: avoided) & done != 0 { bits |= origin }
    }
  }
}

/// Which states follow which, by whatever way a transition may end.
struct StateGraph {
  /// For each state, the states one step away, as bits.
  private let next: [UInt64]
  /// The same without returns and rejections.
  private let nextByAgreement: [UInt64]

  init(_ lifecycle: Lifecycle) {
    var next = [UInt64](repeating: 0, count: lifecycle.states.count)
    var agreed = next
    for transition in lifecycle.transitions {
      let ends = StateSet(transition.ends)
      for state in transition.from.states where next.indices.contains(state.position) {
        next[state.position] |= ends.bits
        agreed[state.position] |= 1 << UInt64(transition.to.raw)
      }
    }
    self.next = next
    nextByAgreement = agreed
  }

  /// The states that can be reached from `start`, which is among them.
  func reachable(from start: UInt64) -> UInt64 {
    Self.closure(of: start, over: next, without: 0)
  }

  /// The states that can be reached from `start` when everybody agrees, without passing `avoided`.
  func reachable(from start: UInt64, avoiding avoided: UInt64) -> UInt64 {
    Self.closure(of: start, over: nextByAgreement, without: avoided)
  }

  private static func closure(
    of start: UInt64, over next: [UInt64], without avoided: UInt64
  ) -> UInt64 {
    var found = start
    var fresh = start
    while fresh != 0 {
      let state = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      let new = next[state] & ~found & ~avoided
      found |= new
      fresh |= new
    }
    return found
  }
}
