public import CEL

/// Rows of conditions that choose a route or a quorum for a measure.
public struct DecisionTable: Sendable {
  /// Which rows count where several apply.
  public enum Hit: String, CaseIterable, Sendable {
    /// The first that applies.
    case first
    /// The only one that applies; several are an error.
    case unique
    /// Any of those that apply, which must say the same.
    case any
    /// All that apply together: the largest quorum.
    case collect
  }

  /// What a table gives.
  public enum Subject: String, CaseIterable, Sendable {
    /// The route of a transition.
    case route
    /// The quorum of a step.
    case quorum
  }

  /// What one row gives.
  public enum Output: Hashable, Sendable {
    /// A route.
    case route(RouteIndex)
    /// A quorum.
    case quorum(Quorum)
  }

  /// What a column asks.
  public struct Input: Sendable {
    /// The expression, of ``Rule/environment(for:of:)`` for measures.
    public let program: Program
    /// The least value of its type; nil where cells can only be conditions.
    public let least: ValuePoint?

    /// Creates a column.
    public init(_ program: Program) {
      self.program = program
      least = ValuePoint.least(of: program.resultType)
    }
  }

  /// What must hold in one column of one row.
  public enum Cell: Sendable {
    /// Nothing.
    case any
    /// The value is one of these.
    case values(ValueSet)
    /// A condition of its own, whatever the column asks.
    case condition(Program)
  }

  /// A row: it applies where all of its cells hold.
  public struct Row: Sendable {
    /// A cell for every column.
    public let cells: [Cell]
    /// What it gives.
    public let output: Output

    /// Creates a row.
    public init(cells: [Cell], output: Output) {
      self.cells = cells
      self.output = output
    }
  }

  /// The id used in `table:`.
  public let id: String
  /// Which rows count.
  public let hit: Hit
  /// What it gives.
  public let subject: Subject
  /// The columns, 1 through ``mostColumns``.
  public let inputs: [Input]
  /// The rows, in the order written.
  public let rows: [Row]

  /// The most columns of a table.
  public static let mostColumns = 16

  /// Creates a table whose rows have a cell for every column.
  public init(id: String, hit: Hit, subject: Subject, inputs: [Input], rows: [Row]) {
    self.id = id
    self.hit = hit
    self.subject = subject
    self.inputs = inputs
    self.rows = rows
  }
}

extension Quorum {
  /// The larger of two quorums of one sort; nil where that depends on how many people there are.
  public func larger(_ other: Quorum) -> Quorum? {
    switch (self, other) {
    case (.all, _), (_, .all), (.percent(100), _), (_, .percent(100)): .all
    case (.any, let quorum), (let quorum, .any): quorum
    case (.count(let a), .count(let b)): .count(max(a, b))
    case (.percent(let a), .percent(let b)): .percent(max(a, b))
    case (.count(1), let quorum), (let quorum, .count(1)): quorum
    case (.moreThan(let a), .moreThan(let b)): .moreThan(max(a, b))
    case (.moreThan(let a), .percent(let b)), (.percent(let b), .moreThan(let a)):
      b > a ? .percent(b) : .moreThan(a)
    case (.weight(let a), .weight(let b)): .weight(max(a, b))
    case (.each(let a), .each(let b)) where a == b: self
    default: nil
    }
  }
}
