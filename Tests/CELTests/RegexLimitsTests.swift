import CEL
import Testing

private let aaa = String(repeating: "a", count: 100_000)

@Test(
  arguments: [
    ("(a+)+$", aaa + "b", false), ("(a+)+$", aaa, true), ("(a|aa)+$", aaa + "b", false),
    ("(a|a?)+c", aaa + "b", false), ("(x+x+)+y", String(repeating: "x", count: 100_000), false),
    ("(?:a?){500}a{500}", String(repeating: "a", count: 500), true),
    ("(.*)(.*)(.*)(.*)(.*)x", aaa, false), ("aaaaaaaaaaaaaaab", aaa, false),
    ("aaaaaaaaaaaaaaaaaaaaaaaab", aaa, false),
  ])
func `patterns that ruin a backtracking search take linear time`(
  pattern: String, text: String, isMatch: Bool
) throws {
  let regex = try Regex(pattern)
  #expect(regex.isMatch(text) == isMatch)
  #expect((regex.firstMatch(in: text) != nil) == isMatch)
}

@Test func `an automaton of too many states gives way without a change of the answer`() throws {
  // Which of the last 16 characters were `a` makes 65,536 states.
  let regex = try Regex("a[ab]{15}c")
  var state: UInt32 = 1
  var text = ""
  for _ in 0..<60_000 {
    state = state &* 1_664_525 &+ 1_013_904_223
    text += state >> 30 & 1 == 0 ? "a" : "b"
  }
  #expect(!regex.isMatch(text))
  #expect(regex.isMatch(text + "aabababababababac"))
  #expect(!regex.isMatch("aab"))
}

@Test(
  arguments: [
    String(repeating: "(", count: 50_000) + String(repeating: ")", count: 50_000),
    String(repeating: ".", count: 100_000), String(repeating: "(?:x{1000})", count: 100),
    "[" + String(repeating: "\\pL", count: 30_000) + "]", String(repeating: "\\pL", count: 30_000),
    String(repeating: "(?P<n>a)", count: 3), String(repeating: "[[:", count: 30_000),
    String(repeating: "(?:a{1000}){0}", count: 1) + "((((a{30}){30}){1})+){30}",
  ])
func `a pattern that expands too far is refused at once`(pattern: String) {
  #expect(throws: RegexError.self) { try Regex(pattern) }
}

@Test(
  arguments: [
    String(repeating: "(?:", count: 100_000) + "a" + String(repeating: ")", count: 100_000),
    String(repeating: "(?:", count: 10_000) + "a" + String(repeating: ")*", count: 10_000),
    String(repeating: "(?:b|", count: 10_000) + "a" + String(repeating: ")", count: 10_000),
    String(repeating: "(?:^|){1000}", count: 1000) + "a",
    String(repeating: "(?i)(?-i)", count: 10_000) + "a",
  ])
func `depth alone is no reason to refuse a pattern`(pattern: String) throws {
  #expect(try Regex(pattern).isMatch("a"))
}

@Test func `many threads search with one pattern`() async throws {
  let regex = try Regex("^(?:[a-f]+[0-9]{1,3}|\\p{Greek}+)$")
  let texts = (0..<200).map { "abc\($0)" } + ["abc1000", "λόγος", "лог", "", "1a"]
  let expected = (0..<200).map { _ in true } + [false, true, false, false, false]
  await withTaskGroup(of: [Bool].self) { group in
    for _ in 0..<32 {
      group.addTask {
        var answers: [Bool] = []
        for _ in 0..<20 { answers = texts.map(regex.isMatch) }
        return answers
      }
    }
    for await answers in group { #expect(answers == expected) }
  }
}
