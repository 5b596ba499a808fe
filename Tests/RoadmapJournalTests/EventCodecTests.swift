import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `Events as the journal writes them` {
  private static let roadmap: Roadmap = {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head"])
    sketch.person("ben", roles: ["head"])
    sketch.document("paper")
    sketch.route(RouteSketch("adoption", stages: [[StepSketch("agree", by: ["role:head"])]]))
    sketch.lifecycle(
      LifecycleSketch(
        "document", states: ["planned", "drafting", "done"], done: ["done"],
        transitions: [
          TransitionSketch("begin", from: ["planned"], to: "drafting"),
          TransitionSketch("adopt", from: ["drafting"], to: "done", route: "adoption"),
        ]))
    for until in [CivilDate.earliest, .latest] {
      sketch.substitute("ana", by: "ben", from: .earliest, until: until, order: "№ 15-к")
    }
    sketch.kind("plan", lifecycle: "document")
    sketch.measure("a", kind: "plan", owners: ["ana"])
    return sketch.build()
  }()

  private static let codec = EventCodec(roadmap)
  private static let measure = MeasureIndex(0)
  private static let ana = PersonIndex(0)
  private static let ben = PersonIndex(1)

  private static let file = Command.Content(
    name: "Приказ.odt", size: 12, digest: digest)
  private static var digest: ContentDigest {
    let hex = Digest(of: [1]).description
    guard let digest = ContentDigest(hex: hex) else { preconditionFailure(hex) }
    return digest
  }

  private static func exceptional(
    _ deed: ExceptionalAct.Deed, reason: String? = "«пожар»"
  ) -> Event {
    .exceptional(ExceptionalAct(deed, on: measure, reason: reason, by: ben))
  }

  @Test(arguments: [
    (ExceptionalAct.Deed.waive(.measure(measure)), #""predecessor":"a""#, #""predecessor":"b""#),
    (.waive(.measure(measure)), #""predecessor":"a""#, #""document":"paper","predecessor":"a""#),
    (.cancel, #""reason":"«пожар»","#, ""), (.cancel, "measure-cancelled", "measure-canceled"),
    (.reopen(to: StateIndex(1)), #""to":"drafting""#, #""to":"gone""#),
    (.resume, #""reason":"#, #""why":"#), (.suspend, #""event":"#, #""until":"2019","event":"#),
  ])
  func `an exceptional act that is written otherwise is refused`(
    deed: ExceptionalAct.Deed, from: String, to: String
  ) throws {
    let bytes = Self.codec.encode(try Self.record(Self.exceptional(deed)))
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.replacing(from, with: to)
    #expect(other != text, "\(text)")
    #expect(throws: EventCodecError.self) { try Self.codec.decode(Array(other.utf8)) }
  }

  private static func record(_ event: Event, route: RouteIndex? = nil) throws -> EventRecord {
    let day = try #require(CivilDate(iso: "2018-03-05"))
    return EventRecord(
      number: 7, journal: try #require(JournalID(hex: String(repeating: "0a", count: 16))),
      stamp: Stamp(
        effective: Instant(startOf: day),
        recorded: try #require(Instant(rfc3339: "2018-03-05T10:00:00.5Z")),
        request: try #require(RequestID("r-1")), authentication: .asserted),
      event: event, route: route)
  }

  @Test(
    arguments: [
      (.started(by: ana), nil),
      (.roundOpened(measure, TransitionIndex(1), round: 2, by: ana), nil),
      (
        .voted(
          measure,
          Event.Vote(
            round: 1, step: StepIndex(0), by: ben, verdict: .approveWithRemarks,
            remarks: "«да», но \"срок\"\n")), RouteIndex(0)
      ),
      (
        .voted(
          measure, Event.Vote(round: 1, step: StepIndex(0), by: ben, verdict: .reject, remarks: nil)
        ),
        RouteIndex(0)
      ),
      (
        .voted(
          measure,
          Event.Vote(round: 1, step: StepIndex(0), by: ben, verdict: .abstain, remarks: "–")),
        RouteIndex(0)
      ),
      (.voted(measure, chairVote), RouteIndex(0)),
      (
        .retracted(measure, round: 2, step: StepIndex(0), remarks: nil, by: ben), RouteIndex(0)
      ),
      (
        .retracted(measure, round: 2, step: StepIndex(0), remarks: "«ошибка»", by: ana),
        RouteIndex(0)
      ),
      (.stepPassed(measure, round: 1, step: StepIndex(0)), RouteIndex(0)),
      (.roundClosed(measure, round: 1, outcome: .withdrawn, by: ana, remarks: "later"), nil),
      (
        .moved(
          measure, TransitionIndex(0), from: StateIndex(0), to: StateIndex(1), cause: .direct,
          by: ana
        ), nil
      ),
      (.received(DocumentIndex(0), number: "12-п", date: .earliest, by: ben), nil),
      (
        .reminded(
          Reminder(of: measure, .overdue, deadline: .latest, place: nil, people: [ben, ana]),
          by: nil), nil
      ),
      (
        .escalated(
          Reminder(
            of: measure, .stepLate, deadline: .earliest,
            place: Reminder.Place(round: 3, step: StepIndex(0)), people: []), by: ana),
        RouteIndex(0)
      ),
      (
        .extended(measure, from: .earliest, until: .latest, reason: "«болезнь»", by: ben), nil
      ),
      (.attached(measure, file, by: ana), nil),
      (.voted(measure, vote(for: .order(SubstitutionIndex(0)))), RouteIndex(0)),
      (.voted(measure, vote(for: .event(12))), RouteIndex(0)),
      (
        .mandated(
          Mandate(
            .substitution, of: ana, by: ben, from: .earliest, until: .latest, order: "№ 16-к",
            reason: "«отпуск»"), by: ana), nil
      ),
      (
        .mandated(
          Mandate(
            .delegation, of: ana, by: ben, from: .latest,
            scope: Mandate.Scope(
              route: RouteIndex(0), step: StepIndex(0), measure: measure)), by: ana), nil
      ),
      (.mandated(Mandate(.delegation, of: ana, by: ben, from: .latest), by: ana), nil),
      (
        .mandated(
          Mandate(.absence, of: ben, by: nil, from: .earliest, until: .earliest), by: ben), nil
      ),
      (.revoked(.event(3), reason: nil, by: ben), nil),
      (.revoked(.order(SubstitutionIndex(0)), reason: "back", by: ana), nil),
      (exceptional(.waive(.measure(measure))), nil),
      (exceptional(.waive(.document(DocumentIndex(0)))), nil),
      (exceptional(.skip(StepIndex(0), round: 3)), RouteIndex(0)),
      (exceptional(.cancel), nil), (exceptional(.suspend), nil), (exceptional(.resume), nil),
      (exceptional(.resume, reason: nil), nil),
      (exceptional(.reopen(to: StateIndex(1))), nil),
    ] as [(Event, RouteIndex?)])
  func `every event is read back as it was written`(event: Event, route: RouteIndex?) throws {
    let record = try Self.record(event, route: route)
    #expect(try Self.codec.decode(Self.codec.encode(record)) == record)
  }

  private static func vote(for act: ActReference) -> Event.Vote {
    var vote = Event.Vote(round: 1, step: StepIndex(0), by: ben, verdict: .approve, remarks: nil)
    vote.representation = Representation(of: ana, under: act)
    return vote
  }

  @Test(arguments: [
    (#""act":3"#, #""act":0"#), (#""act":3"#, #""act":-3"#), (#""act":3"#, #""act":"3""#),
    (#""act":3"#, #""act":3,"order":"№ 15-к""#), (#""for":"ana""#, #""for":"eve""#),
    (#""for":"ana","#, ""), (#""act":3,"#, ""), (#""act":3"#, #""order":"№ 15""#),
  ])
  func `a vote for another that is written otherwise is refused`(from: String, to: String) throws {
    let event = Event.voted(Self.measure, Self.vote(for: .event(3)))
    let bytes = Self.codec.encode(try Self.record(event, route: RouteIndex(0)))
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.replacing(from, with: to)
    #expect(other != text)
    #expect(throws: EventCodecError.self) { try Self.codec.decode(Array(other.utf8)) }
  }

  @Test(arguments: [
    (#""scope":{"measure":"a","route":"adoption","step":"agree"}"#, #""scope":{}"#),
    (#""step":"agree""#, #""step":"agree","what":1"#), (#""route":"adoption","#, ""),
    (#""from":"2018-03-05""#, #""from":"2018-03-32""#), (#""from":"2018-03-05","#, ""),
    (#""deputy":"ben""#, #""deputy":"eve""#),
  ])
  func `a delegation that is written otherwise is refused`(from: String, to: String) throws {
    let scope = Mandate.Scope(route: RouteIndex(0), step: StepIndex(0), measure: Self.measure)
    let day = try #require(CivilDate(iso: "2018-03-05"))
    let event = Event.mandated(
      Mandate(.delegation, of: Self.ana, by: Self.ben, from: day, scope: scope), by: Self.ana)
    let bytes = Self.codec.encode(try Self.record(event))
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.replacing(from, with: to)
    #expect(other != text)
    #expect(throws: EventCodecError.self) { try Self.codec.decode(Array(other.utf8)) }
  }

  @Test(arguments: [
    (#""size":12"#, #""size":-1"#), (#""size":12"#, #""size":12.0"#),
    (#""digest":"4b"#, #""digest":"4B"#),
    (#""digest":"4b"#, #""digest":""#), (#""name":"#, #""name":7,"title":"#),
  ])
  func `an attachment that is written otherwise is refused`(from: String, to: String) throws {
    let bytes = Self.codec.encode(try Self.record(.attached(Self.measure, Self.file, by: Self.ana)))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""event":"attached","measure":"a","n":7,"name":"Приказ.odt""#))
    let other = text.replacing(from, with: to)
    #expect(other != text)
    #expect(throws: EventCodecError.self) { try Self.codec.decode(Array(other.utf8)) }
  }

  private static var chairVote: Event.Vote {
    var vote = Event.Vote(
      round: 1, step: StepIndex(0), by: ben, verdict: .approve, remarks: nil)
    vote.isChair = true
    return vote
  }

  @Test(arguments: [
    (#""as":"chair""#, #""as":"member""#), (#""as":"chair""#, #""as":true"#),
    (#""as":"chair""#, #""as":"""#), (#""as":"chair""#, #""as":"chair","chair":true"#),
    (#""decision":"approve""#, #""decision":"reject""#),
    (#""decision":"approve""#, #""decision":"abstain""#),
  ])
  func `a chair's vote that is written otherwise is refused`(from: String, to: String) throws {
    let record = try Self.record(.voted(Self.measure, Self.chairVote), route: RouteIndex(0))
    let text = String(decoding: Self.codec.encode(record), as: UTF8.self)
    let other = text.replacing(from, with: to)
    #expect(other != text)
    #expect(throws: EventCodecError.self) { try Self.codec.decode(Array(other.utf8)) }
  }

  @Test func `an auditor reads ids, not positions`() throws {
    let vote = Event.voted(
      Self.measure,
      Event.Vote(round: 1, step: StepIndex(0), by: Self.ben, verdict: .approve, remarks: nil))
    let bytes = Self.codec.encode(try Self.record(vote, route: RouteIndex(0)))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"at":"2018-03-05T00:00:00Z","auth":"asserted","by":"ben","decision":"approve","#
        + #""event":"step-decided","measure":"a","n":7,"recorded":"2018-03-05T10:00:00.500000Z","#
        + #""request":"r-1","round":1,"route":"adoption","run":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","#
        + #""step":"agree","v":1}"#)
  }

  @Test(arguments: [
    ("another version", #""v":1"#, #""v":2"#),
    ("a missing key", #""by":"ana","#, ""),
    ("an unknown person", #""by":"ana""#, #""by":"eve""#),
    ("an unknown event", "run-started", "run-startled"),
    ("a number out of range", #""n":7"#, #""n":7.5"#),
    ("a garbled time", "2018-03-05T00:00:00Z", "2018-02-30T00:00:00Z"),
    ("another spelling of a time", "2018-03-05T00:00:00Z", "2018-03-05T03:00:00+03:00"),
    ("an unknown authentication", "asserted", "sworn"),
    ("a key too many", #""v":1"#, #""v":1,"w":1"#),
    ("a blank", #""v":1"#, #""v": 1"#),
    (
      "a key out of order", #"{"at":"2018-03-05T00:00:00Z","auth":"asserted""#,
      #"{"auth":"asserted","at":"2018-03-05T00:00:00Z""#
    ),
  ])
  func `bytes that no event is written in are refused`(
    what: String, part: String, replacement: String
  ) throws {
    let bytes = Self.codec.encode(try Self.record(.started(by: Self.ana)))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(part))
    let changed = Array(text.replacing(part, with: replacement).utf8)
    #expect(throws: EventCodecError.self, "\(what)") { try Self.codec.decode(changed) }
  }

  @Test func `a signed act is read back as it was signed, and nothing like it`() throws {
    let key = SigningKey()
    let state = Engine(Self.roadmap).initialState
    let head = JournalHead(
      id: .random(), name: "run", definition: Digest(of: [1]), events: 4, hash: Digest(of: [2]))
    let stamp = try Self.record(.started(by: Self.ana)).stamp
    let bytes = try Self.codec.encode(
      [.started(by: Self.ana), .started(by: Self.ben)], stamp, after: head, in: state,
      signedBy: key)
    let act = try Self.codec.decode(bytes[0])
    #expect(Self.codec.encode(act) == bytes[0])
    #expect(act.signature?.key == key.publicKey)
    #expect(try Self.codec.decode(bytes[1]).signature == nil)
    #expect(Self.codec.verifies(act, after: head.hash, of: head.definition))
    #expect(!Self.codec.verifies(act, after: head.definition, of: head.definition))
    #expect(!Self.codec.verifies(act, after: head.hash, of: head.hash))
  }

  @Test func `a key is read back from its file, and from nothing like it`() throws {
    let key = SigningKey()
    let text = key.fileText
    #expect(SigningKey(fileText: text)?.publicKey == key.publicKey)
    let secret = try #require(text.split(separator: "\n").last)
    #expect(!"\(key)".contains(secret.dropFirst(7)), "a key does not show its secret")
    let other = try #require(SigningKey().fileText.split(separator: "\n").last)
    for changed in [
      "", text + "\n", String(text.dropLast()), text.replacing("key 1", with: "key 2"),
      text.replacing("secret ", with: "secret  "), text.replacing(secret, with: other),
      text.replacing("\n", with: "\r\n"), text.uppercased(),
    ] {
      #expect(SigningKey(fileText: changed) == nil, "\(changed)")
    }
  }
}
