import SourceDiagnostics
import Testing
import YAMLSource

@testable import RoadmapLanguage

/// The value of `key` in `yaml`, and where each character of it stands that is no blank.
private func positions(_ yaml: String) throws -> (text: String, places: ScalarPositions) {
  var files = SourceFiles()
  var symbols = SymbolTable()
  var problems = Diagnostics()
  let file = files.add(path: "a.yaml", bytes: Array(yaml.utf8))
  let tree = try #require(
    YAMLReader().read(file, of: files, into: &symbols, diagnostics: &problems))
  let root = try #require(tree.root)
  let value = try #require(tree.entries(of: root).map(\.value).last)
  let text = try #require(tree.scalar(value).map(symbols.string))
  return (text, try #require(ScalarPositions(tree, value, symbols, files)))
}

@Test(arguments: [
  "key: one  two == \"три\"\n", "key: one\n  two\n\n\n   три # comment\n", "k: 'it''s  ''три'''\n",
  "key: 'one\n\n   two''\n  '''\n", "key: \"a\\\"b\\\\c\\tд\\n e\"\n",
  "key: \"one \\\n    two\\\n  \\ 3\"\n",
  "key: \"\\x41\\u0416\\U0001F600z\\/\\_\"\n", "key: |\n  one\n    two\n\n  три\n",
  "key: |2-\n    one\n  two\n",
  "key: >\n  one\n  two\n\n    more\n    lines\n\n  три\n\n", "key: >+ # why\n\n\n  one\n\n",
  "key: &a !!str one two\nother: *a\n", "\u{FEFF}key: ж one\r\n  two\r\n",
  "key: \"a\u{2028}b\"\n", "key: |\n  \u{1F600} x\n",
])
func `every character of a text is found where it is written`(yaml: String) throws {
  let (text, places) = try positions(yaml)
  let source = Array(yaml.unicodeScalars.drop { $0 == "\u{FEFF}" })
  var byte = 0
  for character in text.unicodeScalars {
    let range = byte..<(byte + character.utf8.count)
    byte = range.upperBound
    guard !character.properties.isWhitespace else { continue }
    let span = try #require(places.span(of: range))
    let written = source[Int(span.start)..<Int(span.end)]
    if written.first == "\\" { continue }
    #expect(written.first == character, "\(character) at \(span) of \(yaml)")
    #expect(written.count == (character == "'" && yaml.contains("''") ? 2 : 1))
  }
}

@Test(arguments: [
  (#"k: "a\"b\u0416c""#, 1..<2, 5, 7), (#"k: "a\"b\u0416c""#, 3..<5, 8, 14),
  (#"k: "a\"b\u0416c""#, 5..<6, 14, 15), ("k: 'a''b'", 2..<3, 7, 8), ("k: ab", 2..<2, 5, 5),
  ("k: >\n  a\n  b\n", 2..<3, 11, 12), ("k: >\n  a\n  b\n", 0..<3, 7, 12), ("k: жы", 2..<4, 4, 5),
  ("k: |\n  a\n\n    b\n", 5..<6, 14, 15), ("k: ab", 9..<12, 5, 5),
])
func `a range of bytes of a text has its span in the file`(
  yaml: String, range: Range<Int>, start: Int, end: Int
) throws {
  let span = try #require(try positions(yaml).places.span(of: range))
  #expect([Int(span.start), Int(span.end)] == [start, end])
}

@Test(
  arguments: [
    ("plain", [.text("plain")], nil), ("{a}", [.expression("a", offset: 1)], nil),
    ("{{a}}", [.text("{a}")], nil), ("a } b", [.text("a } b")], nil),
    (
      "x{ {'}': 1}['}'] }y", [.text("x"), .expression(" {'}': 1}['}'] ", offset: 2), .text("y")],
      nil
    ),
    (#"{"\"}"}"#, [.expression(#""\"}""#, offset: 1)], nil), ("a {b", [.text("a ")], 2),
    ("{'", [], 0), ("{'\\", [], 0), ("{", [], 0),
    ("{{{a}}}", [.text("{"), .expression("a", offset: 3), .text("}")], nil),
  ] as [(String, [MessageTemplate.Part], Int?)])
func `a message holds expressions in braces`(
  text: String, parts: [MessageTemplate.Part], unclosed: Int?
) {
  let template = MessageTemplate(text)
  #expect(template.unclosed == unclosed)
  #expect(template.parts == parts)
}
