import Foundation
import Testing

@testable import CEL

/// An example of a function in the language reference: an expression and its value.
private struct ReferenceExample: CustomTestStringConvertible {
  /// The name in the first column, that of the row above where there is none.
  let name: String
  let source: String
  let value: String

  var testDescription: String { source }

  /// All examples, row by row.
  static func all() throws -> [ReferenceExample] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/language.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Functions\n").last)
    var name = ""
    return section.split(separator: "\n").compactMap { line in
      let cells = line.components(separatedBy: " | ")
      guard line.hasPrefix("|"), cells.count == 4, cells[2].hasPrefix("`") else { return nil }
      let first = cells[0].trimmingCharacters(in: ["|", " ", "`"])
      if !first.isEmpty { name = first }
      return ReferenceExample(
        name: name, source: cells[2].trimmingCharacters(in: ["`"]),
        value: String(cells[3].dropLast(2)).trimmingCharacters(in: ["`"]))
    }
  }
}

@Test(arguments: try ReferenceExample.all())
private func `an example of the language reference has the value that stands there`(
  example: ReferenceExample
) throws {
  let environment = Environment()
  let program = try environment.compile(example.source).get()
  #expect(program.evaluate(Bindings(environment)).quotation == example.value)
}

@Test func `the language reference has an example of every function and macro`() throws {
  let examples = try ReferenceExample.all()
  let uses = examples.reduce(into: [String: String]()) { $0[$1.name, default: ""] += $1.source }
  let names = Array(Environment().functions.keys) + Parser.macros
  let missing = names.filter { name in
    // A macro that has two names stands under the first.
    let use = uses[name] ?? (name == "existsOne" ? uses["exists_one"] : nil)
    return use?.contains(name + "(") != true
  }
  #expect(missing.sorted() == [])
  #expect(examples.count > names.count)
}
