public import CivilTime
public import RoadmapModel

extension Schedule {
  /// Whether the roadmap speaks of time at all; where it does not, every chain is of one length.
  public var isOfTime: Bool {
    isDated || roadmap.measures.entries.contains { $0.takes != nil }
  }

  /// The first day of a span.
  public func start(of span: Span) -> Int? {
    isDated && span.isAtDayEnd ? span.start.map { $0 - 1 } : span.start
  }

  /// The last day of a span, which is its first one where the work takes no time; the end itself
  /// where days are no dates.
  public func finish(of span: Span) -> Int? {
    guard isDated else { return span.end }
    return span.end.map { max($0 - 1, start(of: span) ?? $0 - 1) }
  }

  /// The date of a day; `nil` where days are no dates.
  public func date(_ day: Int) -> CivilDate? {
    isDated ? CivilDate(dayNumber: day) : nil
  }

  /// A day as it is written: a date, or the number of a day.
  public func text(_ day: Int) -> String { isDated ? date(day)?.iso ?? "—" : String(day) }

  /// The days of a measure; `nil` where the roadmap has no schedule.
  public subscript(measure: MeasureIndex) -> Window? {
    windows.indices.contains(measure.position) ? windows[measure.position] : nil
  }
}
