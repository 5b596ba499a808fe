import RoadmapJournal

/// What the hammer writes: one journal, whose events name the request that wrote them.
enum Workload {
  static let name = "hammer"
  static let fingerprint = Digest(of: Array("hammer".utf8))

  /// The journal of `store`, created by whoever comes first.
  static func journal(in store: some JournalStore) throws -> JournalHead {
    if let head = try store.journal(named: name) { return head }
    let journal = try NewJournal(
      name: name, definition: Array("definition".utf8), events: [Array("start 1/1".utf8)])
    return try store.create(
      journal, request: try request("start"), fingerprint: fingerprint
    ).head
  }

  /// The bytes of the `count` events that `request` writes.
  static func events(of request: RequestID, count: Int) -> [[UInt8]] {
    let padding = String(repeating: ".", count: 200)
    return (1...max(count, 1)).map { Array("\(request) \($0)/\(max(count, 1)) \(padding)".utf8) }
  }

  static func request(_ text: String) throws -> RequestID {
    guard let request = RequestID(text) else { throw Refusal(text: "no request id: \(text)") }
    return request
  }
}

/// A reason to end the hammer.
struct Refusal: Error {
  let text: String
}
