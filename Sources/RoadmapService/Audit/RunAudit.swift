public import Bilingual
import RoadmapEngine
import RoadmapModel
public import RoadmapJournal

/// What an audit of a run found.
public struct RunAudit: Sendable {
  /// The events that are in order, counted up to the first fault.
  public let events: EventNumber
  /// How far the chain is, to keep elsewhere: the events that fit, their root, the last one's hash.
  public let checkpoint: Checkpoint
  /// The first fault, or nil where there is none.
  public let fault: Text?
  /// Whether the fault is that the journal does not contain what was kept elsewhere.
  public let contradictsKept: Bool

  /// The hash of the last event of the chain: the head to keep elsewhere.
  public var hash: Digest { checkpoint.head }
}

extension RunSession {
  /// Audits a run: the chain of hashes, what was kept of it elsewhere, that every act was one that
  /// the rules allow, decided again from the beginning, and that the stored snapshot tells the
  /// same.
  ///
  /// A chain shows that bytes were changed; deciding again shows events that nobody was entitled
  /// to, even where somebody has recomputed all hashes; only what was kept elsewhere shows that the
  /// end was cut off or that all of it was written anew.
  ///
  /// - Parameters:
  ///   - name: the run's name; the only run when `nil`.
  ///   - store: where it is kept.
  ///   - kept: the hash of an event that the journal must contain.
  ///   - checkpoints: what was kept of the journal, which must be continued.
  /// - Returns: what was found.
  /// - Throws: ``ServiceError`` where the journal cannot be read at all.
  public static func audit(
    _ name: String?, in store: any JournalStore, against kept: Digest?,
    _ checkpoints: [SignedCheckpoint] = []
  ) throws(ServiceError) -> RunAudit {
    let head = try find(name, in: store)
    let chain = try attempt { () throws(StoreError) in
      try store.audit(
        head.id, against: kept.map { KeptHead(hash: $0) },
        checkpoints.map(\.checkpoint).filter { $0.origin == Checkpoint.origin(of: head.id) })
    }
    if let fault = chain.firstBreak { return RunAudit(of: head.id, chain, fault) }
    if let stranger = checkpoints.first(where: {
      $0.checkpoint.origin != Checkpoint.origin(of: head.id)
    }) {
      return RunAudit(of: head.id, chain, otherRun: stranger.checkpoint)
    }
    let bytes = try attempt { () throws(StoreError) in try store.definition(head.definition) }
    let session = RunSession(
      store: store, head: head, engine: Engine(try compiledDefinition(bytes)))
    return RunAudit(of: head.id, chain, try session.firstFault(upTo: chain.events))
  }

  /// The journal of the run of this name, or of the only one.
  ///
  /// - Throws: ``ServiceError`` where there is no such run, or several.
  public static func journal(
    named name: String?, in store: any JournalStore
  ) throws(ServiceError) -> JournalID {
    try find(name, in: store).id
  }

  private func firstFault(upTo end: EventNumber) throws(ServiceError) -> Replay.Fault? {
    var replay = Replay(
      engine: engine, journal: head, requests: try requests(), snapshot: try storedSnapshot())
    var failure: ServiceError?
    var missing: Replay.Fault?
    try attempt { () throws(StoreError) in
      try store.walk(head.id) { stored in
        guard stored.number <= end else { return false }
        do throws(ServiceError) {
          let record = try record(of: stored)
          replay.take(record, from: stored)
          if replay.fault == nil { missing = missing ?? contentFault(of: record) }
        } catch {
          failure = error
        }
        return failure == nil && replay.fault == nil
      }
    }
    if case .brokenEvent(let number, let text) = failure {
      return Replay.Fault(number: number, text: Self.unreadable(number, text))
    }
    if let failure { throw failure }
    replay.finish()
    return [replay.fault, missing].compactMap(\.self).min { $0.number < $1.number }
  }

  /// What is wrong with the content that an event speaks of, or nil.
  private func contentFault(of record: EventRecord) -> Replay.Fault? {
    guard case .attached(_, let file, _) = record.event, file.value == nil,
      let digest = Digest(hex: file.digest.hex)
    else { return nil }
    do throws(StoreError) {
      let size = Int64(try store.content(digest).count)
      guard size != file.size else { return nil }
      return Replay.Fault(
        number: record.number,
        text: Text(
          en: "event \(record.number) gives `\(file.name)` \(file.size) bytes, its content has "
            + "\(size)",
          ru: "событие \(record.number) указывает для `\(file.name)` размер \(file.size) байт, а "
            + "в содержимом \(size)"))
    } catch {
      return Replay.Fault(
        number: record.number,
        text: Text(
          en: "the content of `\(file.name)`, attached by event \(record.number), cannot be read: ",
          ru: "содержимое `\(file.name)`, приложенного событием \(record.number), не читается: "
        ).appending(error.text))
    }
  }

  private static func unreadable(_ number: EventNumber, _ reason: Text) -> Text {
    Text(
      en: "event \(number) cannot be understood: ", ru: "событие \(number) непонятно: "
    ).appending(reason)
  }

  /// The numbers of the events that each request has written to this journal.
  private func requests() throws(ServiceError) -> [RequestID: ClosedRange<EventNumber>] {
    var found: [RequestID: ClosedRange<EventNumber>] = [:]
    var last: RequestID?
    while true {
      let page = try attempt { () throws(StoreError) in
        try store.requests(after: last, limit: 1000)
      }
      guard let end = page.last else { return found }
      for record in page where record.journal == head.id { found[record.request] = record.events }
      last = end.request
    }
  }

  private func storedSnapshot() throws(ServiceError) -> Snapshot? {
    try attempt { () throws(StoreError) in
      try store.snapshot(of: head.id, format: Self.snapshotFormat)
    }
  }
}

extension RunAudit {
  private init(
    of journal: JournalID, _ chain: JournalAudit, events: EventNumber, fault: Text?,
    contradictsKept: Bool = false
  ) {
    self.events = events
    self.fault = fault
    self.contradictsKept = contradictsKept
    checkpoint = Checkpoint(of: journal, size: chain.events, root: chain.root, head: chain.hash)
  }

  /// The outcome for a chain that is broken.
  fileprivate init(of journal: JournalID, _ chain: JournalAudit, _ fault: ChainBreak) {
    self.init(
      of: journal, chain, events: chain.events, fault: fault.text,
      contradictsKept: fault.contradictsKept)
  }

  /// The outcome where a checkpoint is of another run.
  fileprivate init(of journal: JournalID, _ chain: JournalAudit, otherRun kept: Checkpoint) {
    self.init(
      of: journal, chain, events: chain.events,
      fault: Text(
        en: "the checkpoint is of another run: `\(kept.origin)`",
        ru: "контрольная точка другого исполнения: `\(kept.origin)`"), contradictsKept: true)
  }

  /// The outcome of deciding every act again.
  fileprivate init(of journal: JournalID, _ chain: JournalAudit, _ fault: Replay.Fault?) {
    self.init(
      of: journal, chain, events: fault.map { $0.number - 1 } ?? chain.events, fault: fault?.text)
  }
}

extension ChainBreak {
  /// Whether a journal may be whole in itself and only lacks what was kept elsewhere.
  fileprivate var contradictsKept: Bool {
    switch self {
    case .cutOff, .otherHistory, .otherRoot, .headNotFound: true
    case .hash, .number, .request: false
    }
  }
}
