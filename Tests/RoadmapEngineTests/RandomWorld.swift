import RoadmapModel
import RoadmapSamples

/// A world of three measures and three people put together at random.
struct RandomWorld {
  private static let principals = [
    "ana", "ben", "eva", "owner", "lead", "requester", "role:odd", "role:even",
    "role:odd", "role:vacant",
  ]
  private static let kinds = [
    "", "", "@start-start", "@finish-finish", "@start-finish", "+..2 days",
  ]
  private static let quorums: [Quorum] = [
    .all, .all, .any, .any, .count(1), .count(2), .percent(50), .percent(67), .count(0),
  ]

  private var numbers: SeededNumbers
  private var sketch = Sketch()

  /// The roadmap of this seed.
  static func roadmap(seed: UInt64) -> Roadmap {
    var world = RandomWorld(numbers: SeededNumbers(seed: seed))
    return world.build()
  }

  /// The roadmap of this seed, whose steps cover some contents each and whose routes let
  /// agreements stand after a return, or do not.
  static func roadmapOfContents(seed: UInt64) -> Roadmap {
    var world = RandomWorld(numbers: SeededNumbers(seed: seed))
    world.hasContents = true
    return world.build()
  }

  private var hasContents = false

  private init(numbers: SeededNumbers) { self.numbers = numbers }

  /// One of these, where there are contents; else the first.
  private mutating func policy<Value>(_ values: [Value]) -> Value {
    hasContents ? numbers.one(of: values) : values[0]
  }

  private mutating func build() -> Roadmap {
    sketch.person("ana", roles: ["odd"])
    sketch.person("ben", roles: ["even"])
    sketch.person("eva", roles: ["odd"])
    sketch.role("vacant")
    sketch.document("region")
    addRoute("short", stages: 1)
    addRoute("long", stages: 2)
    for name in ["paper", "event"] { addLifecycle(name) }
    sketch.kind("order", lifecycle: "paper")
    sketch.kind("event", lifecycle: "event")
    addMeasures()
    return sketch.build()
  }

  private mutating func addRoute(_ name: String, stages: Int) {
    var steps: [String] = []
    let written = (0..<stages).map { stage in
      (0..<Int.random(in: 1...2, using: &numbers)).map { place in
        steps.append("s\(stage)\(place)")
        return StepSketch(
          "s\(stage)\(place)", by: atLeastOne(of: Self.principals, chance: 30),
          not: numbers.chance(25) ? [numbers.one(of: Self.principals)] : [],
          quorum: numbers.one(of: Self.quorums),
          covers: policy([nil, ["text"], ["text", "budget"], []])
        ).withRandomVoices(&numbers, among: Self.principals)
      }
    }
    let separate = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
      atLeastOne(of: ["requester"] + steps, chance: 60)
    }
    let apart = written.count > 1 && numbers.chance(40)
    let bind = apart ? [written.map { numbers.one(of: $0).name }] : []
    sketch.route(
      RouteSketch(
        name, stages: written, separate: separate, bind: bind,
        afterReturn: policy(AfterReturn.allCases)))
  }

  private mutating func addLifecycle(_ name: String) {
    let states = ["planned", "drafting", "done", "dropped"]
    let ends: [String?] = [nil, "planned", "drafting", "done", "dropped"]
    var transitions: [TransitionSketch] = []
    for number in 0..<Int.random(in: 3...4, using: &numbers) {
      let to = number == 0 ? "done" : numbers.one(of: states)
      transitions.append(
        TransitionSketch(
          "t\(number)", from: atLeastOne(of: states, chance: 40) + (number < 2 ? ["planned"] : []),
          to: to,
          by: atLeastOne(of: Self.principals, chance: 25),
          route: numbers.chance(50) ? numbers.one(of: ["short", "long"]) : nil,
          onReturn: numbers.one(of: ends),
          orTo: policy([[], ["planned"]]), onReject: numbers.one(of: ends)))
    }
    sketch.lifecycle(
      LifecycleSketch(
        name, states: states, done: ["done"], final: ["dropped"], transitions: transitions))
  }

  private mutating func addMeasures() {
    let names = ["first", "second", "third"]
    for (position, name) in names.enumerated() {
      let earlier = Array(names.prefix(position))
      let waits = numbers.some(of: earlier, chance: 30).map { before in
        let kind = numbers.one(of: Self.kinds)
        return numbers.chance(30) ? "\(before):drafting" : before + kind
      }
      sketch.measure(
        name, kind: numbers.one(of: ["order", "event"]),
        owners: atLeastOne(of: ["ana", "ben", "eva"], chance: 40), after: waits,
        awaits: numbers.chance(20) ? ["region"] : [],
        parent: numbers.chance(30) ? earlier.last : nil,
        routes: numbers.chance(20) ? ["t0": "short"] : [:])
    }
  }

  private mutating func atLeastOne<Value>(of values: [Value], chance: Int) -> [Value] {
    let chosen = numbers.some(of: values, chance: chance)
    return chosen.isEmpty ? [numbers.one(of: values)] : chosen
  }
}
