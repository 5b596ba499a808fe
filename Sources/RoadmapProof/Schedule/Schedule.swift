import CivilTime
public import RoadmapModel

/// When every measure of a roadmap may and must be done, as far as its terms, durations and
/// dependencies say; or why they cannot all hold.
///
/// Days are whole. Where the roadmap names a date they are counted as ``CivilDate/dayNumber``
/// counts, else from 0.
public struct Schedule: Sendable {
  /// The days from a start to the end of the last day.
  public struct Span: Hashable, Sendable {
    /// The first day; `nil` where there is no limit.
    public let start: Int?
    /// The day after the last one; the first one where the work takes no time.
    public let end: Int?
    /// Whether what takes no time is done at the end of the day before, with the work that it waits
    /// for, rather than at the beginning of the day.
    public let isAtDayEnd: Bool

    /// Creates a span.
    public init(start: Int?, end: Int?, isAtDayEnd: Bool = false) {
      self.start = start
      self.end = end
      self.isAtDayEnd = isAtDayEnd
    }
  }

  /// The days of a measure.
  public struct Window: Hashable, Sendable {
    /// The earliest start and the earliest end.
    public let earliest: Span
    /// The latest start and the latest end that keep all terms; `nil` where nothing bounds them.
    public let latest: Span?
    /// How many days the measure may slip; `nil` where nothing bounds it.
    public let slack: Int?
    /// How many days it may slip without moving another measure's earliest days.
    public let freeSlack: Int?
    /// Whether no measure has less slack.
    public let isCritical: Bool
    /// The days of its term before the earliest start, which cannot be used.
    public let unusableBefore: Int
    /// The days of its term after the latest end, which cannot be used.
    public let unusableAfter: Int
  }

  /// The days on which a paper from outside may arrive.
  public struct Paper: Hashable, Sendable {
    /// The paper.
    public let document: DocumentIndex
    /// The first day on which it may arrive before a window closes too soon; `nil` where none may.
    public let earliest: Int?
    /// The last day; `nil` where nothing bounds it.
    public let latest: Int?
  }

  /// The roadmap.
  public let roadmap: Roadmap
  /// Whether days are dates.
  public let isDated: Bool
  /// The days of each measure, in the order of the document; none where there are conflicts.
  public let windows: [Window]
  /// The days from the earliest start to the earliest end of all; `nil` without windows.
  public let length: Int?
  /// The measures of the longest chain, in order.
  public let path: [MeasureIndex]
  /// The papers that measures wait for.
  public let papers: [Paper]
  /// What cannot hold together, each conflict by itself, a hundred at most.
  public let conflicts: [ScheduleConflict]
  /// How many conflicts there are beyond those.
  public let untoldConflicts: Int
  /// Whether all of the roadmap could be looked at.
  public let isComplete: Bool

  /// The measures with the least slack, by their earliest starts.
  public var critical: [MeasureIndex] {
    let found = roadmap.measures.indices.filter {
      windows.indices.contains($0.position) && windows[$0.position].isCritical
    }
    return found.sorted { first, second in
      let (one, other) = (windows[first.position].earliest, windows[second.position].earliest)
      return (one.start ?? 0, one.end ?? 0, first.raw) < (
        other.start ?? 0, other.end ?? 0, second.raw
      )
    }
  }

  /// Finds the schedule of a roadmap.
  ///
  /// - Parameter roadmap: the roadmap; dependencies that lead in a circle are left out.
  public init(of roadmap: Roadmap) {
    self.init(Facts(roadmap))
  }

  init(_ facts: Facts) {
    let network = ScheduleNetwork(facts)
    self.init(facts, network, TimeSolver(network.network))
  }

  init(_ facts: Facts, _ network: ScheduleNetwork, _ first: TimeSolver) {
    roadmap = facts.roadmap
    isDated = network.isDated
    untoldConflicts = first.untold
    isComplete = first.isComplete
    let words = ConflictWords(facts, network)
    conflicts = first.conflicts.sorted { network.place(of: $0) < network.place(of: $1) }
      .map { words.conflict($0) }
    guard conflicts.isEmpty else {
      (windows, length, path, papers) = ([], nil, [], [])
      return
    }
    let (solver, latest) = Self.settled(first, network, facts)
    let table = WindowTable(facts, network, solver, latest)
    windows = table.windows
    length = table.length
    path = table.path
    papers = table.papers
  }

  /// The days at last: measures that nothing holds back begin no earlier than the first date that
  /// the roadmap names, unless they must; without any term, none ends after all could have ended.
  private static func settled(
    _ first: TimeSolver, _ network: ScheduleNetwork, _ facts: Facts
  ) -> (TimeSolver, [Int]) {
    if !first.network.upper.contains(where: { $0 < .max }) {
      let count = facts.columns.count
      let end = first.days.prefix(count * 2).max() ?? 0
      return (first, first.latest(within: Array(repeating: end, count: first.network.count)))
    }
    let latest = first.latest()
    guard network.isDated, let anchor = facts.roadmap.firstDate else { return (first, latest) }
    var anchored = first.network
    var isAnchored = false
    for measure in 0..<facts.columns.count where network.lowerCauses[measure] == .calendar {
      if anchored.hold(measure, from: min(anchor, latest[measure])) { isAnchored = true }
    }
    return (isAnchored ? TimeSolver(anchored) : first, latest)
  }
}

extension Roadmap {
  /// The first day that a term or the period names, as ``CivilDate/dayNumber`` counts.
  fileprivate var firstDate: Int? {
    let periods = measures.entries.compactMap(\.due) + [heading.period].compactMap { $0 }
    return periods.compactMap { ($0.from ?? $0.to).map { Int($0.dayNumber) } }.min()
  }
}
