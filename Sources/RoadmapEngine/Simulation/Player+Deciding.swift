import CivilTime
import RoadmapModel

extension Player {
  /// Asks for a transition in the name of somebody who is there; attaches a file first where a
  /// condition keeps it back and nothing is attached yet.
  mutating func ask(
    for transition: TransitionIndex, of measure: MeasureIndex, _ time: HalfDay
  ) -> Bool {
    let blockers = engine.blockers(
      of: transition, of: measure, by: nil, in: state, at: moment(time))
    // What holds back everybody holds back each.
    if blockers.isEmpty { return request(transition, of: measure, time) }
    if blockers.contains(where: \.isFailingCondition),
      requestWithFile(transition, of: measure, time)
    {
      suppose(.attached(measure, on: day(time)))
      return true
    }
    wait(measure, for: blockers, time)
    return false
  }

  /// Asks for a transition with a file attached, which is not there where that is no help.
  private mutating func requestWithFile(
    _ transition: TransitionIndex, of measure: MeasureIndex, _ time: HalfDay
  ) -> Bool {
    let (events, changes) = (state.eventCount, changes)
    guard attachSomething(to: measure, time) else { return false }
    if request(transition, of: measure, time) { return true }
    state.attachments[measure] = nil
    state.revisions[measure] = nil
    (state.eventCount, self.changes) = (events, changes)
    return false
  }

  private mutating func request(
    _ transition: TransitionIndex, of measure: MeasureIndex, _ time: HalfDay
  ) -> Bool {
    for person in askers(for: transition, of: measure) {
      if perform(.advance(measure, transition, by: person), at: time) {
        if state.openRound(of: measure) != nil { decide(on: measure, time) }
        return true
      }
    }
    return false
  }

  /// Those who are there and may ask for a transition; first those with whom its route can be
  /// passed by people who are there.
  private func askers(
    for transition: TransitionIndex, of measure: MeasureIndex
  ) -> [PersonIndex] {
    let people = engine.entitled(to: transition, of: measure).filter { !isAbsent($0) }
    guard people.count > 1, let route = engine.route(of: transition, for: measure),
      engine.plan.routes[route.position].isSound
    else { return people }
    let good = people.filter { person in
      let request = engine.barred(
        Request(measure, transition, by: person), on: route, in: state)
      return roadmap.routes[route.position].steps.indices.allSatisfy { step in
        let electorate = engine.electorate(
          of: StepIndex(step), on: route, for: request, after: [])
        return electorate.people.count { !isAbsent($0) } >= electorate.needed
      }
    }
    return good + people.filter { !good.contains($0) }
  }

  /// Supposes that somebody who may has attached a file.
  private mutating func attachSomething(to measure: MeasureIndex, _ time: HalfDay) -> Bool {
    guard engine.conditions.dependOnAttachments, state.attachments(of: measure).isEmpty,
      let person = engine.mayAttach(to: measure).first(where: { !isAbsent($0) }),
      let digest = ContentDigest(hex: String(repeating: "0", count: 64))
    else { return false }
    let file = Command.Content(name: "simulated", size: 1, digest: digest)
    return perform(.attach(file, to: measure, by: person), at: time)
  }

  /// Lets the people of the open steps decide on the last day that they have for it.
  mutating func decide(on measure: MeasureIndex, _ time: HalfDay) {
    var isChanged = true
    while isChanged, let round = engine.roundView(of: measure, in: state, at: moment(time)) {
      isChanged = false
      for step in round.steps where step.isOpen { awaitSubstitutes(in: step, of: measure, time) }
      for step in round.steps where step.isOpen && isGiven(step.step, of: measure, round.route) {
        let due = max(step.deadline ?? day(time), day(time))
        guard time >= .evening(due) else {
          agenda.add(measure, at: .evening(due))
          continue
        }
        if agree(in: step, of: measure, time) { isChanged = true }
      }
    }
  }

  /// Whether the approvals of a step are among those that are given.
  func isGiven(_ step: StepIndex, of measure: MeasureIndex, _ route: RouteIndex) -> Bool {
    guard let approvals = assumptions.approvals else { return true }
    let id = roadmap.routes[route.position][step].id
    return approvals.contains { approval in
      approval.measure == measure
        && (approval.step.map { $0.utf8.elementsEqual(id.utf8) } ?? true)
    }
  }

  /// Lets those agree in a step who are there and may, until it has passed; whether anybody has.
  private mutating func agree(
    in step: RoundView.Step, of measure: MeasureIndex, _ time: HalfDay
  ) -> Bool {
    var hasAgreed = false
    for person in step.eligible where !isAbsent(person) {
      guard let round = state.openRound(of: measure),
        round.passed.indices.contains(step.step.position), !round.passed[step.step.position]
      else { return hasAgreed }
      let vote = Command.approve(measure, step: step.step, remarks: nil, by: person)
      if perform(vote, at: time) { hasAgreed = true }
    }
    for deputy in step.representatives
    where isAbsent(deputy.of.principal) && !isAbsent(deputy.person) {
      let vote = Command.Vote(
        .approve, step: step.step, by: deputy.person, for: deputy.of.principal)
      if perform(.vote(measure, vote), at: time) { hasAgreed = true }
    }
    return hasAgreed
  }

  /// Puts a measure down for when others come to stand in for absent people of a step.
  private mutating func awaitSubstitutes(
    in step: RoundView.Step, of measure: MeasureIndex, _ time: HalfDay
  ) {
    for act in roadmap.substitutions where act.from > day(time) {
      guard isAbsent(act.principal), step.eligible.contains(act.principal) else { continue }
      agenda.add(measure, at: .evening(act.from))
    }
  }
}

extension Blocker {
  fileprivate var isFailingCondition: Bool {
    if case .conditionFails = self { true } else { false }
  }
}
