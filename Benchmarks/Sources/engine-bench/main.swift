// How fast the engine decides and records: `swift run -c release engine-bench [commands]`.
//
// Measures are visited in a shuffled order, so that large roadmaps cannot live on the cache alone.
import CivilTime
import RoadmapEngine
import RoadmapModel

/// A run under load.
struct Load {
  let engine: Engine
  var state: RunState
  private let now = Instant(startOf: CivilDate(dayNumber: 17_600) ?? .earliest)
  private(set) var commands = 0

  init(measures: Int) {
    engine = Engine(Sample.roadmap(measures: measures))
    state = engine.initialState
    send(.start(by: Sample.owner))
    // In the order of the document, parts before their whole, so that all waits are over.
    for measure in engine.roadmap.measures.indices {
      send(.advance(measure, Sample.begin, by: Sample.owner))
      if measure.position % 10 == 3 || measure.position % 10 > 3 { finish(upTo: measure) }
    }
  }

  /// Decides and records; a command that is refused would make the figures worthless.
  mutating func send(_ command: Command) {
    guard case .accepted(let events) = engine.decide(command, in: state, at: now) else {
      fatalError("refused: \(command)")
    }
    for event in events { engine.evolve(&state, event, at: now) }
    commands += 1
  }

  private mutating func finish(upTo measure: MeasureIndex) {
    let last = measure.position
    let first = last % 10 == 3 ? last - 3 : last
    for position in (first...last).reversed() {
      send(.advance(MeasureIndex(position), Sample.finish, by: Sample.owner))
    }
  }
}

/// The commands a second of `round`, called for shuffled measures until `count` commands are done.
func rate(of load: inout Load, commands count: Int, _ round: (inout Load, MeasureIndex) -> Void)
  -> Double
{
  let order = shuffled(load.engine.roadmap.measures.count)
  let (clock, before) = (ContinuousClock(), load.commands)
  let start = clock.now
  while load.commands - before < count {
    for measure in order {
      round(&load, measure)
      if load.commands - before >= count { break }
    }
  }
  let elapsed = clock.now - start
  let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  return Double(load.commands - before) / seconds
}

/// All measures in an order that is the same in every run and follows no row.
func shuffled(_ count: Int) -> [MeasureIndex] {
  var order = (0..<count).map { MeasureIndex($0) }
  var state: UInt64 = 42
  for position in stride(from: count - 1, to: 0, by: -1) {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    order.swapAt(position, Int((state >> 33) % UInt64(position + 1)))
  }
  return order
}

func direct(_ load: inout Load, _ measure: MeasureIndex) {
  load.send(.advance(measure, Sample.reopen, by: Sample.owner))
  load.send(.advance(measure, Sample.begin, by: Sample.owner))
  load.send(.advance(measure, Sample.finish, by: Sample.owner))
}

func approved(_ load: inout Load, _ measure: MeasureIndex) {
  load.send(.advance(measure, Sample.recall, by: Sample.owner))
  load.send(.advance(measure, Sample.adopt, by: Sample.owner))
  for vote in Sample.votes {
    load.send(.approve(measure, step: vote.step, remarks: nil, by: vote.person))
  }
}

func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3_000_000
print("commands a second, one thread, \(count) commands each")
print("measures   direct transitions   approvals (request, 3 votes, recall)   next (µs)")
for size in [10, 1000, 100_000] {
  var load = Load(measures: size)
  let fast = rate(of: &load, commands: count, direct)
  let slow = rate(of: &load, commands: count, approved)
  let clock = ContinuousClock()
  let time = clock.measure { precondition(!load.engine.nextActions(in: load.state).isEmpty) }
  let microseconds = time.components.attoseconds / 1_000_000_000_000
  print(
    padded("\(size)", 8), padded("\(Int(fast))", 20), padded("\(Int(slow))", 38),
    padded("\(microseconds)", 11))
}
