import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService

/// The status of one measure as a sheet.
struct StatusSheet {
  let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  private var roadmap: Roadmap { report.session.roadmap }

  var text: String {
    report.measures.map { measure in
      lines(of: report.session.status(of: measure, on: report.day)).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func lines(of status: MeasureStatus) -> [String] {
    let entry = roadmap.measures[status.measure]
    let owners = roadmap.measures.owners[status.measure.position].map { roadmap.name($0) }
    var lines = DisplayWidth.wrapped(
      harmless("\(roadmap.label(of: status.measure)) \(roadmap.title(of: status.measure))"),
      to: Console.width)
    lines.append(pair(say(en: "state", ru: "состояние"), stateText(status)))
    if let kind = entry.kind {
      lines.append(pair(say(en: "kind", ru: "вид"), roadmap.kinds[kind.position].title))
    }
    if !entry.term.isEmpty {
      lines.append(pair(say(en: "term", ru: "срок"), roadmap.texts[entry.term]))
    }
    if let due = entry.due { lines.append(pair(say(en: "due", ru: "даты"), due.edtf)) }
    lines.append(pair(say(en: "owners", ru: "исполнители"), owners.joined(separator: ", ")))
    return lines + roundLines(status) + wayLines(status)
  }

  private func stateText(_ status: MeasureStatus) -> String {
    roadmap.title(status.state, status.measure)
      + (status.isDone ? say(en: ", carried out", ru: ", исполнено") : "")
      + (status.isOverdue ? say(en: ", overdue", ru: ", просрочено") : "")
  }

  private func pair(_ name: String, _ value: String) -> String {
    "  \(name): \(harmless(value))"
  }

  private func roundLines(_ status: MeasureStatus) -> [String] {
    guard let round = status.round else { return [] }
    let transition = roadmap.title(round.transition, status.measure)
    let head = say(
      en: "  round \(round.number) for «\(transition)», asked for by ",
      ru: "  круг \(round.number), «\(transition)», запросил(а) ")
    return [head + roadmap.name(round.requester)] + round.steps.map { line($0, round.route) }
  }

  private func line(_ step: RoundView.Step, _ route: RouteIndex) -> String {
    let mark = step.isPassed ? "✓" : step.isOpen ? "→" : "·"
    let given = step.given.map { roadmap.name($0.person) }.joined(separator: ", ")
    let left = step.eligible.map { roadmap.name($0) }.joined(separator: ", ")
    var line = "    \(mark) \(roadmap.title(step.step, route)) (\(step.given.count)/\(step.needed))"
    if !given.isEmpty { line += say(en: "; agreed: ", ru: "; согласовано: ") + given }
    if !left.isEmpty, !step.isPassed { line += say(en: "; may decide: ", ru: "; решают: ") + left }
    return line
  }

  private func wayLines(_ status: MeasureStatus) -> [String] {
    status.ways.flatMap { way in
      let name = roadmap.lifecycle(of: status.measure)?[way.transition].id ?? ""
      let title = roadmap.title(way.transition, status.measure)
      let label = title == name ? "`\(name)`" : "`\(name)` «\(title)»"
      guard !way.blockers.isEmpty else {
        return ["  \(label): " + say(en: "possible now", ru: "возможно сейчас")]
      }
      return ["  \(label): " + say(en: "not yet", ru: "пока нельзя")]
        + way.blockers.map { "    • " + $0.message(in: roadmap)[Speech.language] }
    }
  }
}
