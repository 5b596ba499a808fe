public import Bilingual

/// The days off of an organisation, read from a text: one day a line.
///
/// A line is `YYYY-MM-DD kind [note]`, or `YYYY-MM-DD/YYYY-MM-DD kind [note]` for several days,
/// parted by spaces or tabs; the kinds are the raw values of ``DayKind``, and `off` for any day
/// off. Empty lines and lines that begin with `#` are left out.
///
/// ```text
/// 2018-12-29              working   moved to 31 December
/// 2018-12-31              off
/// 2019-07-01/2019-07-14   off       summer holidays
/// ```
public struct CalendarFile: Hashable, Sendable {
  /// The days read, in the order of the text.
  public private(set) var days: [CalendarDay] = []
  /// Every line that could not be read, in order.
  public private(set) var problems: [CalendarProblem] = []

  private static let longestRange = 366

  /// Reads `text`; what cannot be read is in ``problems``, all else in ``days``.
  public init(_ text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    let fields = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard let first = fields.first, !first.hasPrefix("#") else { return }
    guard let dates = Self.dates(first) else {
      return report(.badDay(String(first)), at: number)
    }
    guard fields.count > 1, let kind = Self.kind(fields[1]) else {
      return report(.badKind(fields.count > 1 ? String(fields[1]) : ""), at: number)
    }
    let note = fields.count > 2 ? fields[2].trimmed : ""
    for day in dates {
      guard let date = CivilDate(dayNumber: day) else { continue }
      days.append(CalendarDay(date, kind, note: note))
    }
  }

  private static func dates(_ field: Substring) -> ClosedRange<Int32>? {
    guard let period = try? Period(edtf: field), let from = period.from, let to = period.to,
      from.days(until: to) < longestRange
    else { return nil }
    return from.dayNumber...to.dayNumber
  }

  private static func kind(_ field: Substring) -> DayKind? {
    field == "off" ? .moved : DayKind(rawValue: String(field))
  }

  private mutating func report(_ message: Text, at line: Int) {
    problems.append(CalendarProblem(line: line, message: message))
  }
}

/// A line of a calendar that could not be read, or was read in part.
public struct CalendarProblem: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let message: Text
}

extension Text {
  fileprivate static func badDay(_ field: String) -> Text {
    Text(
      en: "`\(field)` is neither a day `YYYY-MM-DD` nor at most a year of days `A/B`",
      ru: "`\(field)` — не день `ГГГГ-ММ-ДД` и не промежуток `A/B` не длиннее года")
  }

  fileprivate static func badKind(_ field: String) -> Text {
    let kinds = (["off"] + DayKind.allCases.map(\.rawValue)).map { "`\($0)`" }
      .joined(separator: ", ")
    return Text(
      en: "`\(field)` is no kind of day: use \(kinds)",
      ru: "нет вида дня `\(field)`; есть \(kinds)")
  }
}

extension Substring {
  var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
