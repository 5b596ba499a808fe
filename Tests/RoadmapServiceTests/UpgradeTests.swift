import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import Testing

@testable import RoadmapService

/// A run that has been waiting while the program was replaced by a newer one.
@Suite struct `A run after an upgrade` {
  private struct Folder: IncludeFolder {
    func read(_ path: String) -> Result<[UInt8], IncludeFailure> { .failure(.outside) }
    func shownPath(of path: String) -> String { path }
  }

  /// A roadmap that checks of today refuse, as an older program may have let it pass: nobody holds
  /// the role that could drop anything, the term contradicts its dates, and a rule is broken.
  private static let refused = """
    vekha: 1
    roadmap: {id: office, title: Office, language: ru, period: 2018}
    people:
      ana: {name: Ana}
      ben: {name: Ben, roles: [board]}
    roles: {board: Board, vacant: Vacant}
    powers: {cancel: role:vacant}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes: {adoption: {steps: [{id: agree, by: role:board}]}}
    rules: [{id: many, for: roadmap, require: "roadmap.people.size() > 10"}]
    sections:
      - title: All
        measures:
          - {id: order, title: Order, kind: order, owners: [ana], term: Сентябрь 2018, due: 2018-10}
    """

  private func run(
    _ events: [Event], in store: MemoryJournalStore = MemoryJournalStore()
  ) throws -> MemoryJournalStore {
    let file = LoadedFile(
      name: "office.yaml", shownPath: "office.yaml", bytes: Array(Self.refused.utf8))
    let compiled = compile(file, from: Folder())
    try #require(compiled.hasErrors)
    let definition = Definition(of: compiled)
    let roadmap = definition.read().roadmap
    let (codec, engine) = (EventCodec(roadmap), Engine(roadmap))
    let id = JournalID.random()
    let chain = EventChain(id: id, name: "office", definition: Digest(of: definition.bytes))
    let stamp = Stamp(
      effective: Office.noon, recorded: Office.noon, request: .random(),
      authentication: .asserted)
    let bytes = codec.encode(events, stamp, after: chain.emptyHead, in: engine.initialState)
    _ = try store.create(
      NewJournal(id: id, name: "office", definition: definition.bytes, events: bytes),
      request: stamp.request, fingerprint: Digest(of: [1]))
    return store
  }

  @Test func `failure 14: a parked run is stranded by an upgrade`() throws {
    let store = try run([
      .started(by: PersonIndex(0)),
      .roundOpened(MeasureIndex(0), TransitionIndex(0), round: 1, by: PersonIndex(0)),
    ])
    var session = try RunSession.open(nil, in: store)
    let order = try session.roadmap.knownMeasure("order")
    #expect(session.state.openRound(of: order)?.number == 1)
    // A snapshot that another version has left means nothing here, and nothing is lost by it.
    try store.save(
      Snapshot(
        journal: session.head.id, number: session.head.events, hash: session.head.hash,
        format: RunSession.snapshotFormat, bytes: Array("vekha-run\u{1}older".utf8)))
    session = try RunSession.open(nil, in: store)
    #expect(session.state.openRound(of: order)?.number == 1)
    let vote = Asking(.approve(measure: "order", step: nil, remarks: nil), by: "ben")
    let outcome = try session.perform(
      vote, Circumstances(now: Office.noon, request: .random()))
    #expect(outcome.isDone)
    #expect(session.engine.isDone(order, in: session.state))
  }
}
