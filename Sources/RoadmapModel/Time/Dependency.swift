public import CivilTime

/// A measure waits for another one.
///
/// ``kind`` says which point of this measure waits for which point of the other one; ``Lag`` how
/// many days must or may lie between them.
public struct Dependency: Hashable, Sendable {
  /// Which point of a measure waits for which point of its predecessor.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It starts once the predecessor has finished.
    case finishStart = "finish-start"
    /// It starts once the predecessor has started.
    case startStart = "start-start"
    /// It finishes once the predecessor has finished.
    case finishFinish = "finish-finish"
    /// It finishes once the predecessor has started.
    case startFinish = "start-finish"

    /// Whether it is the start of the waiting measure that waits, and not its finish.
    public var gatesStart: Bool { self == .finishStart || self == .startStart }

    /// Whether it waits for the predecessor's finish, and not for its start.
    public var awaitsFinish: Bool { self == .finishStart || self == .finishFinish }
  }

  /// The measure that comes first.
  public let predecessor: MeasureIndex
  /// The position of its ``Lag`` among ``Measures/lags``, or -1.
  let lag: Int32
  /// The state, or -1; states are few, and 300,000 dependencies are to stay small.
  private let state: Int16
  /// Which points of the two measures it joins.
  public let kind: Kind
  /// Whether it says that the other measure comes first: it has no lag, or a minimum of no less
  /// than 0. Others order nothing: they are no way from one measure to another and may close a
  /// loop; whether they can be kept only the dates decide.
  public let isOrdering: Bool
  /// Whether the waiting point may come before the awaited one: its minimum is negative.
  public let mayLead: Bool

  /// Whether it may hold this measure back: one with only a maximum never does.
  public var holdsBack: Bool { isOrdering || mayLead }

  /// The state that the predecessor must have reached; a done state of its lifecycle when `nil`.
  /// Stands only where ``Kind/awaitsFinish``, in place of the finish.
  public var reaches: StateIndex? { state < 0 ? nil : StateIndex(raw: Int32(state)) }

  /// Whether it has a ``Lag``: see ``Measures/lag(of:)``.
  public var hasLag: Bool { lag >= 0 }

  /// Whether it is a dependency of the plain sort: from finish to start, at no distance.
  public var isPlain: Bool { kind == .finishStart && lag < 0 && state < 0 }

  /// Creates a dependency without a lag; ``Measures/dependency(on:reaches:kind:lag:)`` creates
  /// others.
  public init(
    on predecessor: MeasureIndex, reaches: StateIndex? = nil, kind: Kind = .finishStart
  ) {
    self.init(on: predecessor, reaches: reaches, kind: kind, lag: -1, nil)
  }

  init(
    on predecessor: MeasureIndex, reaches: StateIndex?, kind: Kind, lag: Int32, _ days: Lag?
  ) {
    self.predecessor = predecessor
    self.kind = kind
    self.lag = lag
    state = reaches.map { Int16(clamping: $0.raw) } ?? -1
    let least = days.map { $0.minimum?.count } ?? 0
    isOrdering = least.map { $0 >= 0 } ?? false
    mayLead = least.map { $0 < 0 } ?? false
  }
}

/// How many days must or may lie between the points that a ``Dependency`` joins.
///
/// A start is the beginning of its day, a finish the end of its day. From a finish to a start a lag
/// of `n` days so leaves `n` whole days in between: after a finish on the 1st and `1 day`, the
/// start comes on the 3rd. Between two starts, and between two finishes, it leads to the `n`-th day
/// after; from a start to a finish the day of the start is the first one counted. Days are negative
/// where the waiting point may come first. Working days are those of ``Roadmap/Heading/calendar``.
///
/// A dependency without any lag, or with one of no days, only says that one point comes after the
/// other, on whatever day; a proof in whole days takes it that work which starts after other work
/// has finished starts on the next day.
///
/// Source: generalized precedence relations (Elmaghraby, Kamburowski, 1992), in points of time.
public struct Lag: Hashable, Sendable {
  /// The days that must lie between; nil where only a maximum is given.
  public let minimum: DayCount?
  /// The days that may lie between at most.
  public let maximum: DayCount?

  /// Creates a lag; one of the two must be given.
  public init(minimum: DayCount?, maximum: DayCount?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The limits as the language writes them, such as `5 working days`.
  public var written: (min: String?, max: String?) {
    (minimum?.description, maximum?.description)
  }
}
