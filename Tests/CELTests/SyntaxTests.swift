import Bilingual
import Testing

@testable import CEL

@Suite struct SyntaxTests {
  @Test(
    arguments: [
      (source: "1 +", ranges: [3...3]),
      (source: "(1 + ) * [2, ", ranges: [5...6, 13...13]),
      (source: "a.b(1 2) && x ? 1", ranges: [6...7, 17...17]),
      (source: "'abc", ranges: [0...4]),
      (source: "'\\z' == '\\ud800'", ranges: [1...3, 9...15]),
      (source: "99999999999999999999", ranges: [0...20]),
      (source: "package + 1", ranges: [0...7]),
      (source: "has(a)", ranges: [4...5]),
      (source: "[1].map(a.b, 1)", ranges: [8...11]),
      (source: "[1].all(a, a, true)", ranges: [11...12]),
      (source: "1 2", ranges: [2...3]),
      (source: "a # b", ranges: [2...3]),
      (source: "cel.block(1, 2)", ranges: [10...11]),
      (source: "cel.index(x)", ranges: [10...11]),
      (source: "[1,,]", ranges: [3...4]),
      (source: "{1: 2,,}", ranges: [6...7]),
      (source: "T{f: 1,,}", ranges: [7...8]),
      (source: "", ranges: [0...0]),
    ] as [(source: String, ranges: [ClosedRange<Int>])])
  func `every mistake is reported where it is`(source: String, ranges: [ClosedRange<Int>]) {
    let problems = World.environment.compile(source, checksTypes: false).problems
    #expect(problems.map { $0.range.start...$0.range.end } == ranges, "\(problems)")
    #expect(problems.allSatisfy { $0.code == .syntax && !$0.message.ru.isEmpty })
  }

  @Test(
    arguments: [
      String(repeating: "(", count: 251) + "1" + String(repeating: ")", count: 251),
      String(repeating: "!", count: 300) + "true",
      (0..<300).map { "\($0)" }.joined(separator: " + "),
      "a" + String(repeating: ".a", count: 300),
      String(repeating: "[", count: 100_000),
      String(repeating: "-", count: 90_000),
      String(repeating: "a", count: 100_001),
    ] as [String])
  func `what is nested too deep or too long is refused`(source: String) {
    let problems = World.environment.compile(source, checksTypes: false).problems
    #expect(problems.contains { $0.code == .tooComplex })
  }

  @Test(
    arguments: [
      (0..<2_000).map { _ in "flag" }.joined(separator: " && "),
      String(repeating: "(", count: 249) + "1" + String(repeating: ")", count: 249),
      "[" + String(repeating: "1, ", count: 10_000) + "]",
      "[,] + [1,]", "{,}", "{1: 2,}",
    ] as [String])
  func `what is only long or ends with a comma is taken`(source: String) {
    #expect(World.environment.compile(source).problems == [])
  }

  @Test(arguments: [
    "a && b || c", "(a || b) && c", "!(a == b)", "-(-1)", "- -x", "-(1).abs()", "1 - (2 - 3)",
    "a ? b : c ? d : e", "(a ? b : c) ? d : e", "a.?b[?0].`x-y`", "[?a, b]", "{?\"k\": a}",
    "T{f: 1, ?g: b}", ".a.b", "x.map(y, y > 1, y + 1)", "x.exists_one(k, v, k == v)",
    "cel.bind(a, 1, a + 1)", "cel.block([1], cel.index(0))", "a.optMap(x, x + 1)", "has(a.b)",
    "x in [1, 2u, 3.0, b\"\\xff\", \"\\n\"]", "{1: 2}.transformMap(k, v, k + v)",
  ])
  func `an expression is printed so that it reads back the same`(source: String) throws {
    let expression = try Expression(source)
    let printed = expression.description
    let again = try Expression(printed)
    #expect(again.description == printed)
    #expect(again.nodes.map(\.kind) == expression.nodes.map(\.kind), "\(printed)")
  }
}

extension Result<Program, Problems> {
  var problems: [Problem] {
    if case .failure(let problems) = self { return problems.list }
    return []
  }
}
