import CivilTime
import RoadmapEngine
import RoadmapModel

/// A run in which everybody does what they may do, and nobody drops or refuses anything.
struct Execution {
  private let engine: Engine
  private var state: RunState
  private let now = Instant(startOf: CivilDate.latest)
  /// What measures came to, in the order in which they did.
  private(set) var milestones: [Milestone] = []

  /// A point that a measure passes once.
  enum Milestone: Hashable {
    /// It left its initial state.
    case begun(MeasureIndex)
    /// It reached a done state.
    case done(MeasureIndex)
  }

  init(_ roadmap: Roadmap) {
    engine = Engine(roadmap)
    state = engine.initialState
    send(.start(by: PersonIndex(0)))
  }

  private var roadmap: Roadmap { engine.roadmap }

  /// Receives every paper from outside.
  mutating func receiveDocuments() {
    for document in roadmap.documents.indices {
      send(
        .receive(
          DocumentIndex(document), number: "1", date: CivilDate.earliest, by: PersonIndex(0)))
    }
  }

  /// Goes through the measures again and again until nothing moves any more.
  mutating func goOn() {
    var moved = true
    while moved {
      moved = false
      for measure in roadmap.measures.indices where !milestones.contains(.done(measure)) {
        if advance(measure) { moved = true }
      }
    }
  }

  /// Tries the transitions of a measure that don't give it up.
  private mutating func advance(_ measure: MeasureIndex) -> Bool {
    guard let lifecycle = roadmap.lifecycle(of: measure) else { return false }
    let before = state.state(of: measure)
    attachText(to: measure)
    for (position, transition) in lifecycle.transitions.enumerated() {
      let target = lifecycle[transition.to]
      guard target.isDone || !target.isFinal else { continue }
      let index = TransitionIndex(position)
      let isAskedFor = engine.entitled(to: index, of: measure).contains {
        send(.advance(measure, index, by: $0))
      }
      if isAskedFor { approve(measure) }
      guard state.state(of: measure) == before else { return note(measure, in: lifecycle) }
    }
    return false
  }

  /// Gives a measure a text where it has none, since nothing is adopted without one.
  private mutating func attachText(to measure: MeasureIndex) {
    guard state.attachments(of: measure).isEmpty, let owner = engine.mayAttach(to: measure).first,
      let digest = ContentDigest(hex: String(repeating: "0", count: 64))
    else { return }
    send(.attach(.init(name: "text", size: 1, digest: digest), to: measure, by: owner))
  }

  /// Lets everybody approve who may, until the round is over or nobody may any more.
  private mutating func approve(_ measure: MeasureIndex) {
    var approved = true
    while approved, state.openRound(of: measure) != nil {
      approved = roadmap.people.indices.contains {
        send(.approve(measure, step: nil, remarks: nil, by: PersonIndex($0)))
      }
    }
  }

  private mutating func note(_ measure: MeasureIndex, in lifecycle: Lifecycle) -> Bool {
    if !milestones.contains(.begun(measure)) { milestones.append(.begun(measure)) }
    if lifecycle[state.state(of: measure)].isDone { milestones.append(.done(measure)) }
    return true
  }

  @discardableResult
  private mutating func send(_ command: Command) -> Bool {
    let decision = engine.decide(command, in: state, at: now)
    for event in decision.events { engine.evolve(&state, event, at: now) }
    return decision.isAccepted
  }
}
