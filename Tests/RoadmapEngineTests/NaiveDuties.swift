import RoadmapModel

@testable import RoadmapEngine

/// Who may do which duty, read off a journal from its beginning each time; nothing is shared with
/// the engine but the roadmap.
struct NaiveDuties {
  /// A round of a measure.
  private struct Round {
    let transition: Int
    let requester: Int
    var votes: [(step: Int, person: Int)] = []
  }

  /// A measure and a duty.
  private struct Work: Hashable {
    let measure: Int
    let duty: Duty
  }

  let roadmap: Roadmap
  private var open: [Int: Round] = [:]
  private var last: [Work: Set<Int>] = [:]
  private var ever: [Work: Set<Int>] = [:]

  init(_ roadmap: Roadmap, _ journal: [Event]) {
    self.roadmap = roadmap
    for event in journal { read(event) }
  }

  private mutating func read(_ event: Event) {
    switch event {
    case .roundOpened(let measure, let transition, _, let person):
      open[measure.position] = Round(
        transition: transition.position, requester: person.position)
    case .voted(let measure, let vote) where vote.verdict.isApproval:
      open[measure.position]?.votes.append((vote.step.position, vote.person.position))
    case .roundClosed(let measure, _, let outcome, _, _):
      for duty in duties {
        let people = participants(duty, measure.position)
        guard !people.isEmpty else { continue }
        ever[Work(measure: measure.position, duty: duty), default: []].formUnion(people)
        if outcome == .approved { last[Work(measure: measure.position, duty: duty)] = people }
      }
      open[measure.position] = nil
    case .moved(let measure, let transition, _, _, .direct, let person):
      for duty in duties where duty.acts.contains(.transition(LifecycleIndex(0), transition)) {
        ever[Work(measure: measure.position, duty: duty), default: []].insert(person.position)
        last[Work(measure: measure.position, duty: duty)] = [person.position]
      }
    default: break
    }
  }

  private var duties: Set<Duty> { Set(roadmap.dutyRules.flatMap(\.duties)) }

  private func route(_ measure: Int, _ transition: Int) -> RouteIndex? {
    roadmap.route(of: TransitionIndex(transition), for: MeasureIndex(measure))
  }

  /// Those who do a duty in the open round of a measure.
  private func participants(_ duty: Duty, _ measure: Int) -> Set<Int> {
    guard let round = open[measure] else { return [] }
    var people: Set<Int> = []
    let asked = TransitionIndex(round.transition)
    if duty.acts.contains(.transition(LifecycleIndex(0), asked)) { people.insert(round.requester) }
    guard let route = route(measure, round.transition) else { return people }
    for vote in round.votes where duty.acts.contains(.step(route, StepIndex(vote.step))) {
      people.insert(vote.person)
    }
    return people
  }

  // MARK: Answers

  func mayAsk(_ measure: Int, _ transition: Int, by person: Int) -> Bool {
    may(.transition(LifecycleIndex(0), TransitionIndex(transition)), measure, transition, person)
  }

  func mayApprove(_ measure: Int, _ step: Int, by person: Int) -> Bool {
    guard let round = open[measure], let route = route(measure, round.transition) else {
      return false
    }
    return may(.step(route, StepIndex(step)), measure, round.transition, person)
  }

  private func may(_ act: Duty.Act, _ measure: Int, _ transition: Int, _ person: Int) -> Bool {
    roadmap.dutyRules.allSatisfy { rule in
      rule.duties.filter { $0.acts.contains(act) }.allSatisfy { own in
        roadmap.measures.indices.map(\.position).filter { isNear($0, measure, rule.reach) }
          .allSatisfy { other in
            rule.duties.filter { $0 != own || rule.duties.count == 1 }.allSatisfy { duty in
              !barred(by: duty, of: other, rule, own, measure, transition).contains(person)
            }
          }
      }
    }
  }

  private func barred(
    by duty: Duty, of other: Int, _ rule: DutyRule, _ own: Duty, _ measure: Int, _ transition: Int
  ) -> Set<Int> {
    let work = Work(measure: other, duty: duty)
    let all = rule.rounds == .all ? ever[work] ?? [] : []
    guard other == measure else {
      return all.union(last[work] ?? []).union(participants(duty, other))
    }
    if duty == own { return all }
    let route = route(measure, transition)
    let isRenewed = duty.acts.contains { act in
      switch act {
      case .transition(_, let index): index.position == transition
      case .step(let index, _): index == route
      }
    }
    return isRenewed
      ? all.union(participants(duty, measure)) : all.union(last[work] ?? [])
  }

  // MARK: Measures

  private func isNear(_ one: Int, _ other: Int, _ reach: DutyRule.Reach) -> Bool {
    switch reach {
    case .measure: one == other
    case .parts: line(one).contains(other) || line(other).contains(one)
    case .path: one == other || comes(one, after: other) || comes(other, after: one)
    }
  }

  private func line(_ measure: Int) -> [Int] {
    [measure] + (roadmap.measures.entries[measure].parent.map { line($0.position) } ?? [])
  }

  /// Whether a measure, or one that it is a part of, waits for another or one that has it as part.
  private func comes(_ late: Int, after early: Int) -> Bool {
    line(late).contains { holder in
      roadmap.measures.dependencies[holder].contains { dependency in
        let before = dependency.predecessor.position
        return line(early).contains(before)
          || roadmap.measures.indices.map(\.position).contains {
            line($0).contains(before) && comes($0, after: early)
          }
      }
    }
  }
}
