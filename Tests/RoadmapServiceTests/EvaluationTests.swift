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
