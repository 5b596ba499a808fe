import Foundation
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// `docs/diagnostics.md`, read as entries with examples that can be run.
struct DiagnosticReference {
  /// What is told of one code.
  struct Entry: Sendable, CustomTestStringConvertible {
    let code: String
    /// The text before the first example.
    let text: String
    let examples: [Example]

    var testDescription: String { code }
  }

  /// A roadmap in an entry, with the files that it includes.
  struct Example: Sendable {
    /// Whether it shows the mistake, and not its mend.
    let isWrong: Bool
    let encoding: String.Encoding
    var files: [String: String]
  }

  let entries: [Entry]

  /// Reads the page.
  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ")
    let frame = try #require(Self.blocks(of: parts[0]).first { $0.mark == "yaml frame" })
    entries = try parts.dropFirst().map { try Self.entry($0, Frame(frame.text)) }
  }

  private static func entry(_ part: String, _ frame: Frame) throws -> Entry {
    let code = String(part.prefix { $0 != "\n" })
    var examples: [Example] = []
    for block in blocks(of: part) {
      let marks = block.mark.split(separator: " ")
      try #require(marks.first == "yaml", "`\(code)` has a block that is not run")
      switch marks.dropFirst().first {
      case "wrong", "right":
        examples.append(
          Example(
            isWrong: marks[1] == "wrong",
            encoding: marks.last == "windows-1251" ? .windowsCP1251 : .utf8,
            files: ["roadmap.yaml": frame.completing(block.text)]))
      case "file":
        let path = String(block.text.dropFirst(2).prefix { $0 != "\n" })
        examples[examples.count - 1].files[path] = block.text
      default: try #require(Bool(false), "`\(code)` has a block without a mark")
      }
    }
    return Entry(
      code: code, text: part.components(separatedBy: "```")[0], examples: examples)
  }

  /// The blocks between ```` ``` ```` of a part of the page.
  private static func blocks(of text: String) -> [(mark: String, text: String)] {
    let pieces = text.components(separatedBy: "```")
    return stride(from: 1, to: pieces.count, by: 2).map { position in
      let mark = pieces[position].prefix { $0 != "\n" }
      return (String(mark), String(pieces[position].dropFirst(mark.count + 1)))
    }
  }
}

extension DiagnosticReference.Example {
  /// What the example prints.
  func compiled(for code: String) throws -> CompiledRoadmap {
    let bytes = try files.mapValues { text in
      try [UInt8](#require(text.replacing("␇", with: "\u{7}").data(using: encoding)))
    }
    let root = LoadedFile(
      name: "roadmap.yaml", shownPath: "roadmap.yaml", bytes: bytes["roadmap.yaml"] ?? [])
    return compile(root, from: Files(bytes: bytes), limits: .small(for: isWrong ? code : ""))
  }
}

/// The roadmap that completes examples.
private struct Frame {
  private let parts: [(key: String, text: String)]

  init(_ text: String) { parts = Self.parts(of: text) }

  /// Puts the keys of `example` in place of those of the frame; a whole roadmap stays as it is.
  func completing(_ example: String) -> String {
    var own = Self.parts(of: example)
    let keys = own.map(\.key)
    if keys.contains("vekha"), keys.contains("roadmap") { return example }
    for position in own.indices where own[position].key == "measures" {
      let indented = own[position].text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      own[position] = ("sections", "sections:\n  - title: The fair\n" + indented)
    }
    let given = Set(own.map(\.key))
    return (parts.filter { !given.contains($0.key) } + own).map(\.text).joined()
  }

  /// The top-level keys of a file, each with its lines.
  private static func parts(of text: String) -> [(key: String, text: String)] {
    var parts: [(key: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.first?.isLetter == true {
        parts.append((String(line.prefix { $0 != ":" }), ""))
      } else if parts.isEmpty {
        parts.append(("", ""))
      }
      parts[parts.count - 1].text += line + "\n"
    }
    return parts
  }
}
