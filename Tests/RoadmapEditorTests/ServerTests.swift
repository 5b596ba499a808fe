import Bilingual
import Foundation
import Testing

@testable import RoadmapEditor

private let library = "library-opening.yaml"

@Suite struct `A language server` {
  @Test func `shows no problems for what is right, and those of what is not, as it is typed`()
    throws
  {
    let desk = try Desk.withShippedRoadmaps()
    try desk.open(library)
    #expect(desk.problems[library] == [])
    try desk.replace("owners: [dana]", with: "owners: [danna]", in: library)
    #expect(desk.codes(library) == ["unknown-person"])
    let problem = try #require(desk.problems[library]?.first)
    #expect(problem["message"].string?.contains("did you mean `dana`") == true)
    try desk.replace("owners: [danna]", with: "owners: [dana", in: library)
    #expect(desk.codes(library) == ["yaml-syntax"])
    try desk.replace("owners: [dana", with: "owners: [dana]", in: library)
    #expect(desk.problems[library] == [])
  }

  @Test func `takes its problems back once a file is closed`() throws {
    let desk = try Desk(["a.yaml": "vekha: 1\nroadmap: {id: a, title: A}\nbad: 1\n"])
    try desk.open("a.yaml")
    #expect(desk.codes("a.yaml") == ["unknown-key"])
    desk.close("a.yaml")
    #expect(desk.codes("a.yaml") == [])
  }

  @Test func `shows problems in included files, and mends them when the other file changes`() throws
  {
    let desk = try Desk([
      "a.yaml":
        "vekha: 1\ninclude: [lib/b.yaml]\nroadmap: {id: a, title: A}\nroles: {head: Head}\n",
      "lib/b.yaml": "people: {ann: {roles: [heed]}}\n",
    ])
    try desk.open("lib/b.yaml")
    #expect(desk.codes("lib/b.yaml") == ["unknown-role"])
    try desk.open("a.yaml")
    try desk.replace("head:", with: "heed:", in: "a.yaml")
    #expect(desk.codes("lib/b.yaml") == [])
  }

  @Test func `checks the form of a file that no roadmap includes`() throws {
    let desk = try Desk(["lone.yaml": "people: {ann: {roles: [heed], nmae: A}}\n"])
    try desk.open("lone.yaml")
    #expect(desk.codes("lone.yaml") == ["unknown-key"])
  }

  @Test func `reads only what has changed`() throws {
    let desk = try Desk.withShippedRoadmaps()
    try desk.open(library)
    let roadmap = try #require(desk.server.workspace.all.first { $0.path.hasSuffix(library) })
    let before = roadmap.effort
    for (old, new) in [("Opening of", "opening of"), ("opening of", "Opening of")] {
      try desk.replace(old, with: new, in: library)
    }
    #expect(roadmap.effort.parsed == before.parsed + 2)
    #expect(roadmap.effort.read == before.read)
  }

  @Test(arguments: [
    ("owners: [da|na]", "Dana Okafor"), ("kind: or|der\n", "**Order**"),
    ("by: role:tru|stee, quorum: 60%", "Ana Ruiz"), ("route: walk-th|rough", "Tour of the house"),
    ("after: [founding-or|der]", "comes after\u{0}Order on the opening"),
    ("ter|m: by the end of January", "when, in the words of the document"),
    ("term: by the en|d of January", "../2027-01-31"),
    ("lifecycle: docu|ment}", "`adopt`: drafting → in-force"),
    ("to: pass|ed\n", "counts as carried out"),
  ])
  func `says what a name or a key means`(place: String, expected: String) throws {
    let desk = try Desk.withShippedRoadmaps()
    try desk.open(library)
    let hover = try desk.ask("textDocument/hover", at: place, in: library)
    let text = hover["contents"]["value"].string ?? ""
    let wanted = expected.split(separator: "\u{0}").last.map(String.init) ?? expected
    #expect(text.contains(wanted), "\(place): \(text)")
  }

  @Test func `goes to the declaration of an id, also in an included file`() throws {
    let desk = try Desk.withShippedRoadmaps()
    try desk.open(library)
    let here = try desk.ask("textDocument/definition", at: "owners: [da|na]", in: library)
    #expect(here["uri"] == desk.uri(library))
    let there = try desk.ask("textDocument/definition", at: "lifecycle: docu|ment}", in: library)
    #expect(there["uri"] == desk.uri("library/en/lifecycles.yaml"))
    #expect(there["range"]["start"]["line"] == 8)
    let file = try desk.ask("textDocument/definition", at: "library/en/life|cycles", in: library)
    #expect(file["uri"] == desk.uri("library/en/lifecycles.yaml"))
  }

  @Test func `finds every use of an id, in expressions too`() throws {
    let desk = try Desk(["a.yaml": Self.ruled])
    try desk.open("a.yaml")
    #expect(desk.problems["a.yaml"] == [])
    let references = try desk.ask("textDocument/references", at: "ta|sk: {", in: "a.yaml")
    #expect(references.array.count == 4)
    let highlights = try desk.ask("textDocument/documentHighlight", at: "ta|sk: {", in: "a.yaml")
    #expect(highlights.array.count == 4)
    let people = try desk.ask("textDocument/references", at: "a|nn: {}", in: "a.yaml")
    #expect(people.array.count == 3)
  }

  /// A roadmap with a rule that names a kind and a person.
  static let ruled = """
    vekha: 1
    roadmap: {id: r, title: R}
    people: {ann: {}}
    kinds:
      task: {lifecycle: work}
    lifecycles:
      work:
        initial: a
        states: {a: {}, b: {done: true}}
        transitions: {do: {from: a, to: b, by: owner}}
    rules:
      - id: owned
        where: measure.kind == "task"
        require: >-
          measure.owners.exists(p, p.id == "ann") &&
          measure.kind in ["task"]
        message: "{measure.id} wants ann"
    sections:
      - title: S
        measures:
          - {id: m, title: M, kind: task, owners: [ann]}

    """

  @Test func `knows the types in an expression`() throws {
    let desk = try Desk(["a.yaml": Self.ruled])
    try desk.open("a.yaml")
    for (place, expected) in [
      ("where: measure.ki|nd", "kind: string"), ("require: >-\n      meas|ure", "measure: Measure"),
      ("p, p.i|d ==", "id: string"), ("measure.owners.exis|ts", "bool"),
      ("where: measure.kind =|= \"task\"", "bool"), ("{measure.i|d} wants", "id: string"),
    ] {
      let hover = try desk.ask("textDocument/hover", at: place, in: "a.yaml")
      let text = hover["contents"]["value"].string ?? ""
      #expect(text.contains(expected), "\(place): \(text)")
    }
  }

  @Test func `lists what a file declares, and what a roadmap does`() throws {
    let desk = try Desk(["a.yaml": Self.ruled])
    try desk.open("a.yaml")
    let symbols = desk.ask(
      "textDocument/documentSymbol", ["textDocument": ["uri": desk.uri("a.yaml")]])
    let names = symbols.array.compactMap { $0["name"].string }
    #expect(names == ["r", "ann", "task", "work", "owned", "S"])
    #expect(symbols.array.last?["children"].array.first?["name"] == "m")
    let found = desk.ask("workspace/symbol", ["query": "OWN"])
    #expect(found.array.compactMap { $0["name"].string } == ["owned"])
  }

  @Test func `asks for initialize first, and ends when told to`() {
    var server = LanguageServer(language: .en)
    let early = server.receive(["id": 1, "method": "textDocument/hover", "params": .object([:])])
    #expect(early.first?["error"]["code"] == -32002)
    _ = server.receive(["id": 2, "method": "initialize", "params": .object([:])])
    let strange = server.receive(["id": 3, "method": "no/such", "params": .null])
    #expect(strange.first?["error"]["code"] == -32601)
    #expect(server.receive(["id": 4, "method": "shutdown"]).first?["result"] == .null)
    #expect(server.exitStatus == nil)
    _ = server.receive(["method": "exit"])
    #expect(server.exitStatus == 0)
  }
}

@Suite struct `A language server, for the eye` {
  @Test func `colours expressions, each token where it stands`() throws {
    let desk = try Desk(["a.yaml": `A language server`.ruled])
    try desk.open("a.yaml")
    let answer = desk.ask(
      "textDocument/semanticTokens/full", ["textDocument": ["uri": desk.uri("a.yaml")]])
    let data = answer["data"].array.compactMap(\.integer)
    #expect(data.count % 5 == 0 && data.count > 60)
    // `measure` of the first condition: line 12, column 11, a variable of 7 letters.
    #expect(Array(data.prefix(5)) == [12, 11, 7, 0, 0])
    // `.kind` of it: on the same line, a property.
    #expect(Array(data[5..<10]) == [0, 8, 4, 1, 0])
  }

  @Test func `shows the state of a measure that is being carried out`() throws {
    let desk = try Desk(
      ["a.yaml": `A language server`.ruled],
      runStates: { roadmap in
        roadmap == "r" ? ["m": .init(title: "Under way", isDone: false, isOverdue: true)] : [:]
      })
    try desk.open("a.yaml")
    let lenses = desk.ask("textDocument/codeLens", ["textDocument": ["uri": desk.uri("a.yaml")]])
    #expect(lenses.array.count == 1)
    #expect(lenses.array.first?["command"]["title"] == "⚠ Under way")
  }

  @Test func `shows by how many days a measure may slip, until it is done`() throws {
    let text = """
      vekha: 1
      roadmap: {id: r, title: R, period: 2027-01-01/2027-01-31}
      people: {ann: {}}
      kinds: {task: {lifecycle: work}}
      lifecycles:
        work:
          initial: a
          states: {a: {}, b: {done: true}}
          transitions: {do: {from: a, to: b, by: owner}}
      sections:
        - title: S
          measures:
            - {id: m, title: M, kind: task, owners: [ann], takes: 10 days}
            - {id: n, title: N, kind: task, owners: [ann], takes: 5 days, after: [m]}
            - {id: o, title: O, kind: task, owners: [ann], takes: 2 days}

      """
    for (state, titles) in [
      ("", ["slack 16 days, critical", "slack 16 days, critical", "slack 29 days"]),
      ("m", ["✓ Held", "slack 16 days, critical", "slack 29 days"]),
    ] {
      let desk = try Desk(
        ["a.yaml": text],
        runStates: { _ in [state: .init(title: "Held", isDone: true, isOverdue: false)] })
      try desk.open("a.yaml")
      let lenses = desk.ask("textDocument/codeLens", ["textDocument": ["uri": desk.uri("a.yaml")]])
      #expect(lenses.array.compactMap { $0["command"]["title"].string } == titles)
    }
  }

  @Test func `lays a document out as usual`() throws {
    let desk = try Desk()
    try desk.open("a.yaml", "a:   1\n")
    let edits = desk.ask("textDocument/formatting", ["textDocument": ["uri": desk.uri("a.yaml")]])
    #expect(edits.array.first?["newText"] == "a: 1\n")
    try desk.open("a.yaml", "a: 1\n")
    let none = desk.ask("textDocument/formatting", ["textDocument": ["uri": desk.uri("a.yaml")]])
    #expect(none == .array([]))
  }
}
