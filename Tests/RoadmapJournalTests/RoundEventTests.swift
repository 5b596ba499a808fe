import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `Events of rounds as the journal writes them` {
  private static let measure = MeasureIndex(0)
  private static let (ana, ben) = (PersonIndex(0), PersonIndex(1))
  private static let agree = StepIndex(0)
  private static let route = RouteIndex(0)
  private static let digest = ContentDigest(of: [1])

  private static let codec: EventCodec = {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head"])
    sketch.person("ben", roles: ["head"])
    sketch.route(RouteSketch("adoption", stages: [[StepSketch("agree", by: ["role:head"])]]))
    sketch.lifecycle(
      LifecycleSketch(
        "document", states: ["planned", "drafting", "done"], done: ["done"],
        transitions: [TransitionSketch("adopt", from: ["planned"], to: "done", route: "adoption")]))
    sketch.kind("plan", lifecycle: "document")
    sketch.measure("a", kind: "plan", owners: ["ana"])
    return EventCodec(sketch.build())
  }()

  private static func vote(
    _ verdict: Verdict, remarks: String? = nil, seen: ContentDigest? = nil,
    to target: ReturnTarget? = nil
  ) -> Event {
    .voted(
      measure,
      Event.Vote(
        round: 1, step: agree, by: ben, verdict: verdict, remarks: remarks, seen: seen, to: target))
  }

  private static let events: [Event] = [
    .attached(measure, Command.Content(field: "бюджет", value: "12 000 «₽»"), by: ana),
    .attached(measure, Command.Content(field: "empty", value: ""), by: ben),
    vote(.approve, seen: digest),
    vote(.returnForRework, to: .step(agree)),
    vote(.returnForRework, remarks: "no", to: .state(StateIndex(1))),
    .stepsReopened(measure, edited),
    .stepsReopened(
      measure,
      Reopening(
        round: 2, .returned(to: agree), [Reopening.Step(agree, dropped: [])], by: ben)),
    .approvalsKept(measure, kept),
  ]

  private static let edited = Reopening(
    round: 1, .edited(name: "x"), [Reopening.Step(agree, dropped: [ben])], by: ana)

  private static let kept = KeptApprovals(
    round: 3,
    [
      OpenRound.Vote(
        step: agree, person: ben, verdict: .approveWithRemarks, seen: digest, round: 1, number: 12),
      OpenRound.Vote(step: agree, person: ana, verdict: .approve, round: 2, number: 30),
    ])

  private static func record(_ event: Event) throws -> EventRecord {
    let day = try #require(CivilDate(iso: "2018-03-05"))
    let names: RouteIndex?
    if case .attached = event { names = nil } else { names = route }
    return EventRecord(
      number: 7, journal: try #require(JournalID(hex: String(repeating: "0a", count: 16))),
      stamp: Stamp(
        effective: Instant(startOf: day), recorded: Instant(startOf: day),
        request: try #require(RequestID("r-1")), authentication: .asserted),
      event: event, route: names)
  }

  @Test(arguments: events.indices)
  func `every event is read back as it was written`(number: Int) throws {
    let record = try Self.record(Self.events[number])
    #expect(try Self.codec.decode(Self.codec.encode(record)) == record)
  }

  @Test(arguments: [
    (#""cause":"edited""#, #""cause":"bored""#), (#""name":"x","#, ""),
    (#""dropped":["ben"]"#, #""dropped":["eve"]"#), (#""dropped":["ben"]"#, #""dropped":"ben""#),
    (#""step":"agree""#, #""step":"nod""#), (#""route":"adoption","#, ""),
    (#""steps":[{"#, #""steps":[{"more":1,"#), (#""round":1"#, #""round":0"#),
    (#""cause":"edited""#, #""cause":"returned""#),
  ])
  func `a reopening that is written otherwise is refused`(from: String, to: String) throws {
    try Self.refuse(.stepsReopened(Self.measure, Self.edited), from, to)
  }

  @Test(arguments: [
    (#""by":"ben""#, #""by":"eve""#), (#""event":12"#, #""event":0"#),
    (#""event":12"#, #""event":"12""#), (#""approvals":["#, #""approvals":[7,"#),
    (#""decision":"approve""#, #""decision":"nod""#), (#""round":2,"#, ""),
    (#""round":2,"#, #""round":2,"who":"ana","#),
  ])
  func `kept approvals that are written otherwise are refused`(from: String, to: String) throws {
    try Self.refuse(.approvalsKept(Self.measure, Self.kept), from, to)
  }

  private static func refuse(_ event: Event, _ from: String, _ to: String) throws {
    let text = String(decoding: codec.encode(try record(event)), as: UTF8.self)
    let other = text.replacing(from, with: to)
    #expect(other != text, "\(text)")
    #expect(throws: EventCodecError.self) { try codec.decode(Array(other.utf8)) }
  }
}
