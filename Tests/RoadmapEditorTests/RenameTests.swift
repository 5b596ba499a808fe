import Foundation
import RoadmapLanguage
import SourceDiagnostics
import Testing

@testable import RoadmapEditor

@Suite struct `Renaming` {
  @Test(arguments: ["library-opening.yaml", "school-support-2018-2020.yaml"])
  func `anything that ships leaves a roadmap with the same problems as before`(root: String) throws
  {
    let desk = try Desk.withShippedRoadmaps()
    try desk.open(root)
    let roadmap = try #require(desk.server.workspace.all.first { $0.path.hasSuffix(root) })
    let snapshot = try #require(roadmap.snapshot)
    var kinds: Set<EntityKind> = []
    for occurrence in snapshot.index.occurrences.reversed() where occurrence.isDeclaration {
      guard occurrence.entity.kind != .section, kinds.insert(occurrence.entity.kind).inserted
      else { continue }
      try check(occurrence, in: snapshot, desk, root)
    }
    #expect(kinds.count >= 9)
  }

  private func check(
    _ occurrence: Mention, in snapshot: Snapshot, _ desk: Desk, _ root: String
  ) throws {
    let path = try #require(snapshot.path(of: occurrence.span.file))
    let name = String(path.dropFirst(desk.folder.path.count + 1))
    let lines = try #require(snapshot.text(of: occurrence.span.file))
    let position = lines.position(of: occurrence.span.start, in: .utf16)
    let answer = desk.ask(
      "textDocument/rename", at: position, in: name, ["newName": "zz-new.Имя_1"])
    guard case .object(let changes) = answer["changes"] else {
      Issue.record("\(occurrence.entity): \(answer)")
      return
    }
    let renamed = try Desk(
      Dictionary(
        uniqueKeysWithValues: snapshot.paths.map { path in
          let name = String(path.dropFirst(desk.folder.path.count + 1))
          return (name, edited(try desk.text(name), changes[FileURI.uri(path)]?.array ?? []))
        }))
    try renamed.open(root)
    #expect(renamed.codes(root) == desk.codes(root), "\(occurrence.entity.name)")
    let whole = renamed.server.workspace.all.first?.snapshot?.index.occurrences(
      of: Entity(occurrence.entity.kind, "zz-new.Имя_1", of: occurrence.entity.owner)
    ).count
    #expect(whole == snapshot.index.occurrences(of: occurrence.entity).count)
  }

  private func edited(_ text: String, _ edits: [JSON]) -> String {
    var document = TextDocument(text: text, version: 0)
    let sorted = edits.compactMap { edit in
      TextRange(edit["range"]).map { ($0, edit["newText"].string ?? "") }
    }.sorted { $0.0.start > $1.0.start }
    #expect(sorted.count == edits.count)
    for (range, text) in sorted {
      document.apply([.init(range: range, text: text)], version: 0, in: .utf16)
    }
    return String(decoding: document.lines.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("an|n: {}", "a b"), ("an|n: {}", "owner"), ("ta|sk: {", ""), ("id: m|,", "-x"),
    ("id: m|,", "null"), ("{a|: {}", "b"), ("ti|tle: R", "x"),
  ])
  func `what cannot be renamed so is refused with a reason`(place: String, name: String) throws {
    let desk = try Desk(["a.yaml": `A language server`.ruled])
    try desk.open("a.yaml")
    let answer = try desk.ask(
      "textDocument/rename", at: place, in: "a.yaml", ["newName": .string(name)])
    #expect(answer["code"] == -32803)
    #expect(answer["message"].string?.isEmpty == false)
  }

  @Test func `a role that two roadmaps share is renamed in both`() throws {
    let root =
      "vekha: 1\ninclude: lib.yaml\nroadmap: {id: a, title: A}\npeople: {p: {roles: [head]}}\n"
    let desk = try Desk([
      "a.yaml": root, "b.yaml": root, "lib.yaml": "roles: {head: Head}\n",
    ])
    try desk.open("lib.yaml")
    let answer = try desk.ask(
      "textDocument/rename", at: "he|ad", in: "lib.yaml", ["newName": "chief"])
    guard case .object(let changes) = answer["changes"] else {
      Issue.record("\(answer)")
      return
    }
    #expect(changes.count == 3)
  }
}
