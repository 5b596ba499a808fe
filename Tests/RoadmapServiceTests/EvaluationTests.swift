import Bilingual
import CEL
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics
import Testing

private func file(_ text: String) -> LoadedFile {
  LoadedFile(name: "values.json", shownPath: "values.json", bytes: Array(text.utf8))
}

private let values = file(
  #"""
  {"count": 3, "share": 0.5, "huge": 18446744073709551616, "who": "Ольга", "no": null,
   "list": [1, 2.0, "три"], "map": {"a": true, "b": {"c": "\"q\"\n"}}}
  """#)

@Test(arguments: [
  ("1 + 2", "3"), ("count * 2", "6"), ("share", "0.5"), ("huge > 1e19", "true"),
  ("'О' + who.substring(1)", "\"Ольга\""), ("no == null", "true"), ("list", "[1, 2.0, \"три\"]"),
  ("map.b.c", #""\"q\"\n""#),
  ("[1,2,3,4,5,6,7,8,9,10].map(x, x)", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"),
  ("{1: [optional.of(2)]}", "{1: [optional.of(2)]}"), ("duration('90s')", "duration(\"90s\")"),
  ("type(count)", "int"), ("['c','a'].sort()", #"["a", "c"]"#), ("math.greatest(1, count)", "3"),
])
func `an expression over the values of a file has a value`(
  expression: String, expected: String
) throws {
  let outcome = evaluate(expression, bindings: values)
  #expect(outcome.problems.sorted().map(\.message.en) == [])
  #expect(try #require(outcome.result).value.text == expected)
}

@Test(arguments: [
  ("18446744073709551615u", "18446744073709551615"), ("0.1", "0.1"), ("double('NaN')", #""NaN""#),
  ("-1.0 / 0.0", #""-Infinity""#), ("{'a': [null, true]}", #"{"a":[null,true]}"#),
  ("{2: 'x'}", #"{"2":"x"}"#), ("timestamp('2026-02-03T04:05:06Z')", #""2026-02-03T04:05:06Z""#),
  ("optional.none()", "null"), ("b'ab'", #""b\"ab\"""#), ("int", #""int""#),
])
func `a value is printed as JSON`(expression: String, expected: String) throws {
  var writer = JSONWriter()
  let outcome = evaluate(expression)
  try #require(outcome.result, "\(outcome.problems.sorted().map(\.message.en))").value
    .write(to: &writer)
  #expect(writer.text == expected)
}

@Test(arguments: [
  ("1 +", "invalid-expression", 3, 3), ("'мир' + 1", "invalid-expression", 6, 7),
  ("who == wh", "invalid-expression", 7, 9), ("'мир' == who && 1/0 > 0", "", 0, 0),
  ("'мир' != who && 1/0 > 0", "expression-error", 16, 19), ("map.z", "expression-error", 0, 5),
])
func `a mistake is shown at its characters`(
  expression: String, code: String, start: Int, end: Int
) {
  let found = evaluate(expression, bindings: values).problems.sorted()
  #expect(found.first.map(\.code.name) ?? "" == code)
  guard let span = found.first?.span else { return }
  #expect(span.start == UInt32(start), "\(span)")
  #expect(span.end == UInt32(end), "\(span)")
}

@Test(arguments: [
  ("[1]", "invalid-bindings"), ("{\"a\": 1e999}", "invalid-bindings"),
  ("{\"a\": 1, \"a\": 2}", "duplicate-key"), ("{\"a\": ", "yaml-syntax"), ("", "empty-file"),
])
func `a file that gives no values is a problem of its own`(text: String, code: String) {
  let outcome = evaluate("a", bindings: file(text))
  #expect(outcome.problems.sorted().map(\.code.name) == [code])
  #expect(outcome.result == nil)
}

@Test func `only the type is found where nothing else is asked for`() {
  let outcome = evaluate("[1, 2].map(x, x > 1)", onlyType: true)
  #expect(outcome.type?.description == "list(bool)")
  #expect(outcome.result == nil)
  #expect(evaluate("count + 1", bindings: values, onlyType: true).type?.description == "int")
}

@Test(arguments: [
  (#"{"x": "\ud83d\ude00"}"#, "😀"), (#" {"x": "a\uD83D\uDE00b\u0041"} "#, "a😀bA"),
  (#"{"x": "\/\b\f\n\r\t\\\"é"}"#, "/\u{8}\u{C}\n\r\t\\\"é"), (#"{"x": "\u0000"}"#, "\0"),
])
func `texts of JSON may hold all escapes of JSON`(text: String, expected: String) throws {
  let outcome = evaluate("x", bindings: file(text))
  #expect(outcome.problems.sorted().map(\.message.en) == [])
  guard case .string(let found)? = outcome.result?.value else {
    Issue.record("\(text) gives no text")
    return
  }
  #expect(found.utf8.elementsEqual(expected.utf8))
}

@Test(arguments: [
  ("x", "1"), ("y", "[]"), ("z", "{}"), ("n", "-0.5"), ("e", "1000.0"), ("w", "-12"),
  ("deep.a[0].b", "null"), ("big", "9223372036854775807"),
])
func `values of JSON keep their types`(name: String, expected: String) throws {
  let text = #"""
    {"x":1,"y":[ ],"z":{ },"n":-0.5,"e":1E3,"w":-12,"deep":{"a":[{"b":null}]},
    "big":9223372036854775807}
    """#
  let outcome = evaluate(name, bindings: file(text))
  #expect(try #require(outcome.result).value.text == expected)
}

@Test(arguments: [
  #"{"x": "\ud83d"}"#, #"{"x": "\ude00\ud83d"}"#, #"{"x": 1, "x": 2}"#, #"{"x": 1"#,
  #"{"x": "\uD83D\u0041"}"#, #"[1]"#,
])
func `a text that is no good JSON is refused, with its place`(text: String) {
  let outcome = evaluate("1", bindings: file(text))
  #expect(!outcome.problems.sorted().isEmpty)
}

@Test func `a deep nest of lists ends nothing`() {
  let text = "{\"x\": " + String(repeating: "[", count: 100_000)
  #expect(!evaluate("1", bindings: file(text)).problems.sorted().isEmpty)
}
