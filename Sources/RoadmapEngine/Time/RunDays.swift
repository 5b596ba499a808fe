public import CivilTime
public import RoadmapModel

/// What a run knows of days: when measures began and were done, which terms were extended, and what
/// people have been reminded of.
///
/// Kept apart from where measures stand, since it is touched only when a measure comes to a state
/// for the first time.
struct RunDays: Equatable, Sendable {
  /// A state that a dependency with a lag waits for.
  struct Milestone: Hashable, Comparable, Sendable {
    let measure: MeasureIndex
    let state: StateIndex

    static func < (left: Self, right: Self) -> Bool {
      (left.measure, left.state) < (right.measure, right.state)
    }
  }

  /// What people have been told of a measure's term; it counts for this deadline only.
  struct Told: Equatable, Sendable {
    let deadline: CivilDate
    /// The causes, as bits: 1 for ``Reminder/Cause/dueSoon``, 2 for ``Reminder/Cause/overdue``.
    var causes: UInt8
  }

  /// The number of days from the epoch that stands for none.
  private static let none = Int32.min

  /// When the run was started.
  var started: CivilDate?
  private var begun: [Int32]
  private var done: [Int32]
  /// When measures came to the states that dependencies with lags name.
  var reached: [Milestone: CivilDate] = [:]
  /// The last days of terms that were extended.
  var extended: [MeasureIndex: CivilDate] = [:]
  /// What people have been reminded of.
  var told: [MeasureIndex: Told] = [:]

  init(measures: Int) {
    begun = Array(repeating: Self.none, count: measures)
    done = begun
  }

  /// When a measure, which must exist, first left its initial state for work.
  subscript(begun measure: MeasureIndex) -> CivilDate? {
    get { CivilDate(dayNumber: begun[measure.position]) }
    set { begun[measure.position] = newValue?.dayNumber ?? Self.none }
  }

  /// When a measure, which must exist, first came to a done state.
  subscript(done measure: MeasureIndex) -> CivilDate? {
    get { CivilDate(dayNumber: done[measure.position]) }
    set { done[measure.position] = newValue?.dayNumber ?? Self.none }
  }
}

extension RunState {
  /// When a measure first left its initial state for work; `nil` where it has not.
  public func began(_ measure: MeasureIndex) -> CivilDate? {
    has(measure) ? days[begun: measure] : nil
  }

  /// When a measure first came to a done state; `nil` where it has not, or stood in one from the
  /// start.
  public func finished(_ measure: MeasureIndex) -> CivilDate? {
    has(measure) ? days[done: measure] : nil
  }

  /// The last day of a measure's term where it was extended in the run.
  public func extendedTerm(of measure: MeasureIndex) -> CivilDate? { days.extended[measure] }
}

extension Roadmap {
  /// The last day of a measure's term as it stands in a run; `nil` where it has none: the day to
  /// which it was extended, else the earliest of its own and of those of the windows that received
  /// documents have opened.
  public func deadline(of measure: MeasureIndex, in state: RunState) -> CivilDate? {
    guard measures.entries.indices.contains(measure.position) else { return nil }
    if let day = state.extendedTerm(of: measure) { return day }
    let own = measures[measure].due?.to
    guard !measures.windows.isEmpty, let windows = measures.windows[measure] else { return own }
    let ends = windows.compactMap { window in
      state.receipt(of: window.document).flatMap { receipt in
        heading.calendar.adding(window.within, to: receipt.date)
      }
    }
    return ([own] + ends).compactMap(\.self).min()
  }
}
