import CivilTime
import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

extension Scenario {
  /// Sets a field of `order`.
  @discardableResult
  mutating func set(_ name: String, to value: String, by person: String) -> [String] {
    send(.attach(.init(field: name, value: value), to: measure("order"), by: self.person(person)))
  }

  /// Approves what was read of `order`.
  @discardableResult
  mutating func approve(seen: String, step: String? = nil, by person: String) -> [String] {
    let order = measure("order")
    return send(
      .vote(
        order,
        .init(
          .approve, step: step.map { self.step($0, of: order) }, seen: Seen(seen),
          by: self.person(person))))
  }

  /// What a step of the open round of `order` decides on now.
  func seen(_ name: String) -> String {
    let index = step(name, of: measure("order"))
    return round(of: "order")?.steps[index.position].seen?.hex ?? Seen.none
  }

  /// What the last command reopened: steps and whose approvals are dropped.
  fileprivate var reopened: [String] {
    last.events.flatMap { event -> [String] in
      guard case .stepsReopened(let measure, let reopening) = event,
        let route = state.openRound(of: measure)?.route
      else { return [] }
      return reopening.steps.map {
        "\(roadmap.routes[route.position][$0.step].id): \(names($0.dropped).joined(separator: " "))"
      }
    }
  }

  fileprivate var openSteps: [String] {
    guard let view = round(of: "order") else { return [] }
    return view.steps.filter(\.isOpen).map { roadmap.routes[view.route.position][$0.step].id }
  }
}

@Suite struct ContentTests {
  /// Two lawyers read the text, the accountant the budget, and the head everything.
  private static func office(separate: [[String]] = []) -> Scenario {
    var run = Scenario(
      adoption: [
        [StepSketch("law", by: ["role:lawyer"], quorum: .count(2), covers: ["text"])],
        [StepSketch("money", by: ["kim", "eva"], quorum: .any, covers: ["budget", "text"])],
        [StepSketch("plan", by: ["kim", "zoe"], quorum: .all, covers: ["plan"])],
        [StepSketch("sign", by: ["ana"])],
      ], separate: separate)
    run.attach("text", "a", by: "leo")
    run.set("budget", to: "120000", by: "leo")
    run.advance("order", "adopt", by: "leo")
    return run
  }

  @Test func `failure 9: an approval survives an edit of what was approved`() {
    var run = Self.office()
    for person in ["ben", "eva", "kim", "zoe"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.openSteps == ["plan"])
    #expect(run.attach("text", "b", by: "leo") == [])
    #expect(run.reopened == ["law: ben eva", "money: kim"])
    #expect(run.openSteps == ["law"])
    #expect(run.stepView("law").given == [] && run.stepView("plan").given == ["zoe"])
    // Nobody's approval of the first text carries the second.
    #expect(run.approve("order", by: "ana") == ["step-not-open"])
    for person in ["ben", "eva", "eva", "kim"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.stateName(of: "order") == "drafting")
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `failure 9: a stale approval cannot be seen`() throws {
    var run = Self.office()
    run.approve("order", by: "ben")
    let first = run.seen("law")
    let votes = { (run: Scenario) in
      run.journal.compactMap { entry -> String? in
        guard case .voted(_, let vote) = entry.event else { return nil }
        return vote.seen?.hex ?? Seen.none
      }
    }
    #expect(votes(run) == [first])
    run.attach("text", "b", by: "ben")
    // The journal says which steps, whose approvals and why.
    guard case .stepsReopened(_, let reopening)? = run.journal.last?.event else {
      Issue.record("nothing was reopened")
      return
    }
    #expect(reopening.cause == .edited(name: "text") && reopening.person == run.person("ben"))
    run.approve("order", by: "ben")
    #expect(votes(run) == [first, run.seen("law")] && first != run.seen("law"))
  }

  @Test func `failure 10: the approval lands on another revision than the one that was read`() {
    var run = Self.office()
    let read = run.seen("law")
    run.attach("text", "b", by: "leo")
    run.set("budget", to: "1", by: "leo")
    #expect(run.approve(seen: read, by: "ben") == ["other-revision"])
    #expect(run.message().en.contains("changed since: `text`"), "\(run.message())")
    for digest in [read, run.seen("law")] {
      #expect(
        run.message().en.contains(digest.prefix(12)) && run.message().ru.contains(digest.prefix(12))
      )
    }
    #expect(run.approve(seen: Seen.none, by: "ben") == ["other-revision"])
    #expect(run.message().en.contains("changed since: `text`"))
    #expect(run.approve(seen: String(repeating: "0", count: 64), by: "ben") == ["other-revision"])
    #expect(run.message().en.contains("has never been"))
    #expect(run.approve(seen: String(run.seen("law").prefix(12)), by: "ben") == [])
    #expect(run.stepView("law").given == ["ben"])
  }

  @Test func `a text that comes back as it was is the revision that was read`() {
    var run = Self.office()
    let read = run.seen("law")
    run.attach("text", "b", by: "leo")
    run.attach("text", "a", by: "leo")
    #expect(run.seen("law") == read)
    #expect(run.approve(seen: read, by: "ben") == [])
  }

  @Test(arguments: ["", "abc", String(repeating: "a", count: 65), "ABCDEFABCDEF", "none "])
  func `what is no digest names nothing`(word: String) {
    #expect(Seen(word) == nil)
    #expect(!Seen.digest(word).names(ContentDigest(of: [])))
    #expect(!Seen.digest(word).names(nil))
  }

  @Test func `an edit reopens only the steps that cover it`() {
    var run = Self.office()
    for person in ["ben", "eva", "kim", "kim"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.set("budget", to: "130000", by: "ben") == [])
    #expect(run.reopened == ["money: kim"] && run.openSteps == ["money"])
    #expect(run.stepView("law").given == ["ben", "eva"])
    #expect(run.set("other", to: "", by: "ben") == [] && run.reopened == [])
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.openSteps == ["plan"] && run.stepView("plan").given == ["kim"])
    #expect(run.approve("order", by: "zoe") == [])
    #expect(run.openSteps == ["sign"])
  }

  @Test func `only those who may attach edit during a round`() {
    var run = Self.office()
    let before = run.state
    var other = Scenario(adoption: [[StepSketch("law", by: ["ben"], covers: ["text"])]])
    other.advance("order", "adopt", by: "leo")
    #expect(other.attach("text", by: "zoe") == ["may-not-attach"])
    #expect(run.set("budget", to: "a\u{1}b", by: "leo") == ["field-unusable"])
    #expect(
      run.set("budget", to: String(repeating: "x", count: 4097), by: "leo") == ["field-unusable"])
    #expect(run.set("bud/get", to: "1", by: "leo") == ["attachment-name-unusable"])
    #expect(run.set("budget", to: "120000", by: "leo") == ["already-attached"])
    #expect(run.state == before)
  }

  @Test func `a step that was decided before one ahead of it opens has what it needs then`() {
    // Both may decide in both steps, each in one of them only.
    var run = Scenario(
      adoption: [
        [StepSketch("law", by: ["ben", "eva"], quorum: .any, covers: ["text"])],
        [StepSketch("money", by: ["ben", "eva", "kim"], quorum: .all, covers: [])],
        [StepSketch("sign", by: ["ana"], covers: [])],
      ], separate: [["law", "money"]])
    run.attach("text", "a", by: "leo")
    run.advance("order", "adopt", by: "leo")
    for person in ["ben", "eva"] { #expect(run.approve("order", by: person) == []) }
    #expect(run.attach("text", "b", by: "leo") == [])
    #expect(run.reopened == ["law: ben"] && run.stepView("money").given == ["eva"])
    #expect(run.approve("order", by: "eva") == ["separated"])
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.openSteps == ["money"])
    #expect(run.approve("order", by: "kim") == [])
    #expect(run.openSteps == ["sign"])
  }

  @Test func `steps that the same people decide begin anew with the first of them`() {
    var sketch = Sketch.office([])
    sketch.route(
      RouteSketch(
        "bound",
        stages: [
          [StepSketch("read", by: ["role:lawyer"], quorum: .any, covers: ["text"])],
          [StepSketch("agree", by: ["role:lawyer"], quorum: .any, covers: ["budget"])],
          [StepSketch("sign", by: ["ana"], covers: [])],
        ], bind: [["read", "agree"]]))
    sketch.measure("order", kind: "order", owners: ["leo"], routes: ["adopt": "bound"])
    var run = Scenario(sketch)
    run.start("ana")
    run.advance("order", "begin", by: "leo")
    run.attach("text", "a", by: "leo")
    run.advance("order", "adopt", by: "leo")
    for _ in 0..<2 { #expect(run.approve("order", by: "ben") == []) }
    run.set("budget", to: "1", by: "leo")
    #expect(run.reopened == ["agree: ben"])
    #expect(run.approve("order", step: "agree", by: "eva") == ["not-eligible"])
    #expect(run.approve("order", by: "ben") == [])
    run.attach("text", "b", by: "leo")
    #expect(run.reopened == ["read: ben", "agree: ben"])
    for _ in 0..<2 { #expect(run.approve("order", by: "eva") == []) }
    #expect(run.approve("order", by: "ana") == [])
    #expect(run.stateName(of: "order") == "in-force")
  }

  @Test func `the digest is that of a text that anybody can write`() {
    let run = Self.office()
    let field = ContentDigest(of: Array("120000".utf8)).hex
    let lines = [
      "vekha contents 1", "measure order", "field 6 \(field) budget",
      "file 10 \(String(repeating: "a", count: 64)) text", "",
    ]
    #expect(run.seen("money") == ContentDigest(of: Array(lines.joined(separator: "\n").utf8)).hex)
    #expect(run.seen("plan") == Seen.none)
  }

  @Test func `a condition asks for fields`() {
    let condition = "int(measure.fields.budget) < 100 && measure.attachments.size() == 1"
    var run = ConditionWorld.run(when: [(0, condition)])
    run.attach("text", "a", by: "leo")
    #expect(run.advance("order", "begin", by: "leo") == ["condition-broken"])
    run.set("budget", to: "100", by: "leo")
    #expect(run.advance("order", "begin", by: "leo") == ["condition-fails"])
    run.set("budget", to: "99", by: "leo")
    #expect(run.advance("order", "begin", by: "leo") == [])
  }

  @Test func `a snapshot holds fields, revisions and what votes saw`() throws {
    var run = Self.office()
    for person in ["ben", "eva", "kim", "zoe"] { run.approve("order", by: person) }
    run.set("budget", to: "1", by: "leo")
    let bytes = run.state.encode()
    let read = try #require(RunState(decoding: bytes, for: run.engine))
    #expect(read == run.state && read.encode() == bytes)
  }

  @Test(arguments: 0..<30)
  func `whatever is edited when, no approval of another revision counts`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var run = Scenario(RandomWorld.roadmapOfContents(seed: UInt64(seed)))
    run.start("ana")
    for step in 0..<300 {
      let measure = MeasureIndex(Int.random(in: 0..<3, using: &numbers))
      let person = PersonIndex(Int.random(in: 0..<3, using: &numbers))
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0, 1:
        let transition = TransitionIndex(Int.random(in: 0..<3, using: &numbers))
        run.send(.advance(measure, transition, by: person))
      case 2:
        let name = numbers.one(of: ["text", "budget", "plan"])
        run.send(.attach(.init(field: name, value: "\(step % 3)"), to: measure, by: person))
      default: run.send(.approve(measure, step: nil, remarks: nil, by: person))
      }
      guard let view = run.engine.roundView(of: measure, in: run.state) else { continue }
      for step in view.steps {
        #expect(step.given.allSatisfy { $0.seen == step.seen || $0.round != view.number })
        #expect(!step.isPassed || step.given.count >= 1)
      }
      // Somebody can go on, or everybody is told why not.
      #expect(view.steps.contains { $0.isOpen })
      #expect(RunState(decoding: run.state.encode(), for: run.engine) == run.state)
    }
    var replayed = run.engine.initialState
    for (event, time) in run.journal { run.engine.evolve(&replayed, event, at: time) }
    #expect(replayed == run.state)
  }
}
