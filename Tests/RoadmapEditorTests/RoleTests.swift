import Foundation
import Testing

@testable import RoadmapEditor

@Suite struct `Ids in newer keys` {
  static let text = """
    vekha: 1
    roadmap:
      id: r
      title: R
      terms: {set-by: [zoe, role:head]}
      timers: {escalate: [zoe]}
    people: {ann: {}, zoe: {roles: [head]}}
    roles: {head: Head}
    documents: {permit: {}}
    kinds:
      task: {lifecycle: work}
    lifecycles:
      work:
        initial: open
        states: {open: {}, shut: {done: true}}
        transitions:
          close:
            from: open
            to: shut
            by: owner
            route: {table: choice}
            when: variables.cheap || measure.state == "open"
    routes:
      short:
        steps:
          - {id: first, by: role:head, not: [ann], within: 2 days, escalate: [zoe]}
          - {id: second, by: role:head}
        bind: [first, second]
      long: {steps: [{id: first, by: zoe}]}
    variables:
      cheap: measure.cost < 10.0
      sure: variables.cheap && measure.kind == "task"
    tables:
      choice:
        hit: first
        when: [measure.kind, measure.id]
        then: route
        rows:
          - {when: [task, any], then: short}
          - {when: [any, 'variables.sure || measure.owners.exists(p, p.id == "ann")'], then: long}
    sections:
      - title: S
        measures:
          - id: m
            title: M
            kind: task
            owners: [ann]
            cost: 5
            awaits: [{document: permit, within: 3 days}]

    """

  @Test(arguments: [
    ("|zoe: {roles", 5), ("he|ad: Head", 5), ("{per|mit: {}}", 2), ("ta|sk: {lifecycle", 4),
    ("states: {op|en", 4), ("  che|ap: measure", 3), ("  su|re: variables", 2),
    ("  cho|ice:\n", 2), ("  sho|rt:\n", 2), ("  lo|ng: {steps", 2), ("{id: sec|ond", 2),
    ("{a|nn: {}", 4),
  ])
  func `are found from where they are declared`(place: String, count: Int) throws {
    let desk = try Desk(["a.yaml": Self.text])
    try desk.open("a.yaml")
    #expect(desk.codes("a.yaml").allSatisfy { $0 != "unknown-key" }, "\(desk.codes("a.yaml"))")
    let found = try desk.ask("textDocument/references", at: place, in: "a.yaml")
    #expect(found.array.count == count, "\(place): \(found.array)")
    let definition = try desk.ask("textDocument/definition", at: place, in: "a.yaml")
    #expect(found.array.contains(definition))
  }

  @Test(arguments: [
    ("  che|ap: measure", "low", 3), ("{a|nn: {}", "anna", 4), ("ta|sk: {lifecycle", "job", 4),
    ("states: {op|en", "begun", 4), ("  sho|rt:\n", "brief", 2), ("  cho|ice:\n", "pick", 2),
  ])
  func `are renamed with the rest, and the roadmap stays as it was`(
    place: String, name: String, count: Int
  ) throws {
    let desk = try Desk(["a.yaml": Self.text])
    try desk.open("a.yaml")
    let before = desk.codes("a.yaml")
    let answer = try desk.ask(
      "textDocument/rename", at: place, in: "a.yaml", ["newName": .string(name)])
    let edits = answer["changes"][desk.uri("a.yaml").string ?? ""].array
    #expect(edits.count == count, "\(answer)")
    var document = TextDocument(text: Self.text, version: 0)
    let sorted = edits.compactMap { edit in
      TextRange(edit["range"]).map { ($0, edit["newText"].string ?? "") }
    }.sorted { $0.0.start > $1.0.start }
    for (range, text) in sorted {
      document.apply([.init(range: range, text: text)], version: 0, in: .utf16)
    }
    try desk.open("a.yaml", String(decoding: document.lines.bytes, as: UTF8.self))
    #expect(desk.codes("a.yaml") == before)
  }

  @Test func `of a variable stay what expressions can say`() throws {
    let desk = try Desk(["a.yaml": Self.text])
    try desk.open("a.yaml")
    let refused = try desk.ask(
      "textDocument/rename", at: "  che|ap: measure", in: "a.yaml", ["newName": "not-so"])
    #expect(refused["code"] == -32803)
  }

  @Test(arguments: [
    ("table: cho|ice", "chooses a route"), ("variables.che|ap ||", "measure.cost < 10.0"),
    ("measure.sta|te ==", "known in a run only"), ("not: [a|nn]", "person `ann`"),
  ])
  func `tell what they mean`(place: String, expected: String) throws {
    let desk = try Desk(["a.yaml": Self.text])
    try desk.open("a.yaml")
    let hover = try desk.ask("textDocument/hover", at: place, in: "a.yaml")
    #expect(hover["contents"]["value"].string?.contains(expected) == true, "\(hover)")
  }

  @Test(arguments: [
    ("when: variables.cheap ||", "when: | ||", ["actor", "transition", "round", "variables"]),
    ("when: variables.cheap ||", "when: variables.| ||", ["cheap", "sure"]),
    ("sure: variables.cheap &&", "sure: | &&", ["measure", "variables"]),
    ("escalate: [zoe]}\npeople", "escalate: [|]}\npeople", ["zoe", "role:head"]),
    ("set-by: [zoe, ", "set-by: [|, ", ["ann", "role:head"]),
    ("document: permit", "document: |", ["permit"]), ("{table: choice}", "{table: |}", ["choice"]),
    ("hit: first", "hit: |", ["first", "unique"]),
  ])
  func `are proposed`(old: String, new: String, expected: [String]) throws {
    let desk = try Desk(["a.yaml": Self.text])
    try desk.open("a.yaml")
    let text = Self.text.replacing(old, with: new)
    desk.change("a.yaml", nil, text.replacing("|", with: "", maxReplacements: 1))
    let place = try #require(text.range(of: new)).lowerBound
    let bar = try #require(text[place...].firstIndex(of: "|"))
    let answer = desk.ask(
      "textDocument/completion", at: desk.position(of: bar, in: text), in: "a.yaml")
    let labels = answer["items"].array.compactMap { $0["label"].string }
    for label in expected { #expect(labels.contains(label), "\(new): \(labels)") }
  }
}
