import CEL
import Testing

private func clock(_ text: String, in zone: String) -> String? {
  guard let instant = Timestamp(rfc3339: text), let rules = TimeZoneRules.named(zone) else {
    return nil
  }
  let fields = rules.fields(of: instant)
  return "\(fields.year)-\(fields.month)-\(fields.day) \(fields.hour):\(fields.minute)"
}

@Test(arguments: [
  ("2009-02-13T23:31:30Z", "UTC", "2009-2-13 23:31"),
  ("2009-02-13T23:31:30Z", "Z", "2009-2-13 23:31"),
  ("2009-02-13T23:31:30Z", "+11:00", "2009-2-14 10:31"),
  ("2009-02-13T02:00:00Z", "-02:30", "2009-2-12 23:30"),
  ("2009-02-13T23:31:30Z", "02:00", "2009-2-14 1:31"),
  ("2009-02-13T23:31:30Z", "-00:00", "2009-2-13 23:31"),
  ("0001-01-01T00:00:00Z", "-01:00", "0-12-31 23:0"),
  ("9999-12-31T23:59:59Z", "+01:00", "10000-1-1 0:59"),
])
func `UTC and fixed offsets need no database`(text: String, zone: String, local: String) {
  #expect(clock(text, in: zone) == local)
}

@Test(
  .enabled(
    if: TimeZoneRules.named("US/Central") != nil, "this machine has no /usr/share/zoneinfo"),
  arguments: [
    ("2009-02-13T23:31:30Z", "US/Central", "2009-2-13 17:31"),
    ("2009-07-13T23:31:30Z", "US/Central", "2009-7-13 18:31"),
    ("2018-10-15T12:00:00Z", "Asia/Yekaterinburg", "2018-10-15 17:0"),
    ("2013-10-15T12:00:00Z", "Asia/Yekaterinburg", "2013-10-15 18:0"),
    ("1800-01-01T00:00:00Z", "Europe/London", "1799-12-31 23:58"),
    ("2500-07-01T12:00:00Z", "Europe/Berlin", "2500-7-1 14:0"),
    ("2500-01-01T12:00:00Z", "Europe/Berlin", "2500-1-1 13:0"),
    ("2500-01-01T12:00:00Z", "Australia/Sydney", "2500-1-1 23:0"),
    ("2500-07-01T12:00:00Z", "Australia/Sydney", "2500-7-1 22:0"),
    ("2500-07-01T12:00:00Z", "Europe/Dublin", "2500-7-1 13:0"),
    ("2500-01-01T12:00:00Z", "Europe/Dublin", "2500-1-1 12:0"),
    ("2100-03-28T00:59:59Z", "Europe/Berlin", "2100-3-28 1:59"),
    ("2100-03-28T01:00:00Z", "Europe/Berlin", "2100-3-28 3:0"),
    ("2100-10-31T00:59:59Z", "Europe/Berlin", "2100-10-31 2:59"),
    ("2100-10-31T01:00:00Z", "Europe/Berlin", "2100-10-31 2:0"),
    ("9999-12-31T23:59:59Z", "America/New_York", "9999-12-31 18:59"),
    ("2024-06-01T00:00:00Z", "Asia/Kathmandu", "2024-6-1 5:45"),
    ("2024-06-01T00:00:00Z", "Etc/GMT+5", "2024-5-31 19:0"),
  ])
func `a named zone follows its history and then its rule`(
  text: String, zone: String, local: String
) {
  #expect(clock(text, in: zone) == local)
}

@Test(arguments: [
  "", " ", "utc", "Mars/Olympus", "../../etc/passwd", "/usr/share/zoneinfo/UTC", "Europe",
  "Europe/", "/Europe/Moscow", "Europe//Moscow", "Europe/./Moscow", "localtime", "tzdata.zi",
  "zone.tab", "Europe/Moscow\u{0}", "right/UTC", "1:00", "+1:00", "+24:00", "+11:60", "+11:0",
  "+1100", "Зона",
])
func `what names no zone is refused`(name: String) {
  #expect(TimeZoneRules.named(name) == nil)
}

@Test func `the days of the week and of the year are counted`() throws {
  let utc = try #require(TimeZoneRules.named("UTC"))
  let friday = utc.fields(of: try #require(Timestamp(rfc3339: "2009-02-13T23:31:30.25Z")))
  #expect(friday.dayOfWeek == 5)
  #expect(friday.dayOfYear == 44)
  #expect(friday.second == 30)
  #expect(friday.nanosecond == 250_000_000)
  let last = utc.fields(of: try #require(Timestamp(rfc3339: "2024-12-31T00:00:00Z")))
  #expect(last.dayOfYear == 366)
  #expect(utc.fields(of: .minimum).dayOfWeek == 1)
}

@Test func `every day of eight centuries follows the one before it`() throws {
  let utc = try #require(TimeZoneRules.named("UTC"))
  var instant = try #require(Timestamp(rfc3339: "1599-12-31T00:00:00Z"))
  var previous = utc.fields(of: instant)
  let day = CELDuration(nanoseconds: 86_400_000_000_000)
  for _ in 0..<(800 * 365) {
    instant = try #require(instant.adding(day))
    let fields = utc.fields(of: instant)
    let isNextDay =
      fields.month == previous.month && fields.day == previous.day + 1
      || fields.day == 1 && fields.month == previous.month % 12 + 1
        && (28...31).contains(previous.day)
    guard isNextDay, fields.dayOfWeek == (previous.dayOfWeek + 1) % 7,
      fields.dayOfYear == previous.dayOfYear + 1 || fields.dayOfYear == 1
    else {
      Issue.record("\(fields) does not follow \(previous)")
      return
    }
    previous = fields
  }
}
