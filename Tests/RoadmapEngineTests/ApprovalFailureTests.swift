import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

/// Ways in which real systems got approvals wrong, one test each, named after the failure.
@Suite
struct ApprovalFailureTests {
  private static var lawyers: StepSketch { StepSketch("law", by: ["role:lawyer"]) }

  /// What an approval by `ben`, an event of a journal, may look like when it is garbled.
  private func vote(
    _ run: Scenario, measure: Int = 0, round: Int = 1, step: Int = 0, by person: Int = 1,
    verdict: Verdict = .approve
  ) -> Event {
    .voted(
      MeasureIndex(measure),
      Event.Vote(
        round: round, step: StepIndex(step), by: PersonIndex(person),
        verdict: verdict, remarks: nil))
  }

  @Test
  func `failure 1: one person is counted twice`() {
    var run = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], quorum: .count(2))]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.approve("order", by: "ben") == ["already-voted"])
    #expect(run.approve("order", remarks: "again", by: "ben") == ["already-voted"])
    // Nor does it help to write the second vote into the journal.
    run.record(vote(run))
    #expect(run.stepView("law") == (2, ["ben"], ["eva"]))
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test
  func `failure 2: distinct people without the right to vote form a quorum`() {
    var run = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], quorum: .count(2))]])
    run.advance("order", "adopt", by: "leo")
    for person in ["ana", "kim", "leo", "zoe"] {
      #expect(run.approve("order", step: "law", by: person) == ["not-eligible"])
    }
    // Written into the journal, such votes are there but do not count.
    for person in [0, 3, 4, 5] { run.record(vote(run, by: person)) }
    #expect(run.round(of: "order")?.steps[0].given.count == 4)
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test(arguments: [Quorum.all, .any, .count(0), .count(-3), .percent(0), .percent(100)])
  func `failure 3: an empty approver set, or 0 of n, approves by itself`(quorum: Quorum) {
    var run = Scenario(adoption: [[StepSketch("law", by: ["role:vacant"], quorum: quorum)]])
    #expect(run.advance("order", "adopt", by: "leo") == ["nobody-can-approve"])
    // Even a round that a journal opens all the same stays where it is.
    run.record(
      .roundOpened(MeasureIndex(0), TransitionIndex(1), round: 1, by: run.person("leo")))
    for person in run.roadmap.people { run.approve("order", by: person.id) }
    #expect(run.stateName(of: "order") == "drafting")

    var nought = Scenario(adoption: [[StepSketch("law", by: ["role:lawyer"], quorum: quorum)]])
    nought.advance("order", "adopt", by: "leo")
    #expect(nought.stateName(of: "order") == "drafting")
    #expect(nought.stepView("law").needed >= 1)
  }

  @Test
  func `failure 3: a route without steps approves by itself`() {
    var run = Scenario(adoption: [])
    #expect(run.advance("order", "adopt", by: "leo") == ["broken-definition"])
    run.record(
      .roundOpened(MeasureIndex(0), TransitionIndex(1), round: 1, by: run.person("leo")))
    #expect(run.state.openRoundCount == 0)
  }

  @Test
  func `failure 4: a rule that cannot be evaluated steps aside`() {
    var entry = Measures.Entry()
    var texts = TextTable()
    entry.id = texts.add("order")
    entry.lifecycle = LifecycleIndex(0)
    let owner = [PersonIndex(0)]
    let broken: [(Measures.Entry, Dependency?, Principal)] = [
      (entry, Dependency(on: MeasureIndex(7)), .owner),
      (entry, Dependency(on: MeasureIndex(0), reaches: StateIndex(9)), .owner),
      (entry, nil, .role(RoleIndex(3))),
    ]
    for (entry, dependency, principal) in broken {
      var measures = Measures()
      measures.append(entry, owners: owner, after: [dependency].compactMap(\.self), awaits: [])
      let state = Lifecycle.State(id: "s", title: "s", isDone: true, isFinal: true)
      let go = Transition(
        id: "go", title: "go", from: StateSet([StateIndex(0)]), to: StateIndex(1),
        by: [.owner, principal])
      let roadmap = Roadmap(
        heading: .init(), people: [Person(id: "ana", name: "ana", roles: [])], roles: [],
        documents: [], kinds: [],
        lifecycles: [
          Lifecycle(
            id: "l", title: "l", initial: StateIndex(0), states: [state, state],
            transitions: [go])
        ],
        routes: [], sections: [], measures: measures, texts: texts)
      var run = Scenario(roadmap)
      run.start("ana")
      #expect(run.advance("order", "go", by: "ana") == ["broken-definition"])
    }
  }

  @Test
  func `failure 5: a missing or garbled decision counts as approved`() {
    var run = Scenario(adoption: [[Self.lawyers], [StepSketch("sign", by: ["ana"])]])
    run.advance("order", "adopt", by: "leo")
    let before = run.state
    let garbled = [
      vote(run, measure: 4), vote(run, measure: -1), vote(run, round: 0), vote(run, round: 2),
      vote(run, step: 7), vote(run, step: -1), vote(run, step: 1), vote(run, by: 99),
      vote(run, by: -1), vote(run, verdict: .returnForRework), vote(run, verdict: .reject),
      .stepPassed(MeasureIndex(0), round: 1, step: StepIndex(0)),
      .moved(
        MeasureIndex(0), TransitionIndex(1), from: StateIndex(1), to: StateIndex(2),
        cause: .approved, by: PersonIndex(0)),
    ]
    for event in garbled { run.record(event) }
    #expect(run.state.eventCount == before.eventCount + garbled.count)
    #expect(run.round(of: "order")?.steps.contains { $0.isPassed || !$0.given.isEmpty } == false)
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test
  func `failure 6: a timeout passes as approval`() throws {
    var run = Scenario(adoption: [[Self.lawyers]])
    run.advance("order", "adopt", by: "leo")
    run.now = Instant(startOf: .latest)
    #expect(run.advance("order", "adopt", by: "leo") == ["round-open"])
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stepView("law") == (2, ["ben"], ["eva"]))
    #expect(run.stateName(of: "order") == "drafting")
  }

  @Test
  func `failure 7: separation of duties leaves nobody, and nothing is reported`() {
    var run = Scenario(
      adoption: [[StepSketch("sign", by: ["leo"])]], separate: [["requester", "sign"]])
    #expect(run.advance("order", "adopt", by: "leo") == ["nobody-can-approve"])
    #expect(
      run.message().en
        == "nobody can approve in step `sign` of 1.1 `order`: the requester may not, and there "
        + "is nobody but `leo`; somebody else must ask")
    let actions = run.engine.nextActions(in: run.state, for: run.person("leo"))
    #expect(!actions.contains { $0.transition == TransitionIndex(1) })
    #expect(run.advance("order", "adopt", by: "ben") == [])
  }

  @Test
  func `failure 8: separation of duties is lost between a measure and its parts`() {
    var sketch = Sketch.office([[StepSketch("sign", by: ["role:head"])]])
    sketch.route(
      RouteSketch("strict", stages: [[Self.lawyers]], separate: [["requester", "law"]]))
    sketch.measure("whole", kind: "order", owners: ["leo"])
    sketch.measure(
      "part", kind: "order", owners: ["leo"], parent: "whole", routes: ["adopt": "strict"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("part", "begin", by: "leo")
    run.advance("part", "adopt", by: "ben")
    #expect(run.approve("part", by: "ben") == ["separated"])
    #expect(run.approve("part", by: "ana") == ["not-eligible"])
    #expect(run.approve("part", by: "eva") == [])
    #expect(run.stateName(of: "part") == "in-force")
  }

  @Test
  func `failure 9: an approval survives into the next round`() {
    var run = Scenario(adoption: [[Self.lawyers]], onReturn: "planned")
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ben")
    run.returnForRework("order", by: "eva")
    run.advance("order", "begin", by: "leo")
    run.advance("order", "adopt", by: "leo")
    run.record(vote(run, round: 1))
    #expect(run.stepView("law") == (2, [], ["ben", "eva"]))
  }

  @Test
  func `failure 11: resuming releases all parallel gates at once`() throws {
    var run = Scenario(adoption: [
      [Self.lawyers, StepSketch("money", by: ["kim"])], [StepSketch("sign", by: ["ana"])],
    ])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "kim")
    let resumed = try #require(RunState(decoding: run.state.encode(), for: run.engine))
    run.state = resumed
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [true, false, false])
    run.approve("order", by: "ben")
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    run.approve("order", by: "eva")
    #expect(run.round(of: "order")?.steps.map(\.isOpen) == [false, false, true])
  }

  @Test
  func `failure 12: a skipped predecessor counts as done`() {
    var sketch = Sketch()
    sketch.person("ana")
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "done", "dropped"], done: ["done"], final: ["dropped"],
        transitions: [
          TransitionSketch("finish", from: ["planned"], to: "done"),
          TransitionSketch("drop", from: ["planned"], to: "dropped"),
        ]))
    sketch.kind("task", lifecycle: "work")
    sketch.measure("first", kind: "task", owners: ["ana"])
    sketch.measure("second", kind: "task", owners: ["ana"], after: ["first"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("first", "drop", by: "ana")
    #expect(run.advance("second", "finish", by: "ana") == ["waits-for-dropped"])
    #expect(
      run.message().en
        == "1.2 `second` waits for 1.1 `first`, which stands in `dropped` and can no longer "
        + "reach a done state; somebody entitled must waive the dependency")
    #expect(run.advance("second", "drop", by: "ana") == [])
  }

  @Test
  func `failure 18: a dry run still has effects`() {
    var run = Scenario(adoption: [[Self.lawyers]])
    run.advance("order", "adopt", by: "leo")
    let before = run.state
    _ = run.engine.decide(
      .approve(MeasureIndex(0), step: nil, remarks: nil, by: PersonIndex(1)), in: run.state,
      at: run.now)
    _ = run.engine.nextActions(in: run.state)
    _ = run.engine.roundView(of: MeasureIndex(0), in: run.state)
    #expect(run.state == before)
    #expect(run.state.encode() == before.encode())
  }

  @Test
  func `failure 20: a member of two approver groups counts once or twice, and nobody says which`() {
    let both = ["role:lawyer", "role:accountant", "eva", "kim"]
    var run = Scenario(adoption: [[StepSketch("agree", by: both, quorum: .percent(50))]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.stepView("agree") == (2, [], ["ben", "eva", "kim"]))
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stepView("agree") == (2, ["eva"], ["ben", "kim"]))
    #expect(run.approve("order", by: "eva") == ["already-voted"])
    #expect(run.stateName(of: "order") == "drafting")

    // Where each group must agree, she counts for one of them, and it is told for which.
    let step = StepSketch("agree", by: ["role:lawyer", "role:accountant"])
      .each([("role:lawyer", 1), ("role:accountant", 1)])
    run = Scenario(adoption: [[step]])
    run.advance("order", "adopt", by: "leo")
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.groups(of: "agree") == [["eva"], []])
    #expect(run.approve("order", by: "eva") == ["already-voted"])
    #expect(run.stepView("agree").needed == 2)
    #expect(run.stateName(of: "order") == "drafting")
    // With another lawyer she counts as the accountant.
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }
}
