import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct BlockerTests {
  /// One blocker of every sort, about things at `position`.
  static func everySort(at position: Int) -> [Blocker] {
    let measure = MeasureIndex(position)
    let (person, document) = (PersonIndex(position), DocumentIndex(position))
    let (transition, state) = (TransitionIndex(position), StateIndex(position))
    let (route, step) = (RouteIndex(position), StepIndex(position))
    let date = day("2018-03-05")
    return [
      .unknown(.person(position)), .unknown(.measure(position)), .unknown(.transition(position)),
      .unknown(.step(position)), .unknown(.document(position)), .unknown(.run), .notStarted,
      .alreadyStarted(by: person), .brokenDefinition(measure),
      .wrongState(measure, transition, state: state),
      .roundOpen(measure, transition, round: 2, requester: person),
      .notEntitled(measure, transition, actor: person, people: [person]),
      .waitsForDocument(measure, document, through: measure),
      .waitsForPart(measure, part: measure, state: state),
      .refusalWouldFinish(measure, transition, state: state),
      .nobodyCanApprove(measure, route, step, separated: []),
      .nobodyCanApprove(measure, route, step, separated: [person]),
      .quorumUnreachable(measure, route, step, needed: 3, people: [person]),
      .noOpenRound(measure), .stepNotOpen(measure, route, step, first: [step]),
      .stepClosed(measure, route, step),
      .notEligible(measure, route, step, actor: person, people: []),
      .separated(measure, route, step, actor: person, from: .requester),
      .separated(measure, route, step, actor: person, from: .step(step)),
      .alreadyVoted(measure, route, step, actor: person),
      .chooseStep(measure, route, steps: [step, step]),
      .unsigned(measure, route, actor: person),
      .notRequester(measure, actor: person, requester: person), .documentNumberMissing(document),
      .documentAlreadyReceived(document, number: "7", date: date),
      .documentFromTheFuture(document, date: date, today: date),
    ]
  }

  private var run: Scenario {
    var sketch = Sketch.office([[StepSketch("sign", by: ["ana"])]])
    sketch.document("region")
    sketch.measure("order", kind: "order", owners: ["leo"])
    return Scenario(sketch)
  }

  @Test(arguments: everySort(at: 0))
  func `every blocker has a code and one sentence in both languages`(blocker: Blocker) {
    let text = blocker.message(in: run.roadmap)
    for sentence in [text.en, text.ru] {
      #expect(!sentence.isEmpty && sentence != blocker.code)
      #expect(!sentence.hasSuffix(".") && !sentence.contains("  "))
      #expect(sentence.first?.isUppercase == false)
    }
    #expect(text.en != text.ru)
    #expect(blocker.code.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) })
  }

  @Test(arguments: [-1, 99, Int(Int32.max), Int(Int32.min)])
  func `a blocker about what does not exist is told all the same`(position: Int) {
    for blocker in Self.everySort(at: position) {
      #expect(!blocker.message(in: run.roadmap).ru.isEmpty)
      _ = blocker.fields(in: run.roadmap)
    }
  }

  @Test
  func `blockers of different sorts have different codes`() {
    let codes = Set(Self.everySort(at: 0).map(\.code))
    // Two sorts appear twice above.
    #expect(codes.count == Self.everySort(at: 0).count - 2)
  }

  @Test
  func `a blocker gives programs its data by ids`() {
    var run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "zoe")
    #expect(
      run.last.blockers.first?.fields(in: run.roadmap) == [
        .init(name: "measure", value: .text("order")), .init(name: "step", value: .text("sign")),
        .init(name: "actor", value: .text("zoe")), .init(name: "people", value: .list(["ana"])),
      ])
  }

  @Test
  func `a long list of people is cut and counted`() {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:clerk"], quorum: .any)]])
    for number in 1...10 { sketch.person("p\(number)", roles: ["clerk"]) }
    sketch.measure("order", kind: "order", owners: ["leo"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "zoe")
    #expect(run.message().en.hasSuffix("`p8` and 2 others"))
    #expect(run.message().ru.hasSuffix("`p8` и ещё 2 других"))
  }
}
