import SourceDiagnostics
import Testing
import YAMLSource

/// A text that was made to hang or crash a reader, and what must be said about it.
struct Bomb: CustomTestStringConvertible, Sendable {
  let name: String
  let text: [UInt8]
  let codes: [String]

  init(_ name: String, _ text: String, _ codes: String...) {
    self.name = name
    self.text = Array(text.utf8)
    self.codes = codes
  }

  var testDescription: String { name }

  static let all: [Bomb] = [
    Bomb("billion laughs", laughs(last: "*h"), "alias-limit"),
    Bomb("billion laughs as a key", laughs(last: "? *h\n: 1"), "alias-limit"),
    Bomb("deep brackets", "a: " + repeated("[", 200_000), "nesting-limit"),
    Bomb("deep braces", "a: " + repeated("{a: ", 100_000), "nesting-limit"),
    Bomb("deep dashes", repeated("- ", 100_000) + "x\n", "nesting-limit"),
    Bomb("deep block", (0..<2_000).map { repeated(" ", $0) + "a:\n" }.joined(), "nesting-limit"),
    Bomb("deep question marks", repeated("? ", 100_000) + "x\n", "nesting-limit"),
    Bomb("chain of aliases", aliasChain(5_000), "nesting-limit"),
    Bomb("a million aliases", "a: &x 1\nb: [" + repeated("*x,", 1_000_000) + "]\n", "alias-limit"),
    Bomb("a long value", "a: " + repeated("x", 50_000_000), "scalar-too-long"),
    Bomb("a long quoted value", "a: \"" + repeated("x ", 20_000_000) + "\"", "scalar-too-long"),
    Bomb("a long block", "a: |\n" + repeated("  xxxxxxxx\n", 2_000_000), "scalar-too-long"),
    Bomb("an open quote", "a: \"" + repeated("x\n", 10_000_000), "scalar-too-long"),
    Bomb("a long anchor", "a: &" + repeated("x", 10_000_000) + " 1", "scalar-too-long"),
    Bomb("a long tag", "a: !" + repeated("x", 10_000_000) + " 1", "scalar-too-long"),
    Bomb("brackets for a key", repeated("[", 90) + repeated("]", 90) + ": 1\n", "complex-key"),
    Bomb("commas", "[" + repeated(",", 1_000_000), "yaml-syntax"),
    Bomb("percent signs", repeated("%", 1_000_000), "yaml-syntax"),
    Bomb("zeros", repeated("\0", 1_000_000), "control-character"),
    Bomb("documents", repeated("---\n", 1_000_000), "empty-file", "multiple-documents"),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func laughs(last: String) -> String {
    var text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for (name, previous) in zip("bcdefgh", "abcdefg") {
      text += "\(name): &\(name) [" + repeated("*\(previous), ", 9) + "]\n"
    }
    return text + "i: [" + repeated("x, ", 3) + "]\n" + (last.first == "?" ? last : "j: " + last)
  }

  private static func aliasChain(_ count: Int) -> String {
    "a0: &a0 x\n" + (1...count).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
  }
}

@Test(arguments: Bomb.all)
func `a bomb is refused with a position`(_ bomb: Bomb) {
  let reading = Reading(bomb.text)
  #expect(reading.codes == bomb.codes)
  if let problem = reading.diagnostics.sorted().first {
    #expect(reading.files.byteRange(of: problem.span).upperBound <= bomb.text.count)
  }
}

@Test func `a mapping may have 300,000 keys, and the last may repeat the first`() {
  let keys = (0..<300_000).map { "k\($0): \($0)\n" }.joined()
  let reading = Reading(keys + "k0: 1\n")
  #expect(reading.codes == ["duplicate-key"])
  #expect(reading.tree?.count == 600_003)
}

@Test func `long comments and long lists are no bombs`() {
  let comments = String(repeating: "# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", count: 100_000)
  #expect(Reading(comments + "a: 1\n" + comments + "b: 2\n").codes.isEmpty)
  #expect(Reading("a: [" + String(repeating: "x, ", count: 500_000) + "]\n").codes.isEmpty)
  #expect(Reading("a: 1\n" + String(repeating: "\n", count: 3_000_000) + "b: 1\n").codes.isEmpty)
}

@Test func `every limit can be set, and holds exactly`() {
  var limits = YAMLLimits()
  limits.bytes = 4
  #expect(Reading("a: 1", limits: limits).codes.isEmpty)
  #expect(Reading("a: 12", limits: limits).codes == ["file-too-large"])
  limits = YAMLLimits()
  limits.nodes = 3
  #expect(Reading("a: 1", limits: limits).codes.isEmpty)
  #expect(Reading("[a, b, c]", limits: limits).codes == ["file-too-large"])
  limits = YAMLLimits()
  limits.scalarBytes = 4
  #expect(Reading("a: план", limits: limits).codes == ["scalar-too-long"])
  #expect(Reading("a: abcd", limits: limits).codes.isEmpty)
  limits = YAMLLimits()
  limits.nesting = 2
  #expect(Reading("a: [1]", limits: limits).codes.isEmpty)
  #expect(Reading("a: [[1]]", limits: limits).codes == ["nesting-limit"])
  #expect(Reading("a: &x [1]\nb: [*x]", limits: limits).codes == ["nesting-limit"])
  limits = YAMLLimits()
  limits.aliasNodes = 4
  #expect(Reading("a: &x [1]\nb: *x\nc: *x", limits: limits).codes.isEmpty)
  #expect(Reading("a: &x [1, 2]\nb: *x\nc: *x", limits: limits).codes == ["alias-limit"])
}
