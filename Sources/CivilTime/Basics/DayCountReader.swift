public import Bilingual

/// Reads the text of a ``DayCount``.
struct DayCountReader {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = Substring(text)
  }

  mutating func read() throws(DayCountError) -> DayCount {
    skipSpaces()
    guard !rest.isEmpty else { throw .empty }
    let isNegative = skipSign()
    let isISO = skip("P") || skip("p")
    guard let number = try number() else { throw .unreadable(text) }
    skipSpaces()
    let unit = rest.lowercased().split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    let (factor, days) = try isISO ? Self.isoUnit(unit, text) : unitInWords(unit, of: number)
    let (count, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow, let found = DayCount(isNegative ? -count : count, days) else {
      throw .tooMany(text)
    }
    return found
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
  }

  private mutating func skip(_ mark: Character) -> Bool {
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  /// Passes over a sign; answers whether it is a minus, in any of its forms.
  private mutating func skipSign() -> Bool {
    defer { skipSpaces() }
    if skip("+") { return false }
    return skip("-") || skip("\u{2212}") || skip("\u{2013}")
  }

  private mutating func number() throws(DayCountError) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(digits) else { throw .tooMany(text) }
    return number
  }

  /// How many days the unit has, and which ones.
  private typealias Unit = (factor: Int, days: DayCount.Unit)

  private static func isoUnit(_ unit: String, _ text: String) throws(DayCountError) -> Unit {
    switch unit {
    case "d": (1, .calendar)
    case "w": (7, .calendar)
    case "m", "y": throw .months(text)
    default: throw .unreadable(text)
    }
  }

  private func unitInWords(_ unit: String, of number: Int) throws(DayCountError) -> Unit {
    if unit.isEmpty {
      guard number == 0 else { throw .noUnit(text, number) }
      return (1, .calendar)
    }
    if Self.days.contains(unit) { return (1, .calendar) }
    if Self.workingDays.contains(unit) { return (1, .working) }
    if Self.weeks.contains(unit) { return (7, .calendar) }
    if Self.months.contains(unit) { throw .months(text) }
    if Self.hours.contains(unit) { throw .hours(text) }
    throw .unreadable(text)
  }

  private static let days: Set<String> = [
    "d", "day", "days", "calendar day", "calendar days", "д", "д.", "дн", "дн.", "день", "дня",
    "дней", "календарный день", "календарных дня", "календарных дней", "к.д.",
  ]

  private static let workingDays: Set<String> = [
    "wd", "working day", "working days", "workday", "workdays", "business day", "business days",
    "рабочий день", "рабочих дня", "рабочих дней", "раб. дня", "раб. дней", "раб. дн.", "р.д.",
    "рд",
  ]

  private static let weeks: Set<String> = [
    "w", "week", "weeks", "н", "нед", "нед.", "неделя", "недели", "неделю", "недель",
  ]

  private static let months: Set<String> = [
    "month", "months", "year", "years", "quarter", "quarters", "мес", "мес.", "месяц", "месяца",
    "месяцев", "квартал", "квартала", "кварталов", "год", "года", "лет",
  ]

  private static let hours: Set<String> = [
    "h", "hour", "hours", "minutes", "ч", "ч.", "час", "часа", "часов", "минут",
  ]
}

/// Why a text is no ``DayCount``.
public struct DayCountError: Error, Hashable, Sendable {
  /// What is wrong.
  public let message: Text
  /// What to write in its place.
  public let help: Text

  private static let forms = Text(
    en: "write `5 days`, `3 working days` or `2 weeks`",
    ru: "пишите `5 дней`, `3 рабочих дня` или `2 недели`")

  static let empty = DayCountError(
    message: Text(en: "a number of days is missing", ru: "число дней не указано"), help: forms)

  static func unreadable(_ text: String) -> DayCountError {
    DayCountError(
      message: Text(en: "`\(text)` is no number of days", ru: "`\(text)` — не число дней"),
      help: forms)
  }

  static func noUnit(_ text: String, _ number: Int) -> DayCountError {
    DayCountError(
      message: Text(
        en: "`\(text)` does not say which days are counted",
        ru: "`\(text)` не говорит, какие дни считать"),
      help: Text(
        en: "write `\(number) days` or `\(number) working days`",
        ru: "пишите `\(number) days` или `\(number) working days`: календарные или рабочие дни"))
  }

  static func months(_ text: String) -> DayCountError {
    DayCountError(
      message: Text(
        en: "`\(text)` is no fixed number of days: months and years differ in length",
        ru: "`\(text)` — не число дней: месяцы и годы бывают разной длины"), help: forms)
  }

  static func hours(_ text: String) -> DayCountError {
    DayCountError(
      message: Text(
        en: "`\(text)` is no number of days: whole days are counted here",
        ru: "`\(text)` — не число дней: счёт здесь идёт целыми днями"), help: forms)
  }

  static func tooMany(_ text: String) -> DayCountError {
    DayCountError(
      message: Text(
        en: "`\(text)` is more than \(DayCount.most) days",
        ru: "`\(text)` — это больше \(DayCount.most) дней"), help: forms)
  }
}
