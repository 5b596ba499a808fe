import CivilTime
import GRDB
import JournalSQLite
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapService
import Testing

@Suite struct `A journal that somebody changed` {
  let place: Workplace
  private let head: String

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start library-opening.yaml --as dana")
    try place.draft("founding-order", by: "dana")
    try place.vekha("advance founding-order --as dana")
    try place.vekha("approve founding-order --as ana")
    head = try #require(try place.vekha("audit --format json").json()["head"] as? String)
  }

  /// Changes a table behind the program's back, past its triggers.
  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: place.path(".vekha/store.db"))
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      for table in ["events", "requests", "journals", "contents"] {
        try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_update")
        try database.execute(sql: "DROP TRIGGER IF EXISTS \(table)_delete")
      }
      try database.execute(sql: sql)
    }
    try queue.close()
  }

  @Test(arguments: [
    "UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), 'ana', 'ben') AS BLOB)",
    "UPDATE events SET hash = zeroblob(32) WHERE number = 2",
    "DELETE FROM events WHERE number = 2",
    "DELETE FROM events WHERE number = 5",
    "UPDATE contents SET bytes = x'00'",
    "DELETE FROM contents",
    "DELETE FROM requests",
    "UPDATE journals SET name = 'other'",
  ])
  func `audit finds it and says so in both languages`(sql: String) throws {
    try tamper(sql)
    let english = try place.vekha("audit")
    #expect((english.exit == 1 || english.exit == 74) && english.out == "", "\(english)")
    #expect(try place.vekha("audit --lang ru").err.contains("ошибка: "))
  }

  @Test func `a tail cut off with its requests is seen against a head kept elsewhere`() throws {
    #expect(try place.vekha("audit --head \(head)").exit == 0)
    try tamper(
      "DELETE FROM requests WHERE last = 5; DELETE FROM events WHERE number = 5")
    place.environment["XDG_STATE_HOME"] = place.path("a-client-that-has-seen-nothing")
    #expect(try place.vekha("audit").exit == 0, "a chain cannot see its own end")
    let answer = try place.vekha("audit --head \(head)")
    #expect(answer.exit == 1 && answer.err.contains("the journal is broken"))
    let data = try place.vekha("audit --head \(head) --format json")
    #expect(data.exit == 1)
    #expect(try data.json()["whole"] as? Bool == false)
  }

  @Test func `an approval by somebody not entitled is found, though its hashes are right`() throws {
    let store = try SQLiteJournalStore(path: place.path(".vekha/store.db"), access: .readWrite)
    let session = try RunSession.open(nil, in: store)
    let omar = try session.roadmap.knownPerson("omar")
    let measure = try session.roadmap.knownMeasure("founding-order")
    let vote = Event.voted(
      measure, Event.Vote(round: 1, step: StepIndex(0), by: omar, verdict: .approve, remarks: nil))
    let now = Instant(startOf: CivilDate.latest)
    let stamp = Stamp(
      effective: now, recorded: now, request: .random(), authentication: .asserted)
    let bytes = EventCodec(session.roadmap).encode(
      [vote], stamp, after: session.head, in: session.state)
    _ = try store.append(
      to: session.head.id, expecting: session.head.events, request: stamp.request,
      fingerprint: Digest(of: []), events: bytes)
    let answer = try place.vekha("audit")
    #expect(answer.exit == 1, "\(answer)")
    #expect(answer.err.contains("event 6 records an act that the rules do not allow there"))
  }
}
