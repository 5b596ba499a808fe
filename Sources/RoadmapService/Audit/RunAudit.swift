public import Bilingual
import RoadmapEngine
import RoadmapModel
public import RoadmapJournal

/// What an audit of a run found.
public struct RunAudit: Sendable {
  /// The events that are in order, counted up to the first fault.
  public let events: EventNumber
  /// The hash of the last event of the chain: the head to keep elsewhere.
  public let hash: Digest
  /// The first fault, or nil where there is none.
  public let fault: Text?
}

extension RunSession {
  /// Audits a run: the chain of hashes, a head kept elsewhere, that every act was one that the
  /// rules allow, decided again from the beginning, and that the stored snapshot tells the same.
  ///
  /// A chain shows that bytes were changed; deciding again shows events that nobody was entitled
  /// to, even where somebody has recomputed all hashes.
  ///
  /// - Throws: ``ServiceError`` where the journal cannot be read at all.
  public static func audit(
    _ name: String?, in store: any JournalStore, against kept: Digest?
  ) throws(ServiceError) -> RunAudit {
    let head = try find(name, in: store)
    let chain = try attempt { () throws(StoreError) in
      try store.audit(head.id, against: kept.map { KeptHead(hash: $0) })
    }
    if let fault = chain.firstBreak {
      return RunAudit(events: chain.events, hash: chain.hash, fault: fault.text)
    }
    let bytes = try attempt { () throws(StoreError) in try store.definition(head.definition) }
    let session = RunSession(
      store: store, head: head, engine: Engine(try compiledDefinition(bytes)))
    let fault = try session.firstFault(upTo: chain.events)
    return RunAudit(
      events: fault.map { $0.number - 1 } ?? chain.events, hash: chain.hash, fault: fault?.text)
  }

  private func firstFault(upTo end: EventNumber) throws(ServiceError) -> Replay.Fault? {
    var replay = Replay(
      engine: engine, journal: head.id, requests: try requests(), snapshot: try storedSnapshot())
    var failure: ServiceError?
    var missing: Replay.Fault?
    try attempt { () throws(StoreError) in
      try store.walk(head.id) { stored in
        guard stored.number <= end else { return false }
        do throws(ServiceError) {
          let record = try record(of: stored)
          replay.take(record)
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
    guard case .attached(_, let file, _) = record.event, let digest = Digest(hex: file.digest.hex)
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
