import Bilingual
import JournalSQLite
import RoadmapJournal

/// Compares a store with the acknowledgements that its writers noted.
struct Verification {
  private struct Ack {
    let request: String
    let events: ClosedRange<EventNumber>
  }

  let store: String
  let acks: [String]

  /// Prints the figures and gives 0 where nothing is lost, doubled or broken, else 1.
  func run() throws -> Int32 {
    let store = try SQLiteJournalStore(path: store, access: .readWrite)
    let acknowledged = try acks.flatMap(read)
    guard let head = try store.journal(named: Workload.name) else {
      print("acknowledged \(acknowledged.count) lost \(acknowledged.count) no journal")
      return acknowledged.isEmpty ? 0 : 1
    }
    let audit = try store.audit(head.id)
    let ranges = try requests(in: store)
    let lost = acknowledged.filter { ranges[$0.request] != $0.events }.count
    let wrong = try eventsOutOfPlace(in: store, head, ranges)
    let integrity = try store.health().facts.first { $0.key == "integrity" }?.value ?? "?"
    print(
      "acknowledged \(acknowledged.count) lost \(lost)",
      "unacknowledged \(ranges.count - acknowledged.count + lost - 1)",
      "events \(audit.events) misplaced \(wrong)",
      "chain \(audit.firstBreak?.text.en ?? "whole") integrity \(integrity)")
    return lost == 0 && wrong == 0 && audit.isWhole && integrity == "ok" ? 0 : 1
  }

  private func requests(
    in store: SQLiteJournalStore
  ) throws -> [String: ClosedRange<EventNumber>] {
    var ranges: [String: ClosedRange<EventNumber>] = [:]
    var last: RequestID?
    while case let page = try store.requests(after: last, limit: 1000), let end = page.last {
      for record in page { ranges[record.request.text] = record.events }
      last = end.request
    }
    return ranges
  }

  /// How many events do not stand where the record of the request that they name has them: one that
  /// is there twice, or only in part, among them.
  private func eventsOutOfPlace(
    in store: SQLiteJournalStore, _ head: JournalHead,
    _ ranges: [String: ClosedRange<EventNumber>]
  ) throws -> Int {
    var wrong = 0
    try store.walk(head.id) { event in
      let words = String(decoding: event.bytes, as: UTF8.self).split(separator: " ")
      let place = words.dropFirst().first?.split(separator: "/").compactMap { EventNumber($0) }
      guard let request = words.first, let range = ranges[String(request)], let place,
        place.count == 2, event.number == range.lowerBound + place[0] - 1,
        range.upperBound == range.lowerBound + place[1] - 1
      else {
        wrong += 1
        return true
      }
      return true
    }
    return wrong
  }

  /// The acknowledgements in a file; a last line without its end was torn by the kill.
  private func read(_ path: String) throws -> [Ack] {
    guard StoreFile.exists(path) else { return [] }
    let text = String(decoding: try Bytes.read(path), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return try lines.map { line in
      let words = line.split(separator: " ")
      guard words.count == 3, let first = EventNumber(words[1]), let last = EventNumber(words[2]),
        first <= last
      else { throw Refusal(text: "no acknowledgement: \(line)") }
      return Ack(request: String(words[0]), events: first...last)
    }
  }
}
