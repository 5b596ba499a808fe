import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapService

/// The status of a whole run as a table.
struct StatusTable {
  let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  private var roadmap: Roadmap { report.session.roadmap }

  /// The table between the roadmap's title and the counts.
  func text(width: Int) -> String {
    var table = Table([
      .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
      .init(
        title: say(en: "measure", ru: "мероприятие"), kind: .caption(least: 30, lines: 2)),
      .init(title: say(en: "state", ru: "состояние")),
      .init(title: say(en: "due", ru: "срок"), kind: .wrapping(least: 15, lines: 2)),
      .init(title: say(en: "waits for", ru: "ждёт"), kind: .wrapping(least: 20, lines: 3)),
    ])
    let statuses = report.measures.map { report.session.status(of: $0, at: report.time) }
    for status in statuses { table.add(row(status)) }
    let heading = DisplayWidth.wrapped(
      harmless("\(roadmap.heading.title) (`\(report.session.head.name)`)"), to: width)
    let summary = DisplayWidth.wrapped(summary(statuses), to: width)
    return (heading + [""] + table.lines(width: width) + [""] + summary).joined(separator: "\n")
  }

  private func row(_ status: MeasureStatus) -> [String] {
    let entry = roadmap.measures[status.measure]
    let indent = entry.parent == nil ? "" : "· "
    let due = [entry.due?.short, status.extended.map { "→ \($0.iso)" }].compactMap(\.self)
      .joined(separator: " ")
    return [
      roadmap.number(of: status.measure) ?? "", roadmap.id(of: status.measure),
      indent + roadmap.title(of: status.measure),
      (status.isCarriedOut ? "✓ " : "") + state(status),
      status.isOverdue ? due + say(en: " overdue", ru: " просрочено") : due,
      waiting(status),
    ]
  }

  private func state(_ status: MeasureStatus) -> String {
    let title = roadmap.title(status.state, status.measure)
    if status.exceptions.cancellation != nil {
      return title + say(en: " (cancelled)", ru: " (отменено)")
    }
    guard status.exceptions.suspension != nil else { return title }
    return title + say(en: " (suspended)", ru: " (приостановлено)")
  }

  /// Who is to decide, or what stands in the way of going on.
  private func waiting(_ status: MeasureStatus) -> String {
    if let round = status.round {
      return RoundText(round: round, measure: status.measure, roadmap: roadmap).pending
    }
    guard !status.isCarriedOut else { return "" }
    var names: [String] = []
    for blocker in status.ways.filter(\.isForward).flatMap(\.blockers) {
      if let name = roadmap.waitedFor(blocker), !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  private func summary(_ statuses: [MeasureStatus]) -> String {
    let done = statuses.count { $0.isCarriedOut }
    let overdue = statuses.count { $0.isOverdue }
    let rounds = statuses.count { $0.round != nil }
    return say(
      en: "\(done) of \(statuses.count) done, \(rounds) in approval, \(overdue) overdue",
      ru: "исполнено \(done) из \(statuses.count), на согласовании \(rounds), "
        + "просрочено \(overdue)")
  }
}

extension MeasureStatus {
  /// Whether it has been carried out, and not been taken back to work since.
  fileprivate var isCarriedOut: Bool { isDone && exceptions.reopening == nil }
}

extension Roadmap {
  /// What a blocker waits for, by its id.
  func waitedFor(_ blocker: Blocker) -> String? {
    switch blocker {
    case .waitsForMeasure(let wait), .waitsForDropped(let wait),
      .exceptional(.waitsForCancelled(let wait, _)):
      id(of: wait.predecessor)
    case .waitsUntil(let wait, let day): "\(id(of: wait.predecessor)) (\(day.iso))"
    case .waitsForDocument(_, let document, _): documents[document.position].id
    case .waitsForPart(_, let part, _): id(of: part)
    default: nil
    }
  }
}
