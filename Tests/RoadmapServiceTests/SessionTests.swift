import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import Testing

@testable import RoadmapService

@Suite struct `A session on a run` {
  @Test func `opening it again gives the same state, and so does every prefix`() throws {
    var office = try Office()
    var states = [office.session.state]
    try office.adoptOrder()
    #expect(try RunSession.open(nil, in: office.store).state == office.session.state)
    let codec = EventCodec(office.session.roadmap)
    let events = try office.store.events(of: office.session.head.id, from: 1, limit: .max)
    var state = office.session.engine.initialState
    for event in events {
      let record = try codec.decode(event.bytes)
      office.session.engine.evolve(&state, record.event, at: record.stamp.effective)
      states.append(state)
    }
    #expect(state == office.session.state)
    #expect(states.count == events.count + 1)
  }

  @Test func `two sessions see what the other has done in the same transaction`() throws {
    var first = try Office()
    var second = first
    try first.send(.advance(measure: "order", transition: nil), by: "ana")
    let late = try second.send(.advance(measure: "order", transition: "begin"), by: "ana")
    #expect(late.isRefused)
    #expect(second.session.head == first.session.head)
    #expect(second.session.state == first.session.state)
  }

  @Test func `many sessions at once journal each act once`() async throws {
    let office = try Office()
    let done = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          var own = office
          let act = Act.advance(measure: "order", transition: "begin")
          return try own.send(act, by: "ana").isDone ? 1 : 0
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(done == 1)
    #expect(try office.store.head(of: office.session.head.id).events == 2)
  }

  @Test func `a repeated request tells what it did, and the session is up to date`() throws {
    var office = try Office()
    let stale = office
    let request = RequestID.random()
    let act = Act.advance(measure: "order", transition: nil)
    #expect(try office.send(act, by: "ana", request: request).isDone)
    try office.send(act, by: "ana")
    var again = stale
    let repeated = try again.send(act, by: "ana", request: request)
    #expect(repeated.isRepeated)
    #expect(
      again.session.state == office.session.state && again.session.head == office.session.head)
    #expect(throws: ServiceError.self) { try again.send(act, by: "ben", request: request) }
  }

  @Test func `a snapshot is taken, used, and never trusted where it is damaged`() throws {
    var office = try Office()
    let head = office.session.head
    let asked = Act.advance(measure: "order", transition: nil)
    try office.send(asked, by: "ana")
    for _ in 0..<150 {
      try office.send(asked, by: "ana")
      try office.send(.withdraw(measure: "order", remarks: nil), by: "ana")
    }
    let format = RunSession.snapshotFormat
    let kept = try #require(try office.store.snapshot(of: head.id, format: format))
    #expect(kept.number >= 256)
    #expect(RunState(decoding: kept.bytes, for: office.session.engine) != nil)
    var opened = try Office.Reopened(office)
    #expect(opened.session.state == office.session.state)
    #expect(try RunSession.audit(nil, in: office.store, against: nil).fault == nil)
    #expect(try opened.session.perform(opened.asking, opened.circumstances).isDone)

    let damaged = Snapshot(
      journal: kept.journal, number: kept.number, hash: kept.hash, format: kept.format,
      bytes: Array(kept.bytes.dropLast()))
    try office.store.save(damaged)
    #expect(try RunSession.open(nil, in: office.store).head == opened.session.head)
  }

  @Test func `recorded times never go backwards, though the clock does`() throws {
    var office = try Office()
    let early = Instant(startOf: CivilDate.earliest)
    try office.send(.advance(measure: "order", transition: nil), by: "ana", at: early)
    var reopened = try RunSession.open(nil, in: office.store)
    let asking = Asking(.advance(measure: "order", transition: nil), by: "ana", effective: early)
    _ = try reopened.perform(asking, Circumstances(now: early, request: .random()))
    var times: [Instant] = []
    try reopened.history { times.append($0.record.stamp.recorded) }
    #expect(times.count == 3 && times == times.sorted())
  }

  @Test(arguments: [
    ("nobody", "order", "unknownPerson"), ("ana", "ordre", "unknownMeasure"),
    ("ana", "1.9", "unknownMeasure"),
  ])
  func `a name that means nothing is no act`(person: String, measure: String, error: String) throws
  {
    var office = try Office()
    let before = office.session.head
    #expect {
      try office.send(.advance(measure: measure, transition: nil), by: person)
    } throws: { "\($0)".hasPrefix(error) }
    #expect(try office.store.head(of: before.id) == before)
  }
}

extension Office {
  /// The same run, opened from its store, with an act that can be done there.
  struct Reopened {
    var session: RunSession
    let asking = Asking(.advance(measure: "order", transition: nil), by: "ana")
    let circumstances = Circumstances(now: Office.noon, request: .random())

    init(_ office: Office) throws { session = try RunSession.open(nil, in: office.store) }
  }
}
