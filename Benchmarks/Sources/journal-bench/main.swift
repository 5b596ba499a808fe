import CBareInsert
import Foundation
import JournalSQLite
import RoadmapJournal

// journal-bench [ROUNDS] [FOLDER]: durable appends beside bare SQLite inserts of the same durability,
// turn by turn on the same disk, and what reading and canonical JSON take.

let rounds = max(CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 101, 1)
let parent = CommandLine.arguments.dropFirst(2).first ?? FileManager.default.currentDirectoryPath
let folder = parent + "/journal-bench-" + UUID().uuidString
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }

let clock = ContinuousClock()
let turns = 100
let eventSize = 300
let event = JSONSample.event

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let took = try clock.measure(body)
  return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
}

func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}

let store = try SQLiteJournalStore(path: folder + "/store.db")
let journal = try NewJournal(name: "bench", definition: [1], events: [event])
let fingerprint = Digest(of: [])
let bench = try store.create(journal, request: .random(), fingerprint: fingerprint).head

guard let bareStore = bare_open(folder + "/bare.db") else { fatalError("no bare store") }
var bare: [Double] = []
var ours: [Double] = []
for _ in 0..<rounds {
  bare.append(bare_insert(bareStore, Int32(turns), Int32(eventSize)) / Double(turns))
  var head = try store.head(of: bench.id)
  let requests = (0..<turns).map { _ in RequestID.random() }
  ours.append(
    try seconds {
      for request in requests {
        head = try store.append(
          to: head.id, after: head.events, request: request, fingerprint: fingerprint
        ) { _ in [event] }.head
      }
    } / Double(turns))
}
let ratios = zip(bare, ours).map { $0 / $1 }
print(
  String(
    format: "bare insert %.0f µs  append %.0f µs  ratio %.2f (rounds %.2f to %.2f)",
    median(bare) * 1e6, median(ours) * 1e6, median(ratios), ratios.min() ?? 0, ratios.max() ?? 0))

let many = (0..<100_000).map { _ in event }
let long = try store.create(
  try NewJournal(name: "long", definition: [1], events: many), request: .random(),
  fingerprint: fingerprint
).head
var count = 0
let reading = try seconds {
  try store.walk(long.id) { _ in
    count += 1; return true
  }
}
let auditing = try seconds { _ = try store.verifyChain(of: long.id) }
print(
  String(
    format: "reading %d events %.0f ms, verifying their chain %.0f ms", count, reading * 1e3,
    auditing * 1e3))

let value = try JSONValue(parsing: event)
let parsing = try seconds { for _ in 0..<100_000 { _ = try JSONValue(parsing: event) } }
let writing = seconds { for _ in 0..<100_000 { _ = value.canonicalBytes } }
print(
  String(
    format: "canonical JSON of %d bytes: reading %.2f µs, writing %.2f µs", event.count,
    parsing * 10, writing * 10))
