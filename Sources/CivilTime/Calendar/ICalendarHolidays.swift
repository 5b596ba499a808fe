import Bilingual

/// Days off read from an iCalendar text (RFC 5545): its all-day events.
///
/// An event is read by DTSTART, by DTEND or DURATION in days or weeks, by RRULE, RDATE and EXDATE,
/// and by SUMMARY. Events at an hour and cancelled events are left out with a problem or silently.
public struct ICalendarHolidays: Hashable, Sendable {
  /// The days off, in order, each once.
  public private(set) var days: [CalendarDay] = []
  /// What could not be read, in the order of the text.
  public private(set) var problems: [CalendarProblem] = []

  /// The most days that one text may give.
  static let mostDays = 100_000

  /// Reads `text`; events that come again are followed within `years`, each of 1 through 9999.
  public init(_ text: String, years: ClosedRange<Int> = 2000...2099) {
    let lines = ICalendarLine.unfolded(text)
    guard let first = CivilDate(year: years.lowerBound, month: 1, day: 1),
      let last = CivilDate(year: years.upperBound, month: 12, day: 31)
    else { return }
    var event: ICalendarEvent?
    for line in lines {
      switch (line.name, line.value.uppercased()) {
      case ("BEGIN", "VEVENT"): event = ICalendarEvent(line: line.number)
      case ("END", "VEVENT"):
        if let event { take(event, within: first...last) }
        event = nil
      default: event?.properties.append(line)
      }
    }
    if let event { report(.unfinished, at: event.line) }
    if lines.first.map({ $0.name == "BEGIN" && $0.value.uppercased() == "VCALENDAR" }) != true {
      report(.noCalendar, at: 1)
    }
    days = days.sorted { ($0.date, $0.note) < ($1.date, $1.note) }
  }

  private mutating func take(_ event: ICalendarEvent, within span: ClosedRange<CivilDate>) {
    do throws(ICalendarFault) {
      let starts = try event.starts(in: span)
      let length = try event.length()
      for start in starts {
        for offset in 0..<length {
          guard days.count < Self.mostDays else { throw ICalendarFault(event.line, .tooMany) }
          guard let date = start.adding(days: offset) else { break }
          days.append(CalendarDay(date, .holiday, note: event.summary))
        }
      }
    } catch {
      report(error.message, at: error.line)
    }
  }

  private mutating func report(_ message: Text, at line: Int) {
    problems.append(CalendarProblem(line: line, message: message))
  }
}

/// What is wrong with an event, and in which line.
struct ICalendarFault: Error {
  let line: Int
  let message: Text

  init(_ line: Int, _ message: Text) {
    self.line = line
    self.message = message
  }
}

extension Text {
  static let unfinished = Text(en: "the event has no END", ru: "у события нет END")
  static let noCalendar = Text(
    en: "the text does not begin with `BEGIN:VCALENDAR`",
    ru: "текст не начинается с `BEGIN:VCALENDAR`")
  static let tooMany = Text(
    en: "the calendar gives more than \(ICalendarHolidays.mostDays) days",
    ru: "в календаре больше \(ICalendarHolidays.mostDays) дней")
  static let noStart = Text(en: "the event has no DTSTART", ru: "у события нет DTSTART")

  static func notAllDay(_ value: String) -> Text {
    Text(
      en: "`\(value)` is not a whole day `YYYYMMDD`: the event is left out",
      ru: "`\(value)` — не целый день `ГГГГММДД`: событие пропущено")
  }

  static func badLength(_ value: String) -> Text {
    Text(
      en: "`\(value)` gives no length of 1 to 366 days",
      ru: "`\(value)` не даёт длины от 1 до 366 дней")
  }
}
