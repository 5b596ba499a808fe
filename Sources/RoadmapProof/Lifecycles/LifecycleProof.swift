public import RoadmapModel

/// Whether measures of one lifecycle can always come to an end, as far as people let them move.
///
/// A measure stands in one state at a time, and its route is a row of stages: a round ends by
/// agreement, return or rejection, and changes nothing else. The states of a lifecycle are
/// therefore all there is to search, at most ``RoadmapModel/Lifecycle/mostStates`` of them, however
/// many steps run beside each other (docs/decisions/0014).
public struct LifecycleProof: Hashable, Sendable {
  /// How a transition ends.
  public enum Ending: String, Hashable, Sendable {
    /// Everybody agrees, or nobody has to.
    case agreed
    /// An approver sends the measure back.
    case returned
    /// An approver refuses.
    case rejected
  }

  /// One move of a measure.
  public struct Leg: Hashable, Sendable {
    /// The transition that is asked for.
    public let transition: TransitionIndex
    /// How it ends.
    public let ending: Ending
    /// The state that the measure comes to.
    public let to: StateIndex
  }

  /// States that a measure gets into and never out of, none of them done or final.
  public struct Trap: Hashable, Sendable {
    /// The states, in order.
    public let states: [StateIndex]
    /// A shortest way into them, from the initial state.
    public let way: [Leg]
  }

  /// The lifecycle.
  public let lifecycle: LifecycleIndex
  /// The transitions that nobody can carry, in order.
  public let blocked: [TransitionIndex]
  /// The measures for which just these are blocked, in order.
  public let measures: [MeasureIndex]
  /// The states that measures get stuck in.
  public let traps: [Trap]
  /// The transitions that can never be taken, in order; blocked ones are not told again.
  public let dead: [TransitionIndex]
  /// A shortest way to a done state; `nil` where there is none.
  public let wayToDone: [Leg]?
  /// The states that can be reached.
  let reachable: StateSet

  /// Whether every measure can end from wherever it gets to, and every transition can happen.
  public var isSound: Bool { wayToDone != nil && traps.isEmpty && dead.isEmpty }
}

extension LifecycleProof {
  init(
    _ index: LifecycleIndex, _ lifecycle: Lifecycle, routed: [Bool],
    blocked: Set<TransitionIndex>, measures: [MeasureIndex]
  ) {
    let walk = LifecycleWalk(lifecycle, routed: routed, without: blocked)
    self.lifecycle = index
    self.blocked = blocked.sorted()
    self.measures = measures
    reachable = walk.reachable
    traps = walk.traps.map { trap in
      Trap(states: trap.states, way: walk.way(to: trap) ?? [])
    }
    dead = lifecycle.transitions.indices.map { TransitionIndex($0) }.filter {
      !blocked.contains($0) && !lifecycle[$0].from.intersects(walk.reachable)
    }
    wayToDone = walk.way(to: lifecycle.doneStates)
  }
}

/// A search through the states of a lifecycle, breadth first.
private struct LifecycleWalk {
  private let moves: Moves
  private let ends: StateSet
  private let initial: StateIndex
  /// The states that can be reached, the nearest first.
  private var visited: [StateIndex] = []
  /// For each state that was reached, how, and from where; nothing for the initial one.
  private var arrivals: [StateIndex: (leg: LifecycleProof.Leg, from: StateIndex)] = [:]

  init(_ lifecycle: Lifecycle, routed: [Bool], without blocked: Set<TransitionIndex>) {
    moves = Moves(lifecycle, routed: routed, without: blocked)
    initial = lifecycle.initial
    ends = StateSet(
      lifecycle.states.indices.map { StateIndex($0) }.filter {
        lifecycle[$0].isDone || lifecycle[$0].isFinal
      })
    visited = [initial]
    var head = 0
    while head < visited.count {
      let state = visited[head]
      head += 1
      for leg in Self.legs(of: lifecycle, from: state, routed: routed, without: blocked)
      where leg.to != initial && arrivals[leg.to] == nil {
        arrivals[leg.to] = (leg, state)
        visited.append(leg.to)
      }
    }
  }

  private static func legs(
    of lifecycle: Lifecycle, from state: StateIndex, routed: [Bool],
    without blocked: Set<TransitionIndex>
  ) -> [LifecycleProof.Leg] {
    lifecycle.transitions.enumerated().flatMap { offset, transition -> [LifecycleProof.Leg] in
      let index = TransitionIndex(offset)
      guard transition.from.contains(state), !blocked.contains(index) else { return [] }
      let agreed = LifecycleProof.Leg(transition: index, ending: .agreed, to: transition.to)
      guard routed[offset] else { return [agreed] }
      let returned = transition.returns.map {
        LifecycleProof.Leg(transition: index, ending: .returned, to: $0)
      }
      let rejected = transition.onReject.map {
        LifecycleProof.Leg(transition: index, ending: .rejected, to: $0)
      }
      return [agreed] + returned + (rejected.map { [$0] } ?? [])
    }
  }

  var reachable: StateSet { StateSet(visited) }

  /// The smallest sets of reachable states that cannot be left and hold no done or final state.
  var traps: [StateSet] { moves.traps(among: reachable, ends: ends) }

  /// A shortest way to one of these states.
  func way(to states: StateSet) -> [LifecycleProof.Leg]? {
    guard var state = visited.first(where: states.contains) else { return nil }
    var backwards: [LifecycleProof.Leg] = []
    while let arrival = arrivals[state] {
      backwards.append(arrival.leg)
      state = arrival.from
    }
    return backwards.reversed()
  }
}

extension Moves {
  /// The smallest sets of reachable states that cannot be left and hold none of `ends`.
  func traps(among reachable: StateSet, ends: StateSet) -> [StateSet] {
    var traps: [StateSet] = []
    for state in reachable.states where !traps.contains(where: { $0.contains(state) }) {
      let onward = reached(from: StateSet([state]))
      let isClosed = onward.states.allSatisfy { reached(from: StateSet([$0])).contains(state) }
      if !onward.intersects(ends), isClosed { traps.append(onward) }
    }
    return traps
  }
}
