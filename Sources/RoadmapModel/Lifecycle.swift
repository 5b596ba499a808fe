/// The states of a measure and the transitions between them.
public struct Lifecycle: Hashable, Sendable {
  /// The most states a lifecycle may have, so that a set of them fits a machine word.
  public static let mostStates = 64

  /// A state of a lifecycle.
  public struct State: Hashable, Sendable {
    /// The id, such as `in-force`.
    public let id: String
    /// What people call it; the id where the roadmap gives no title.
    public let title: String
    /// Whether a measure that reached it counts as carried out.
    public let isDone: Bool
    /// Whether a measure may stay there for good.
    public let isFinal: Bool

    /// Creates a state.
    public init(id: String, title: String, isDone: Bool, isFinal: Bool) {
      self.id = id
      self.title = title
      self.isDone = isDone
      self.isFinal = isFinal
    }
  }

  /// The id used in `lifecycle:`.
  public let id: String
  /// What people call it; the id where the roadmap gives no title.
  public let title: String
  /// The state in which a measure begins.
  public let initial: StateIndex
  /// The states, in the order written; at most ``mostStates``.
  public let states: [State]
  /// The transitions, in the order written.
  public let transitions: [Transition]
  /// The states that count as carried out.
  public let doneStates: StateSet
  /// Whether a state or a transition of it could not be resolved, so that checks which need all
  /// of them must hold back.
  public let isIncomplete: Bool

  /// Creates a lifecycle.
  public init(
    id: String, title: String, initial: StateIndex, states: [State], transitions: [Transition],
    isIncomplete: Bool = false
  ) {
    self.id = id
    self.title = title
    self.initial = initial
    self.states = states
    self.transitions = transitions
    self.isIncomplete = isIncomplete
    doneStates = StateSet(states.indices.filter { states[$0].isDone }.map { StateIndex($0) })
  }

  /// The state named `id`, compared byte by byte.
  public func state(named id: String) -> StateIndex? {
    states.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { StateIndex($0) }
  }

  /// The transition named `id`, compared byte by byte.
  public func transition(named id: String) -> TransitionIndex? {
    transitions.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { TransitionIndex($0) }
  }

  /// Whether its states fit a machine word, and it begins in one of them and never leaves them.
  package var isClosed: Bool {
    guard states.count <= Self.mostStates, states.indices.contains(initial.position) else {
      return false
    }
    return transitions.allSatisfy { transition in
      (transition.ends + transition.from.states).allSatisfy {
        states.indices.contains($0.position)
      }
    }
  }

  /// The state at `index`.
  public subscript(index: StateIndex) -> State { states[index.position] }

  /// The transition at `index`.
  public subscript(index: TransitionIndex) -> Transition { transitions[index.position] }
}

/// A step from one state of a lifecycle to another.
public struct Transition: Hashable, Sendable {
  /// The id, such as `adopt`.
  public let id: String
  /// What people call it; the id where the roadmap gives no title.
  public let title: String
  /// The states that it leaves.
  public let from: StateSet
  /// The state that it enters.
  public let to: StateIndex
  /// Who may ask for it; any of these.
  public let by: [Principal]
  /// The approvals that it needs, unless the measure names another route.
  public let route: RouteIndex?
  /// Where the measure may go when an approver returns it, the usual one first, each once; where it
  /// was, when empty.
  public let returns: [StateIndex]
  /// Where the measure goes when an approver rejects it; where it was, when `nil`.
  public let onReject: StateIndex?
  /// Whether somebody in ``by`` or the route could not be resolved, so that checks which need them
  /// must hold back.
  public let isIncomplete: Bool

  /// Creates a transition.
  public init(
    id: String, title: String, from: StateSet, to: StateIndex, by: [Principal],
    route: RouteIndex? = nil, onReturn returns: [StateIndex] = [], onReject: StateIndex? = nil,
    isIncomplete: Bool = false
  ) {
    self.id = id
    self.title = title
    self.from = from
    self.to = to
    self.by = by
    self.route = route
    self.returns = returns
    self.onReject = onReject
    self.isIncomplete = isIncomplete
  }

  /// Where the measure goes when an approver returns it without saying where; where it was, when
  /// `nil`.
  public var onReturn: StateIndex? { returns.first }

  /// The states that the measure may be in after it, however it ends.
  public var ends: [StateIndex] { [to] + returns + (onReject.map { [$0] } ?? []) }
}
