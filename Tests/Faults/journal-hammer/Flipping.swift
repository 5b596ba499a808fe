import Glibc
import JournalSQLite
import RoadmapJournal

/// Flips bytes of a small store, one at a time: each must be detected or change nothing.
struct Flipping {
  /// All that a store is believed to hold.
  private struct Content: Equatable {
    var heads: [JournalHead] = []
    var definitions: [[UInt8]] = []
    var events: [[StoredEvent]] = []
    var requests: [RequestRecord] = []
    var snapshots: [Snapshot?] = []
  }

  private enum Finding: String, CaseIterable {
    case detectedBySQLite, detectedByVekha, unchanged, undetected
  }

  let folder: String
  let step: Int

  /// Prints the figures and gives 1 where a change went undetected.
  func run() throws -> Int32 {
    let original = folder + "/original.db"
    let expected = try fill(original)
    let bytes = try Bytes.read(original)
    var counts: [Finding: Int] = [:]
    for offset in stride(from: 0, to: bytes.count, by: max(step, 1)) {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        let finding = try tryFlip(of: bytes, at: offset, mask, expected)
        counts[finding, default: 0] += 1
        if finding == .undetected { print("undetected: byte \(offset), mask \(mask)") }
      }
    }
    let figures = Finding.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }
    print("bytes \(bytes.count) step \(step)", figures.joined(separator: " "))
    return counts[.undetected] == nil ? 0 : 1
  }

  private func fill(_ path: String) throws -> Content {
    let store = try SQLiteJournalStore(path: path)
    var number: UInt8 = 0
    for name in ["one", "other"] {
      number += 1
      // Not random: the same byte is the same byte in every run.
      guard let id = JournalID(bytes: [UInt8](repeating: number, count: 16)) else { continue }
      let journal = try NewJournal(
        id: id, name: name, definition: Array("definition of \(name)".utf8), events: [[1]])
      let head = try store.create(
        journal, request: try Workload.request("start-\(name)"), fingerprint: Workload.fingerprint
      ).head
      for turn in 0..<8 {
        let request = try Workload.request("\(name)-\(turn)")
        _ = try store.append(
          to: head.id, after: 1, request: request, fingerprint: Workload.fingerprint
        ) { _ in Workload.events(of: request, count: 1 + turn % 3) }
      }
      try store.save(
        Snapshot(
          journal: head.id, number: 1, hash: head.hash, format: "f/1",
          bytes: Array("state".utf8)))
    }
    try store.checkpoint()
    return try read(store)
  }

  private func tryFlip(
    of bytes: [UInt8], at offset: Int, _ mask: UInt8, _ expected: Content
  ) throws -> Finding {
    var flipped = bytes
    flipped[offset] ^= mask
    let path = folder + "/flipped.db"
    for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
    try Bytes.write(flipped, to: path)
    do {
      let store = try SQLiteJournalStore(path: path, access: .readWrite)
      guard try store.health().verdict != .fault else { return .detectedBySQLite }
      let content = try read(store)
      for head in content.heads where try !store.audit(head.id).isWhole {
        return .detectedByVekha
      }
      return isSame(content, expected) ? .unchanged : .undetected
    } catch StoreError.corrupt, StoreError.noSuchDefinition {
      return .detectedByVekha
    } catch is StoreError {
      return .detectedBySQLite
    }
  }

  // A snapshot that is passed over was noticed; one that differs was not.
  private func isSame(_ content: Content, _ expected: Content) -> Bool {
    var content = content
    content.snapshots = zip(content.snapshots, expected.snapshots).map { $0 ?? $1 }
    return content == expected
  }

  private func read(_ store: SQLiteJournalStore) throws -> Content {
    var content = Content()
    content.heads = try store.journals()
    for head in content.heads {
      content.definitions.append(try store.definition(head.definition))
      content.events.append(try store.events(of: head.id, from: 1, limit: 1000))
      content.snapshots.append(try store.snapshot(of: head.id, format: "f/1"))
    }
    content.requests = try store.requests(after: nil, limit: 1000)
    return content
  }
}
