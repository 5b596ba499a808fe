public import CivilTime
public import RoadmapModel

/// A day by which something is to be done in a run.
public struct Deadline: Hashable, Sendable {
  /// What is to be done.
  public enum Matter: Hashable, Sendable {
    /// The measure is to be carried out: the last day of its term.
    case measure
    /// A step of the open round is to be decided: its `within`, counted from when it was opened.
    case step(Reminder.Place, RouteIndex)
    /// The measure is to start, or else to finish, since a lag after `predecessor` has a maximum.
    case lag(after: MeasureIndex, toStart: Bool)
  }

  /// The measure.
  public let measure: MeasureIndex
  /// What is to be done.
  public let matter: Matter
  /// The last day on which it is in time.
  public let day: CivilDate
  /// Who is to do it, in the order of the people.
  public let people: [PersonIndex]
}

extension Engine {
  /// The deadlines up to `last` of what is not done yet, late ones among them: by day, and on one
  /// day in the order of the document. Nothing before the run is started.
  public func deadlines(in state: RunState, through last: CivilDate) -> [Deadline] {
    guard fits(state), state.isStarted else { return [] }
    var found: [Deadline] = []
    for measure in plan.measures.indices.lazy.map({ MeasureIndex($0) }) {
      if let deadline = deadline(of: measure, in: state) { found.append(deadline) }
      found += deadlines(ofStepsOf: measure, in: state)
      found += lagDeadlines(of: measure, in: state)
    }
    let wanted = found.enumerated().filter { $0.element.day <= last }
    return wanted.sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// The deadline of a measure that is neither done nor given up; `nil` where it has no term.
  func deadline(of measure: MeasureIndex, in state: RunState) -> Deadline? {
    guard isPending(measure, in: state), let day = roadmap.deadline(of: measure, in: state) else {
      return nil
    }
    return Deadline(
      measure: measure, matter: .measure, day: day,
      people: roadmap.people(meant: [.owner], for: measure, requester: nil))
  }

  /// Whether a measure is still to be carried out: it has never been, or was taken back to work,
  /// and is not given up.
  public func isPending(_ measure: MeasureIndex, in state: RunState) -> Bool {
    guard fits(state), plan.has(measure), let cycle = plan.cycle(of: measure),
      state.exceptions.cancelled[measure] == nil
    else { return false }
    let standing = state.standings[measure.position]
    guard standing.reached & cycle.done == 0 || state.exceptions.reopened[measure] != nil else {
      return false
    }
    return roadmap.lifecycle(of: measure)?[StateIndex(raw: Int32(standing.current))].isFinal
      == false
  }

  /// The deadlines of the open steps of a measure's round.
  func deadlines(ofStepsOf measure: MeasureIndex, in state: RunState) -> [Deadline] {
    guard !state.isHalted(measure), let round = liveRound(of: measure, in: state) else {
      return []
    }
    let steps = roadmap.routes[round.route.position].steps
    return openSteps(of: round).compactMap { step in
      guard let within = steps[step.position].within,
        let day = lastDay(within, of: round)
      else { return nil }
      let electorate = electorate(of: step, in: round)
      return Deadline(
        measure: measure,
        matter: .step(Reminder.Place(round: round.number, step: step), round.route), day: day,
        people: electorate.people.filter { !round.hasVoted($0, in: step) })
    }
  }

  /// The deadlines that lags give to what a measure has not done yet: the maxima of its own, in the
  /// order in which they are written, then the negative minima of those that have come before it.
  public func lagDeadlines(of measure: MeasureIndex, in state: RunState) -> [Deadline] {
    guard !roadmap.measures.lags.isEmpty, fits(state), plan.has(measure),
      isPending(measure, in: state),
      let cycle = plan.cycle(of: measure)
    else { return [] }
    let hasBegun = state.standings[measure.position].reached & cycle.begun != 0
    let people = roadmap.people(meant: [.owner], for: measure, requester: nil)
    let own = roadmap.measures.dependencies[measure.position].compactMap {
      dependency -> Deadline? in
      guard let maximum = roadmap.measures.lag(of: dependency)?.maximum,
        !dependency.kind.gatesStart || !hasBegun, isFulfilled(dependency, in: state),
        !isWaived(.measure(dependency.predecessor), for: measure, through: measure, in: state),
        let day = day(awaitedBy: dependency, in: state),
        let latest = latestDay(
          by: dependency, maximum, after: point(of: dependency, on: day, in: state))
      else { return nil }
      return Deadline(
        measure: measure,
        matter: .lag(after: dependency.predecessor, toStart: dependency.kind.gatesStart),
        day: latest, people: people)
    }
    return own + leadDeadlines(of: measure, people, in: state)
  }

  /// The last days of a measure that others were allowed to come before.
  private func leadDeadlines(
    of measure: MeasureIndex, _ people: [PersonIndex], in state: RunState
  ) -> [Deadline] {
    guard let leads = plan.leads?.leads[measure] else { return [] }
    return leads.compactMap { lead in
      let dependency = lead.dependency
      guard !isFulfilled(dependency, in: state), dependency.reaches == nil,
        !isWaived(.measure(measure), for: lead.holder, through: lead.holder, in: state),
        let minimum = roadmap.measures.lag(of: dependency)?.minimum,
        let day = dependency.kind.gatesStart
          ? state.days[begun: lead.holder] : state.days[done: lead.holder],
        let latest = latestDay(awaitedBy: dependency, minimum, before: day)
      else { return nil }
      return Deadline(
        measure: measure,
        matter: .lag(after: lead.holder, toStart: !dependency.kind.awaitsFinish), day: latest,
        people: people)
    }
  }
}
