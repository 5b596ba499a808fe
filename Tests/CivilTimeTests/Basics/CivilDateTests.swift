import CivilTime
import Testing

@Test func `every day of the calendar comes back from its parts and its text`() throws {
  var number = CivilDate.earliest.dayNumber
  var weekday = 1
  while number <= CivilDate.latest.dayNumber {
    let date = try #require(CivilDate(dayNumber: number))
    let (year, month, day) = date.parts
    let isExact = CivilDate(year: year, month: month, day: day) == date && date.weekday == weekday
    if !isExact { Issue.record("\(number) is \(date), weekday \(date.weekday)") }
    weekday = weekday % 7 + 1
    number += 1
  }
}

@Test(arguments: [
  ("1970-01-01", 0, 4), ("2018-10-15", 17_819, 1), ("2000-02-29", 11_016, 2),
  ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5), ("1969-12-31", -1, 3),
])
func `a date has the day number and the weekday of the calendar`(
  text: String, number: Int32, weekday: Int
) throws {
  let date = try #require(CivilDate(iso: text))
  #expect(date.dayNumber == number)
  #expect(date.weekday == weekday)
  #expect(date.iso == text)
}

@Test(arguments: [
  "", "2018", "2018-10", "2018-02-29", "1900-02-29", "2018-02-30", "2018-13-01", "2018-00-10",
  "2018-10-00", "2018-10-32", "2018-1-05", "2018-10-5", "18-10-15", "0000-01-01", "-018-01-01",
  "+2018-10-15", "2018-10-15 ", " 2018-10-15", "2018-10-15T00:00", "2018/10/15", "20181015",
  "2018‐10‐15", "２０１８-10-15", "2018-10-15\0", "10000-01-01",
])
func `a text that is not exactly a day is no date`(text: String) {
  #expect(CivilDate(iso: text) == nil)
}

@Test func `moving past the end of the calendar gives nothing`() {
  #expect(CivilDate.latest.adding(days: 1) == nil)
  #expect(CivilDate.earliest.adding(days: -1) == nil)
  #expect(CivilDate.latest.adding(days: .max) == nil)
  #expect(CivilDate.latest.adding(months: 1) == nil)
  #expect(CivilDate.earliest.adding(months: -1) == nil)
  #expect(CivilDate.earliest.adding(months: .min) == nil)
  #expect(CivilDate.earliest.adding(months: .max) == nil)
  #expect(CivilDate(dayNumber: Int64.max) == nil)
  #expect(CivilDate(year: .max, month: 1, day: 1) == nil)
}

@Test(arguments: [
  ("2018-01-31", 1, "2018-02-28"), ("2020-01-31", 1, "2020-02-29"), ("2018-12-15", 1, "2019-01-15"),
  ("2018-03-31", -1, "2018-02-28"), ("2018-01-15", -1, "2017-12-15"),
  ("2018-05-31", 13, "2019-06-30"),
])
func `a month later is the same day or the last one`(start: String, months: Int, end: String) throws
{
  let date = try #require(CivilDate(iso: start))
  #expect(date.adding(months: months)?.iso == end)
}
