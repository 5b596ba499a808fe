import Bilingual
import Testing

@testable import RoadmapEditor

@Suite struct `Completion` {
  /// What is proposed where `|` stands in `text`, which is typed over a roadmap that was right.
  private func proposals(_ text: String) throws -> [String] {
    let desk = try Desk(["a.yaml": `A language server`.ruled])
    try desk.open("a.yaml")
    desk.change("a.yaml", nil, text.replacing("|", with: ""))
    let place = try #require(text.firstIndex(of: "|"))
    let position = desk.position(of: place, in: text)
    let answer = desk.ask("textDocument/completion", at: position, in: "a.yaml")
    return answer["items"].array.compactMap { $0["label"].string }
  }

  private func typed(_ old: String, _ new: String) -> String {
    `A language server`.ruled.replacing(old, with: new)
  }

  @Test(arguments: [
    ("sections:\n", "sec|\n", ["sections", "roles"], ["people"]),
    ("  work:\n", "  work:\n    ti|\n", ["title"], ["initial", "states"]),
    ("kind: task, owners", "kind: |, owners", ["task"], ["ann"]),
    ("owners: [ann]", "owners: [a|]", ["ann"], ["task"]),
    ("owners: [ann]", "owners: [ann], |", ["after", "term", "due"], ["kind", "id", "owners"]),
    ("by: owner}}", "by: |}}", ["owner", "lead", "requester", "ann"], ["task"]),
    ("from: a, to: b", "from: a, to: |", ["a", "b"], ["ann"]),
    ("  - title: S\n", "  - title: S\n    nu|\n", ["number", "sections"], ["title", "measures"]),
    ("title: R}", "title: R, language: |}", ["en", "ru"], []),
    ("states: {a: {}", "states: {a: {done: |}", ["true", "false"], []),
    ("where: measure.kind", "where: measure.|", ["kind", "owners", "ancestors"], ["ann"]),
    ("where: measure.kind ==", "where: |", ["measure", "roadmap", "size", "has"], ["kind"]),
    ("p, p.id ==", "p, p.| ==", ["id", "name", "roles"], ["kind"]),
    ("p, p.id ==", "p, | ==", ["p", "measure"], ["id"]),
    ("owners: [ann]}", "owners: [ann]}\n      - id: n\n        kind: |", ["task"], ["ann"]),
    (
      "owners: [ann]}", "owners: [ann]}\n      - id: n\n        owners:\n          - |", ["ann"],
      ["task"]
    ),
    ("owners: [ann]}", "owners: [ann], after: [{measure: m, reaches: |}]}", ["a", "b"], ["ann"]),
    ("owners: [ann]}", "owners: [ann], routes: {|}}", ["do"], ["ann"]),
    ("owners: [ann]}", "owners: [ann], after: [|]}", ["m", "measure"], ["ann"]),
  ])
  func `proposes what may stand at a place, and nothing else`(
    old: String, new: String, proposed: [String], others: [String]
  ) throws {
    let found = try proposals(typed(old, new))
    for name in proposed { #expect(found.contains(name), "\(new): \(found)") }
    for name in others { #expect(!found.contains(name), "\(new): \(found)") }
  }

  @Test func `works while the file is no YAML`() throws {
    let found = try proposals(typed("owners: [ann]}", "owners: [|"))
    #expect(found.contains("ann"))
  }

  @Test func `tells what a field and a function are for, in the language of the user`() throws {
    let desk = try Desk(["a.yaml": `A language server`.ruled], language: .ru)
    try desk.open("a.yaml")
    let fields = try desk.ask(
      "textDocument/completion", at: "where: measure.|kind", in: "a.yaml")
    let kind = fields["items"].array.first { $0["label"] == "kind" }
    #expect(kind?["documentation"]["value"] == "идентификатор вида")
    let functions = try desk.ask("textDocument/completion", at: "where: |measure", in: "a.yaml")
    let size = functions["items"].array.first { $0["label"] == "size" }
    #expect(size?["detail"].string?.contains("(string) -> int") == true)
  }
}
