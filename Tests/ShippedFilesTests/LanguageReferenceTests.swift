import Bilingual
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// An example of the language reference, between ```` ```yaml ```` and its end.
private struct Example: Sendable, CustomTestStringConvertible {
  /// Whether it is marked as a whole roadmap and not as a fragment.
  let isWhole: Bool
  /// The line on which it begins, from 1.
  let line: Int
  let text: String

  var testDescription: String { "line \(line)" }

  static func all() throws -> [Example] {
    let lines = try Shipped.text("docs/language.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasPrefix("```yaml") }
    return try starts.map { start in
      let mark = lines[start].dropFirst("```yaml ".count)
      try #require(["roadmap", "fragment"].contains(mark), "line \(start + 1) has no mark")
      let body = lines[(start + 1)...].prefix { $0 != "```" }
      return Example(
        isWhole: mark == "roadmap", line: start + 2, text: body.joined(separator: "\n") + "\n")
    }
  }

  static func whole() throws -> [Example] { try all().filter(\.isWhole) }
  static func fragments() throws -> [Example] { try all().filter { !$0.isWhole } }

  /// The fragment in what may stand around it: a file, or the end of one.
  var framed: [String] {
    let heading = "roadmap: {id: example, title: Example}\n"
    let top = "vekha: 1\n" + (text.contains("roadmap:") ? "" : heading)
    let measure = "sections:\n  - title: All\n    measures:\n"
    let transitions = "lifecycles:\n  a:\n    initial: a\n    states: {a: {}}\n    transitions:\n"
    return [
      top + text,
      top + measure + "      - id: a\n        title: A\n        kind: a\n" + indented(8),
      top + measure + (text.hasPrefix(" ") ? text : indented(6)), top + transitions + indented(6),
    ]
  }

  private func indented(_ columns: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: columns) + $0 + "\n" }.joined()
  }
}

@Test(arguments: try Example.whole())
private func `a whole roadmap in the language reference compiles without a problem`(
  example: Example
) {
  let compiled = compile(
    LoadedFile(name: "example.yaml", shownPath: "example.yaml", bytes: Array(example.text.utf8)))
  #expect(compiled.diagnostics.map(\.message.en) == [])
  #expect(compiled.roadmap.measures.count > 0)
}

@Test(arguments: try Example.fragments())
private func `a fragment in the language reference has the form that the language asks for`(
  example: Example
) {
  let problems = example.framed.map { text in
    let file = LoadedFile(name: "e.yaml", shownPath: "e.yaml", bytes: Array(text.utf8))
    return compile(file, proving: false).diagnostics.filter { problem in
      let speaksOfOthers =
        problem.code.name.hasPrefix("unknown-") || problem.code.name.hasPrefix("include-")
      return problem.severity == .error && (!speaksOfOthers || problem.code.name == "unknown-key")
    }
  }
  #expect(problems.contains { $0.isEmpty }, "\(problems.map { $0.map(\.message.en) })")
}

@Test(arguments: RecordName.allCases)
func `the language reference lists every key and says whether it is required`(
  record: RecordName
) throws {
  let rows = try Shipped.text("docs/language.md").split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
    return cells.count >= 4 ? (key: cells[0], required: cells[2]) : nil
  }
  for key in record.shape.keys {
    let answers = rows.filter { $0.key.hasPrefix("`\(key.word.rawValue)`") }.map(\.required)
    #expect(
      answers.contains { $0.contains(key.isRequired ? "yes" : "no") },
      "`\(key.word.rawValue)` of \(record)")
  }
}
