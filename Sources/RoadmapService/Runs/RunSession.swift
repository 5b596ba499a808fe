import Bilingual
import CivilTime
public import RoadmapEngine
public import RoadmapJournal
import RoadmapLanguage
public import RoadmapModel
import SourceDiagnostics

/// One run, opened: its definition, and the state that its journal gives.
public struct RunSession: Sendable {
  /// Where the run is kept.
  public let store: any JournalStore
  /// The end of the journal as far as it has been read.
  public private(set) var head: JournalHead
  /// The rules, over the definition that the run is pinned to.
  public let engine: Engine
  /// Where the run stands at ``head``.
  public private(set) var state: RunState

  let codec: EventCodec
  /// The number of the last event that a stored snapshot contains.
  private var snapshotNumber: Int64 = 0
  /// When the last event was recorded.
  private var lastRecorded: Instant?

  /// The definition that the run is pinned to.
  public var roadmap: Roadmap { engine.roadmap }

  /// Opens the run of this name, or the only one.
  ///
  /// - Throws: ``ServiceError`` where there is no such run, or it cannot be read.
  public static func open(_ name: String?, in store: any JournalStore) throws(ServiceError)
    -> RunSession
  {
    let head = try find(name, in: store)
    let bytes = try attempt { () throws(StoreError) in try store.definition(head.definition) }
    let roadmap = try compiledDefinition(bytes)
    var session = RunSession(store: store, head: head, engine: Engine(roadmap))
    try session.catchUp()
    return session
  }

  init(store: any JournalStore, head: JournalHead, engine: Engine) {
    self.store = store
    self.head = head
    self.engine = engine
    codec = EventCodec(engine.roadmap)
    state = engine.initialState
  }

  static func find(
    _ name: String?, in store: any JournalStore
  ) throws(ServiceError) -> JournalHead {
    let runs = try attempt { () throws(StoreError) in try store.journals() }
    guard !runs.isEmpty else { throw .noRun }
    let names = runs.map(\.name)
    if let name {
      guard let run = runs.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw .unknownRun(name, known: names)
      }
      return run
    }
    guard runs.count == 1 else { throw .severalRuns(names) }
    return runs[0]
  }

  /// Reads a stored definition, which was proved when the run was started.
  static func compiledDefinition(_ bytes: [UInt8]) throws(ServiceError) -> Roadmap {
    guard let definition = Definition(bytes: bytes) else {
      throw .brokenDefinition(
        .init(en: "its bytes are no definition", ru: "его байты — не определение"))
    }
    let compiled = definition.read()
    if let problem = compiled.diagnostics.first(where: { $0.severity == .error }) {
      throw .brokenDefinition(problem.message)
    }
    return compiled.roadmap
  }

  /// Brings the state up to the end of the journal, from the newest snapshot on.
  private mutating func catchUp() throws(ServiceError) {
    (state, snapshotNumber) = (engine.initialState, 0)
    let kept = try attempt { () throws(StoreError) in
      try store.snapshot(of: head.id, format: Self.snapshotFormat)
    }
    if let kept, kept.number <= head.events,
      let state = RunState(decoding: kept.bytes, for: engine)
    {
      self.state = state
      snapshotNumber = kept.number
    }
    var first = snapshotNumber + 1
    while first <= head.events {
      let page = try attempt { () throws(StoreError) in
        try store.events(of: head.id, from: first, limit: 4096)
      }
      guard let last = page.last else { break }
      for event in page where event.number <= head.events { try apply(event) }
      first = last.number + 1
    }
    if snapshotNumber == head.events { try readLastRecorded() }
  }

  /// Reads what a snapshot does not hold.
  private mutating func readLastRecorded() throws(ServiceError) {
    let last = try attempt { () throws(StoreError) in
      try store.events(of: head.id, from: head.events, limit: 1)
    }
    for event in last { lastRecorded = try record(of: event).stamp.recorded }
  }

  private mutating func apply(_ stored: StoredEvent) throws(ServiceError) {
    let record = try record(of: stored)
    engine.evolve(&state, record.event, at: record.stamp.effective)
    lastRecorded = record.stamp.recorded
  }

  /// What a stored event says.
  func record(of stored: StoredEvent) throws(ServiceError) -> EventRecord {
    do {
      return try codec.decode(stored.bytes)
    } catch {
      throw .brokenEvent(number: stored.number, error.message)
    }
  }

  /// Carries out what somebody asks: all its events are journalled, or it is refused with every
  /// reason.
  ///
  /// What others have journalled meanwhile is taken into account in the same transaction. The same
  /// words under the same request are carried out once, however often they come.
  ///
  /// - Parameters:
  ///   - asking: what is asked, by whom.
  ///   - circumstances: the clock, and the name of the request.
  /// - Returns: what became of it.
  /// - Throws: ``ServiceError`` where a name means nothing, or the store failed; after a failure
  ///   with an unknown outcome, the same words under the same request tell what became of them.
  public mutating func perform(
    _ asking: Asking, _ circumstances: Circumstances
  ) throws(ServiceError) -> Outcome {
    var stamp = circumstances.stamp(for: asking.person, effective: asking.effective)
    var answer = Decision.blocked([])
    var current = self
    do {
      let outcome = try store.append(
        to: head.id, after: head.events, request: circumstances.request,
        fingerprint: asking.fingerprint(in: head.id), keeping: asking.act.contents
      ) { tail in
        for event in tail.newer { try current.apply(event) }
        let command = try current.command(for: asking)
        stamp = circumstances.stamp(
          for: asking.person, effective: asking.effective, after: current.lastRecorded)
        let signing = try current.signing(
          circumstances.signer, for: command.actor ?? .nobody, stamp)
        answer = current.engine.decide(
          command, in: current.state, at: stamp.effective, vouched: signing.voucher)
        return try signing.encode(answer.events, stamp, after: tail.head, in: current)
      }
      return try finish(outcome, answer, from: current, stamp)
    } catch let error as StoreError {
      throw .store(error)
    } catch let error as ServiceError {
      throw error
    } catch {
      throw .store(.unexpected(detail: "\(error)"))
    }
  }

  private mutating func finish(
    _ outcome: AppendOutcome, _ answer: Decision, from current: RunSession, _ stamp: Stamp
  ) throws(ServiceError) -> Outcome {
    switch outcome {
    case .nothing(let head):
      self = current
      self.head = head
      return .refused(answer.blockers)
    case .appended(let head, let numbers):
      self = current
      let deeds = answer.events.map { Deed(event: $0, route: route(of: $0, among: answer.events)) }
      for event in answer.events { engine.evolve(&state, event, at: stamp.effective) }
      self.head = head
      lastRecorded = stamp.recorded
      saveSnapshotWhenDue()
      return .done(deeds, numbers)
    case .alreadyDone(let head, let numbers):
      self.head = head
      try catchUp()
      return .alreadyDone(try deeds(numbers), numbers)
    }
  }

  private func deeds(_ numbers: ClosedRange<Int64>) throws(ServiceError) -> [Deed] {
    let stored = try attempt { () throws(StoreError) in
      try store.events(of: head.id, from: numbers.lowerBound, limit: numbers.count)
    }
    var found: [Deed] = []
    for event in stored {
      let record = try record(of: event)
      found.append(Deed(event: record.event, route: record.route))
    }
    return found
  }

  /// The route whose steps an event names, among those of one decision.
  private func route(of event: Event, among events: [Event]) -> RouteIndex? {
    if case .roundOpened(let measure, let transition, _, _) = events.first {
      return roadmap.route(of: transition, for: measure)
    }
    return event.measure.flatMap { state.openRound(of: $0)?.route }
  }

  /// What the snapshots of this version hold.
  static let snapshotFormat = "run-state/5"

  /// How many events may follow the last snapshot before a new one is kept.
  private static let snapshotInterval: Int64 = 256

  /// Keeps a snapshot now and then; failing to keep one loses nothing.
  private mutating func saveSnapshotWhenDue() {
    guard head.events - snapshotNumber >= Self.snapshotInterval else { return }
    let snapshot = Snapshot(
      journal: head.id, number: head.events, hash: head.hash, format: Self.snapshotFormat,
      bytes: state.encode())
    if (try? store.save(snapshot)) != nil { snapshotNumber = head.events }
  }
}

/// An event that a command brought about.
public struct Deed: Sendable {
  /// What happened.
  public let event: Event
  /// The route whose step the event names, where it names one.
  public let route: RouteIndex?
}

/// What became of a command.
public enum Outcome: Sendable {
  /// These events were journalled under these numbers.
  case done([Deed], ClosedRange<Int64>)
  /// The same request was carried out before: what it journalled then.
  case alreadyDone([Deed], ClosedRange<Int64>)
  /// Nothing was journalled, for all of these reasons.
  case refused([Blocker])
}

/// Calls into the store and passes its errors on as those of the service.
func attempt<Value>(_ body: () throws(StoreError) -> Value) throws(ServiceError) -> Value {
  do { return try body() } catch { throw .store(error) }
}
