import Foundation
import Testing

@testable import RoadmapEditor

@Suite struct `Quick fixes` {
  /// The titles of what may be done at `place`, and the file after each.
  private func fixes(
    _ text: String, at place: String, language: Bool = false
  ) throws -> [(title: String, isSure: Bool, text: String)] {
    let desk = try Desk(["a.yaml": text])
    try desk.open("a.yaml")
    let before = text.range(of: place)?.lowerBound ?? text.startIndex
    let position = desk.position(of: before, in: text).json
    let answer = desk.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": desk.uri("a.yaml")], "range": ["start": position, "end": position],
        "context": ["diagnostics": []],
      ])
    return answer.array.map { action in
      #expect(action["diagnostics"].array.count == 1)
      let edits = action["edit"]["changes"][desk.uri("a.yaml").string ?? ""].array
      var document = TextDocument(text: text, version: 0)
      let changes = edits.map {
        TextDocument.Change(range: TextRange($0["range"]), text: $0["newText"].string ?? "")
      }
      document.apply(changes, version: 1, in: .utf16)
      return (
        action["title"].string ?? "", action["isPreferred"].bool ?? false,
        String(decoding: document.lines.bytes, as: UTF8.self)
      )
    }
  }

  private func typed(_ old: String, _ new: String) -> String {
    `A language server`.ruled.replacing(old, with: new)
  }

  @Test func `put the name that was surely meant in the place of a mistake`() throws {
    let wrong = typed("initial: a", "inital: a")
    let found = try fixes(wrong, at: "inital")
    #expect(found.map(\.title) == ["replace `inital` with `initial`"])
    #expect(found.first?.isSure == true)
    #expect(found.first?.text == `A language server`.ruled)
  }

  @Test func `offer what may have been meant where that is not sure`() throws {
    let wrong = typed("people: {ann: {}}", "people: {ann: {}, anna: {}}")
      .replacing("owners: [ann]", with: "owners: [anm]")
    let found = try fixes(wrong, at: "anm]")
    #expect(found.map(\.title).contains("replace `anm` with `ann`"))
    #expect(found.allSatisfy { !$0.isSure })
    #expect(found.first?.text.contains("owners: [ann]") == true)
  }

  @Test func `take what stands twice out of a list`() throws {
    let wrong = typed("owners: [ann]", "owners: [ann, ann]")
    let found = try fixes(wrong, at: "ann]}")
    #expect(found.map(\.title).first == "remove it from the list")
    #expect(found.first?.text == `A language server`.ruled)
  }

  @Test func `hide a warning by a comment that is understood`() throws {
    let wrong = typed("owners: [ann]", "owners: [ann, ann]")
    let found = try fixes(wrong, at: "ann]}")
    let comment = try #require(found.last)
    #expect(comment.title == "ignore `repeated-entry` here, with a reason")
    #expect(
      comment.text.contains(
        "      # vekha: ignore[repeated-entry] why it may stay\n      - {id: m,"))
    let desk = try Desk(["a.yaml": comment.text])
    try desk.open("a.yaml")
    #expect(desk.codes("a.yaml") == [])
  }

  @Test func `never hide an error, and offer nothing where nothing is wrong`() throws {
    let found = try fixes(typed("owners: [ann]", "owners: [zoe]"), at: "zoe")
    #expect(found.isEmpty)
    #expect(try fixes(`A language server`.ruled, at: "owners").isEmpty)
  }

  @Test func `of another sort are not offered when only those are asked for`() throws {
    let desk = try Desk(["a.yaml": typed("initial: a", "inital: a")])
    try desk.open("a.yaml")
    let whole = TextRange(
      start: TextPosition(line: 0, character: 0), end: TextPosition(line: 99, character: 0))
    for (kind, count) in [("quickfix", 1), ("refactor", 0)] {
      let answer = desk.ask(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": desk.uri("a.yaml")], "range": whole.json,
          "context": ["diagnostics": [], "only": [.string(kind)]],
        ])
      #expect(answer.array.count == count)
    }
  }
}
