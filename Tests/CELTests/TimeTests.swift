import CEL
import Testing

@Test(
  arguments: [
    ("1970-01-01T00:00:00Z", 0, 0),
    ("2009-02-13T23:31:30Z", 1_234_567_890, 0),
    ("2009-02-13T23:31:30.25Z", 1_234_567_890, 250_000_000),
    ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999),
    ("2009-02-14T02:31:30+03:00", 1_234_567_890, 0),
    ("2009-02-13T21:01:30-02:30", 1_234_567_890, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ("2000-02-29T12:00:00-00:00", 951_825_600, 0),
  ] as [(String, Int64, Int32)])
func `an instant is read from RFC 3339`(text: String, seconds: Int64, nanoseconds: Int32) {
  #expect(
    Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
}

@Test(arguments: [
  "", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-02-13t23:31:30Z",
  "2009-02-13T23:31:30z", "2009-02-30T00:00:00Z", "1900-02-29T00:00:00Z", "2009-13-01T00:00:00Z",
  "2009-00-01T00:00:00Z", "2009-02-13T24:00:00Z", "2009-02-13T23:60:00Z", "2009-02-13T23:59:60Z",
  "2009-02-13T23:31:30.Z", "2009-02-13T23:31:30.1234567890Z", "2009-02-13T23:31:30,5Z",
  "2009-02-13T23:31:30+0300", "2009-02-13T23:31:30+24:00", "2009-02-13T23:31:30+03:60",
  "2009-02-13T23:31:30+03", "2009-02-13T23:31:30Z ", " 2009-02-13T23:31:30Z",
  "10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z", "0001-01-01T00:00:00+00:01",
  "9999-12-31T23:59:59-00:01", "-001-01-01T00:00:00Z", "٢٠٠٩-02-13T23:31:30Z",
])
func `what is not an RFC 3339 instant in range is refused`(text: String) {
  #expect(Timestamp(rfc3339: text) == nil)
}

@Test(arguments: [
  ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"),
  ("2009-02-13T23:31:30.000000001Z", "2009-02-13T23:31:30.000000001Z"),
  ("2009-02-13T23:31:30.250000000Z", "2009-02-13T23:31:30.25Z"),
  ("2009-02-14T02:31:30+03:00", "2009-02-13T23:31:30Z"),
  ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
])
func `an instant is written in UTC with the digits it needs`(text: String, written: String) {
  #expect(Timestamp(rfc3339: text)?.rfc3339 == written)
}

@Test func `instants outside the range cannot be made`() {
  #expect(Timestamp(seconds: -62_135_596_801) == nil)
  #expect(Timestamp(seconds: 253_402_300_800) == nil)
  #expect(Timestamp(seconds: .min) == nil)
  #expect(Timestamp(seconds: .max) == nil)
  #expect(Timestamp(seconds: 0, nanoseconds: -1) == nil)
  #expect(Timestamp(seconds: 0, nanoseconds: 1_000_000_000) == nil)
}

@Test(
  arguments: [
    ("2009-02-13T23:00:00Z", "1h", "2009-02-14T00:00:00Z"),
    ("2009-02-13T23:00:00.5Z", "500ms", "2009-02-13T23:00:01Z"),
    ("1970-01-01T00:00:00Z", "-1ns", "1969-12-31T23:59:59.999999999Z"),
    ("0001-01-01T00:00:00Z", "-1ns", nil),
    ("9999-12-31T23:59:59.999999999Z", "1ns", nil),
  ] as [(String, String, String?)])
func `a span added to an instant gives an instant in range`(
  start: String, span: String, sum: String?
) throws {
  let start = try #require(Timestamp(rfc3339: start))
  let span = try #require(CELDuration(text: span))
  #expect(start.adding(span)?.rfc3339 == sum)
  if let sum = start.adding(span) {
    #expect(sum.subtracting(span) == start)
    #expect(sum.since(start) == span)
    #expect((start < sum) == (CELDuration(nanoseconds: 0) < span))
  }
}

@Test func `a difference that 64 bits of nanoseconds cannot hold is refused`() throws {
  #expect(Timestamp.maximum.since(.minimum) == nil)
  #expect(Timestamp.minimum.since(.maximum) == nil)
  let longest = CELDuration(nanoseconds: .max)
  let end = try #require(Timestamp(seconds: 0)?.adding(longest))
  #expect(try end.since(#require(Timestamp(seconds: 0))) == longest)
  let shortest = CELDuration(nanoseconds: .min)
  let start = try #require(Timestamp(seconds: 0)?.adding(shortest))
  #expect(try start.since(#require(Timestamp(seconds: 0))) == shortest)
  #expect(try start.since(#require(Timestamp(seconds: 0, nanoseconds: 1))) == nil)
  #expect(Timestamp(seconds: 0)?.subtracting(shortest)?.seconds == 9_223_372_036)
}

@Test(
  arguments: [
    ("0", 0), ("-0", 0), ("+0", 0), ("0s", 0), ("1h", 3_600_000_000_000),
    ("1h45m47s", 6_347_000_000_000), ("-1h30m1.5s", -5_401_500_000_000), ("+5s", 5_000_000_000),
    ("1.5h", 5_400_000_000_000), (".5s", 500_000_000), ("1.s", 1_000_000_000), ("1ns", 1),
    ("1us", 1000), ("1\u{B5}s", 1000), ("1\u{3BC}s", 1000), ("3ms", 3_000_000),
    ("1m1ms", 60_001_000_000), ("0.0000000019s", 1), ("1s1s", 2_000_000_000),
    ("9223372036854775807ns", .max), ("-9223372036854775808ns", .min),
    ("0.100000000000000000000000001h", 360_000_000_000),
  ] as [(String, Int64)])
func `a span is read from numbers with units`(text: String, nanoseconds: Int64) {
  #expect(CELDuration(text: text) == CELDuration(nanoseconds: nanoseconds))
}

@Test(arguments: [
  "", "-", "+", "1", "00", "s", ".s", "1x", "1d", "1 s", "1s ", " 1s", "--1s", "1s-1s", "1e3s",
  "320000000000s", "-320000000000s", "9223372036854775808ns", "-9223372036854775809ns",
  "99999999999999999999999h", "1µ", "1h30", "١s",
])
func `what is not a span in range is refused`(text: String) {
  #expect(CELDuration(text: text) == nil)
}

@Test(
  arguments: [
    (5_400_000_000_000, "5400s"), (1_500_000_000, "1.5s"), (0, "0s"), (-250_000_000, "-0.25s"),
    (1, "0.000000001s"), (.min, "-9223372036.854775808s"), (.max, "9223372036.854775807s"),
  ] as [(Int64, String)])
func `a span is written in seconds`(nanoseconds: Int64, text: String) {
  #expect(CELDuration(nanoseconds: nanoseconds).text == text)
  #expect(CELDuration(text: text)?.nanoseconds == nanoseconds)
}

@Test func `spans are made from parts and combined within the range`() throws {
  #expect(CELDuration(seconds: 1, nanos: -1)?.nanoseconds == 999_999_999)
  #expect(CELDuration(seconds: -9_223_372_037, nanos: 145_224_192)?.nanoseconds == .min)
  #expect(CELDuration(seconds: -9_223_372_037, nanos: 145_224_191) == nil)
  #expect(CELDuration(seconds: .max, nanos: .max) == nil)
  #expect(CELDuration(seconds: .min, nanos: .min) == nil)
  #expect(CELDuration(nanoseconds: .max).adding(CELDuration(nanoseconds: 1)) == nil)
  #expect(CELDuration(nanoseconds: .min).subtracting(CELDuration(nanoseconds: 1)) == nil)
  #expect(CELDuration(nanoseconds: .min).negated == nil)
  #expect(CELDuration(nanoseconds: 5).negated == CELDuration(nanoseconds: -5))
}

@Test func `the parts of a span are totals, except the milliseconds`() throws {
  let span = try #require(CELDuration(text: "3730.321456789s"))
  #expect(span.hours == 1)
  #expect(span.minutes == 62)
  #expect(span.seconds == 3730)
  #expect(span.millisecondsOfSecond == 321)
}
