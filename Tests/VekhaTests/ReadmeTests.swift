import Foundation
import Testing

/// A block of the README between ```` ``` ````.
private struct Block {
  let mark: String
  let lines: [Substring]

  static func all() throws -> [Block] {
    let page = try String(
      contentsOf: Workplace.package.appending(path: "README.md"), encoding: .utf8)
    let pieces = page.components(separatedBy: "```")
    return stride(from: 1, to: pieces.count, by: 2).map { position in
      let lines = pieces[position].split(separator: "\n", omittingEmptySubsequences: false)
      return Block(mark: String(lines[0]), lines: Array(lines.dropFirst().dropLast()))
    }
  }

  /// The file that a block of YAML shows: its name, from the first line, and the rest.
  var file: (name: String, text: String)? {
    guard mark == "yaml", let first = lines.first, first.hasPrefix("# ") else { return nil }
    return (String(first.dropFirst(2)), lines.dropFirst().joined(separator: "\n") + "\n")
  }

  /// The commands of a console, each with what it prints.
  var commands: [(line: String, output: String)] {
    guard mark == "console" else { return [] }
    let starts = lines.indices.filter { lines[$0].hasPrefix("$ ") }
    return starts.enumerated().map { order, start in
      let end = order + 1 < starts.count ? starts[order + 1] : lines.endIndex
      return (
        String(lines[start].dropFirst(2)), lines[(start + 1)..<end].joined(separator: "\n")
      )
    }
  }
}

@Test func `the README's files and commands do what it shows`() throws {
  let place = try Workplace()
  let blocks = try Block.all()
  var status: Int32 = 0
  for block in blocks {
    if let file = block.file { try place.write(file.text, to: file.name) }
    for command in block.commands {
      let answer = try place.shell(
        "vekha() { \"$VEKHA\" \"$@\"; }; (exit \(status)); { \(command.line); } 2>&1")
      status = answer.exit
      #expect(answer.out.trimmedAtLineEnds == command.output.trimmedAtLineEnds, "\(command.line)")
    }
  }
  #expect(blocks.flatMap(\.commands).count > 5)
  #expect(blocks.contains { $0.file != nil })
}

@Test func `the README names scripts that can be run, and fits three screens`() throws {
  let scripts = try Block.all().filter { $0.mark == "sh" }.flatMap(\.lines).map { line in
    String(line.prefix { $0 != " " })
  }
  #expect(scripts.contains("script/demo") && scripts.contains("script/test"))
  for script in scripts {
    let path = Workplace.package.appending(path: script).path
    #expect(FileManager.default.isExecutableFile(atPath: path), "\(script)")
  }
  let page = try String(
    contentsOf: Workplace.package.appending(path: "README.md"), encoding: .utf8)
  #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
}

@Test func `the README links to files that are there`() throws {
  let page = try String(
    contentsOf: Workplace.package.appending(path: "README.md"), encoding: .utf8)
  let links = page.matches(of: /\]\(([^)#]+)/).map { String($0.1) }
  #expect(links.count > 3)
  for link in links {
    let path = Workplace.package.appending(path: link).path
    #expect(FileManager.default.fileExists(atPath: path), "\(link)")
  }
}

extension String {
  /// The text without blanks before line ends and without empty lines at its end.
  fileprivate var trimmedAtLineEnds: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return lines[..<end].joined(separator: "\n")
  }
}
