public import CivilTime

/// A measure that is one turn of a recurring one.
public struct Occurrence: Hashable, Sendable {
  /// The recurring measure, which it is a part of.
  public let of: MeasureIndex
  /// The turn: a year, a quarter, a month, or whatever comes again.
  public let period: Period

  /// Creates an occurrence.
  public init(of measure: MeasureIndex, period: Period) {
    self.of = measure
    self.period = period
  }
}
