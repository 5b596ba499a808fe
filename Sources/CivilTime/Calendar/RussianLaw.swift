/// The days off of one year by the Russian Labour Code, article 112, and by the decrees of it.
struct RussianLaw {
  /// The years that the calendar answers for by the rule where no decree is known.
  static let computedYears = 2000...2099

  private let year: Int
  private var days: [CivilDate: CalendarDay] = [:]

  private init(_ year: Int) {
    self.year = year
  }

  /// The days of `year` that differ from the plain week.
  ///
  /// Without a decree for the year, the weekend days among 1 to 8 January are not placed: only
  /// the Government knows where they go.
  static func days(of year: Int) -> [CalendarDay] {
    var law = RussianLaw(year)
    law.markHolidays()
    law.markMovedDays()
    law.markObservedDays()
    law.markDecreeDays()
    law.markShortDays()
    return Array(law.days.values)
  }

  /// Holidays by month and day. Source: Labour Code of Russia, article 112, as of 2013.
  private static let holidays: [(month: Int, days: ClosedRange<Int>, name: String)] = [
    (1, 1...6, "Новогодние каникулы"),
    (1, 7...7, "Рождество Христово"),
    (1, 8...8, "Новогодние каникулы"),
    (2, 23...23, "День защитника Отечества"),
    (3, 8...8, "Международный женский день"),
    (5, 1...1, "Праздник Весны и Труда"),
    (5, 9...9, "День Победы"),
    (6, 12...12, "День России"),
    (11, 4...4, "День народного единства"),
  ]

  private mutating func markHolidays() {
    for (month, range, name) in Self.holidays {
      for day in range {
        mark(CivilDate(year: year, month: month, day: day), .holiday, name)
      }
    }
  }

  private mutating func markMovedDays() {
    for move in RussianDecrees.moves {
      guard let from = CivilDate(iso: move.from), from.year == year else { continue }
      mark(CivilDate(iso: move.to), .moved, "перенесено с \(move.from)")
      if days[from] == nil { mark(from, .short, "перенесено на \(move.to)") }
    }
  }

  /// A holiday on a weekend gives the next working day off, unless a decree took it elsewhere.
  private mutating func markObservedDays() {
    let moved = Set(RussianDecrees.moves.map(\.from))
    let onWeekends = days.values.filter {
      $0.kind == .holiday && $0.date.weekday > 5 && $0.date.month != 1
        && !moved.contains($0.date.iso)
    }
    for holiday in onWeekends.sorted(by: { $0.date < $1.date }) {
      var date = holiday.date
      while let next = date.adding(days: 1), isOff(date) { date = next }
      mark(date, .observed, holiday.note)
    }
  }

  private mutating func markDecreeDays() {
    for decree in RussianDecrees.nonWorking {
      guard var date = CivilDate(iso: decree.from), let last = CivilDate(iso: decree.to),
        date.year == year
      else { continue }
      while date <= last {
        if days[date] == nil { mark(date, .decree, decree.ground) }
        guard let next = date.adding(days: 1) else { break }
        date = next
      }
    }
  }

  private mutating func markShortDays() {
    let holidays = days.values.filter { $0.kind == .holiday }.map(\.date)
    for eve in holidays.compactMap({ $0.adding(days: -1) }) where eve.year == year {
      if !isOff(eve), days[eve] == nil { mark(eve, .short, "") }
    }
    guard let lastDay = CivilDate(year: year, month: 12, day: 31) else { return }
    if !isOff(lastDay), days[lastDay] == nil { mark(lastDay, .short, "") }
  }

  private func isOff(_ date: CivilDate) -> Bool {
    guard let day = days[date] else { return date.weekday > 5 }
    return !day.isWorking(decreeDaysAreWorking: false)
  }

  private mutating func mark(_ date: CivilDate?, _ kind: DayKind, _ note: String) {
    guard let date else { return }
    days[date] = CalendarDay(date, kind, note: note)
  }
}

extension WorkingCalendar {
  /// The Russian production calendar: settled for 2018 through 2027, computed from the law for
  /// the other years of 2000 through 2099 (``Certainty/provisional``).
  ///
  /// The non-working days of 2020 and 2021 are of kind ``DayKind/decree`` and count as working:
  /// 248 working days in 2020, and 219 with ``countingDecreeDays(asWorking:)`` false.
  public static let russian = WorkingCalendar(
    name: "ru", days: RussianLaw.computedYears.flatMap(RussianLaw.days(of:)),
    known: YearSet(RussianDecrees.years), provisional: YearSet(RussianLaw.computedYears))
}
