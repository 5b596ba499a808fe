import CivilTime
import RoadmapSamples

/// A project as the literature has them: activities with durations, the first and the last of which
/// are dummies, and least distances between starts, negative ones among them.
struct ProjectSample {
  /// A least distance from the start of one activity to that of another.
  struct Arc {
    let from: Int
    let to: Int
    let days: Int
  }

  /// How a negative distance is written.
  enum Writing: CaseIterable {
    /// As a minimum of less than no days.
    case negativeMinimum
    /// As a maximum in the other direction.
    case maximum
  }

  var durations = [0]
  /// What comes before each activity, from finish to start.
  var before: [[Int]] = [[]]
  /// Distances between starts.
  var arcs: [Arc] = []

  private init() {}

  /// A network like those of PSPLIB: one to three successors an activity, in several layers.
  static func precedence(seed: UInt64, activities: Int) -> Self {
    var project = Self()
    var numbers = SeededNumbers(seed: seed)
    for activity in 1...activities {
      project.durations.append(Int.random(in: 1...10, using: &numbers))
      let nearest = max(0, activity - 12)
      let before = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
        activity <= 3 ? 0 : Int.random(in: nearest..<activity, using: &numbers)
      }
      project.before.append(Set(before).sorted())
    }
    let leading = Set(project.before.joined())
    project.durations.append(0)
    project.before.append((1...activities).filter { !leading.contains($0) })
    return project
  }

  /// A network like those of RCPSP/max: minimal and maximal time lags between starts. Where `isTight`
  /// some maximal lags are too small to be kept, more often than not.
  static func lags(seed: UInt64, activities: Int, isTight: Bool) -> Self {
    var project = Self()
    var numbers = SeededNumbers(seed: seed)
    for activity in 1...activities {
      project.durations.append(Int.random(in: 1...10, using: &numbers))
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let other = Int.random(in: max(0, activity - 8)..<activity, using: &numbers)
        project.arcs.append(
          Arc(from: other, to: activity, days: Int.random(in: 0...12, using: &numbers)))
      }
    }
    project.durations.append(0)
    for activity in 1...activities {
      project.arcs.append(
        Arc(from: activity, to: activities + 1, days: project.durations[activity]))
    }
    project.before = Array(repeating: [], count: activities + 2)
    project.addMaxima(&numbers, isTight: isTight)
    return project
  }

  private mutating func addMaxima(_ numbers: inout SeededNumbers, isTight: Bool) {
    let count = durations.count - 2
    for _ in 0..<count / 3 {
      let first = Int.random(in: 1..<count, using: &numbers)
      let last = Int.random(in: first + 1...min(count, first + 8), using: &numbers)
      guard let least = distance(from: first, to: last) else { continue }
      let room = Int.random(in: (isTight ? -1 : 0)...4, using: &numbers)
      guard least + room > 0 else { continue }
      arcs.append(Arc(from: last, to: first, days: -(least + room)))
    }
  }

  /// The longest way from one activity to another along arcs that lead forward.
  private func distance(from first: Int, to last: Int) -> Int? {
    var days = [Int?](repeating: nil, count: durations.count)
    days[first] = 0
    for activity in first + 1..<durations.count {
      for arc in arcs where arc.to == activity && arc.from < activity {
        if let before = days[arc.from] {
          days[activity] = max(days[activity] ?? 0, before + arc.days)
        }
      }
    }
    return days[last]
  }

  /// The earliest start of each activity, by repetition over all distances (Bellman, Ford); `nil`
  /// where they cannot be kept.
  var starts: [Int]? {
    let waits = before.enumerated().flatMap { activity, others in
      others.map { Arc(from: $0, to: activity, days: durations[$0]) }
    }
    var starts = [Int](repeating: 0, count: durations.count)
    for _ in 0...durations.count {
      var moved = false
      for arc in waits + arcs where starts[arc.from] + arc.days > starts[arc.to] {
        starts[arc.to] = starts[arc.from] + arc.days
        moved = true
      }
      if !moved { return starts }
    }
    return nil
  }

  /// The day on which all is over; `nil` where that cannot be.
  var length: Int? { starts.map { zip($0, durations).map(+).max() ?? 0 } }

  /// The project as a section of a roadmap, the last activity due so many days after the first day
  /// of 2027 began.
  func yaml(_ writing: Writing = .maximum, within days: Int? = nil) -> String {
    var after: [[String]] = before.map { $0.map { "a\($0)" } }
    for arc in arcs {
      if arc.days < 0, writing == .maximum {
        after[arc.from].append(Self.text(arc.to, "{max: \(-arc.days) days}"))
      } else {
        after[arc.to].append(Self.text(arc.from, "\(arc.days) days"))
      }
    }
    let last = days.flatMap { CivilDate(dayNumber: 20_819 + $0 - 1) }
    let due = last.map { ", due: ../\($0.iso)" } ?? ""
    let lines = durations.indices.map { activity in
      "      - {id: a\(activity), title: A\(activity), kind: task, owners: [ann], "
        + "takes: \(durations[activity]) days, after: [\(after[activity].joined(separator: ", "))]"
        + (activity == 0 ? ", due: 2027-01-01/.." : "")
        + (activity == durations.count - 1 ? due : "") + "}"
    }
    return "sections:\n  - title: All\n    measures:\n" + lines.joined(separator: "\n")
  }

  private static func text(_ activity: Int, _ lag: String) -> String {
    "{measure: a\(activity), kind: start-start, lag: \(lag)}"
  }
}
