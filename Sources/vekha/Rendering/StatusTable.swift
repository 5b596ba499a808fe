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

  var text: String {
    var table = Table([
      .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
      .init(title: say(en: "measure", ru: "мероприятие"), isFlexible: true),
      .init(title: say(en: "state", ru: "состояние")), .init(title: say(en: "due", ru: "срок")),
      .init(title: say(en: "waits for", ru: "ждёт"), isFlexible: true),
    ])
    let statuses = report.measures.map { report.session.status(of: $0, on: report.day) }
    for status in statuses { table.add(row(status)) }
    let lines = table.lines(width: Console.width)
    return (["\(heading)", ""] + lines + ["", summary(statuses)]).joined(separator: "\n")
  }

  private var heading: String {
    let roadmap = report.session.roadmap
    return "\(harmless(roadmap.heading.title)) (`\(report.session.head.name)`)"
  }

  private func row(_ status: MeasureStatus) -> [String] {
    let roadmap = report.session.roadmap
    let indent = roadmap.measures[status.measure].parent == nil ? "" : "· "
    return [
      roadmap.number(of: status.measure) ?? "", roadmap.id(of: status.measure),
      indent + roadmap.title(of: status.measure),
      (status.isDone ? "✓ " : "") + roadmap.title(status.state, status.measure),
      due(of: status), waiting(status),
    ]
  }

  private func due(of status: MeasureStatus) -> String {
    guard let due = roadmapDue(status.measure) else { return "" }
    return status.isOverdue ? due + say(en: " overdue", ru: " просрочено") : due
  }

  private func roadmapDue(_ measure: MeasureIndex) -> String? {
    report.session.roadmap.measures[measure].due.map { due in
      switch (due.from, due.to) {
      case (let from?, let to?): from == to ? to.iso : "\(from.iso)…\(to.iso)"
      case (nil, let to?): "…\(to.iso)"
      case (let from?, nil): "\(from.iso)…"
      case (nil, nil): ""
      }
    }
  }

  /// Who is to decide, or what stands in the way of going on.
  private func waiting(_ status: MeasureStatus) -> String {
    if let round = status.round { return steps(of: round) }
    guard !status.isDone else { return "" }
    let blockers = status.ways.filter(\.isForward).flatMap(\.blockers)
    var names: [String] = []
    for name in blockers.compactMap({ report.session.roadmap.waitedFor($0) })
    where !names.contains(name) {
      names.append(name)
    }
    return names.joined(separator: ", ")
  }

  private func steps(of round: RoundView) -> String {
    round.steps.filter(\.isOpen).map { step in
      let people = step.eligible.map { report.session.roadmap.name($0) }.joined(separator: ", ")
      let title = report.session.roadmap.title(step.step, round.route)
      return "\(title) (\(step.given.count)/\(step.needed)): \(people)"
    }.joined(separator: "; ")
  }

  private func summary(_ statuses: [MeasureStatus]) -> String {
    let done = statuses.count { $0.isDone }
    let overdue = statuses.count { $0.isOverdue }
    let rounds = statuses.count { $0.round != nil }
    return say(
      en: "\(done) of \(statuses.count) done, \(rounds) in approval, \(overdue) overdue",
      ru: "исполнено \(done) из \(statuses.count), на согласовании \(rounds), "
        + "просрочено \(overdue)")
  }
}

extension Roadmap {
  /// What a blocker waits for, in a word.
  func waitedFor(_ blocker: Blocker) -> String? {
    switch blocker {
    case .waitsForMeasure(let wait), .waitsForDropped(let wait): short(wait.predecessor)
    case .waitsForDocument(_, let document, _): documents[document.position].id
    case .waitsForPart(_, let part, _): short(part)
    default: nil
    }
  }

  private func short(_ measure: MeasureIndex) -> String { id(of: measure) }
}
