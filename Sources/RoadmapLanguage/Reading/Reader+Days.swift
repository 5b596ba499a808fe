import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A number of days that cannot be read, or one that is negative where it must not be.
  static let invalidDuration = DiagnosticCode("invalid-duration")
  /// A lag that says nothing, or whose minimum is more than its maximum.
  static let invalidLag = DiagnosticCode("invalid-lag")
}

extension Reader {
  /// Reads a number of days that must not be negative.
  mutating func duration(_ place: Place) -> DayCount? {
    guard let count = days(place) else { return nil }
    guard count.count >= 0 else {
      report(.negativeDuration(text(place), at: span(place)))
      return nil
    }
    return count
  }

  /// Reads a number of days.
  private mutating func days(_ place: Place) -> DayCount? {
    do {
      return try DayCount(reading: text(place))
    } catch {
      report(
        Diagnostic(.invalidDuration, at: span(place), message: error.message, help: error.help))
      return nil
    }
  }

  /// Reads a lag: a number of days that must lie between, or a mapping with both limits.
  mutating func lag(_ place: Place) -> Lag? {
    guard tree(place).kind(tree(place).resolved(place.node)) == .mapping else {
      return days(place).map { Lag(minimum: $0, maximum: nil) }
    }
    let shape = RecordShape.lag
    guard let record = record(place, as: shape) else { return nil }
    let (min, max) = (shape.slot(of: .min), shape.slot(of: .max))
    let limits = [min, max].map { slot in value(record, slot).flatMap { days($0) } }
    guard isPresent(record, min) || isPresent(record, max) else {
      // A key that the language does not know has been reported.
      if entries(place).isEmpty { report(.emptyLag(at: span(place))) }
      return nil
    }
    if isPresent(record, min) != (limits[0] != nil) || isPresent(record, max) != (limits[1] != nil)
    {
      return nil
    }
    if let least = limits[0], let most = limits[1], least.exceeds(most) {
      report(.reversedLag(least, most, at: span(place)))
      return nil
    }
    return Lag(minimum: limits[0], maximum: limits[1])
  }
}

extension DayCount {
  /// Whether it is more days than `other` in whatever way the working days fall.
  fileprivate func exceeds(_ other: DayCount) -> Bool {
    guard count > other.count else { return false }
    // So many working days take at least as many days of the calendar, in either direction.
    return unit == other.unit || (unit == .working ? count >= 0 : other.count <= 0)
  }
}

extension Diagnostic {
  fileprivate static func negativeDuration(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidDuration, at: span,
      message: Text(
        en: "`\(text)` is less than nothing", ru: "`\(text)` — отрицательное число дней"),
      help: Text(
        en: "only a `lag` may be negative", ru: "отрицательным может быть только `lag`"))
  }

  fileprivate static func emptyLag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidLag, at: span,
      message: Text(en: "this lag has no limit", ru: "у этого промежутка нет границ"),
      help: Text(en: "write `min`, `max` or both", ru: "укажите `min`, `max` или оба"))
  }

  fileprivate static func reversedLag(
    _ least: DayCount, _ most: DayCount, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidLag, at: span,
      message: Text(
        en: "at least \(least.words.en) and at most \(most.words.en) cannot both hold",
        ru: "не меньше (\(least.words.ru)) и не больше (\(most.words.ru)) — вместе невозможно"),
      help: Text(
        en: "`min` is to be no more than `max`", ru: "`min` должен быть не больше `max`"))
  }
}
