import Foundation
import SourceDiagnostics
import Testing
import YAMLSource

@testable import RoadmapEditor

@Suite struct `The usual layout` {
  private func formatted(_ text: String) -> String? {
    guard case .formatted(let bytes) = Formatting.of(Array(text.utf8), path: "a.yaml") else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a:   1\nb:    2   \n", "a: 1\nb: 2\n"),
    ("a:\n- 1\n-   2\n", "a:\n  - 1\n  - 2\n"),
    (
      "a:\n     b: 1\n     c:\n         - d:   x\n           e: y\n",
      "a:\n  b: 1\n  c:\n    - d: x\n      e: y\n"
    ),
    ("a: { b: 1,c : [ x,y ],d: {} }\n", "a: {b: 1, c: [x, y], d: {}}\n"),
    (
      "a: 'x'\nb: 'it''s'\nc: 'say \"x\"'\nd: '\\'\n",
      "a: \"x\"\nb: 'it''s'\nc: 'say \"x\"'\nd: '\\'\n"
    ),
    ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    ("a: 1\r\nb: 2", "a: 1\nb: 2\n"),
    (
      "# top\n\na:\n    # in a\n    b: 1 # of b\n# of c\nc: 2\n# end\n",
      "# top\n\na:\n  # in a\n  b: 1 # of b\n# of c\nc: 2\n# end\n"
    ),
    ("a: x     # one\nb: yy    # two\n", "a: x     # one\nb: yy    # two\n"),
    ("a:\n    b:       1 # far\n", "a:\n  b: 1 # far\n"),
    (
      "a: |\n      one\n        two\n\n      three\nb: 1\n",
      "a: |\n  one\n    two\n\n  three\nb: 1\n"
    ),
    ("a:\n    b: |2-\n       x\n", "a:\n  b: |2-\n     x\n"),
    ("a: >-\n    one\n    two\n\n\n\nb: 1\n", "a: >-\n  one\n  two\n\nb: 1\n"),
    ("a: |+\n    one\n\n\nb: 1\n", "a: |+\n  one\n\n\nb: 1\n"),
    ("a:\n  - x: one\n     two\n", "a:\n  - x: one\n      two\n"),
    ("a: \"one\n   two\"\n", "a: \"one\n  two\"\n"),
    ("a: [x,\n      y, # why\n   z\n]\n", "a: [x,\n  y, # why\n  z\n]\n"),
    ("a: &x   {b: 1}\nc:   *x\n", "a: &x {b: 1}\nc: *x\n"),
    ("a: &x\n    b: 1\nc: !!str   5\n", "a: &x\n  b: 1\nc: !!str 5\n"),
    ("---\na: 1\n...\n", "---\na: 1\n...\n"),
    ("- - a\n  -  b\n-   - c\n", "- - a\n  - b\n- - c\n"),
    ("a:\n  b:\n  c:\n", "a:\n  b:\n  c:\n"),
    ("a: {b: , c: }\n", "a: {b: , c: }\n"),
    ("a: {*x : 1, &x y: 2}", nil as String?),
    ("-\n   a: 1\n   b: 2\n", "-\n  a: 1\n  b: 2\n"),
    ("a: |\n  x", "a: |\n  x"),
    ("\u{FEFF}a:  1\n", "a: 1\n"),
    ("? a\n:   b\n", "? a\n: b\n"),
    ("a:\n  - b\n\n  # about c\n  - c\n", "a:\n  - b\n\n  # about c\n  - c\n"),
    ("a:\n- b\n# about c\n- c\n", "a:\n  - b\n  # about c\n  - c\n"),
  ])
  func `gives a file its usual layout`(text: String, expected: String?) throws {
    #expect(formatted(text) == expected)
    if let expected { #expect(formatted(expected) == expected) }
  }

  @Test func `refuses what is no YAML, with the problems`() {
    guard case .invalid(_, let problems) = Formatting.of(Array("a: [1".utf8), path: "a.yaml") else {
      Issue.record("formatted")
      return
    }
    #expect(problems.sorted().map(\.code.name) == ["yaml-syntax"])
  }

  @Test(arguments: try Self.shipped())
  func `leaves the meaning of what ships, and what it has formatted, alone`(name: String) throws {
    let text = try String(contentsOf: Desk.shipped.appending(path: name), encoding: .utf8)
    let once = try #require(formatted(text))
    #expect(formatted(once) == once)
    #expect(once == text, "what ships is laid out as usual")
  }

  // That trees and comments are the same is what formatting itself makes sure of: a file that is YAML
  // is formatted, and never a fault.
  @Test(arguments: try Self.shipped())
  func `formats whatever is YAML, and once is enough`(name: String) throws {
    let text = try String(contentsOf: Desk.shipped.appending(path: name), encoding: .utf8)
    var numbers = SplitMix(state: UInt64(text.utf8.count))
    var count = 0
    for _ in 0..<150 {
      let mutated = Self.mutated(text, with: &numbers)
      switch Formatting.of(Array(mutated.utf8), path: name) {
      case .invalid: continue
      case .fault: Issue.record("a fault in\n\(mutated)")
      case .formatted(let bytes):
        count += 1
        let once = String(decoding: bytes, as: UTF8.self)
        if formatted(once) != once {
          Issue.record("not stable:\n\(mutated)")
          return
        }
      }
    }
    #expect(count > 40)
  }

  static func shipped() throws -> [String] {
    let paths =
      FileManager.default.enumerator(atPath: Desk.shipped.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted() ?? []
    guard paths.count > 4 else { throw CocoaError(.fileNoSuchFile) }
    return paths
  }

  /// The text with a few edits of its blanks, its lines and its signs.
  private static func mutated(_ text: String, with numbers: inout SplitMix) -> String {
    var lines = text.components(separatedBy: "\n")
    for _ in 0...Int.random(in: 0..<6, using: &numbers) {
      let position = Int.random(in: 0..<lines.count, using: &numbers)
      let line = lines[position]
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0: lines[position] = line.replacingOccurrences(of: ": ", with: ":    ")
      case 1: lines[position] = line + "   "
      case 2: lines.insert(contentsOf: ["", "   ", ""], at: position)
      case 3: lines[position] = line + "  # note"
      case 4: lines.insert("   # a note of its own", at: position)
      case 5: lines[position] = line.replacingOccurrences(of: ", ", with: ",\n            ")
      case 6:
        lines[position] = line.replacingOccurrences(of: ": ", with: ": |-\n                    ")
      case 7: lines[position] = line.replacingOccurrences(of: "- ", with: "-   ")
      case 8: lines[position] = line.replacingOccurrences(of: "{", with: "{ # x\n               ")
      default: lines.remove(at: position)
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }
}
