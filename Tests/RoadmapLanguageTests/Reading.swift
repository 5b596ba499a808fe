import Bilingual
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A roadmap in which a few things are declared, completed by the keys that a test is about.
struct Reading {
  let compiled: CompiledRoadmap

  /// Compiles the keys in `text` together with those of a small roadmap that it does not give;
  /// `files` may be included.
  init(_ text: String, files: [String: String] = [:]) {
    let own = Set(text.split(separator: "\n").map { $0.prefix { $0 != ":" } })
    let base = Self.base.filter { !own.contains($0.prefix { $0 != ":" }) }.joined(separator: "\n")
    let root = LoadedFile(
      name: "roadmap.yaml", shownPath: "roadmap.yaml", bytes: Array((base + "\n" + text).utf8))
    compiled = compile(root, from: Files(bytes: files.mapValues { Array($0.utf8) }))
  }

  /// Compiles measures of one section, each an item of a YAML list.
  init(measures: String...) {
    let items = measures.map { "\n      - {\($0)}" }.joined()
    self.init("sections:\n  - number: \"1.1\"\n    title: S\n    measures:" + items)
  }

  var roadmap: Roadmap { compiled.roadmap }

  /// The codes of the problems, in order.
  var codes: [String] { compiled.diagnostics.map(\.code.name) }

  /// The id of a measure.
  func id(_ index: MeasureIndex) -> String { roadmap.texts[roadmap.measures[index].id] }

  /// A measure by its id.
  func measure(_ id: String) throws -> MeasureIndex {
    try #require(roadmap.measures(named: id).first)
  }

  private static let base = [
    "vekha: 1", "roadmap: {id: r, title: R}",
    "people: {ann: {roles: [head]}, bob: {}, eve: {roles: [head]}}",
    "roles: {head: Head}", "documents: {permit: {}, 'letter': {title: A letter}}",
    "kinds: {task: {lifecycle: work}, paper: {lifecycle: written}}",
    "lifecycles: {work: {initial: a, states: {a: , b: {done: true}}, "
      + "transitions: {do: {from: a, to: b, by: owner}}}, "
      + "written: {initial: a, states: {a: , c: {done: true}}, "
      + "transitions: {do: {from: a, to: c, by: owner, route: one}}}}",
    "routes: {one: {steps: [{id: s, by: role:head, quorum: any}]}, "
      + "two: {steps: [{id: s, by: bob}]}}",
    "sections: []",
  ]
}
