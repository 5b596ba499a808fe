import RoadmapModel

/// What a distance of the schedule stands for in the roadmap.
enum TimeCause: Hashable {
  /// How long a measure takes.
  case takes(MeasureIndex)
  /// How long a stage of a route of a measure may take.
  case approval(MeasureIndex, RouteIndex, stage: Int)
  /// A measure goes on at least until it has been carried out once.
  case goesOn(MeasureIndex)
  /// The least distance of a dependency.
  case minimum(MeasureIndex, Int)
  /// The greatest distance of a dependency.
  case maximum(MeasureIndex, Int)
  /// A measure lasts until its part, which this is, is finished.
  case part(MeasureIndex)
  /// A part, which this is, waits for what the measure waits for that it is a part of.
  case parent(MeasureIndex)
  /// A measure begins once what it waits for allows.
  case ready(MeasureIndex)
  /// A measure begins no earlier than the paper arrives that it awaits, by its position.
  case paper(MeasureIndex, Int)
  /// A measure is due so many days after a paper: its window, by its position.
  case window(MeasureIndex, Int)

  /// Whether it is work, which ends at the end of a day, and no rule about two points.
  var isWork: Bool {
    switch self {
    case .takes, .approval: true
    default: false
    }
  }
}

/// Where a limit of a point of the schedule comes from.
enum LimitCause: Hashable {
  /// The term of a measure.
  case due(MeasureIndex)
  /// The period of the roadmap.
  case period
  /// A delay that is tried out.
  case delay(MeasureIndex)
  /// The first or the last date there is.
  case calendar
}
