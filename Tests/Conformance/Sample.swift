import RoadmapJournal
import Testing

/// Short ways to write and to expect, for the clauses.
enum Sample {
  static let definition = Array("roadmap: школа".utf8)
  static let oneCommand = Digest(of: Array("one".utf8))
  static let otherCommand = Digest(of: Array("other".utf8))

  static func request(_ text: String) throws -> RequestID {
    try #require(RequestID(text))
  }

  static func bytes(_ texts: String...) -> [[UInt8]] {
    texts.map { Array($0.utf8) }
  }
}

extension JournalStore {
  /// Creates a journal with one event `start`, by a request named after it.
  func start(_ name: String = "run", events: [[UInt8]] = Sample.bytes("start")) throws
    -> JournalHead
  {
    let journal = try NewJournal(name: name, definition: Sample.definition, events: events)
    return try create(
      journal, request: try Sample.request("start-\(journal.id)"), fingerprint: Sample.oneCommand
    ).head
  }

  /// Appends `events` after number `seen` by `request`.
  @discardableResult
  func add(
    _ events: [[UInt8]], to head: JournalHead, after seen: EventNumber = 1,
    request: String = "add", fingerprint: Digest = Sample.oneCommand
  ) throws -> AppendOutcome {
    try append(
      to: head.id, after: seen, request: try Sample.request(request), fingerprint: fingerprint
    ) { _ in events }
  }

  func allBytes(of head: JournalHead) throws -> [[UInt8]] {
    try events(of: head.id, from: 1, limit: 1_000_000).map(\.bytes)
  }
}
