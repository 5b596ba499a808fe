public import Bilingual
public import CivilTime
import RoadmapEngine
public import RoadmapJournal
public import RoadmapLanguage
import RoadmapModel

/// A run that has been started.
public struct StartedRun: Sendable {
  /// The end of its journal.
  public let head: JournalHead
  /// Whether the same request had started it before.
  public let wasStartedBefore: Bool
}

/// Starts a run of a compiled roadmap, pinned to exactly these files.
///
/// - Parameters:
///   - compiled: the roadmap, without errors.
///   - name: what to call the run; the roadmap's id when `nil`.
///   - person: the id of who starts it.
///   - store: where to keep it.
///   - stamp: when, and under which request.
/// - Returns: the run.
/// - Throws: ``ServiceError`` where the definition has errors, nobody has that id, or the store
///   refuses.
public func startRun(
  of compiled: CompiledRoadmap, named name: String?, by person: String,
  in store: any JournalStore, _ stamp: Stamp
) throws(ServiceError) -> StartedRun {
  guard !compiled.hasErrors else { throw .invalidDefinition }
  let engine = Engine(compiled.roadmap)
  let actor = try compiled.roadmap.knownPerson(person)
  let codec = EventCodec(compiled.roadmap)
  let definition = Definition(of: compiled).bytes
  let decision = engine.decide(.start(by: actor), in: engine.initialState, at: stamp.effective)
  let id = JournalID.random()
  let head = JournalHead(
    id: id, name: name ?? compiled.roadmap.heading.id, definition: Digest(of: definition),
    events: 0, hash: Digest(of: []))
  let outcome = try attempt { () throws(StoreError) in
    let journal = try NewJournal(
      id: id, name: head.name, definition: definition,
      events: codec.encode(decision.events, stamp, after: head))
    return try store.create(
      journal, request: stamp.request,
      fingerprint: codec.fingerprint(ofStarting: head.name, definition: head.definition, by: actor))
  }
  if case .alreadyDone = outcome {
    return StartedRun(head: outcome.head, wasStartedBefore: true)
  }
  return StartedRun(head: outcome.head, wasStartedBefore: false)
}
