import Foundation
import Testing

@Suite struct `The README` {
  /// A block of the README between fences.
  private struct Block {
    /// The language, and the file that the block shows.
    let info: [String]
    var lines: [String] = []
  }

  private static func blocks() throws -> [Block] {
    let url = Workplace.package.appending(path: "README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    var blocks: [Block] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if !isOpen {
          blocks.append(Block(info: line.dropFirst(3).split(separator: " ").map(String.init)))
        }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  @Test func `every command of it prints what it says, over the roadmap that it shows`() throws {
    let place = try Workplace()
    try "#!/bin/sh\nexec \"$VEKHA\" \"$@\"\n"
      .write(toFile: place.path("vekha"), atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.path("vekha"))
    place.environment["PATH"] = "\(place.folder.path):/usr/bin:/bin"
    var commands = 0
    for block in try Self.blocks() {
      if block.info.first == "yaml" {
        let name = try #require(block.info.dropFirst().first, "a roadmap without a name")
        try place.write(block.lines.joined(separator: "\n") + "\n", to: name)
      }
      guard block.info == ["console"] else { continue }
      for (command, output) in Self.transcript(block.lines) {
        commands += 1
        // `$?` is the status of the command before.
        let answer = try place.shell(
          "if [ -f status ]; then (exit $(cat status)); fi; " + command
            + "; echo $? > status")
        #expect(answer.out + answer.err == output, "\(command)")
      }
    }
    #expect(commands >= 8)
  }

  private static func transcript(_ lines: [String]) -> [(command: String, output: String)] {
    var found: [(command: String, output: String)] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        found.append((String(line.dropFirst(2)), ""))
      } else if !found.isEmpty {
        found[found.count - 1].output += line + "\n"
      }
    }
    return found
  }

  @Test func `its own two commands are there, and every page that it names`() throws {
    let text = try String(
      contentsOf: Workplace.package.appending(path: "README.md"), encoding: .utf8)
    for block in try Self.blocks() where block.info == ["sh"] {
      for line in block.lines {
        let script = try #require(line.split(separator: " ").first).description
        let path = Workplace.package.appending(path: script).path
        #expect(FileManager.default.isExecutableFile(atPath: path), "\(script)")
      }
    }
    for link in text.matches(of: /\]\(([^)]+)\)/).map({ String($0.1) }) {
      let path = Workplace.package.appending(path: link).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 120)
  }
}
