import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct QueryTests {
  private func names(_ actions: [NextAction], _ run: Scenario) -> [String] {
    actions.map { action in
      let measure = run.roadmap.id(of: action.measure)
      let transition = run.roadmap.lifecycle(of: action.measure)?[action.transition].id ?? ""
      let people = run.names(action.people).joined(separator: "+")
      let mark = action.isForward ? "" : " (aside)"
      switch action.deed {
      case .advance: return "\(measure) \(transition) by \(people)\(mark)"
      case .approve(let step):
        return "\(measure) \(transition) step \(step.raw) by \(people)\(mark)"
      case .refuse(let step):
        return "\(measure) \(transition) veto in step \(step.raw) by \(people)\(mark)"
      }
    }
  }

  @Test
  func `the next actions are told in the order of the document, with who may do them`() {
    var sketch = Sketch.office(
      [[StepSketch("law", by: ["role:lawyer"]), StepSketch("money", by: ["kim"])]],
      separate: [["requester", "law"]])
    sketch.measure("order", kind: "order", owners: ["leo", "zoe"])
    sketch.measure("plan", kind: "order", owners: ["kim"], after: ["order"])
    var run = Scenario(sketch)
    #expect(run.engine.nextActions(in: run.state).isEmpty)
    run.start("ana")
    #expect(
      names(run.engine.nextActions(in: run.state), run) == [
        "order begin by leo+zoe", "order drop by leo (aside)", "plan drop by leo (aside)",
      ])
    run.advance("order", "begin", by: "zoe")
    #expect(
      names(run.engine.nextActions(in: run.state), run) == [
        "order adopt by ben+eva+leo+zoe",
        "order drop by leo (aside)", "plan drop by leo (aside)",
      ])
    run.advance("order", "adopt", by: "ben")
    #expect(
      names(run.engine.nextActions(in: run.state), run) == [
        "order adopt step 0 by eva", "order adopt step 1 by kim", "plan drop by leo (aside)",
      ])
    #expect(
      names(run.engine.nextActions(in: run.state, for: run.person("kim")), run)
        == ["order adopt step 1 by kim"])
  }

  @Test
  func `a transition is forward when agreement leads on to a done state without coming back`() {
    var sketch = Sketch()
    sketch.person("ana")
    sketch.lifecycle(
      LifecycleSketch(
        "long", states: ["planned", "consulted", "drafting", "review", "done", "filed", "lost"],
        done: ["done", "filed"], final: ["lost"],
        transitions: [
          TransitionSketch("consult", from: ["planned"], to: "consulted"),
          TransitionSketch("begin", from: ["planned", "consulted"], to: "drafting"),
          TransitionSketch("submit", from: ["drafting"], to: "review"),
          TransitionSketch("rework", from: ["review", "done"], to: "drafting"),
          TransitionSketch("finish", from: ["review"], to: "done"),
          TransitionSketch("file", from: ["done"], to: "filed"),
          TransitionSketch("lose", from: ["planned", "drafting"], to: "lost"),
          TransitionSketch("stay", from: ["drafting"], to: "drafting"),
        ]))
    sketch.kind("task", lifecycle: "long")
    sketch.measure("fair", kind: "task", owners: ["ana"])
    var run = Scenario(sketch)
    run.start("ana")
    let fair = run.measure("fair")
    var forward: [[String]] = []
    for next in ["consult", "begin", "submit", "finish", "file"] {
      forward.append(
        run.engine.transitions(of: fair, in: run.state)
          .filter { run.engine.isForward($0, of: fair, in: run.state) }
          .map { run.roadmap.lifecycle(of: fair)?[$0].id ?? "" })
      #expect(run.advance("fair", next, by: "ana") == [])
    }
    #expect(forward == [["consult", "begin"], ["begin"], ["submit"], ["finish"], ["file"]])
    #expect(run.engine.isDone(fair, in: run.state))
  }

  @Test
  func `questions about what does not exist have empty answers`() {
    let run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    for raw: Int32 in [-1, 1, .max, .min] {
      let none = MeasureIndex(raw: raw)
      #expect(run.engine.transitions(of: none, in: run.state).isEmpty)
      #expect(run.engine.roundView(of: none, in: run.state) == nil)
      #expect(!run.engine.isDone(none, in: run.state))
      #expect(!run.engine.isForward(TransitionIndex(0), of: none, in: run.state))
      #expect(run.engine.route(of: TransitionIndex(1), for: none) == nil)
      #expect(run.state.state(of: none).raw == 0)
      #expect(run.state.receipt(of: DocumentIndex(raw: raw)) == nil)
    }
  }

  @Test
  func `the state of another roadmap is refused, not misread`() {
    let run = Scenario(adoption: [[StepSketch("sign", by: ["ana"])]])
    var other = Scenario(Sketch.office([[StepSketch("sign", by: ["ana"])]]))
    other.start("ana")
    #expect(
      run.engine.decide(
        .withdraw(MeasureIndex(0), remarks: nil, by: PersonIndex(0)),
        in: other.state, at: run.now
      ).blockers.map(\.code) == ["unknown-run"])
    #expect(run.engine.nextActions(in: other.state).isEmpty)
  }
}
