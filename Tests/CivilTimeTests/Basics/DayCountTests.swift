import Bilingual
import CivilTime
import Testing

@Test(arguments: [
  ("5 days", 5, DayCount.Unit.calendar), ("1 day", 1, .calendar), ("20d", 20, .calendar),
  ("3 working days", 3, .working), ("1 working day", 1, .working), ("10wd", 10, .working),
  ("4 business days", 4, .working), ("2 weeks", 14, .calendar), ("1w", 7, .calendar),
  ("P5D", 5, .calendar), ("P2W", 14, .calendar), ("-P3D", -3, .calendar), ("0", 0, .calendar),
  ("0 days", 0, .calendar), ("-3 days", -3, .calendar), ("−3 working days", -3, .working),
  ("+2 days", 2, .calendar), ("5 дней", 5, .calendar), ("1 день", 1, .calendar),
  ("2 дня", 2, .calendar), ("10 рабочих дней", 10, .working), ("1 рабочий день", 1, .working),
  ("3 рабочих дня", 3, .working), ("2 недели", 14, .calendar), ("7 календарных дней", 7, .calendar),
  (" 5  working   days ", 5, .working), ("36600 days", 36_600, .calendar),
])
func `a number of days is read with its unit`(text: String, count: Int, unit: DayCount.Unit) throws
{
  #expect(try DayCount(reading: text) == DayCount(count, unit))
}

@Test(arguments: [
  ("", "a number of days is missing"), ("5", "`5` does not say which days are counted"),
  ("five days", "`five days` is no number of days"),
  ("2 months", "`2 months` is no fixed number of days: months and years differ in length"),
  ("P1M", "`P1M` is no fixed number of days: months and years differ in length"),
  ("1 год", "`1 год` is no fixed number of days: months and years differ in length"),
  ("24 hours", "`24 hours` is no number of days: whole days are counted here"),
  ("36601 days", "`36601 days` is more than 36600 days"),
  ("99999999999999999999 days", "`99999999999999999999 days` is more than 36600 days"),
  ("9223372036854775807 weeks", "`9223372036854775807 weeks` is more than 36600 days"),
  ("1.5 days", "`1.5 days` is no number of days"), ("PT24H", "`PT24H` is no number of days"),
  ("--3 days", "`--3 days` is no number of days"), ("3 days 2", "`3 days 2` is no number of days"),
])
func `what is no number of days is refused with a reason`(text: String, message: String) {
  #expect(throws: DayCountError.self) { try DayCount(reading: text) }
  do {
    _ = try DayCount(reading: text)
  } catch {
    #expect(error.message.en == message)
  }
}

@Test(arguments: ["5 working days", "1 day", "-3 days", "0 days", "14 days", "1 working day"])
func `a number of days is written as it is read`(text: String) throws {
  #expect(try DayCount(reading: text).description == text)
}

@Test(arguments: [
  // Friday 2018-12-28; Saturday the 29th is worked in place of Monday the 31st.
  ("1 day", "2018-12-29"), ("1 working day", "2018-12-29"), ("2 working days", "2019-01-09"),
  ("0", "2018-12-28"), ("-1 working day", "2018-12-27"), ("-P1W", "2018-12-21"),
])
func `days are counted from the day after, by the calendar`(text: String, reached: String) throws {
  let friday = try #require(CivilDate(iso: "2018-12-28"))
  let count = try DayCount(reading: text)
  #expect(WorkingCalendar.russian.adding(count, to: friday)?.iso == reached)
}
