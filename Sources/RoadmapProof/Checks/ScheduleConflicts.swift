import Bilingual
import CivilTime
import RoadmapModel

extension FindingCode {
  /// Terms, durations and dependencies that cannot all be kept.
  public static let scheduleConflict = FindingCode("schedule-conflict")
  /// A term of which a good part cannot be used.
  public static let unusableDays = FindingCode("unusable-days")
}

extension Facts {
  /// Finds what of the terms, durations and dependencies cannot hold together; and, where all of it
  /// can, the terms of which a quarter or more cannot be used.
  func scheduleProblems() -> [Finding] {
    guard hasLimits else { return [] }
    let network = ScheduleNetwork(self)
    let solver = TimeSolver(network.network)
    // What is left of each term takes as long to find as the conflicts; most roadmaps name last
    // days only, of which there is nothing to tell.
    guard !solver.conflicts.isEmpty || roadmap.measures.indices.contains(where: isBounded) else {
      return []
    }
    let schedule = Schedule(self, network, solver)
    guard schedule.conflicts.isEmpty else {
      let last = schedule.conflicts.count - 1
      return schedule.conflicts.enumerated().map { position, conflict in
        .scheduleConflict(
          conflict, untold: position == last ? schedule.untoldConflicts : 0,
          isComplete: position < last || schedule.isComplete)
      }
    }
    return roadmap.measures.indices.compactMap { unusable($0, schedule) }
  }

  /// Whether a measure has a term of its own with a first and a last day.
  private func isBounded(_ measure: MeasureIndex) -> Bool {
    guard let due = roadmap.measures.entries[measure.position].due, due.from != nil, due.to != nil
    else { return false }
    return due != roadmap.heading.period
  }

  /// Whether anything may come too late.
  private var hasLimits: Bool {
    roadmap.heading.period?.to != nil
      || roadmap.measures.entries.contains { $0.due?.to != nil }
      || roadmap.measures.lags.contains { $0.maximum != nil || ($0.minimum?.count ?? 0) < 0 }
      || !roadmap.measures.windows.isEmpty
  }

  private func unusable(_ measure: MeasureIndex, _ schedule: Schedule) -> Finding? {
    // The turns of a recurring measure have the windows of their turns, whatever they wait for.
    guard roadmap.measures.occurrences[measure] == nil, let window = schedule[measure],
      let due = roadmap.measures[measure].due, due != roadmap.heading.period,
      let from = due.from, let to = due.to,
      let start = schedule.start(of: window.earliest).flatMap({ CivilDate(dayNumber: $0) }),
      let end = window.latest?.end.flatMap({ CivilDate(dayNumber: $0 - 1) })
    else { return nil }
    let lost = window.unusableBefore + window.unusableAfter
    let declared = from.days(until: to) + 1
    guard lost * 4 >= declared else { return nil }
    return .unusableDays(
      name(measure), lost: lost, of: declared, left: "\(start.iso)/\(end.iso)",
      at: .due(measure))
  }
}

extension Finding {
  fileprivate static func scheduleConflict(
    _ conflict: ScheduleConflict, untold: Int, isComplete: Bool
  ) -> Self {
    let links = conflict.links.prefix(Finding.mostRelated)
    var message = conflict.message
    if untold > 0 {
      let rest = CountedNoun(
        en: "more conflict", "more conflicts", ru: "такое противоречие", "таких противоречия",
        "таких противоречий")(untold)
      message = message.appending(
        Text(en: "; there are \(rest.en)", ru: "; в карте ещё \(rest.ru)"))
    }
    if !isComplete {
      message = message.appending(
        Text(
          en: "; the search was cut short, there may be others",
          ru: "; поиск прерван, могут быть и другие"))
    }
    return Finding(
      .error, .scheduleConflict, at: conflict.element, message,
      help: Text(
        en: "any one of the places below resolves it: relax it as said there, or remove it",
        ru: "достаточно одного из указанных ниже мест: уступите там дни или уберите его"),
      related: links.map { Related($0.element, $0.message) })
  }

  fileprivate static func unusableDays(
    _ measure: String, lost: Int, of declared: Int, left: String, at element: Element
  ) -> Self {
    let days = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")
    return Finding(
      .warning, .unusableDays, at: element,
      Text(
        en: "\(lost) of the \(days(declared).en) of \(measure) cannot be used: "
          + "\(left) is what its dependencies leave",
        ru: "из срока \(measure) (\(days(declared).ru)) нельзя использовать \(days(lost).ru): "
          + "зависимости оставляют \(left)"),
      help: Text(
        en: "`vekha schedule` shows what holds it back; narrow the term, or move what it waits for",
        ru:
          "`vekha schedule` покажет, что его держит; сузьте срок или передвиньте то, чего оно ждёт")
    )
  }
}
