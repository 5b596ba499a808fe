import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

/// A simulation and the proof of the schedule: whoever is there, nothing ends before it can.
@Suite
struct SimulationAndScheduleTests {
  /// A roadmap that people can carry out, put together at random.
  private struct Maker {
    var numbers: SeededNumbers
    var sketch = Sketch()
    /// Whether beginning takes a route. The schedule counts its days after the work, a run before
    /// it, which comes to the same only where all days are of one sort.
    var beginsByApproval = false

    mutating func count(_ range: ClosedRange<Int>) -> Int {
      Int.random(in: range, using: &numbers)
    }

    mutating func days(_ range: ClosedRange<Int>) -> DayCount? {
      DayCount(count(range), !beginsByApproval && numbers.chance(40) ? .working : .calendar)
    }

    mutating func roadmap() -> Roadmap {
      beginsByApproval = numbers.chance(20)
      sketch.person("ana", roles: ["head"])
      sketch.person("ben", roles: ["clerk"])
      sketch.person("eva", roles: ["clerk"])
      sketch.period = try? Period(edtf: "2027-01-01/2060-12-31")
      for name in ["short", "long"] { addRoute(name, stages: name == "short" ? 1 : 2) }
      addLifecycles()
      for position in 0..<count(4...12) { addMeasure(position) }
      return sketch.build()
    }

    private mutating func addRoute(_ name: String, stages: Int) {
      sketch.route(
        RouteSketch(
          name,
          stages: (0..<stages).map { stage in
            (0..<count(1...2)).map { place in
              StepSketch(
                "s\(stage)\(place)", by: [numbers.one(of: ["ana", "role:clerk"])],
                within: numbers.chance(60) ? days(0...4) : nil)
            }
          }))
    }

    private mutating func addLifecycles() {
      sketch.lifecycle(
        LifecycleSketch(
          "event", states: ["planned", "held"], done: ["held"],
          transitions: [
            TransitionSketch(
              "hold", from: ["planned"], to: "held", route: numbers.chance(50) ? "short" : nil)
          ]))
      sketch.lifecycle(
        LifecycleSketch(
          "paper", states: ["planned", "drafting", "in-force", "dropped"], done: ["in-force"],
          final: ["dropped"],
          transitions: [
            TransitionSketch(
              "begin", from: ["planned"], to: "drafting", route: beginsByApproval ? "short" : nil),
            TransitionSketch("drop", from: ["planned", "drafting"], to: "dropped"),
            TransitionSketch("adopt", from: ["drafting"], to: "in-force", route: "long"),
          ]))
      for kind in ["event", "paper"] { sketch.kind(kind, lifecycle: kind) }
    }

    private mutating func addMeasure(_ position: Int) {
      let earlier = (0..<position).map { "m\($0)" }
      let after = numbers.some(of: earlier, chance: 30).map { name in
        let kind = numbers.one(of: ["", "", "@start-start", "@finish-finish", "@start-finish"])
        let lag = numbers.chance(30) ? "+\(count(0...4)) \(numbers.one(of: ["days", "wd"]))" : ""
        return name + kind + lag
      }
      let from = CivilDate(year: 2027, month: count(1...6), day: count(1...28))
      sketch.measure(
        "m\(position)", kind: numbers.one(of: ["event", "paper"]), owners: ["ben"], after: after,
        parent: position > 0 && after.isEmpty && numbers.chance(30) ? earlier.last : nil,
        due: numbers.chance(30) ? Period(from: from, to: nil) : nil,
        takes: numbers.chance(70) ? days(0...6) : nil)
    }
  }

  @Test(arguments: 0..<300)
  func `everything is carried out, and nothing begins or ends before the schedule allows`(
    seed: Int
  ) throws {
    var maker = Maker(numbers: SeededNumbers(seed: UInt64(seed)))
    let roadmap = maker.roadmap()
    let schedule = RoadmapProof.Schedule(of: roadmap)
    guard schedule.conflicts.isEmpty, schedule.isComplete else { return }
    let engine = Engine(roadmap)
    let simulation = Simulation(
      engine, from: engine.initialState, on: day("2027-01-01"), through: day("2060-12-31"))
    for course in simulation.courses {
      let window = try #require(schedule[course.measure])
      let name = roadmap.id(of: course.measure)
      #expect(course.isDone, "\(name): \(course.standstill)")
      let (began, finished) = (try #require(course.began), try #require(course.finished))
      let start = try #require(window.earliest.start)
      let finish = try #require(schedule.finish(of: window.earliest))
      #expect(Int(began.dayNumber) >= start, "\(name) begins before it can")
      #expect(Int(finished.dayNumber) >= finish, "\(name) ends before it can")
    }
  }
}
