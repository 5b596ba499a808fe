import CEL
import CivilTime
import Foundation
import RoadmapEngine
import RoadmapModel
import Testing

@testable import RoadmapLanguage

/// A line of the language reference that says what an expression comes to.
private struct ConditionExample: Sendable, CustomTestStringConvertible {
  /// The measure that it is for.
  let measure: String
  let expression: String
  let value: String

  var testDescription: String { expression }

  /// The lines of the blocks marked ```` ```cel MEASURE ````.
  static func all() throws -> [ConditionExample] {
    var found: [ConditionExample] = []
    var measure: String?
    for line in try Shipped.text("docs/language.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        measure = line.hasPrefix("```cel ") ? String(line.dropFirst("```cel ".count)) : nil
      } else if let measure {
        let halves = line.split(separator: "//", maxSplits: 1).map(String.init)
        try #require(halves.count == 2, "\(line)")
        found.append(
          ConditionExample(measure: measure, expression: halves[0], value: halves[1]))
      }
    }
    try #require(!found.isEmpty)
    return found
  }

  static func program(_ source: String, in roadmap: Roadmap) throws -> Program {
    try Rule.environment(for: .transition, of: roadmap).compile(source).get()
  }
}

/// The school garden of the language reference, carried out as the text tells.
private struct Garden {
  let engine: Engine
  private(set) var state: RunState
  private let noon = Instant(rfc3339: "2026-03-10T09:00:00Z") ?? Instant(startOf: .earliest)

  init() throws {
    let text = try Shipped.text("docs/language.md")
    let start = try #require(text.range(of: "vekha: 1\nroadmap: {id: garden"))
    let rest = text[start.lowerBound...]
    let yaml = rest[..<(try #require(rest.range(of: "\n```")).lowerBound)] + "\n"
    let compiled = compile(
      LoadedFile(name: "garden.yaml", shownPath: "garden.yaml", bytes: Array(yaml.utf8)))
    try #require(!compiled.hasErrors)
    engine = Engine(compiled.roadmap)
    state = engine.initialState
    let (ada, joe) = (try person("ada"), try person("joe"))
    let before = Instant(startOf: try #require(CivilDate(iso: "2026-03-09")))
    try send(.start(by: ada), at: before)
    let digest = try #require(ContentDigest(hex: String(repeating: "5e", count: 32)))
    let file = Command.Content(name: "plan.txt", size: 15, digest: digest)
    try send(.attach(file, to: try measure("plan"), by: ada), at: before)
    let area = Command.Content(field: "area", value: "120")
    try send(.attach(area, to: try measure("plan"), by: ada), at: before)
    try send(.advance(try measure("plan"), TransitionIndex(0), by: ada), at: noon)
    try send(
      .approve(try measure("plan"), step: nil, remarks: "Mind the roots", by: joe), at: noon)
  }

  /// What conditions may speak of for the first transition of a measure.
  mutating func bindings(for name: String) throws -> Bindings {
    if name == "beds" { try goOn() }
    return engine.conditionBindings(
      for: try measure(name), TransitionIndex(0), by: try person(name == "beds" ? "joe" : "ada"),
      in: state, at: noon)
  }

  private mutating func goOn() throws {
    let zoe = try person("zoe")
    try send(.approve(try measure("plan"), step: nil, remarks: nil, by: zoe), at: noon)
    let date = try #require(CivilDate(iso: "2026-03-01"))
    try send(.receive(DocumentIndex(0), number: "7", date: date, by: zoe), at: noon)
  }

  private mutating func send(_ command: Command, at time: Instant) throws {
    let decision = engine.decide(command, in: state, at: time)
    try #require(decision.isAccepted, "\(command): \(decision.blockers)")
    for event in decision.events { engine.evolve(&state, event, at: time) }
  }

  private func person(_ id: String) throws -> PersonIndex {
    try #require(engine.roadmap.person(named: id))
  }

  private func measure(_ id: String) throws -> MeasureIndex {
    try #require(engine.roadmap.measures(named: id).first)
  }
}

@Suite struct `Conditions in the language reference` {
  @Test(arguments: try ConditionExample.all())
  private func `an example of a condition comes to what is said of it`(
    example: ConditionExample
  ) throws {
    var garden = try Garden()
    let bindings = try garden.bindings(for: example.measure)
    let roadmap = garden.engine.roadmap
    let value = try ConditionExample.program(example.expression, in: roadmap).evaluate(bindings)
    let expected = try ConditionExample.program(example.value, in: roadmap).evaluate(bindings)
    #expect(value.quotation == expected.quotation)
  }

  @Test func `every variable and every field has an example`() throws {
    let roadmap = try Garden().engine.roadmap
    let environment = Rule.environment(for: .transition, of: roadmap)
    let programs = try ConditionExample.all().map {
      try ConditionExample.program($0.expression, in: roadmap)
    }
    for variable in environment.variables {
      #expect(programs.contains { $0.variables.contains(variable.name) }, "\(variable.name)")
    }
    for record in environment.records {
      for field in record.fields {
        #expect(
          programs.contains { $0.asks(for: field.name, of: record.name) },
          "\(record.name).\(field.name)")
      }
    }
  }
}
