public import Bilingual

/// Why a text is not a ``Recurrence``.
public struct RecurrenceError: Error, Hashable, Sendable {
  /// What is wrong.
  public let message: Text
}

extension Recurrence {
  /// Reads the value of an RRULE, such as `FREQ=YEARLY;BYMONTH=9;BYDAY=1MO`; letters of any case.
  ///
  /// Read are FREQ (DAILY through YEARLY), INTERVAL, COUNT, UNTIL (a date; a time is left out),
  /// BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST.
  ///
  /// - Throws: ``RecurrenceError`` for a part that is unknown, given twice or out of range.
  public init(rrule text: String) throws(RecurrenceError) {
    var parts: [(name: String, value: String)] = []
    for part in text.uppercased().split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[1].isEmpty else { throw .unreadable(String(part)) }
      guard !parts.contains(where: { $0.name == sides[0] }) else { throw .repeated(sides[0]) }
      parts.append((sides[0], sides[1]))
    }
    guard let frequency = parts.first(where: { $0.name == "FREQ" }) else { throw .noFrequency }
    guard let period = Frequency(rawValue: frequency.value) else {
      throw .unreadable("FREQ=\(frequency.value)")
    }
    self.init(period)
    for part in parts where part.name != "FREQ" { try read(part.name, part.value) }
    try checkTogether()
  }

  private mutating func read(_ name: String, _ value: String) throws(RecurrenceError) {
    let fault = RecurrenceError.unreadable("\(name)=\(value)")
    switch name {
    case "INTERVAL":
      interval = try Self.numbers(value, in: 1...1000, count: 1, fault)[0]
    case "COUNT", "UNTIL":
      guard end == nil else { throw .twoEnds }
      end = try name == "COUNT" ? .count(Self.count(value, fault)) : .until(Self.date(value, fault))
    case "BYMONTH": months = try Self.numbers(value, in: 1...12, fault)
    case "BYMONTHDAY": monthDays = try Self.numbers(value, in: -31...31, fault)
    case "BYSETPOS": setPositions = try Self.numbers(value, in: -366...366, fault)
    case "BYDAY":
      weekdays = try Self.list(value).map { text throws(RecurrenceError) in
        guard let day = Self.weekday(text) else { throw fault }
        return day
      }
    case "WKST":
      guard let index = Self.weekdayNames.firstIndex(of: value) else { throw fault }
      weekStart = index + 1
    default: throw .unknown(name)
    }
  }

  private func checkTogether() throws(RecurrenceError) {
    if weekdays.contains(where: { $0.ordinal != nil }), frequency != .monthly, frequency != .yearly
    {
      throw .ordinalOutsideMonth
    }
    if !setPositions.isEmpty, months.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
      throw .positionOfNothing
    }
    if frequency == .weekly, !monthDays.isEmpty { throw .monthDayOfWeek }
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The distinct numbers of a list, in order; 0 is never one.
  private static func numbers(
    _ value: String, in range: ClosedRange<Int>, count: Int = 400, _ fault: RecurrenceError
  ) throws(RecurrenceError) -> [Int] {
    let texts = list(value)
    let numbers = texts.compactMap(Int.init).filter { range.contains($0) && $0 != 0 }
    guard numbers.count == texts.count, numbers.count <= count else { throw fault }
    return Set(numbers).sorted()
  }

  private static func count(_ value: String, _ fault: RecurrenceError) throws(RecurrenceError)
    -> Int
  {
    guard let count = Int(value), (1...1_000_000).contains(count) else { throw fault }
    return count
  }

  private static func date(
    _ value: String, _ fault: RecurrenceError
  ) throws(RecurrenceError) -> CivilDate {
    var reader = ByteReader(value)
    guard let year = reader.number(digits: 4), let month = reader.number(digits: 2),
      let day = reader.number(digits: 2), reader.isAtEnd || reader.next == UInt8(ascii: "T"),
      let date = CivilDate(year: year, month: month, day: day)
    else { throw fault }
    return date
  }

  private static func weekday(_ text: String) -> Weekday? {
    guard let index = weekdayNames.firstIndex(of: String(text.suffix(2))) else { return nil }
    let ordinal = text.dropLast(2)
    guard !ordinal.isEmpty else { return Weekday(index + 1) }
    return Int(ordinal).flatMap { Weekday(index + 1, ordinal: $0) }
  }
}

extension RecurrenceError {
  static func unreadable(_ part: String) -> RecurrenceError {
    RecurrenceError(
      message: Text(
        en: "cannot read `\(part)` in a recurrence rule",
        ru: "в правиле повторения не читается `\(part)`"))
  }

  static func unknown(_ name: String) -> RecurrenceError {
    RecurrenceError(
      message: Text(
        en: "`\(name)` is not supported in a recurrence rule",
        ru: "часть `\(name)` в правиле повторения не поддерживается"))
  }

  static func repeated(_ name: String) -> RecurrenceError {
    RecurrenceError(
      message: Text(en: "`\(name)` is given twice", ru: "часть `\(name)` указана дважды"))
  }

  static let noFrequency = RecurrenceError(
    message: Text(
      en: "a recurrence rule needs FREQ, as in `FREQ=YEARLY`",
      ru: "правилу повторения нужна часть FREQ, например `FREQ=YEARLY`"))

  static let twoEnds = RecurrenceError(
    message: Text(
      en: "a recurrence rule takes COUNT or UNTIL, not both",
      ru: "в правиле повторения бывает COUNT или UNTIL, но не вместе"))

  static let ordinalOutsideMonth = RecurrenceError(
    message: Text(
      en: "a numbered weekday needs FREQ=MONTHLY or FREQ=YEARLY",
      ru: "номер у дня недели бывает только при FREQ=MONTHLY и FREQ=YEARLY"))

  static let positionOfNothing = RecurrenceError(
    message: Text(
      en: "BYSETPOS needs another BY… part to choose from",
      ru: "части BYSETPOS не из чего выбирать: нужна ещё одна часть BY…"))

  static let monthDayOfWeek = RecurrenceError(
    message: Text(
      en: "BYMONTHDAY does not go with FREQ=WEEKLY",
      ru: "BYMONTHDAY не сочетается с FREQ=WEEKLY"))
}
