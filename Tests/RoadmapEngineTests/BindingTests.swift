import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

extension Scenario {
  /// A run of the office in which `order` is drafted and may be adopted by bound steps.
  fileprivate init(
    steps: [StepSketch], separate: [[String]] = [], bind: [[String]]
  ) {
    var sketch = Sketch()
    sketch.person("ana", roles: ["head"])
    sketch.person("ben", roles: ["head", "clerk"])
    sketch.person("eva", roles: ["clerk"])
    sketch.person("ira", roles: ["head", "clerk"])
    sketch.route(
      RouteSketch("r", stages: steps.map { [$0] }, separate: separate, bind: bind))
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "done"], done: ["done"],
        transitions: [TransitionSketch("finish", from: ["planned"], to: "done", route: "r")]))
    sketch.kind("event", lifecycle: "work")
    sketch.measure("order", kind: "event", owners: ["ana"])
    self.init(sketch)
    start("ana")
  }
}

@Suite
struct BindingTests {
  private static let review = StepSketch("review", by: ["role:clerk"], quorum: .any)
  private static let board = StepSketch("board", by: ["role:head"], quorum: .any)
  private static let pay = StepSketch("pay", by: ["role:head", "role:clerk"])

  @Test
  func `whoever decided in the first of bound steps decides in the others, and nobody else`() {
    var run = Scenario(steps: [Self.review, Self.board, Self.pay], bind: [["review", "pay"]])
    run.advance("order", "finish", by: "ana")
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.approve("order", by: "ana") == [])
    for person in ["ana", "eva", "ira"] {
      #expect(run.approve("order", step: "pay", by: person) == ["not-eligible"])
      #expect(run.reject("order", step: "pay", by: person) == ["not-eligible"])
    }
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.stateName(of: "order") == "done")
  }

  @Test
  func `all who decided in the first must decide again`() {
    let first = StepSketch("review", by: ["role:clerk"], quorum: .count(2))
    var run = Scenario(
      steps: [first, StepSketch("pay", by: ["role:head", "eva"], quorum: .any)],
      bind: [["review", "pay"]])
    run.advance("order", "finish", by: "ana")
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.approve("order", step: "pay", by: "ben") == ["not-eligible"])
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.stateName(of: "order") == "planned")
    #expect(run.approve("order", by: "eva") == [])
    #expect(run.stateName(of: "order") == "done")
  }

  @Test
  func `only those whom all bound steps mean may decide in the first`() {
    var run = Scenario(
      steps: [Self.review, StepSketch("pay", by: ["role:head"])], bind: [["review", "pay"]])
    run.advance("order", "finish", by: "ana")
    #expect(run.approve("order", by: "eva") == ["not-eligible"])
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.stateName(of: "order") == "done")
  }

  @Test
  func `what keeps somebody from one of bound steps keeps them from all`() {
    var run = Scenario(
      steps: [Self.review, Self.board, Self.pay], separate: [["board", "pay"]],
      bind: [["review", "pay"]])
    run.advance("order", "finish", by: "ana")
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.approve("order", by: "ira") == ["separated"])
    #expect(run.approve("order", by: "ben") == [])
    #expect(run.approve("order", by: "ira") == [])
    #expect(run.stateName(of: "order") == "done")
  }

  @Test
  func `no round is opened where nobody can decide in all bound steps`() {
    var run = Scenario(
      steps: [StepSketch("review", by: ["eva"]), StepSketch("pay", by: ["role:head"])],
      bind: [["review", "pay"]])
    #expect(
      run.advance("order", "finish", by: "ana") == ["nobody-can-approve", "nobody-can-approve"])
  }

  @Test
  func `bound steps that are open at the same time are a broken definition`() {
    var sketch = Sketch()
    sketch.person("ana")
    sketch.route(
      RouteSketch(
        "r", stages: [[StepSketch("s", by: ["ana"]), StepSketch("t", by: ["ana"])]],
        bind: [["s", "t"]]))
    sketch.lifecycle(
      LifecycleSketch(
        "work", states: ["planned", "done"], done: ["done"],
        transitions: [TransitionSketch("finish", from: ["planned"], to: "done", route: "r")]))
    sketch.kind("event", lifecycle: "work")
    sketch.measure("order", kind: "event", owners: ["ana"])
    var run = Scenario(sketch)
    run.start("ana")
    #expect(run.advance("order", "finish", by: "ana") == ["broken-definition"])
  }
}
