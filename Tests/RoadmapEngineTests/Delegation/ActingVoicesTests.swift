import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

extension Scenario {
  /// Decides in the open round of `order` for somebody.
  @discardableResult
  fileprivate mutating func decide(
    _ verdict: Verdict, _ step: String? = nil, by person: String, for principal: String
  ) -> [String] {
    let order = measure("order")
    return send(
      .vote(
        order,
        Command.Vote(
          verdict, step: step.map { self.step($0, of: order) }, by: self.person(person),
          for: self.person(principal))))
  }

  fileprivate func tally(of step: String) -> Tally? {
    let index = self.step(step, of: measure("order"))
    return round(of: "order")?.steps[index.position].tally
  }
}

@Suite struct `A vote given for another counts as that of whose it is` {
  private static func run(
    _ board: StepSketch, separate: [[String]] = [], bind: [[String]] = []
  ) -> Scenario {
    Scenario(
      asked: [[board], [StepSketch("sign", by: ["kim", "eva", "ana"], delegate: ["true"])]],
      separate: separate, bind: bind)
  }

  private static func board(_ quorum: Quorum = .all, by: [String] = ["ben", "eva"]) -> StepSketch {
    StepSketch("board", by: by, quorum: quorum, delegate: ["true"])
  }

  @Test func `with the weight of the principal, whatever the delegate's`() throws {
    var run = Self.run(Self.board(.weight(3)).voices([("ben", 3), ("zoe", 9)]))
    run.delegate("ben", to: "zoe")
    run.delegate("eva", to: "leo")
    #expect(run.decide(.approve, by: "leo", for: "eva") == [])
    #expect(run.tally(of: "board")?.reached == 1)
    #expect(run.retract("order", by: "leo") == [])
    #expect(run.decide(.approve, by: "zoe", for: "ben") == [])
    #expect(try #require(run.round(of: "order")).steps[0].isPassed)
  }

  @Test func `for the group of the principal, and once`() {
    var run = Self.run(
      Self.board(by: ["ben", "eva", "kim"]).each([("role:lawyer", 2), ("role:accountant", 1)]))
    run.delegate("ben", to: "zoe")
    run.delegate("kim", to: "zoe")
    #expect(run.decide(.approve, by: "zoe", for: "ben") == [])
    let lawyers = run.tally(of: "board")?.groups[0]
    #expect(lawyers.map { run.names($0.given) } == ["ben"])
    #expect(run.approve("order", by: "ben") == ["already-voted"])
    // Nobody stands behind two votes of a step.
    #expect(run.decide(.approve, by: "zoe", for: "kim") == ["already-voted"])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.round(of: "order")?.steps[0].isPassed == false)
    #expect(run.approve("order", by: "kim") == [])
    #expect(run.round(of: "order")?.steps[0].isPassed == true)
  }

  @Test func `passing a step alone, where the principal is its chair`() throws {
    var run = Self.run(Self.board().voices(chair: ["ana"]))
    run.delegate("ana", to: "zoe")
    #expect(run.decide(.approve, by: "zoe", for: "ana") == [])
    let votes = run.last.events.compactMap { event -> Event.Vote? in
      if case .voted(_, let vote) = event { vote } else { nil }
    }
    #expect(votes.map(\.isChair) == [true])
    #expect(run.names(try #require(run.tally(of: "board")?.passedBy).asList) == ["ana"])
  }

  @Test func `out of turn, where the step is named and the act stands`() {
    let last = StepSketch("last", by: ["kim"], delegate: ["true"]).voices(chair: ["ana"])
    var run = Scenario(asked: [[StepSketch("law", by: ["ben"])], [last]])
    run.delegate("ana", to: "zoe")
    let act = ActReference.event(run.state.eventCount)
    #expect(run.decide(.approve, by: "zoe", for: "ana") == ["out-of-turn"])
    #expect(run.decide(.abstain, "last", by: "zoe", for: "ana").first == "step-not-open")
    let actions = run.engine.nextActions(in: run.state, at: run.now)
    #expect(actions.last?.isOutOfTurn == true)
    #expect(actions.last.map { run.names($0.people) } == ["ana", "zoe"])
    run.revoke(act, by: "ana")
    #expect(run.decide(.approve, "last", by: "zoe", for: "ana") == ["no-act"])
    run.delegate("ana", to: "zoe")
    #expect(run.decide(.approve, "last", by: "zoe", for: "ana") == [])
    #expect(run.round(of: "order")?.steps.map(\.isPassed) == [false, true])
  }

  @Test func `ending the round, where the principal has a veto`() {
    var run = Self.run(Self.board(.any).voices(veto: ["ana"]))
    #expect(run.decide(.reject, by: "zoe", for: "ana") == ["no-act"])
    run.delegate("ana", to: "zoe")
    #expect(run.decide(.approve, by: "zoe", for: "ana") == ["not-eligible"])
    let actions = run.engine.nextActions(in: run.state, for: run.person("zoe"), at: run.now)
    #expect(actions.map(\.deed) == [.refuse(step: StepIndex(0))])
    #expect(run.decide(.reject, by: "zoe", for: "ana") == [])
    #expect(run.round(of: "order") == nil)
  }

  @Test func `and only counting against, where the principal has none`() {
    var run = Self.run(Self.board(.any).voices(veto: ["ana"]))
    run.delegate("ben", to: "zoe")
    #expect(run.decide(.reject, by: "zoe", for: "ben") == [])
    #expect(run.tally(of: "board")?.dissents.map(\.principal) == [run.person("ben")])
    #expect(run.approve("order", by: "ben") == ["already-voted"])
  }

  @Test func `by nobody who has a right of their own in the step`() {
    for step in [
      Self.board().voices(chair: ["kim"]), Self.board().voices(veto: ["kim"]),
      Self.board(by: ["ben", "eva", "kim"]),
    ] {
      var run = Self.run(step)
      run.delegate("ben", to: "kim")
      #expect(run.decide(.approve, "board", by: "kim", for: "ben") == ["own-right"])
    }
  }

  @Test func `around no separation`() {
    var run = Self.run(
      Self.board().voices(chair: ["ana"]),
      separate: [["requester", "board"], ["board", "sign"]])
    run.delegate("ana", to: "leo")
    run.delegate("ana", to: "zoe")
    #expect(run.decide(.approve, by: "leo", for: "ana") == ["separated"])
    #expect(run.decide(.reject, by: "leo", for: "ana") == ["separated"])
    #expect(run.decide(.approve, by: "zoe", for: "ana") == [])
    // Behind the chair's vote stand two, and both are shut out of the other step.
    run.delegate("kim", to: "zoe")
    #expect(run.approve("order", by: "ana") == ["separated"])
    #expect(run.decide(.approve, by: "zoe", for: "kim") == ["separated"])
  }

  @Test func `and through the same hand in bound steps`() {
    var run = Self.run(
      Self.board(by: ["ana", "eva"]).voices(chair: ["ana"]), bind: [["board", "sign"]])
    run.delegate("ana", to: "zoe")
    #expect(run.decide(.approve, by: "zoe", for: "ana") == [])
    #expect(run.approve("order", by: "ana") == ["other-hand"])
    #expect(run.decide(.approve, by: "zoe", for: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `so that either of the two takes it back, the delegate while the act stands`() {
    var run = Self.run(Self.board(.count(1), by: ["ben", "eva"]).voices(veto: []))
    run.delegate("ben", to: "zoe")
    let act = ActReference.event(run.state.eventCount)
    #expect(run.decide(.abstain, by: "zoe", for: "ben") == [])
    #expect(run.retract("order", by: "ben") == [])
    #expect(run.decide(.reject, by: "zoe", for: "ben") == [])
    #expect(run.retract("order", by: "zoe") == [])
    #expect(run.decide(.abstain, by: "zoe", for: "ben") == [])
    run.revoke(act, by: "ben")
    #expect(run.retract("order", by: "zoe") == ["no-act"])
    #expect(run.retract("order", by: "leo") == ["nothing-to-retract"])
    #expect(run.retract("order", by: "ben") == [])
    #expect(run.approve("order", by: "ben") == [])
  }

  @Test func `an escalation gives the votes of the step's people, and nothing else`() {
    var board = StepSketch(
      "board", by: ["ben", "eva"], within: DayCount(2, .calendar), escalate: ["zoe"],
      escalationDecides: true
    ).voices(veto: ["kim"], chair: ["ana"])
    board.quorum = .any
    var run = Self.run(board)
    run.now = Instant(startOf: day("2018-03-09"))
    run.tick()
    #expect(run.decide(.approve, by: "zoe", for: "ana") == ["no-act"])
    #expect(run.decide(.reject, by: "zoe", for: "kim") == ["no-act"])
    #expect(run.decide(.approve, by: "zoe", for: "ben") == [])
  }
}

extension PersonIndex {
  fileprivate var asList: [PersonIndex] { [self] }
}
