import Foundation
import Testing

@Suite struct `A tidy repository` {
  @Test func `no file is longer than 400 lines`() throws {
    for file in try Repository.swiftFiles() {
      #expect(file.lines.count <= 401, "\(file.path)")
    }
  }

  // The linter looks at code only.
  @Test func `no line of the product is wider than 100 columns, comments among them`() throws {
    for file in try Repository.files(in: "Sources", ending: ".swift") {
      let wide = file.lines.enumerated().filter { $1.count > 100 }.map { $0.offset + 1 }
      #expect(wide == [], "\(file.path)")
    }
  }

  @Test func `no function of the product is longer than 40 lines`() throws {
    var long: [String] = []
    for file in try Repository.files(in: "Sources", ending: ".swift") {
      let lines = file.lines
      for (start, line) in lines.enumerated() where Self.opensFunction(line) {
        let closing = line.prefix { $0 == " " } + "}"
        let end = lines[start...].firstIndex { $0 == closing || $0.hasPrefix(closing + " ") }
        if let end, end - start > 40 { long.append("\(file.path):\(start + 1)") }
      }
    }
    #expect(long == [])
  }

  private static func opensFunction(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    guard !text.hasPrefix("//"), !line.hasSuffix("}") else { return false }
    return text.contains("func ") || text.hasPrefix("init(") || text.contains(" init(")
  }

  @Test func `nothing is forced`() throws {
    let forced = ["try" + "!", "as" + "! ", "fatal" + "Error(", "unsafe" + "lyUnwrapped"]
    for file in try Repository.files(in: "Sources", ending: ".swift") {
      for (number, line) in file.lines.enumerated() where !line.contains("//") {
        let found = forced.filter { line.contains($0) }
        #expect(found == [], "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `only what belongs there stands in the root folder`() throws {
    let belongs: Set = [
      ".ci", ".gitattributes", ".gitignore", ".swift-format", "Benchmarks", "CHANGELOG.md",
      "CONTRIBUTING.md", "LICENSE", "Package.swift", "README.md", "Sources", "Tests", "docs",
      "script", "seeds", "workflows",
    ]
    #expect(try Repository.rootNames().filter { !belongs.contains($0) } == [])
  }

  @Test(arguments: [
    "Sources", "Tests", "docs", "script", "workflows", "seeds", "Benchmarks", ".ci",
  ])
  func `no file tells of one machine or of who works how`(folder: String) throws {
    // In pieces, so that this file does not contain them.
    let words = [
      "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/opt/" + "swift", "work" + "tree",
      "arti" + "factory", "py" + "pi.org", "Co-Auth" + "ored-By", "10.0" + ".0.",
      "shared/" + "notes", "shared/" + "DESIGN",
    ]
    for file in try Repository.files(in: folder) {
      for word in words {
        #expect(!file.text.contains(word), "\(file.path) contains \(word)")
      }
    }
  }

  @Test func `every script can be run and is understood by its shell`() throws {
    let scripts = try Repository.files(in: "script") + Repository.files(in: ".ci")
    for script in scripts where script.text.hasPrefix("#!") {
      let path = Repository.root.appending(path: script.path).path
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(script.path)")
      let first = try #require(script.lines.first)
      guard let shell = ["sh", "bash"].last(where: { first.hasSuffix($0) }) else { continue }
      let check = Process()
      check.executableURL = URL(filePath: "/usr/bin/env")
      check.arguments = [shell, "-n", path]
      try check.run()
      check.waitUntilExit()
      #expect(check.terminationStatus == 0, "\(script.path)")
    }
  }

  @Test func `every command is run by a test`() throws {
    let tests = try Repository.files(in: "Tests/VekhaTests", ending: ".swift").map(\.text).joined()
    let commands = try Repository.files(in: "Sources/vekha/Commands", ending: ".swift")
      .filter { $0.text.contains(": ParsableCommand {") }
      .compactMap { $0.path.split(separator: "/").last?.split(separator: ".").first?.lowercased() }
    #expect(commands.count >= 15)
    for command in commands { #expect(tests.contains("\"\(command) "), "\(command)") }
  }
}
