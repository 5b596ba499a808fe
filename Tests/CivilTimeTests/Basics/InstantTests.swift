import CivilTime
import Testing

@Test(arguments: [
  ("2018-03-05T10:00:00Z", "2018-03-05T10:00:00Z"),
  ("2018-03-05T10:00:00+03:00", "2018-03-05T07:00:00Z"),
  ("2018-03-05T01:00:00+03:00", "2018-03-04T22:00:00Z"),
  ("2018-12-31T22:30:00-05:30", "2019-01-01T04:00:00Z"),
  ("2018-03-05T10:00:00.5Z", "2018-03-05T10:00:00.500000Z"),
  ("2018-03-05T10:00:00.000001Z", "2018-03-05T10:00:00.000001Z"),
  ("2018-03-05T10:00:00.000000Z", "2018-03-05T10:00:00Z"),
  ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
  ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
  ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
  ("2018-03-05T10:00:00-00:00", "2018-03-05T10:00:00Z"),
])
func `a moment is printed in UTC`(text: String, canonical: String) throws {
  let instant = try #require(Instant(rfc3339: text))
  #expect(instant.rfc3339 == canonical)
  #expect(Instant(rfc3339: canonical) == instant)
  #expect(instant.date.iso == String(canonical.prefix(10)))
}

@Test(arguments: [
  "", "2018-03-05", "2018-03-05T10:00Z", "2018-03-05T10:00:00", "2018-03-05 10:00:00Z",
  "2018-03-05t10:00:00Z", "2018-03-05T10:00:00z", "2018-03-05T24:00:00Z", "2018-03-05T10:60:00Z",
  "2018-03-05T10:00:60Z", "2018-02-30T10:00:00Z", "2018-03-05T10:00:00.Z",
  "2018-03-05T10:00:00.1234567Z", "2018-03-05T10:00:00+24:00", "2018-03-05T10:00:00+03:60",
  "2018-03-05T10:00:00+0300", "2018-03-05T10:00:00+03", "2018-03-05T10:00:00Zjunk",
  "2018-03-05T10:00:00Z ", "2018-03-05T10:00:00,5Z", "0001-01-01T00:00:00+00:01",
  "9999-12-31T23:59:59-00:01", "2018-03-05T-1:00:00Z",
])
func `a text that is not exactly a moment is none`(text: String) {
  #expect(Instant(rfc3339: text) == nil)
}

@Test func `a plain date means its start in UTC`() {
  #expect(Instant(isoDateOrTime: "2018-03-05")?.rfc3339 == "2018-03-05T00:00:00Z")
  #expect(Instant(isoDateOrTime: "2018-03-05T10:00:00Z")?.rfc3339 == "2018-03-05T10:00:00Z")
  #expect(Instant(isoDateOrTime: "2018-02-30") == nil)
}

@Test func `moments outside the calendar do not exist`() {
  #expect(Instant(microseconds: .max) == nil)
  #expect(Instant(microseconds: .min) == nil)
  #expect(Instant(startOf: .latest).adding(microseconds: 86_400_000_000) == nil)
  #expect(Instant(startOf: .latest).adding(microseconds: .max) == nil)
}
