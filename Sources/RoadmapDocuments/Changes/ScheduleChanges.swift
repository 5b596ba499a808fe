public import Bilingual
import RoadmapModel
import RoadmapProof

/// What became otherwise in the schedule between two definitions of a roadmap.
public struct ScheduleChanges: Hashable, Sendable {
  /// The days by which a measure may slip, before and after; nil where nothing bounds them.
  public struct Slack: Hashable, Sendable {
    /// The id of the measure.
    public let id: String
    /// Its slack in days in the older roadmap.
    public let old: Int?
    /// Its slack in days in the newer one.
    public let new: Int?
  }

  /// The days from the first start to the last end; nil without any measure.
  public let length: (old: Int?, new: Int?)
  /// The longest chain of measures, by their ids.
  public let path: (old: [String], new: [String])
  /// The measures that became critical, in the order of the newer roadmap.
  public let nowCritical: [String]
  /// The measures that were critical and are so no more, in the order of the older roadmap.
  public let noMoreCritical: [String]
  /// The measures of both roadmaps that may slip by more or fewer days, in the order of the newer.
  public let slack: [Slack]

  /// Compares two schedules; nil where nothing moved, or one of them cannot be kept.
  init?(from old: Schedule, to new: Schedule) {
    guard old.conflicts.isEmpty, new.conflicts.isEmpty, old.isOfTime || new.isOfTime else {
      return nil
    }
    let before = ByteKeyed(old.roadmap.measures.indices.map { (old.roadmap.id(of: $0), $0) })
    length = (old.length, new.length)
    path = (old.path.map { old.roadmap.id(of: $0) }, new.path.map { new.roadmap.id(of: $0) })
    let critical = (old.criticalIDs, new.criticalIDs)
    let wasCritical = ByteKeyed(critical.0.map { ($0, true) })
    let isCritical = ByteKeyed(critical.1.map { ($0, true) })
    nowCritical = critical.1.filter { wasCritical[$0] == nil }
    noMoreCritical = critical.0.filter { isCritical[$0] == nil }
    slack = new.roadmap.measures.indices.compactMap { measure in
      let id = new.roadmap.id(of: measure)
      guard let earlier = before[id], let (was, now) = Self.both(old[earlier], new[measure]),
        was.slack != now.slack
      else { return nil }
      return Slack(id: id, old: was.slack, new: now.slack)
    }
    if length.old == length.new, path.old == path.new, nowCritical.isEmpty, noMoreCritical.isEmpty,
      slack.isEmpty
    {
      return nil
    }
  }

  private static func both(
    _ old: Schedule.Window?, _ new: Schedule.Window?
  ) -> (Schedule.Window, Schedule.Window)? {
    guard let old, let new else { return nil }
    return (old, new)
  }

  /// Whether two changes are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.length == right.length && left.path == right.path
      && left.nowCritical == right.nowCritical && left.noMoreCritical == right.noMoreCritical
      && left.slack == right.slack
  }

  /// Takes in what tells changes apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(nowCritical)
    hasher.combine(noMoreCritical)
    hasher.combine(slack)
  }
}

extension Schedule {
  fileprivate var criticalIDs: [String] {
    roadmap.measures.indices.filter { self[$0]?.isCritical == true }.map { roadmap.id(of: $0) }
  }
}

extension ScheduleChanges {
  /// How many measures are named where there are more.
  private static let mostNamed = 20

  /// What became otherwise, a sentence each.
  public var sentences: [Text] {
    var found: [Text] = []
    if length.old != length.new {
      found.append(Self.moved(Text(en: "length", ru: "длительность"), length.old, length.new))
    }
    if path.old != path.new {
      let (old, new) = (Self.chain(path.old), Self.chain(path.new))
      found.append(
        Text(
          en: "longest chain: \(old) became \(new)",
          ru: "самая длинная цепь: была \(old), стала \(new)"))
    }
    for (ids, words) in [
      (nowCritical, Text(en: "now critical", ru: "теперь критические")),
      (noMoreCritical, Text(en: "no more critical", ru: "больше не критические")),
    ] where !ids.isEmpty {
      found.append(words.appending(Text(verbatim: ": " + Self.list(ids, ", "))))
    }
    found += slack.prefix(Self.mostNamed).map { change in
      let noun = Text(en: "slack of `\(change.id)`", ru: "запас `\(change.id)`")
      return Self.moved(noun, change.old, change.new)
    }
    if slack.count > Self.mostNamed {
      let rest = CountedNoun(
        en: "other measure", "other measures", ru: "мероприятия", "мероприятий", "мероприятий")(
          slack.count - Self.mostNamed)
      found.append(
        Text(en: "the slack of \(rest.en) changes, too", ru: "запас меняется ещё у \(rest.ru)"))
    }
    return found
  }

  private static func moved(_ noun: Text, _ old: Int?, _ new: Int?) -> Text {
    let days = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")
    let none = Text(en: "without limit", ru: "без ограничения")
    let (before, after) = (old.map { days($0) } ?? none, new.map { days($0) } ?? none)
    return Text(
      en: "\(noun.en): \(before.en) → \(after.en)", ru: "\(noun.ru): \(before.ru) → \(after.ru)")
  }

  private static func chain(_ ids: [String]) -> String { list(ids, " → ") }

  private static func list(_ ids: [String], _ joint: String) -> String {
    guard !ids.isEmpty else { return "—" }
    let named = ids.prefix(mostNamed).map { "`\($0)`" }.joined(separator: joint)
    return ids.count > mostNamed ? named + joint + "… (\(ids.count))" : named
  }
}
