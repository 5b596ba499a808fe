public import CivilTime
public import RoadmapEngine
public import RoadmapModel

/// Where a measure stands in a run.
public struct MeasureStatus: Sendable {
  /// A transition out of the state in which the measure stands.
  public struct Way: Sendable {
    /// The transition.
    public let transition: TransitionIndex
    /// Whether it leads towards a done state.
    public let isForward: Bool
    /// What stands in its way, whoever asks; nothing where somebody entitled can ask for it now.
    public let blockers: [Blocker]
  }

  /// The measure.
  public let measure: MeasureIndex
  /// The state in which it stands.
  public let state: StateIndex
  /// Whether it has ever reached a done state.
  public let isDone: Bool
  /// Whether its term has passed without that, and without its being dropped.
  public let isOverdue: Bool
  /// The last day of its term where that was extended in the run.
  public let extended: CivilDate?
  /// The day on which it first left its initial state for work.
  public let begun: CivilDate?
  /// The day on which it first came to a done state.
  public let finished: CivilDate?
  /// The files attached to it, in the order in which their names first came.
  public let attachments: [Attachment]
  /// The days by which it is to start or to finish, since lags have a maximum.
  public let limits: [Deadline]
  /// The open round, with its steps.
  public let round: RoundView?
  /// The transitions that leave its state.
  public let ways: [Way]
}

extension RunSession {
  /// Where a measure stands, its term and what it waits for judged at `time`.
  public func status(of measure: MeasureIndex, at time: Instant) -> MeasureStatus {
    let day = time.date
    let current = state.state(of: measure)
    let isDone = engine.isDone(measure, in: state)
    let states = roadmap.lifecycle(of: measure)?.states ?? []
    let isOver = states.indices.contains(current.position) && states[current.position].isFinal
    let deadline = roadmap.deadline(of: measure, in: state)
    return MeasureStatus(
      measure: measure, state: current, isDone: isDone,
      isOverdue: !isDone && !isOver && (deadline.map { $0 < day } ?? false),
      extended: state.extendedTerm(of: measure), begun: state.began(measure),
      finished: state.finished(measure), attachments: state.attachments(of: measure),
      limits: engine.lagDeadlines(of: measure, in: state),
      round: engine.roundView(of: measure, in: state, at: time),
      ways: engine.transitions(of: measure, in: state).map { transition in
        MeasureStatus.Way(
          transition: transition,
          isForward: engine.isForward(transition, of: measure, in: state),
          blockers: engine.blockers(
            of: transition, of: measure, by: nil, in: state, at: time))
      })
  }
}
