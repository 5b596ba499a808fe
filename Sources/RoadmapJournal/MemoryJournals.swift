/// What an in-memory store holds.
struct MemoryJournals: Sendable {
  private struct Journal {
    var head: JournalHead
    var events: [StoredEvent] = []
  }

  private(set) var definitions: [Digest: [UInt8]] = [:]
  private(set) var contents: [Digest: [UInt8]] = [:]
  private var journals: [JournalID: Journal] = [:]
  private var records: [RequestID: RequestRecord] = [:]
  private var snapshots: [Snapshot] = []

  var heads: [JournalHead] {
    journals.values.map(\.head).sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  // Not through a dictionary: its keys are equal where they look equal, names only byte by byte.
  func head(named name: String) -> JournalHead? {
    journals.values.map(\.head).first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  func head(of journal: JournalID) throws(StoreError) -> JournalHead {
    guard let found = journals[journal] else { throw .noSuchJournal(journal) }
    return found.head
  }

  /// What the request did when it was carried out before, or nil.
  func outcome(
    of request: RequestID, _ fingerprint: Digest, in journal: JournalID?
  ) throws(StoreError) -> AppendOutcome? {
    guard let record = records[request] else { return nil }
    guard record.fingerprint == fingerprint, journal == nil || record.journal == journal
    else { throw .requestReused(request) }
    return .alreadyDone(try head(of: record.journal), record.events)
  }

  mutating func create(
    _ journal: NewJournal, request: RequestID, fingerprint: Digest
  ) throws(StoreError) -> AppendOutcome {
    guard head(named: journal.name) == nil else { throw .nameTaken(journal.name) }
    definitions[journal.digest] = journal.definition
    let head = JournalHead(
      id: journal.id, name: journal.name, definition: journal.digest, events: 0,
      hash: journal.chain.opening)
    journals[journal.id] = Journal(head: head)
    return append(journal.events, behind: head, request: request, fingerprint: fingerprint)
  }

  func events(
    of journal: JournalID, from first: EventNumber, limit: Int
  ) throws(StoreError) -> [StoredEvent] {
    guard let found = journals[journal] else { throw .noSuchJournal(journal) }
    let skipped = Int(clamping: max(first, 1) - 1)
    return Array(found.events.dropFirst(skipped).prefix(max(limit, 0)))
  }

  func tail(of journal: JournalID, after seen: EventNumber) throws(StoreError) -> JournalTail {
    let head = try head(of: journal)
    guard seen <= head.events else { throw .conflict(actual: head.events) }
    let newer = try events(of: journal, from: max(seen, 0) + 1, limit: .max)
    return JournalTail(head: head, newer: newer)
  }

  mutating func append(
    _ events: [[UInt8]], behind head: JournalHead, request: RequestID, fingerprint: Digest
  ) -> AppendOutcome {
    let linked = head.chain.link(events, behind: head.events, head.hash)
    guard let first = linked.first, let last = linked.last else { return .nothing(head) }
    let newHead = head.moved(to: last)
    journals[head.id]?.events += linked
    journals[head.id]?.head = newHead
    let range = first.number...last.number
    records[request] = RequestRecord(
      request: request, journal: head.id, fingerprint: fingerprint, events: range)
    return .appended(newHead, range)
  }

  mutating func keep(_ kept: [[UInt8]]) {
    for content in kept { contents[Digest(of: content)] = content }
  }

  func requests(after last: RequestID?, limit: Int) -> [RequestRecord] {
    let sorted = records.values.sorted {
      $0.request.text.utf8.lexicographicallyPrecedes($1.request.text.utf8)
    }
    let rest = sorted.drop { record in
      guard let last else { return false }
      return !last.text.utf8.lexicographicallyPrecedes(record.request.text.utf8)
    }
    return Array(rest.prefix(max(limit, 0)))
  }

  mutating func save(_ snapshot: Snapshot) throws(StoreError) {
    let head = try head(of: snapshot.journal)
    let events = try events(of: snapshot.journal, from: snapshot.number, limit: 1)
    guard snapshot.number >= 1, events.first?.hash == snapshot.hash
    else { throw .conflict(actual: head.events) }
    snapshots.removeAll { $0.isSameState(as: snapshot) }
    snapshots.append(snapshot)
  }

  func snapshot(of journal: JournalID, format: String) -> Snapshot? {
    snapshots
      .filter { $0.journal == journal && $0.format.utf8.elementsEqual(format.utf8) }
      .max { $0.number < $1.number }
  }
}

extension Snapshot {
  fileprivate func isSameState(as other: Snapshot) -> Bool {
    journal == other.journal && number == other.number
      && format.utf8.elementsEqual(other.format.utf8)
  }
}

extension JournalHead {
  /// This head after `event` was appended.
  package func moved(to event: StoredEvent) -> JournalHead {
    JournalHead(
      id: id, name: name, definition: definition, events: event.number, hash: event.hash)
  }
}
