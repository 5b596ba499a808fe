import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@Test(arguments: try ShippedWorkflow.names())
func `a shipped roadmap has the warnings that its heading announces, and no error`(
  name: String
) throws {
  let compiled = try ShippedWorkflow.compiled(name)
  let found = compiled.diagnostics.map(\.code.name).sorted()
  #expect(!compiled.hasErrors, "\(compiled.diagnostics)")
  #expect(try announcedWarnings(in: Shipped.text("workflows/\(name)")) == found)
}

@Test func `lifecycles of the same name are the same in every language`() throws {
  let russian = try ShippedWorkflow.compiled("school-support-2018-2020.yaml").roadmap
  let english = try ShippedWorkflow.compiled("library-opening.yaml").roadmap
  let shared = english.lifecycles.filter { lifecycle in
    russian.lifecycles.contains { $0.id == lifecycle.id }
  }
  #expect(shared.map(\.id) == ["document", "activity"])
  for lifecycle in shared {
    let twin = try #require(russian.lifecycles.first { $0.id == lifecycle.id })
    #expect(outline(of: lifecycle, in: english) == outline(of: twin, in: russian))
  }
}

/// A lifecycle as lines, without titles.
private func outline(of lifecycle: Lifecycle, in roadmap: Roadmap) -> [String] {
  let states = lifecycle.states.map { "\($0.id) done: \($0.isDone) final: \($0.isFinal)" }
  let transitions = lifecycle.transitions.map { transition in
    let ends = [transition.to, transition.onReturn, transition.onReject].map { state in
      state.map { lifecycle[$0].id } ?? "-"
    }
    let route = transition.route.map { roadmap.routes[$0.position].id } ?? "-"
    let from = lifecycle.states.indices.filter { transition.from.contains(StateIndex($0)) }
    return "\(transition.id) \(from) \(ends) \(transition.by) \(route)"
  }
  return states + transitions
}

/// The codes listed under `# expected warnings under --strict:`, sorted.
private func announcedWarnings(in text: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let heading = lines.firstIndex(of: "# expected warnings under --strict:") else { return [] }
  return lines[(heading + 1)...].prefix { $0.hasPrefix("#   ") }
    .compactMap { $0.dropFirst(4).split(separator: " ").first.map(String.init) }.sorted()
}
