/// A content line of iCalendar: a name, its parameters left out, and a value.
struct ICalendarLine: Hashable {
  /// The line of the text, counted from 1, where it begins.
  let number: Int
  let name: String
  let value: String

  /// The lines of `text`, those folded put together again.
  static func unfolded(_ text: String) -> [ICalendarLine] {
    var folded: [(number: Int, text: String)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if let first = line.first, first == " " || first == "\t", !folded.isEmpty {
        folded[folded.count - 1].text += line.dropFirst()
      } else if !line.isEmpty {
        folded.append((index + 1, String(line)))
      }
    }
    return folded.map { ICalendarLine($0.number, $0.text) }
  }

  private init(_ number: Int, _ text: String) {
    self.number = number
    // A colon within quotation marks belongs to a parameter.
    var isQuoted = false
    let colon = text.firstIndex { letter in
      if letter == "\"" { isQuoted.toggle() }
      return letter == ":" && !isQuoted
    }
    let head = colon.map { text[..<$0] } ?? text[...]
    name = String(head.prefix { $0 != ";" }).uppercased()
    value = colon.map { String(text[text.index(after: $0)...]) } ?? ""
  }
}

/// An event of iCalendar.
struct ICalendarEvent {
  /// The line it begins in.
  let line: Int
  var properties: [ICalendarLine] = []

  init(line: Int) {
    self.line = line
  }

  private func property(_ name: String) -> ICalendarLine? {
    properties.first { $0.name == name }
  }

  private var isCancelled: Bool { property("STATUS")?.value.uppercased() == "CANCELLED" }

  /// The name of the event, its escapes undone.
  var summary: String {
    var text = ""
    var isEscaped = false
    for letter in property("SUMMARY")?.value ?? "" {
      if letter == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.append(isEscaped && letter.lowercased() == "n" ? " " : letter)
        isEscaped = false
      }
    }
    return text
  }

  /// The days in `span` on which the event begins; an event in progress when it begins counts.
  func starts(in span: ClosedRange<CivilDate>) throws(ICalendarFault) -> [CivilDate] {
    guard !isCancelled else { return [] }
    guard let property = property("DTSTART") else { throw ICalendarFault(line, .noStart) }
    let start = try Self.date(property)
    var starts = Set([start].filter(span.contains))
    for rule in properties where rule.name == "RRULE" {
      do throws(RecurrenceError) {
        starts.formUnion(try Recurrence(rrule: rule.value).occurrences(from: start, in: span))
      } catch {
        throw ICalendarFault(rule.number, error.message)
      }
    }
    for line in properties where line.name == "RDATE" { starts.formUnion(try Self.dates(line)) }
    for line in properties where line.name == "EXDATE" { starts.subtract(try Self.dates(line)) }
    return starts.sorted()
  }

  /// How many days the event lasts, 1 through 366.
  func length() throws(ICalendarFault) -> Int {
    if let end = property("DTEND"), let start = property("DTSTART") {
      let days = try Self.date(start).days(until: Self.date(end))
      // The day of DTEND is the first one that is no longer part of the event.
      guard (0...366).contains(days) else {
        throw ICalendarFault(end.number, .badLength(end.value))
      }
      return max(days, 1)
    }
    guard let duration = property("DURATION") else { return 1 }
    let value = duration.value.uppercased()
    let isWeeks = value.hasSuffix("W")
    guard value.hasPrefix("P"), isWeeks || value.hasSuffix("D"),
      let count = Int(value.dropFirst().dropLast()), (1...366).contains(count),
      count * (isWeeks ? 7 : 1) <= 366
    else { throw ICalendarFault(duration.number, .badLength(duration.value)) }
    return count * (isWeeks ? 7 : 1)
  }

  private static func dates(_ line: ICalendarLine) throws(ICalendarFault) -> [CivilDate] {
    var dates: [CivilDate] = []
    for value in line.value.split(separator: ",") { dates.append(try date(String(value), line)) }
    return dates
  }

  private static func date(_ line: ICalendarLine) throws(ICalendarFault) -> CivilDate {
    try date(line.value, line)
  }

  private static func date(
    _ value: String, _ line: ICalendarLine
  ) throws(ICalendarFault) -> CivilDate {
    var reader = ByteReader(value)
    guard let year = reader.number(digits: 4), let month = reader.number(digits: 2),
      let day = reader.number(digits: 2), reader.isAtEnd,
      let date = CivilDate(year: year, month: month, day: day)
    else { throw ICalendarFault(line.number, .notAllDay(value)) }
    return date
  }
}
