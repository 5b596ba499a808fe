import Bilingual
import CivilTime
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapService

/// A small roadmap, its run in a store in memory, and people who act in it.
struct Office {
  let store: MemoryJournalStore
  var session: RunSession

  private static let root = """
    vekha: 1
    include: [library/routes.yaml]
    roadmap: {id: office, title: Office, language: en}
    people:
      ana: {name: Ana}
      ben: {name: Ben, roles: [board]}
      eve: {name: Eve, roles: [board]}
      kim: {name: Kim, roles: [head]}
    documents: {permit: {title: Permit}}
    kinds:
      order: {title: Order, lifecycle: paper}
      plan: {title: Plan, lifecycle: paper, follows: order}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, drafting: {}, in-force: {done: true}, dropped: {final: true}}
        transitions:
          begin: {from: planned, to: drafting, by: owner}
          adopt: {from: drafting, to: in-force, by: owner, route: adoption, on-reject: dropped}
    sections:
      - number: "1"
        title: All
        measures:
          - {id: order, number: "1", title: The order, kind: order, owners: [ana]}
          - {id: plan, number: "2", title: The plan, kind: plan, owners: [ana], after: [order]}
    """
  private static let routes = """
    vekha: 1
    roles: {board: Board, head: Head}
    routes:
      adoption:
        steps:
          - {id: agree, by: role:board, quorum: 2}
          - {id: sign, by: role:head}
    """

  private struct Folder: IncludeFolder {
    func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
      path == "library/routes.yaml" ? .success(Array(routes.utf8)) : .failure(.outside)
    }

    func shownPath(of path: String) -> String { path }
  }

  static func compiled(as name: String = "office.yaml") throws -> CompiledRoadmap {
    let file = LoadedFile(name: name, shownPath: name, bytes: Array(root.utf8))
    let compiled = compile(file, from: Folder())
    try #require(!compiled.hasErrors, "\(compiled.diagnostics.map(\.message.en))")
    return compiled
  }

  @discardableResult
  static func start(
    _ compiled: CompiledRoadmap, in store: MemoryJournalStore = MemoryJournalStore(),
    at now: Instant = Office.noon
  ) throws -> StartedRun {
    try startRun(
      of: compiled, named: nil, by: Starter("ana"), in: store,
      Circumstances(now: now, request: .random()))
  }

  init() throws {
    store = MemoryJournalStore()
    try Self.start(try Self.compiled(), in: store)
    session = try RunSession.open(nil, in: store)
  }

  /// A time of the clock.
  static let noon = Instant(startOf: CivilDate.latest)

  /// Carries out an act at a time of the clock.
  @discardableResult
  mutating func send(
    _ act: Act, by person: String, request: RequestID = .random(), at now: Instant = Office.noon
  ) throws -> Outcome {
    try session.perform(Asking(act, by: person), Circumstances(now: now, request: request))
  }

  /// Drafts the order, asks for its adoption and lets everybody agree who must.
  mutating func adoptOrder() throws {
    try send(.advance(measure: "order", transition: nil), by: "ana")
    try send(.advance(measure: "order", transition: nil), by: "ana")
    for person in ["ben", "eve", "kim"] {
      try send(.approve(measure: "order", step: nil, remarks: nil), by: person)
    }
  }
}

extension Outcome {
  var isDone: Bool { if case .done = self { true } else { false } }
  var isRepeated: Bool { if case .alreadyDone = self { true } else { false } }
  var isRefused: Bool { if case .refused = self { true } else { false } }
}
