/// Which states of a lifecycle can be reached, and how.
package struct LifecycleFacts {
  /// What waiting for a state amounts to.
  package enum Wait {
    /// Nothing: the measure stands there from the start.
    case nothing
    /// The measure must have begun.
    case begun
    /// The measure must have been carried out.
    case done
  }

  /// Whether all its indices point at something; the rest means nothing where they do not.
  package let isSound: Bool
  /// Whether checks that need all of its states and transitions must hold back.
  package let isIncomplete: Bool
  /// The state in which a measure begins.
  package let initial: StateIndex
  /// The states that can be reached, the initial one among them.
  package let reachable: StateSet
  /// The states that can be reached without passing a done one.
  package let reachableBeforeDone: StateSet
  /// The states that some transition enters, however it ends.
  package let entered: StateSet
  /// The ways from state to state.
  package let moves: Moves
  /// Which transitions take a route, of their own or for some measure.
  package let routed: [Bool]

  /// Whether all of it is known and points at something.
  package var isWhole: Bool { isSound && !isIncomplete }

  /// What is known of each lifecycle of a roadmap, in their order.
  package static func all(of roadmap: Roadmap) -> [LifecycleFacts] {
    zip(roadmap.lifecycles, routedTransitions(of: roadmap)).map { LifecycleFacts($0, routed: $1) }
  }

  /// Which transitions of each lifecycle take a route, of their own or for some measure.
  package static func routedTransitions(of roadmap: Roadmap) -> [[Bool]] {
    var routed = roadmap.lifecycles.map { $0.transitions.map { $0.route != nil } }
    for (measure, overrides) in roadmap.measures.routeOverrides {
      guard roadmap.measures.entries.indices.contains(measure.position),
        let lifecycle = roadmap.measures[measure].lifecycle,
        routed.indices.contains(lifecycle.position)
      else { continue }
      for own in overrides
      where routed[lifecycle.position].indices.contains(own.transition.position) {
        routed[lifecycle.position][own.transition.position] = true
      }
    }
    return routed
  }

  package init(_ lifecycle: Lifecycle, routed: [Bool]) {
    isSound = lifecycle.isClosed
    self.routed = routed
    isIncomplete = lifecycle.isIncomplete || lifecycle.transitions.contains(where: \.isIncomplete)
    initial = lifecycle.initial
    guard isSound else {
      (reachable, reachableBeforeDone, entered) = (StateSet(), StateSet(), StateSet())
      moves = Moves()
      return
    }
    moves = Moves(lifecycle, routed: routed)
    entered = moves.entered
    let start = StateSet([lifecycle.initial])
    let done = lifecycle.doneStates
    reachable = moves.reached(from: start, stoppingAt: StateSet())
    let early = moves.reached(from: start, stoppingAt: done)
    reachableBeforeDone = StateSet(bits: early.bits & ~done.bits)
  }

  /// What waiting for `state` amounts to; a state that is never reached counts as ``Wait/begun``.
  package func wait(for state: StateIndex) -> Wait {
    if state == initial { return .nothing }
    return reachableBeforeDone.contains(state) || !reachable.contains(state) ? .begun : .done
  }
}

/// The ways from state to state.
package struct Moves {
  /// For each state, the states one step away.
  package private(set) var next: [StateSet] = []
  /// The states that some transition enters.
  package private(set) var entered = StateSet()

  /// No ways at all.
  package init() {}

  /// The moves of `lifecycle`, which must be sound; returns and rejections happen only where
  /// `routed` says that a transition has a route. `excluded` transitions do not count.
  package init(_ lifecycle: Lifecycle, routed: [Bool], without excluded: Set<TransitionIndex> = [])
  {
    next = Array(repeating: StateSet(), count: lifecycle.states.count)
    for (position, transition) in lifecycle.transitions.enumerated() {
      guard !excluded.contains(TransitionIndex(position)) else { continue }
      let ends = StateSet(routed[position] ? transition.ends : [transition.to])
      entered = StateSet(bits: entered.bits | ends.bits)
      for state in transition.from.states {
        next[state.position] = StateSet(bits: next[state.position].bits | ends.bits)
      }
    }
  }

  /// The states that can be reached from `start`, which are among them, going on from none of
  /// `barrier`.
  package func reached(from start: StateSet, stoppingAt barrier: StateSet = StateSet()) -> StateSet
  {
    var found = start.bits
    var fresh = start.bits & ~barrier.bits
    while fresh != 0 {
      let state = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      let new = next[state].bits & ~found
      found |= new
      fresh |= new & ~barrier.bits
    }
    return StateSet(bits: found)
  }
}
