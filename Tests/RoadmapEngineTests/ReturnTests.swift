import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

extension Scenario {
  /// Returns `order` to a step or a state.
  @discardableResult
  mutating func returnOrder(
    to target: String, from step: String? = nil, by person: String
  ) -> [String] {
    let order = measure("order")
    let route = state.openRound(of: order).map { roadmap.routes[$0.route.position] }
    let found: ReturnTarget? =
      route?.step(named: target).map { .step($0) }
      ?? roadmap.lifecycle(of: order)?.state(named: target).map { .state($0) }
    return send(
      .vote(
        order,
        .init(
          .returnForRework, step: step.map { self.step($0, of: order) }, to: found,
          by: self.person(person))))
  }

  /// An order drafted by `leo`, which a route leads into force: two lawyers, the accountants, the
  /// head.
  static func returning(
    _ policy: AfterReturn, separate: [[String]] = [], bind: [[String]] = [],
    money: [String] = ["role:accountant"]
  ) -> Scenario {
    var sketch = Sketch.office([])
    sketch.route(
      RouteSketch(
        "agreeing",
        stages: [
          [StepSketch("law", by: ["role:lawyer"], covers: ["text"])],
          [StepSketch("money", by: money, quorum: .any, covers: ["budget"])],
          [StepSketch("sign", by: ["ana", "zoe"], quorum: .any)],
        ], separate: separate, bind: bind, afterReturn: policy))
    sketch.lifecycle(
      LifecycleSketch(
        "paper", states: ["planned", "drafting", "review", "in-force"], done: ["in-force"],
        transitions: [
          TransitionSketch("begin", from: ["planned"], to: "drafting"),
          TransitionSketch(
            "adopt", from: ["drafting", "review"], to: "in-force", by: ["owner", "role:lawyer"],
            route: "agreeing", onReturn: "drafting", orTo: ["planned"]),
        ]))
    sketch.kind("paper", lifecycle: "paper")
    sketch.measure("order", kind: "paper", owners: ["leo"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.attach("text", "a", by: "leo")
    run.set("budget", to: "1", by: "leo")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  var kept: [String] {
    round(of: "order")?.steps.flatMap { step in
      step.given.filter { $0.round != round(of: "order")?.number }.map {
        "\(roadmap.people[$0.person.position].id) \(step.step.position) \($0.round)"
      }
    } ?? []
  }

  fileprivate var approvers: [[String]] {
    round(of: "order")?.steps.map { names($0.given.map(\.person)) } ?? []
  }
}

@Suite struct ReturnTests {
  @Test(arguments: AfterReturn.allCases)
  func `a return to an earlier step leaves the round open there`(policy: AfterReturn) {
    var run = Scenario.returning(policy)
    for person in ["ben", "eva", "kim"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.returnOrder(to: "money", by: "zoe") == [])
    #expect(run.approvers == [["ben", "eva"], [], []] && run.state.openRoundCount == 1)
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [false, true, false])
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    for person in ["kim", "zoe"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: AfterReturn.allCases)
  func `what later steps have decided stands only where the route lets it`(policy: AfterReturn) {
    let left = policy == .everybody ? [[], [], []] : [[], ["kim"], []]
    var run = Scenario.returning(policy)
    for person in ["ben", "eva", "kim"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.returnOrder(to: "law", by: "zoe") == [])
    #expect(run.approvers == left)
    for person in ["ben", "eva"] { #expect(run.approve("order", by: person) == []) }
    #expect(
      run.round(of: "order")?.steps.map(\.isOpen) == [
        false, policy == .everybody, policy != .everybody,
      ])
  }

  @Test func `a return leads nowhere but to earlier steps and to the states of the transition`() {
    var run = Scenario.returning(.everybody)
    for target in ["law", "money", "sign", "review", "in-force"] {
      #expect(run.returnOrder(to: target, by: "ben") == ["no-return-there"], "\(target)")
      #expect(run.message().en.contains("`drafting`, `planned`"))
    }
    for person in ["ben", "eva"] { run.approve("order", by: person) }
    for target in ["money", "sign", "review", "in-force"] {
      #expect(run.returnOrder(to: target, by: "kim") == ["no-return-there"], "\(target)")
    }
    let order = run.measure("order")
    for target in [ReturnTarget.step(StepIndex(-1)), .step(StepIndex(9)), .state(StateIndex(77))] {
      let vote = Command.Vote(.returnForRework, to: target, by: run.person("kim"))
      #expect(run.send(.vote(order, vote)) == ["no-return-there"])
      for verdict in [Verdict.approve, .reject] {
        let vote = Command.Vote(verdict, to: .step(StepIndex(0)), by: run.person("kim"))
        #expect(run.send(.vote(order, vote)) == ["no-return-there"])
      }
    }
    #expect(run.returnOrder(to: "planned", by: "kim") == [])
    #expect(run.stateName(of: "order") == "planned" && run.state.openRoundCount == 0)
  }

  @Test func `without a word a return leads to the first of the states`() {
    var run = Scenario.returning(.everybody)
    run.returnForRework("order", by: "ben")
    #expect(run.stateName(of: "order") == "drafting" && run.state.openRoundCount == 0)
    var stays = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"])]])
    stays.advance("order", "adopt", by: "leo")
    #expect(stays.returnOrder(to: "planned", by: "ben") == ["no-return-there"])
    #expect(stays.returnOrder(to: "drafting", by: "ben") == [])
    #expect(stays.stateName(of: "order") == "drafting")
  }

  @Test func `after a return everybody decides again, unless the route says otherwise`() {
    for policy in AfterReturn.allCases {
      var run = Scenario.returning(policy)
      for person in ["ben", "eva"] { run.approve("order", by: person) }
      run.returnForRework("order", by: "kim")
      run.advance("order", "adopt", by: "leo")
      let isKept = policy != .everybody
      #expect(run.kept == (isKept ? ["ben 0 1", "eva 0 1"] : []), "\(policy)")
      #expect(run.round(of: "order")?.steps.map(\.isPassed) == [isKept, false, false])
      if !isKept { for person in ["ben", "eva"] { run.approve("order", by: person) } }
      for person in ["kim", "ana"] { #expect(run.approve("order", by: person) == []) }
      #expect(run.stateName(of: "order") == "in-force")
    }
  }

  @Test func `only an approval of what is there now stands where the route asks for it`() {
    for (policy, kept) in [
      (AfterReturn.notAgreed, ["ben 0 1", "eva 0 1", "kim 1 1"]), (.changed, ["kim 1 1"]),
    ] {
      var run = Scenario.returning(policy)
      for person in ["ben", "eva", "kim"] { run.approve("order", by: person) }
      let first = run.seen("law")
      run.returnForRework("order", by: "zoe")
      run.attach("text", "b", by: "leo")
      run.advance("order", "adopt", by: "leo")
      #expect(run.kept == kept)
      #expect(run.stepView("law").given.isEmpty == (policy == .changed))
      let seen = run.round(of: "order")?.steps[0].given.map { $0.seen?.hex ?? "" } ?? []
      #expect(seen == (policy == .changed ? [] : [first, first]))
      // An edit in the new round drops kept approvals like all others.
      run.attach("text", "c", by: "leo")
      #expect(run.stepView("law").given == [] && run.kept == ["kim 1 1"])
    }
  }

  @Test func `a kept approval that is forbidden now is not kept`() {
    for (requester, kept) in [("leo", ["ben 0 1", "eva 0 1"]), ("ben", ["eva 0 1"])] {
      var run = Scenario.returning(.notAgreed, separate: [["requester", "law"]])
      for person in ["ben", "eva"] { run.approve("order", by: person) }
      run.returnForRework("order", by: "kim")
      run.advance("order", "adopt", by: requester)
      #expect(run.kept == kept)
      #expect(run.approve("order", step: "law", by: "ben") != [])
      // Eva alone is all lawyers who remain.
      #expect(run.round(of: "order")?.steps[0].isPassed == true)
    }
  }

  @Test func `no round ends by approvals of an earlier one alone`() {
    var run = Scenario.returning(.notAgreed)
    let order = run.measure("order")
    for person in ["ben", "eva", "kim"] { run.approve("order", by: person) }
    run.returnForRework("order", by: "zoe")
    // As if the head had agreed, too: no journal leads here.
    var votes = run.state.returned[order]?.votes ?? []
    votes.append(
      .init(step: StepIndex(2), person: run.person("ana"), verdict: .approve, round: 1, number: 9))
    run.state.returned[order] = ReturnedRound(
      transition: TransitionIndex(1), route: RouteIndex(1), votes: votes)
    run.advance("order", "adopt", by: "leo")
    #expect(run.kept == ["ben 0 1", "eva 0 1", "kim 1 1"])
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `only the round right after the return keeps approvals, and it may keep them on`() {
    var run = Scenario.returning(.changed)
    for person in ["ben", "eva"] { run.approve("order", by: person) }
    run.returnForRework("order", by: "kim")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "kim")
    run.returnForRework("order", by: "ana")
    run.advance("order", "adopt", by: "leo")
    #expect(run.kept == ["ben 0 1", "eva 0 1", "kim 1 2"])
    run.withdraw("order", by: "leo")
    run.advance("order", "adopt", by: "leo")
    #expect(run.kept == [])
  }

  @Test func `of bound steps the later ones stand only with the first`() {
    var run = Scenario.returning(.changed, bind: [["law", "money"]], money: ["role:lawyer"])
    for person in ["ben", "eva", "ben", "eva"] { #expect(run.approve("order", by: person) == []) }
    run.returnForRework("order", by: "ana")
    run.attach("text", "b", by: "leo")
    run.advance("order", "adopt", by: "leo")
    #expect(run.kept == [])
  }

  @Test func `a snapshot holds what may be kept and what is`() throws {
    var run = Scenario.returning(.notAgreed)
    for person in ["ben", "eva"] { run.approve("order", by: person) }
    run.returnForRework("order", by: "kim")
    for _ in 0..<2 {
      let read = try #require(RunState(decoding: run.state.encode(), for: run.engine))
      #expect(read == run.state)
      run.state = read
      run.advance("order", "adopt", by: "leo")
    }
    #expect(run.kept == ["ben 0 1", "eva 0 1"])
  }

  @Test func `the event that a kept approval names is the one in which it was given`() {
    var run = Scenario.returning(.notAgreed)
    for person in ["ben", "eva"] { run.approve("order", by: person) }
    run.returnForRework("order", by: "kim")
    run.advance("order", "adopt", by: "leo")
    for vote in run.state.openRound(of: run.measure("order"))?.votes ?? [] {
      guard case .voted(_, let given) = run.journal[vote.number - 1].event else {
        Issue.record("event \(vote.number) is no vote")
        continue
      }
      #expect(given.person == vote.person && given.step == vote.step && given.seen == vote.seen)
    }
    #expect(run.kept.count == 2)
  }

  @Test(arguments: 0..<30)
  func `whatever comes back, every approval that counts was given by somebody who may`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var run = Scenario(RandomWorld.roadmapOfContents(seed: UInt64(seed)))
    run.start("ana")
    for step in 0..<400 {
      let measure = MeasureIndex(Int.random(in: 0..<3, using: &numbers))
      let person = PersonIndex(Int.random(in: 0..<3, using: &numbers))
      let target: ReturnTarget =
        numbers.chance(50)
        ? .step(StepIndex(Int.random(in: 0..<3, using: &numbers)))
        : .state(StateIndex(Int.random(in: 0..<4, using: &numbers)))
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0, 1, 2:
        let transition = TransitionIndex(Int.random(in: 0..<3, using: &numbers))
        run.send(.advance(measure, transition, by: person))
      case 3:
        let name = numbers.one(of: ["text", "budget"])
        run.send(.attach(.init(field: name, value: "\(step % 3)"), to: measure, by: person))
      case 4:
        run.send(
          .vote(
            measure, .init(.returnForRework, to: numbers.chance(50) ? target : nil, by: person)))
      default: run.send(.approve(measure, step: nil, remarks: nil, by: person))
      }
      check(run, measure)
    }
    var replayed = run.engine.initialState
    for (event, time) in run.journal { run.engine.evolve(&replayed, event, at: time) }
    #expect(replayed == run.state)
  }

  private func check(_ run: Scenario, _ measure: MeasureIndex) {
    #expect(RunState(decoding: run.state.encode(), for: run.engine) == run.state)
    guard let round = run.state.openRound(of: measure) else { return }
    let route = run.roadmap.routes[round.route.position]
    #expect(round.passed.contains(false))
    for vote in round.votes {
      let people = run.roadmap.people(
        of: route[vote.step], for: measure, requester: round.requester)
      #expect(people.contains(vote.person))
      for parties in route.separations where parties.contains(.step(vote.step)) {
        #expect(!parties.contains(.requester) || vote.person != round.requester)
        for case .step(let other) in parties where other != vote.step {
          #expect(!round.hasVoted(vote.person, in: other))
        }
      }
    }
  }
}
