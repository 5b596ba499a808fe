import CivilTime
import Testing

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

private func worked(_ calendar: WorkingCalendar, _ from: String, _ to: String) throws -> Int {
  calendar.workingDays(from: try day(from), through: try day(to))
}

@Test(arguments: [
  (2018, 247), (2019, 247), (2020, 248), (2021, 247), (2022, 247), (2023, 247), (2024, 248),
  (2025, 247), (2026, 247), (2027, 247),
])
func `a year has the working days of its production calendar`(year: Int, count: Int) throws {
  #expect(try worked(.russian, "\(year)-01-01", "\(year)-12-31") == count)
  #expect(WorkingCalendar.russian.certainty(of: year) == .known)
}

@Test func `decree days count as days off where that is asked for`() throws {
  let strict = WorkingCalendar.russian.countingDecreeDays(asWorking: false)
  #expect(try worked(strict, "2020-01-01", "2020-12-31") == 219)
  #expect(try worked(strict, "2021-01-01", "2021-12-31") == 240)
  #expect(WorkingCalendar.russian.kind(of: try day("2020-04-01")) == .decree)
  #expect(WorkingCalendar.russian.isWorking(try day("2020-04-01")))
  #expect(!strict.isWorking(try day("2020-04-01")))
}

@Test(arguments: [
  ("2018-03-01", "2018-03-31", 20), ("2018-08-01", "2018-09-30", 43),
  ("2018-09-01", "2018-09-30", 20), ("2018-09-01", "2018-10-31", 43),
  ("2018-10-01", "2018-10-31", 23), ("2018-10-01", "2018-12-31", 65),
  ("2018-12-01", "2018-12-31", 21), ("2018-12-01", "2019-01-31", 38),
  ("2019-01-01", "2019-01-31", 17), ("2019-01-01", "2019-02-28", 37),
  ("2019-03-01", "2019-03-31", 20), ("2019-03-01", "2019-04-30", 42),
  ("2018-12-31", "2018-12-01", 0),
])
func `a month has the working days of its production calendar`(
  from: String, to: String, count: Int
) throws {
  #expect(try worked(.russian, from, to) == count)
}

@Test func `moving by working days agrees with walking day by day`() throws {
  let calendar = WorkingCalendar.russian.countingDecreeDays(asWorking: false)
  let first = try day("2017-11-01")
  let all = (0..<1500).compactMap { first.adding(days: $0) }
  let working = all.filter(calendar.isWorking)
  for date in all.dropFirst(200).prefix(1000) {
    for step in [1, 2, 7, 30] {
      let after = working.filter { $0 > date }[step - 1]
      let before = working.filter { $0 < date }.reversed()[step - 1 + working.startIndex]
      #expect(calendar.adding(workingDays: step, to: date) == after)
      #expect(calendar.adding(workingDays: -step, to: date) == before)
    }
    #expect(calendar.workingDay(onOrAfter: date) == working.first { $0 >= date })
    #expect(calendar.workingDay(onOrBefore: date) == working.last { $0 <= date })
  }
}

@Test func `moving past the end of the calendar gives no day`() {
  for calendar in [WorkingCalendar.russian, .weekdays] {
    #expect(calendar.adding(workingDays: 1, to: .latest) == nil)
    #expect(calendar.adding(workingDays: .max, to: .latest) == nil)
    #expect(calendar.adding(workingDays: .min, to: .earliest) == nil)
    #expect(calendar.adding(workingDays: -1, to: .earliest) == nil)
    #expect(calendar.adding(workingDays: 0, to: .earliest) == .earliest)
  }
}

@Test func `a year beyond the decrees is computed from the law and said to be provisional`() throws
{
  let calendar = WorkingCalendar.russian
  #expect(calendar.certainty(of: 2028) == .provisional)
  #expect(calendar.certainty(of: 2150) == .missing)
  #expect(calendar.kind(of: try day("2028-11-06")) == .observed)
  #expect(calendar.kind(of: try day("2030-02-25")) == .observed)
  #expect(calendar.kind(of: try day("2028-02-22")) == .short)
  #expect(calendar.doubts(from: try day("2018-01-01"), to: try day("2027-12-31")).isEmpty)
  let doubts = calendar.doubts(from: try day("2027-01-01"), to: try day("2101-12-31"))
  #expect(doubts.count == 2)
}

@Test func `every day of the published production calendars is the same here`() throws {
  guard let rows = SharedData.rows("data/calendar_ru_2018_2027.tsv") else {
    print("skipped: no shared data at \(SharedData.folder)")
    return
  }
  let kinds: [String: DayKind] = [
    "holiday": .holiday, "holiday_observed": .observed, "moved_off": .moved,
    "short_working": .short, "working_weekend_short": .short, "decree_nonworking": .decree,
  ]
  var listed: Set<CivilDate> = []
  for row in rows where row[3] != "выходной внутри периода нерабочих дней" {
    let date = try day(row[0])
    listed.insert(date)
    #expect(WorkingCalendar.russian.kind(of: date) == kinds[row[2]], "\(row)")
  }
  let ours = WorkingCalendar.russian.days.filter { (2018...2027).contains($0.date.year) }
  #expect(Set(ours.map(\.date)) == listed)
}
