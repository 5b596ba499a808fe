import SourceDiagnostics
import Testing
import YAMLSource

/// The text of the value of `key` at the root.
private func value(of key: String, in text: String) throws -> String {
  let reading = Reading(text)
  let tree = try #require(reading.tree)
  let root = try #require(tree.root)
  let entry = try #require(
    tree.entries(of: root).first { tree.keySymbol($0.key).map(reading.symbols.string) == key })
  return reading.text(tree.span(entry.value))
}

@Test(arguments: [
  ("k: v\n", "v"), ("k:   v   # note\n", "v"), ("k: 'a b'\n", "'a b'"),
  ("k: \"a\\n\"\n", "\"a\\n\""),
  ("план: x\nk: Иванов И.И.\n", "Иванов И.И."), ("a: 😀\nk: é́\n", "é́"),
  ("a: 1\r\nk: v\r\nb: 2\r\n", "v"), ("a: 1\rk: v\rb: 2\r", "v"), ("k:\tv\t\n", "v"),
  ("\u{FEFF}k: v\n", "v"),
  ("k: one\n  two\nb: 1\n", "one\n  two"), ("k: |\n  one\n  two\n\n\nb: 1\n", "|\n  one\n  two"),
  ("k: >-\n  план\n\n# note\nb: 1\n", ">-\n  план"),
  ("k: [a, b]   # note\n", "[a, b]"), ("k: {a: 1}\nb: 1\n", "{a: 1}"), ("k: []\n", "[]"),
  ("k:\n  - a\n  - b\n\n# note\nb: 1\n", "- a\n  - b"), ("k:\n- a\n- б\n\nb: 1\n", "- a\n- б"),
  ("k:\n  a: 1\n  b:\n    c: 2  # note\n\n\n", "a: 1\n  b:\n    c: 2"), ("k:\n  a:\nb: 1\n", "a:"),
  ("k:\nb: 1\n", ""), ("k: &x v\n", "v"), ("k: &x\n  a: 1\n", "a: 1"), ("k: &x [a]\n", "[a]"),
  ("k: !!str v\n", "v"), ("k: !!str &x v\n", "v"), ("k: &x !!map {a: 1}\n", "{a: 1}"),
  ("k: &x # note\n  v\n", "v"), ("k: &x\nb: 1\n", ""), ("k: &x ''\n", "''"),
  ("k: !<tag:yaml.org,2002:str> v\n", "v"), ("k: &x |\n  v\n\nb: 1\n", "|\n  v"),
  ("a: &x v\nk: *x\n", "*x"), ("a: [&x,&y v]\nk: &z v\n", "v"),
  ("k: &x\n  &y a: 1\n", "&y a: 1"), ("k: &x\u{85} v\n", "v"), ("k: &x?v\n", "?v"),
  ("k: &x # a\u{2028} v\n", "v"),
])
func `a span is exactly the text of its node`(text: String, expected: String) throws {
  #expect(try value(of: "k", in: text) == expected)
}

@Test func `the span of a key leaves out its colon, and that of the root its comments`() throws {
  let reading = Reading("# head\n\"план\" : 1\nб: [2]\n# foot\n")
  let tree = try #require(reading.tree)
  let root = try #require(tree.root)
  #expect(reading.text(tree.span(root)) == "\"план\" : 1\nб: [2]")
  #expect(tree.entries(of: root).map { reading.text(tree.span($0.key)) } == ["\"план\"", "б"])
}

@Test func `positions count characters, whatever bytes and line breaks they take`() throws {
  let reading = Reading("\u{FEFF}план: 1\r\n  \r\nэтап: '😀😀' \nk: [\u{301}z]\n")
  let tree = try #require(reading.tree)
  let starts = tree.entries(of: try #require(tree.root)).map {
    reading.files.start(of: tree.span($0.value))
  }
  #expect(
    starts == [
      SourcePosition(line: 1, column: 7), SourcePosition(line: 3, column: 7),
      SourcePosition(line: 4, column: 4),
    ])
}
