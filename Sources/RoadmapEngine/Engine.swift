public import CivilTime
public import RoadmapModel

/// The rules of carrying out one roadmap: ``decide(_:in:at:vouched:)`` asks,
/// ``evolve(_:_:at:)`` records.
///
/// Both are pure: the same roadmap, state, command and time always give the same answer.
/// Whatever cannot be judged is refused (see ``Blocker``), never let through.
public struct Engine: Sendable {
  /// The definition that is carried out.
  public let roadmap: Roadmap
  let plan: Plan
  let conditions: ConditionPlan

  /// Creates the rules for a roadmap, in time linear in its size.
  public init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    plan = Plan(roadmap)
    conditions = ConditionPlan(roadmap)
  }

  /// The state before the first event.
  public var initialState: RunState {
    RunState(initialStates: plan.initialStates, documents: roadmap.documents.count)
  }

  /// Judges a command.
  ///
  /// - Parameters:
  ///   - command: what is asked; an index that the roadmap does not have is a blocker.
  ///   - state: where the run stands; of this roadmap.
  ///   - time: when the command takes effect.
  ///   - voucher: what stands behind the name of whoever asks; a signature has been verified.
  /// - Returns: the events that carry the command out, or everything that stands in its way.
  public func decide(
    _ command: Command, in state: RunState, at time: Instant, vouched voucher: Voucher = .word
  ) -> Decision {
    let blockers = preconditions(of: command, in: state)
    guard blockers.isEmpty else { return .blocked(blockers) }
    if let halt = halt(of: command, in: state) { return .blocked([halt]) }
    return requireSignature(
      of: command, voucher, in: state, judge(command, in: state, at: time))
  }

  /// Judges a command whose preconditions hold, whoever vouches for it.
  private func judge(_ command: Command, in state: RunState, at time: Instant) -> Decision {
    switch command {
    case .start(let person):
      return .accepted([.started(by: person)])
    case .advance(let measure, let transition, let person):
      return advance(measure, transition, by: person, in: state, at: time)
    case .vote(let measure, let vote):
      return decide(vote, on: measure, in: state, at: time)
    case .retract(let measure, let step, let remarks, let person):
      return retract(measure, step, remarks: remarks, by: person, in: state, at: time)
    case .withdraw(let measure, let remarks, let person):
      return withdraw(measure, remarks: remarks, by: person, in: state)
    case .receive(let document, let number, let date, let person):
      return receive(document, number: number, date: date, by: person, in: state, at: time)
    case .tick(let person): return tick(by: person, in: state, at: time)
    case .extend(let measure, let day, let reason, let person):
      return extend(measure, until: day, reason: reason, by: person, in: state)
    case .attach(let file, let measure, let person):
      return attach(file, to: measure, by: person, in: state)
    case .mandate(let mandate, let person):
      return record(mandate, by: person, in: state, at: time)
    case .revoke(let act, let reason, let person):
      return revoke(act, reason: reason, by: person, in: state)
    case .exceptional(let act): return judge(act, in: state, at: time)
    }
  }

  /// What must hold before a command means anything: a run that goes on, and things that exist.
  private func preconditions(of command: Command, in state: RunState) -> [Blocker] {
    if let actor = command.actor, !has(actor) { return [.unknown(.person(actor.position))] }
    if case .start = command {
      return state.startedBy.map { [.alreadyStarted(by: $0)] } ?? []
    }
    guard fits(state) else { return [.unknown(.run)] }
    guard state.isStarted else { return [.notStarted] }
    switch command {
    case .start, .tick, .revoke: return []
    case .mandate(let mandate, _): return unknownParts(of: mandate)
    case .exceptional(let act):
      return plan.has(act.measure) ? [] : [.unknown(.measure(act.measure.position))]
    case .advance(let measure, _, _), .vote(let measure, _), .withdraw(let measure, _, _),
      .retract(let measure, _, _, _), .extend(let measure, _, _, _), .attach(_, let measure, _):
      return plan.has(measure) ? [] : [.unknown(.measure(measure.position))]
    case .receive(let document, _, _, _):
      return roadmap.documents.indices.contains(document.position)
        ? [] : [.unknown(.document(document.position))]
    }
  }

  func has(_ person: PersonIndex) -> Bool {
    person.raw >= 0 && person.position < roadmap.people.count
  }
}
