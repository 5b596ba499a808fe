extension WorkingCalendar {
  /// The calendars that come with the program, in the order in which people are told of them.
  public static let shipped: [WorkingCalendar] = [.russian, .weekdays]

  /// Reads the calendar of an organisation: a ``CalendarFile`` or an iCalendar text, laid over the
  /// plain week. Only the years of its days are known.
  ///
  /// - Returns: the calendar under the name `name`, with every line that could not be read.
  public static func reading(
    _ text: String, name: String
  ) -> (calendar: WorkingCalendar, problems: [CalendarProblem]) {
    let text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    let days: [CalendarDay]
    let problems: [CalendarProblem]
    if text.drop(while: \.isWhitespace).prefix(15).uppercased() == "BEGIN:VCALENDAR" {
      let read = ICalendarHolidays(text)
      (days, problems) = (read.days, read.problems)
    } else {
      let read = CalendarFile(text)
      (days, problems) = (read.days, read.problems)
    }
    let years = YearSet(years: days.map(\.date.year))
    return (WorkingCalendar(name: name, days: days, known: years), problems)
  }
}
