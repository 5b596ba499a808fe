import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `What a route wants signed` {
  /// A key for everybody, by their positions; the engine is told that a signature was verified.
  private static func key(_ number: Int) throws -> PublicKey {
    try PublicKey(bytes: [UInt8(number + 9)] + [UInt8](repeating: 0, count: 31))
  }

  /// An order that was drafted, and whose adoption was asked for where `isOpen`.
  private static func scenario(_ signatures: Signatures, isOpen: Bool) throws -> Scenario {
    var sketch = Sketch.office([[StepSketch("law", by: ["role:lawyer", "kim"], quorum: .count(2))]])
    sketch.measure("order", kind: "order", owners: ["leo"])
    let plain = sketch.build()
    let people = try plain.people.enumerated().map { number, person in
      Person(
        id: person.id, name: person.name, roles: person.roles,
        keys: [PersonKey(try key(number))])
    }
    let routes = plain.routes.map {
      Route(
        id: $0.id, title: $0.title, steps: $0.steps, stages: $0.stages,
        separations: $0.separations, signatures: signatures)
    }
    var scenario = Scenario(
      Roadmap(
        heading: plain.heading, people: people, roles: plain.roles, documents: plain.documents,
        kinds: plain.kinds, lifecycles: plain.lifecycles, routes: routes,
        sections: plain.sections, measures: plain.measures, texts: plain.texts))
    scenario.start("ana")
    scenario.advance("order", "begin", by: "leo")
    guard isOpen else { return scenario }
    let order = scenario.measure("order")
    let leo = scenario.person("leo")
    scenario.record(
      .roundOpened(order, scenario.transition("adopt", of: order), round: 1, by: leo))
    let vote = Event.Vote(
      round: 1, step: StepIndex(0), by: scenario.person("kim"), verdict: .approve, remarks: nil)
    scenario.record(.voted(order, vote))
    return scenario
  }

  private static func commands(_ scenario: Scenario) -> [(Command, wanting: Set<Signatures>)] {
    let order = scenario.measure("order")
    let (ben, leo) = (scenario.person("ben"), scenario.person("leo"))
    let isOpen = scenario.state.openRound(of: order) != nil
    let all: Set<Signatures> = [.required, .throughout]
    return isOpen
      ? [
        (.approve(order, step: nil, remarks: nil, by: ben), all),
        (.approve(order, step: nil, remarks: "but", by: ben), all),
        (.returnForRework(order, step: nil, remarks: nil, by: ben), all),
        (.reject(order, step: nil, remarks: nil, by: ben), all),
        (.abstain(order, step: nil, remarks: nil, by: ben), all),
        (.retract(order, step: nil, remarks: nil, by: scenario.person("kim")), all),
        (.withdraw(order, remarks: nil, by: leo), [.throughout]),
      ]
      : [
        (.advance(order, scenario.transition("adopt", of: order), by: leo), [.throughout]),
        (.advance(order, scenario.transition("drop", of: order), by: leo), []),
      ]
  }

  @Test(arguments: Signatures.allCases, [true, false])
  func `is refused without a signature by a key of whoever acts, and only that`(
    signatures: Signatures, isOpen: Bool
  ) throws {
    let scenario = try Self.scenario(signatures, isOpen: isOpen)
    for (command, wanting) in Self.commands(scenario) {
      func codes(_ voucher: Voucher) -> [String] {
        scenario.engine.decide(
          command, in: scenario.state, at: scenario.now, vouched: voucher
        ).blockers.map(\.code)
      }
      let refused = wanting.contains(signatures) ? ["signature-required"] : []
      let number = try #require(command.actor).position
      #expect(codes(.word) == refused, "\(command)")
      #expect(codes(.signature(try Self.key(number + 1))) == refused, "\(command)")
      #expect(codes(.signature(try Self.key(number))) == [], "\(command)")
    }
  }

  @Test func `comes after everything else that speaks against a decision`() throws {
    let scenario = try Self.scenario(.required, isOpen: true)
    let order = scenario.measure("order")
    let answer = scenario.engine.decide(
      .approve(order, step: nil, remarks: nil, by: scenario.person("zoe")), in: scenario.state,
      at: scenario.now)
    #expect(answer.blockers.map(\.code) == ["not-eligible", "signature-required"])
    let closed = try Self.scenario(.required, isOpen: false)
    let none = closed.engine.decide(
      .approve(order, step: nil, remarks: nil, by: closed.person("ben")), in: closed.state,
      at: closed.now)
    #expect(none.blockers.map(\.code) == ["no-open-round"])
  }
}
