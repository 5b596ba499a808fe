import RoadmapModel
import RoadmapSamples
import Testing

@testable import RoadmapEngine

/// Rules about duties, where votes weigh, chairs decide alone and votes are taken back.
@Suite struct `Duties hold for every voice` {
  private static let law = Duty("adoption.law", [.step(RouteIndex(0), StepIndex(0))])
  private static let sign = Duty("check.sign", [.step(RouteIndex(1), StepIndex(0))])

  /// `check` takes the route `check`, two of whose people sign; `adopt` the route `adoption`, in
  /// which `law` comes before `seal`. `part` is a part of `whole`.
  private static func run(_ law: StepSketch, _ rules: [DutyRule]) -> Scenario {
    var sketch = Sketch()
    for person in ["ana", "ben", "eva", "kim", "leo"] { sketch.person(person) }
    sketch.route(
      RouteSketch("adoption", stages: [[law], [StepSketch("seal", by: ["leo"])]]))
    let sign = StepSketch("sign", by: ["ana", "ben", "kim"], quorum: .count(2))
      .voices(chair: ["kim"])
    sketch.route(RouteSketch("check", stages: [[sign]]))
    sketch.lifecycle(
      LifecycleSketch(
        "paper", states: ["planned", "checked", "done"], done: ["done"],
        transitions: [
          TransitionSketch("check", from: ["planned"], to: "checked", by: ["leo"], route: "check"),
          TransitionSketch(
            "adopt", from: ["planned", "checked"], to: "done", by: ["leo"], route: "adoption"),
        ]))
    sketch.kind("order", lifecycle: "paper")
    sketch.measure("whole", kind: "order", owners: ["leo"])
    sketch.measure("part", kind: "order", owners: ["leo"], parent: "whole")
    var roadmap = sketch.build()
    roadmap.dutyRules = rules
    var run = Scenario(roadmap)
    run.start("leo")
    return run
  }

  private static func rule(
    _ kind: DutyRule.Kind, across reach: DutyRule.Reach = .measure
  ) -> DutyRule {
    DutyRule(id: "rule", kind, of: [sign, law], across: reach)
  }

  private static let chaired = StepSketch("law", by: ["ana", "ben", "eva"]).voices(chair: ["kim"])

  @Test func `a chair who did the other duty passes nothing`() {
    var run = Self.run(Self.chaired, [Self.rule(.different)])
    run.advance("part", "check", by: "leo")
    #expect(run.approve("part", by: "kim") == [])
    #expect(run.stateName(of: "part") == "checked")
    run.advance("part", "adopt", by: "leo")
    #expect(run.approve("part", step: "law", by: "kim") == ["duty-separated"])
    #expect(run.reject("part", step: "law", by: "kim") == ["duty-separated"])
    #expect(run.round(of: "part")?.steps[0].tally.chairs == [])
  }

  @Test func `a chair who did nothing else does`() {
    var run = Self.run(Self.chaired, [Self.rule(.different)])
    run.advance("part", "check", by: "leo")
    for person in ["ana", "ben"] { run.approve("part", by: person) }
    run.advance("part", "adopt", by: "leo")
    #expect(run.approve("part", by: "kim") == [])
    #expect(run.round(of: "part")?.steps[0].isPassed == true)
  }

  @Test func `where all who did a duty must do another, no chair does it alone`() {
    var run = Self.run(
      StepSketch("law", by: ["ana", "ben", "kim"]).voices(chair: ["ana", "eva"]),
      [Self.rule(.same)])
    run.advance("part", "check", by: "leo")
    for person in ["ana", "ben"] { run.approve("part", by: person) }
    run.advance("part", "adopt", by: "leo")
    #expect(run.approve("part", step: "law", by: "eva") == ["not-eligible"])
    #expect(run.approve("part", by: "ana") == [])
    #expect(run.round(of: "part")?.steps[0].isPassed == false)
    #expect(run.approve("part", by: "kim") == ["duty-bound"])
    #expect(run.approve("part", by: "ben") == [])
    #expect(run.round(of: "part")?.steps[0].isPassed == true)
  }

  @Test func `a vote taken back keeps its author from nothing`() {
    var run = Self.run(
      StepSketch("law", by: ["ana", "ben"], quorum: .any), [Self.rule(.different, across: .parts)])
    run.advance("whole", "check", by: "leo")
    run.advance("part", "adopt", by: "leo")
    run.approve("whole", by: "ana")
    #expect(run.approve("part", by: "ana") == ["duty-separated"])
    #expect(run.retract("whole", by: "ana") == [])
    #expect(run.approve("part", by: "ana") == [])
    #expect(run.approve("whole", by: "ana") == ["duty-separated"])
  }

  @Test func `a vote on which a step of another measure relies is not taken back`() {
    var run = Self.run(
      StepSketch("law", by: ["ana", "ben"]), [Self.rule(.different, across: .parts)])
    run.advance("whole", "check", by: "leo")
    run.advance("part", "adopt", by: "leo")
    run.approve("whole", by: "ana")
    #expect(run.approve("part", by: "ben") == [])
    #expect(run.round(of: "part")?.steps[0].isPassed == true)
    #expect(run.retract("whole", by: "ana") == ["vote-relied-upon"])
    #expect(run.message().en.contains("`law` of 1.2 `part`"), "\(run.message().en)")
    #expect(run.message().ru.contains("`law` по 1.2 `part`"))
    run.withdraw("part", by: "leo")
    #expect(run.retract("whole", by: "ana") == [])
  }

  @Test func `what weights are lacking because of a duty is told in their unit`() {
    var run = Self.run(
      StepSketch("law", by: ["ana", "eva"], quorum: .weight(3)).voices([("ana", 2)]),
      [Self.rule(.different)])
    run.advance("part", "check", by: "leo")
    for person in ["ana", "ben"] { run.approve("part", by: person) }
    #expect(run.advance("part", "adopt", by: "leo") == ["separation-leaves-nobody"])
    #expect(run.message().en.contains("needs a weight of 3"))
    #expect(run.message().ru.contains("веса голосов: 3"))
  }
}
