import Foundation
import Testing

@Suite struct `What the program tells of itself` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  @Test func `every entry of the reference is explained, word for word`() throws {
    let page = try String(
      contentsOf: Workplace.package.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    let entries = page.components(separatedBy: "\n## ").dropFirst()
    #expect(entries.count > 80)
    for entry in entries {
      let code = String(entry.prefix { $0 != "\n" })
      guard code.hasPrefix("d") || code.hasPrefix("u") else { continue }
      let words = entry.trimmingCharacters(in: .newlines)
      #expect(try place.vekha("explain \(code)").out == "# \(words)\n")
    }
    let listed = try place.vekha("explain").out.split(separator: "\n")
    #expect(listed.count == entries.count)
    #expect(listed.allSatisfy { $0.hasPrefix("E  ") || $0.hasPrefix("W  ") })
    let data = try place.vekha("explain unknown-key --format json").json()
    #expect(data["severity"] as? String == "error" && data["text"] is String)
    let answer = try place.vekha("explain unknown-kee")
    #expect(answer.exit == 64 && answer.err.contains("did you mean `unknown-key`?"))
  }

  @Test func `the version names the commit, where the build was told, and the language`() throws {
    let version = try place.vekha("--version").out
    #expect(
      version.wholeMatch(
        of: /\d+\.\d+\.\d+ \(commit (not recorded|[0-9a-z]+), language version 1\)\n/) != nil,
      "\(version)")
    #expect(try place.vekha("--version --lang ru").out.contains("версия языка 1"))
  }

  @Test func `a shell is told the ids of measures, people and codes`() throws {
    let people = "---completion start -- --as 3 0 vekha start library-opening.yaml --as"
    #expect(try place.vekha(people).out.split(separator: "\n").contains("dana"))
    let measures = "---completion advance -- positional@0 2 0 vekha advance"
    let none = try place.vekha(measures)
    #expect(none.exit == 0 && none.out.trimmingCharacters(in: .newlines) == "" && none.err == "")
    try place.vekha("start library-opening.yaml --as dana")
    let listed = try place.vekha(measures).out.split(separator: "\n")
    #expect(listed.count == 12 && listed.contains("opening-plan"))
    for command in ["approve", "next", "why"] {
      let line = "---completion \(command) -- --as 2 0 vekha \(command) --as"
      #expect(try place.vekha(line).out.split(separator: "\n").contains("dana"), "\(command)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions are scripts of their shell`(shell: String) throws {
    let script = try place.vekha("--generate-completion-script \(shell) --lang ru")
    #expect(script.exit == 0 && script.out.contains("duplicate-key"))
    try place.write(script.out, to: "script")
    let answer = try place.shell("command -v \(shell) >/dev/null || exit 99; \(shell) -n script")
    #expect(answer.exit == 99 || answer.exit == 0, "\(answer)")
  }
}
