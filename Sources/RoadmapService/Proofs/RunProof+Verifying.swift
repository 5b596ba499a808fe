public import Bilingual
import RoadmapEngine
public import RoadmapJournal
import RoadmapModel

/// What checking a proof found.
public struct ProofVerdict: Sendable {
  /// How many signatures were verified.
  public let signatures: Int
  /// The first thing that is wrong, or nil where the proof holds.
  public let fault: Text?
}

extension RunProof {
  /// Checks the proof from nothing but itself and what was kept elsewhere.
  ///
  /// Where it shows every event, the chain is recomputed and every act decided again, as an audit
  /// does. Where it shows only some, these are shown to be in the journal, with their signatures.
  /// That the definition, with the keys in it, is the right one must be known from elsewhere: by
  /// its digest, or by a checkpoint.
  ///
  /// - Parameters:
  ///   - head: the hash of an event that the journal must contain; needs all events.
  ///   - checkpoints: what was kept of the journal, which must be continued.
  /// - Returns: what was found.
  /// - Throws: ``ServiceError`` where the definition or an event cannot be understood.
  public func verified(
    against head: Digest? = nil, _ checkpoints: [SignedCheckpoint] = []
  ) throws(ServiceError) -> ProofVerdict {
    let origin = Checkpoint.origin(of: journal)
    for kept in [checkpoint] + checkpoints where kept.checkpoint.origin != origin {
      return wrong(
        Text(
          en: "the checkpoint is of another run: `\(kept.checkpoint.origin)`",
          ru: "контрольная точка другого исполнения: `\(kept.checkpoint.origin)`"))
    }
    let engine = Engine(try RunSession.compiledDefinition(definition))
    if let fault = firstWrongPath ?? firstWrongContinuation { return wrong(fault) }
    return try isComplete
      ? judgeAll(engine, against: head, checkpoints)
      : judgeShown(engine, against: head, checkpoints)
  }

  private func wrong(_ fault: Text) -> ProofVerdict { ProofVerdict(signatures: 0, fault: fault) }

  /// The first event whose path does not lead to the root.
  private var firstWrongPath: Text? {
    let (size, root) = (checkpoint.checkpoint.size, checkpoint.checkpoint.root)
    let entry = entries.first { entry in
      guard let path = entry.path else { return !isComplete }
      let (index, overflow) = entry.number.subtractingReportingOverflow(1)
      return overflow
        || !MerkleProof.includes(
          MerkleHash.leaf(entry.bytes), at: index, of: size, root: root, by: path)
    }
    return entry.map { entry in
      Text(
        en: "event \(entry.number) is not shown to be in the journal",
        ru: "не показано, что событие \(entry.number) есть в журнале")
    }
  }

  private var firstWrongContinuation: Text? {
    let wrong = continuations.first { !continues($0.earlier.checkpoint, by: $0.path) }
    return wrong.map { Self.notContinued($0.earlier.checkpoint) }
  }

  private func continues(_ earlier: Checkpoint, by path: [Digest]) -> Bool {
    let now = checkpoint.checkpoint
    return earlier.origin == now.origin
      && MerkleProof.continues(earlier.size, earlier.root, to: now.size, now.root, by: path)
  }

  private static func notContinued(_ earlier: Checkpoint) -> Text {
    Text(
      en: "the proof does not show that the journal continues the checkpoint of "
        + "\(earlier.size) events",
      ru: "не показано, что журнал продолжает контрольную точку на \(earlier.size) событий")
  }

  // MARK: - With every event

  private func judgeAll(
    _ engine: Engine, against head: Digest?, _ kept: [SignedCheckpoint]
  ) throws(ServiceError) -> ProofVerdict {
    let chain = EventChain(id: journal, name: run, definition: definitionDigest)
    let events = chain.link(entries.map(\.bytes), behind: 0, chain.opening)
    var verifier = ChainVerifier(
      chain, against: head.map { KeptHead(hash: $0) }, (kept + [checkpoint]).map(\.checkpoint))
    for event in events {
      if let found = verifier.take(event) { return wrong(found.text) }
    }
    if let found = verifier.finish() { return wrong(found.text) }
    let codec = EventCodec(engine.roadmap)
    let records = try events.map { event throws(ServiceError) in
      try Self.record(event.bytes, number: event.number, codec)
    }
    var replay = Replay(
      engine: engine, journal: chain.emptyHead, requests: Self.requests(records), snapshot: nil)
    for (record, event) in zip(records, events) where replay.fault == nil {
      replay.take(record, from: event)
    }
    replay.finish()
    return ProofVerdict(
      signatures: records.count { $0.signature != nil }, fault: replay.fault?.text)
  }

  private static func record(
    _ bytes: [UInt8], number: EventNumber, _ codec: EventCodec
  ) throws(ServiceError) -> EventRecord {
    do {
      return try codec.decode(bytes)
    } catch {
      throw .brokenEvent(number: number, error.message)
    }
  }

  /// What each request wrote, by the events themselves.
  private static func requests(
    _ records: [EventRecord]
  ) -> [RequestID: ClosedRange<EventNumber>] {
    var found: [RequestID: ClosedRange<EventNumber>] = [:]
    for record in records {
      let first = found[record.stamp.request]?.lowerBound ?? record.number
      found[record.stamp.request] = min(first, record.number)...max(first, record.number)
    }
    return found
  }

  // MARK: - With some events

  private func judgeShown(
    _ engine: Engine, against head: Digest?, _ kept: [SignedCheckpoint]
  ) throws(ServiceError) -> ProofVerdict {
    guard head == nil else {
      return wrong(
        Text(
          en: "a head can be found only where the proof shows every event",
          ru: "голову можно найти, только если показаны все события"))
    }
    let shown = continuations.map(\.earlier.checkpoint) + [checkpoint.checkpoint]
    if let missing = kept.first(where: { !shown.contains($0.checkpoint) }) {
      return wrong(Self.notContinued(missing.checkpoint))
    }
    let codec = EventCodec(engine.roadmap)
    let judge = SignatureJudge(engine.roadmap, digest: definitionDigest)
    var signatures = 0
    for entry in entries {
      let record = try Self.record(entry.bytes, number: entry.number, codec)
      if let fault = fault(of: record, entry, judge) { return wrong(fault) }
      if record.signature != nil { signatures += 1 }
    }
    return ProofVerdict(signatures: signatures, fault: nil)
  }

  private func fault(
    of record: EventRecord, _ entry: Entry, _ judge: SignatureJudge
  ) -> Text? {
    guard record.number == entry.number, record.journal == journal else {
      return Text(
        en: "event \(entry.number) belongs to another run or another place",
        ru: "событие \(entry.number) относится к другому исполнению или другому месту")
    }
    guard let command = record.event.command else {
      return record.signature == nil
        ? nil : judge.text(.misplaced, at: entry.number, of: nil)
    }
    let actor = command.actor ?? .nobody
    guard record.signature == nil || entry.previous != nil else {
      return judge.text(.forged, at: entry.number, of: actor)
    }
    do throws(SignatureProblem) {
      let previous = entry.previous ?? checkpoint.checkpoint.head
      _ = try judge.voucher(of: record, by: actor, after: previous)
      return nil
    } catch {
      return judge.text(error, at: entry.number, of: actor)
    }
  }
}
