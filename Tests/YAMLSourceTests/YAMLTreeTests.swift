import SourceDiagnostics
import Testing
import YAMLSource

@Test(arguments: [
  ("a", "a"), ("[a, [b], {c: d}]", "[a, [b], {c: d}]"), ("б: 1\nа: [x, y]\n", "{б: 1, а: [x, y]}"),
  ("a: &x [1, {b: 2}]\nc: *x\n", "{a: [1, {b: 2}], c: [1, {b: 2}]}"),
  ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"), ("? a\n: b\n", "{a: b}"),
  ("[a: b, c]", "[{a: b}, c]"), ("a: |\n  x\n  y\n", "{a: x\ny\n}"), ("--- a\n...\n", "a"),
  ("%YAML 1.1\n---\na: no\n", "{a: no}"), ("%YAML 1.2\n---\na: 1\n", "{a: 1}"),
  ("a: &x 1\n*x : 2\n", "{a: 1, 1: 2}"),
])
func `a document becomes a tree`(text: String, outline: String) {
  let reading = Reading(text)
  #expect(reading.outline == outline)
  #expect(reading.codes.isEmpty)
}

@Test(arguments: [
  ("~", CoreType.null), ("null", .null), ("Null", .null), ("NULL", .null), ("''", .string),
  ("nULL", .string), ("'null'", .string), ("true", .boolean), ("True", .boolean),
  ("FALSE", .boolean), ("tRUE", .string), ("yes", .string), ("no", .string), ("on", .string),
  ("off", .string), ("y", .string), ("\"true\"", .string), ("12", .integer), ("-12", .integer),
  ("+1", .integer), ("0x1F", .integer), ("0o17", .integer), ("0777", .integer), ("0b1", .string),
  ("1:30", .string), ("1_000", .string), ("0x", .string), ("0o8", .string), ("-0x1", .string),
  ("1.1", .float), (".5", .float), ("1.", .float), ("1e3", .float), ("1e", .string),
  ("-1.5E-3", .float), (".", .string), ("+", .string), (".inf", .float),
  ("-.Inf", .float), (".NaN", .float), ("-.nan", .string), ("1.1.6", .string),
  ("2018-10-15", .string), ("!!str 12", .string), ("!!int \"12\"", .integer),
  ("!!float 1", .float), ("!!null ''", .null), ("!!bool \"true\"", .boolean),
  ("99999999999999999999", .integer), ("null null", .string), ("truee", .string),
  ("falsy", .string), ("Привет", .string), ("12 дней", .string),
])
func `a scalar is read in the core schema of YAML 1.2`(text: String, type: CoreType) throws {
  let tree = try #require(Reading("[\(text)]\n").tree)
  let root = try #require(tree.root)
  #expect(tree.items(of: root).map { tree.coreType($0) } == [type])
  #expect(tree.items(of: root).map { tree.isNull($0) } == [type == .null])
}

@Test(arguments: [
  ("12", 12), ("-9223372036854775808", Int64.min), ("9223372036854775807", .max),
  ("9223372036854775808", nil), ("-9223372036854775809", nil), ("0x10", 16), ("0o17", 15),
  ("010", 10), ("+7", 7), ("'12'", nil), ("1.0", nil), ("x", nil), ("[]", nil),
  ("0xFFFFFFFFFFFFFFFF", nil), ("!!int '5'", 5),
])
func `a whole number has a value within 64 bits`(text: String, value: Int64?) throws {
  let tree = try #require(Reading("a: 1\nb: \(text)\nc: 3\n").tree)
  let values = tree.entries(of: try #require(tree.root)).map { tree.integer($0.value) }
  #expect(values == [1, value, 3])
}

@Test func `an alias answers like the node it stands for, but for its span`() throws {
  let reading = Reading("a: &x true\nb: *x\nc: &y [1, 2]\nd: *y\n")
  let tree = try #require(reading.tree)
  let values = tree.entries(of: try #require(tree.root)).map(\.value)
  #expect(tree.bool(values[1]) == true)
  #expect(tree.resolved(values[1]) == values[0])
  #expect(tree.kind(values[3]) == .sequence)
  #expect(tree.items(of: values[3]).map { tree.integer($0) } == [1, 2])
  #expect(reading.text(tree.span(values[3])) == "*y")
}

@Test func `a collection of one kind has no children of the other`() throws {
  let tree = try #require(Reading("{a: [1]}").tree)
  let root = try #require(tree.root)
  #expect(Array(tree.items(of: root)).isEmpty)
  #expect(tree.entries(of: root).allSatisfy { Array(tree.entries(of: $0.value)).isEmpty })
  #expect(tree.scalar(root) == nil)
  #expect(tree.coreType(root) == nil)
}

@Test func `each style of a scalar is known`() throws {
  let tree = try #require(Reading("[a, 'a', \"a\"]").tree)
  let block = try #require(Reading("- |\n  a\n- >\n  a\n").tree)
  let root = try #require(tree.root)
  #expect(tree.items(of: root).map { tree.style($0) } == [.plain, .singleQuoted, .doubleQuoted])
  let blockRoot = try #require(block.root)
  #expect(block.items(of: blockRoot).map { block.style($0) } == [.literal, .folded])
}

@Test func `an empty document has no root`() throws {
  let tree = try #require(Reading("# nothing\n").tree)
  #expect(tree.root == nil)
  #expect(tree.count == 0)
}
