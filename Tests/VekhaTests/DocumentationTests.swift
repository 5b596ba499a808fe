import Foundation
import Testing

/// A block between fences of a page of the documentation.
struct DocumentedExample: CustomTestStringConvertible {
  let page: String
  /// What stands behind the opening fence: the language, and what kind of example it is.
  let info: String
  /// The number of its first line, from 1.
  let line: Int
  let lines: [String]

  var testDescription: String { "\(page):\(line) \(info)" }

  /// The pages, by their paths in the package.
  static func pages() throws -> [String] {
    let docs = Workplace.package.appending(path: "docs")
    let found = try FileManager.default.subpathsOfDirectory(atPath: docs.path)
      .filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
    return (["README.md"] + found).sorted()
  }

  static func lines(of page: String) throws -> [String] {
    try String(contentsOf: Workplace.package.appending(path: page), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func all() throws -> [DocumentedExample] {
    try pages().flatMap { page in
      var found: [DocumentedExample] = []
      var open: (info: String, line: Int, lines: [String])?
      for (number, line) in try lines(of: page).enumerated() {
        if line.hasPrefix("```"), let block = open {
          found.append(
            DocumentedExample(page: page, info: block.info, line: block.line, lines: block.lines))
          open = nil
        } else if line.hasPrefix("```") {
          open = (String(line.dropFirst(3)), number + 2, [])
        } else {
          open?.lines.append(line)
        }
      }
      #expect(open == nil, "\(page) ends inside of a block")
      return found
    }
  }

  /// What is run here: the lines of the shell on all pages but the README, whose two commands are
  /// scripts of this repository.
  static func commands() throws -> [DocumentedExample] {
    try all().filter { $0.info == "sh" && $0.page != "README.md" }
  }
}

@Suite struct `The documentation` {
  /// Who runs an example, by the page and what stands behind the fence.
  private static let runners: [String: Set<String>] = [
    // ReadmeTests.
    "README.md": ["yaml fair.yaml", "console", "sh"],
    // LanguageReferenceTests, ConditionExampleTests; the calendar and commands here.
    "docs/language.md": [
      "yaml roadmap", "yaml fragment", "cel plan", "cel beds", "sh", "text calendar",
    ],
    // DiagnosticReferenceTests.
    "docs/diagnostics.md": [
      "yaml right", "yaml wrong", "yaml frame", "yaml file", "yaml wrong windows-1251",
    ],
    // Tests/Consumers/check.py; commands here.
    "docs/ci.md": ["yaml github-workflow", "yaml gitlab-ci", "yaml pre-commit", "sh"],
    // Tests/Editor/test_lsp.py; commands here.
    "docs/editor.md": ["lua neovim", "toml helix", "yaml comment", "sh"],
    // A drawing says nothing that could be run.
    "docs/architecture.md": ["text"],
  ]

  @Test(arguments: try DocumentedExample.all())
  func `every example of it is run by a test`(example: DocumentedExample) {
    let known = Self.runners[example.page] ?? []
    #expect(known.contains(example.info), "who runs \(example.testDescription)?")
  }

  @Test(arguments: try DocumentedExample.pages())
  func `no example hides in lines that are only indented`(page: String) throws {
    var isOpen = false
    var before = ""
    for (number, line) in try DocumentedExample.lines(of: page).enumerated() {
      if line.hasPrefix("```") { isOpen.toggle() }
      let isIndented = line.hasPrefix("    ") && before.isEmpty && !isOpen
      #expect(!isIndented, "\(page):\(number + 1)")
      before = line.trimmingCharacters(in: .whitespaces)
    }
  }

  /// A folder with what the examples speak of.
  private func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.bringRoadmaps()
    try place.shell("mkdir plans && cp -R library school-support-2018-2020.yaml plans/")
    try place.shell("cp library-opening.yaml roadmap.yaml; cp library/en/lifecycles.yaml library/")
    try place.write("{\"people\": [1, 2, 3], \"limit\": 2}\n", to: "values.json")
    try place.shell("mkdir bin && printf '#!/bin/sh\\nexec \"$VEKHA\" \"$@\"\\n' > bin/vekha")
    try place.shell("chmod +x bin/vekha")
    place.environment["PATH"] = "\(place.folder.path)/bin:/usr/bin:/bin"
    return place
  }

  @Test(arguments: try DocumentedExample.commands())
  func `every command of it works, and prints what stands beside it`(
    example: DocumentedExample
  ) throws {
    let place = try workplace()
    for line in example.lines where !line.isEmpty {
      // Whoever follows the page has no roadmap yet, and nobody sits at a terminal here.
      if line.hasPrefix("vekha init") { try place.shell("rm -f roadmap.yaml plan.yaml") }
      let isAsking = line == "vekha init"
      let answer = try place.shell(line)
      // What `fmt --check` finds it tells with 1.
      let isJudging = line.contains("--check")
      #expect(
        answer.exit == (isAsking ? 64 : 0) || isJudging, "\(example.testDescription): \(answer)")
      guard let hash = line.range(of: " # ") else { continue }
      #expect(answer.out == line[hash.upperBound...] + "\n", "\(line)")
    }
  }

  @Test func `its calendar is read`() throws {
    let example = try #require(
      try DocumentedExample.all().first { $0.info == "text calendar" })
    let place = try Workplace()
    try place.write(example.lines.joined(separator: "\n") + "\n", to: "days.txt")
    try place.vekha("init --template minimal")
    try place.shell("sed -i 's/^  id: .*/&\\n  calendar: days.txt/' roadmap.yaml")
    let answer = try place.vekha("validate roadmap.yaml")
    #expect(answer.exit == 0 && !answer.err.contains("invalid-calendar"), "\(answer)")
  }
}
