/// The position of a decision table.
public typealias TableIndex = DenseIndex<DecisionTable>

/// Where decision tables choose.
public struct TableUses: Sendable {
  /// A transition of a lifecycle.
  public struct TransitionPlace: Hashable, Sendable {
    /// The lifecycle.
    public let lifecycle: LifecycleIndex
    /// The transition.
    public let transition: TransitionIndex

    /// Names a transition.
    public init(_ lifecycle: LifecycleIndex, _ transition: TransitionIndex) {
      self.lifecycle = lifecycle
      self.transition = transition
    }
  }

  /// The tables that choose the route of a transition for every measure of its lifecycle.
  public var transitions: [TransitionPlace: TableIndex] = [:]
  /// The tables that measures name themselves, by transition.
  public var measures: [MeasureIndex: [TransitionIndex: TableIndex]] = [:]
  /// The tables that choose quorums, by route: for each step one or none.
  public var quorums: [RouteIndex: [TableIndex?]] = [:]

  /// Creates no uses.
  public init() {}

  /// Whether no table is used.
  public var isEmpty: Bool { transitions.isEmpty && measures.isEmpty && quorums.isEmpty }
}
