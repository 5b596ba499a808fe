import Bilingual
import RoadmapJournal
import Testing

@Suite struct `Canonical JSON` {
  private func canonical(_ text: String) throws -> String {
    String(decoding: try JSONValue(parsing: Array(text.utf8)).canonicalBytes, as: UTF8.self)
  }

  // The string and the key order are the examples of RFC 8785, 3.2.2 and 3.2.3.
  @Test(arguments: [
    ("null", "null"), (" true ", "true"), ("false", "false"), ("[ ]", "[]"), ("{ }", "{}"),
    ("0", "0"), ("-1", "-1"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("[1 , 2,\n[3\t]\r]", "[1,2,[3]]"),
    (#"{"b":1,"a":{"d":2,"c":3}}"#, #"{"a":{"c":3,"d":2},"b":1}"#),
    (
      #""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#, #""€$\u000f\nA'B\"\\\\\"/""#
    ),
    (#""\b\f\n\r\t\u0000\u001F\u007f""#, "\"\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}\""),
    (#""\ud83d\ude02 Мероприятие""#, "\"😂 Мероприятие\""),
    (
      #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#,
      "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}"
    ),
    (#"{"e\u0301":1,"\u00e9":2}"#, "{\"e\u{301}\":1,\"\u{E9}\":2}"),
  ])
  func `a text is written in one form`(text: String, expected: String) throws {
    let written = try canonical(text)
    #expect(written.utf8.elementsEqual(expected.utf8))
    #expect(try canonical(written).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("nul", .unexpectedEnd, 3),
      ("nulL", .unexpectedByte(0x4C), 3), ("[1,]", .unexpectedByte(0x5D), 3),
      ("[1 2]", .unexpectedByte(0x32), 3), ("{1:2}", .unexpectedByte(0x31), 1),
      (#"{"a" 1}"#, .unexpectedByte(0x31), 5), (#"{"a":1,}"#, .unexpectedByte(0x7D), 7),
      ("{\"a\":1", .unexpectedEnd, 6), ("'a'", .unexpectedByte(0x27), 0),
      ("1 2", .trailingBytes, 2), ("{}}", .trailingBytes, 2),
      ("\u{FEFF}1", .unexpectedByte(0xEF), 0),
      ("1.0", .notAnInteger, 0), ("[1e3]", .notAnInteger, 1), ("-0", .notAnInteger, 0),
      ("01", .unexpectedByte(0x31), 1), ("-", .unexpectedEnd, 1), ("+1", .unexpectedByte(0x2B), 0),
      ("[9223372036854775808]", .integerOutOfRange, 1),
      ("-9223372036854775809", .integerOutOfRange, 0),
      ("NaN", .unexpectedByte(0x4E), 0), (#""\x""#, .invalidEscape, 1),
      (#""\u12G4""#, .invalidEscape, 1),
      (#""a\ud800""#, .loneSurrogate, 2), (#""\udc00\ud800""#, .loneSurrogate, 1),
      (#""\ud800\u0041""#, .loneSurrogate, 1), ("\"a\nb\"", .controlCharacter(0x0A), 2),
      ("\"abc", .unexpectedEnd, 4), ("\"abc\\", .unexpectedEnd, 5), (#""\u12""#, .invalidEscape, 1),
      (#"{"a":1,"b":{"a":1},"a":2}"#, .duplicateKey("a"), 19),
      (#"{"b":0, "a":1, "\u0061":2}"#, .duplicateKey("a"), 15),
      (String(repeating: "[", count: 65), .tooDeep, 64),
    ] as [(String, JSONError.Problem, Int)])
  func `a wrong text is refused where it is wrong`(
    text: String, problem: JSONError.Problem, offset: Int
  ) {
    #expect(throws: JSONError(problem: problem, offset: offset)) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0x61, 0xC0, 0x80, 0x22], 2), ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1),
    ] as [([UInt8], Int)])
  func `what is not UTF-8 is refused where it begins`(bytes: [UInt8], offset: Int) {
    #expect(throws: JSONError(problem: .invalidUTF8, offset: offset)) {
      try JSONValue(parsing: bytes)
    }
  }

  @Test func `64 levels are read, and a value of any depth is written`() throws {
    let nested = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try canonical(nested) == nested)
    let deep = (0..<1000).reduce(JSONValue.null) { value, _ in .array([value]) }
    #expect(deep.canonicalBytes.count == 2004)
  }

  @Test func `values that only look equal are not equal`() {
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(JSONObject([.init(key: "\u{E9}", value: .null)])["e\u{301}"] == nil)
    #expect(["b": 1, "a": 2] as JSONValue == ["a": 2, "b": 1])
  }

  @Test func `of members with the same key the last one stays`() {
    let object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object == ["a": 3, "b": 2])
    #expect(object["a"]?.integer == 3 && object["c"] == nil)
  }

  @Test func `every problem is told in both languages with its place`() {
    let error = JSONError(problem: .duplicateKey("срок"), offset: 7)
    #expect(error.text.en == "byte 7: the key `срок` is there twice")
    #expect(error.text.ru == "байт 7: ключ `срок` повторяется")
  }
}
