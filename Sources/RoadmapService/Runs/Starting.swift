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
///   - asker: the id of who starts it, and when that takes effect.
///   - store: where to keep it.
///   - circumstances: the clock, and the name of the request.
/// - Returns: the run.
/// - Throws: ``ServiceError`` where the definition has errors, nobody has that id, or the store
///   refuses.
public func startRun(
  of compiled: CompiledRoadmap, named name: String?, by asker: Starter,
  in store: any JournalStore, _ circumstances: Circumstances
) throws(ServiceError) -> StartedRun {
  guard !compiled.hasErrors else { throw .invalidDefinition }
  let stamp = circumstances.stamp(for: asker.person, effective: asker.effective)
  let engine = Engine(compiled.roadmap)
  let actor = try compiled.roadmap.knownPerson(asker.person)
  let files = Definition(of: compiled)
  guard files.isReversible else { throw .unkeepablePath }
  let definition = files.bytes
  let chain = EventChain(
    id: .random(), name: name ?? compiled.roadmap.heading.id, definition: Digest(of: definition))
  let head = chain.emptyHead
  let session = RunSession(store: store, head: head, engine: engine)
  let signing = try session.signing(circumstances.signer, for: actor, stamp)
  let decision = engine.decide(
    .start(by: actor), in: session.state, at: stamp.effective, vouched: signing.voucher)
  let events = try signing.encode(decision.events, stamp, after: head, in: session)
  let outcome = try attempt { () throws(StoreError) in
    try store.create(
      NewJournal(id: head.id, name: head.name, definition: definition, events: events),
      request: stamp.request, fingerprint: asker.fingerprint(of: head))
  }
  if case .alreadyDone = outcome { return StartedRun(head: outcome.head, wasStartedBefore: true) }
  return StartedRun(head: outcome.head, wasStartedBefore: false)
}

/// Who starts a run, and when that takes effect.
public struct Starter: Hashable, Sendable {
  /// The id of the person.
  public let person: String
  /// When the start takes effect, where that was said; else when it is recorded.
  public let effective: Instant?

  /// Creates a starter.
  public init(_ person: String, effective: Instant? = nil) {
    self.person = person
    self.effective = effective
  }

  /// The digest of what was asked, the same for a retry.
  fileprivate func fingerprint(of head: JournalHead) -> Digest {
    let words: [JSONValue] = [
      .string("vekha.start.v1"), .string(head.name), .string(head.definition.description),
      .string(person), effective.map { .string($0.rfc3339) } ?? .null,
    ]
    return Digest(of: JSONValue.array(words).canonicalBytes)
  }
}
