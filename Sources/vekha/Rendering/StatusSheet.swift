import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService

/// The status of one measure as a sheet, which says all there is to say.
struct StatusSheet {
  let session: RunSession
  let status: MeasureStatus

  private var roadmap: Roadmap { session.roadmap }

  var text: String {
    var sheet = Indented(width: Console.width)
    sheet.add("\(roadmap.label(of: status.measure)) \(roadmap.title(of: status.measure))")
    for (name, value) in facts where !value.isEmpty { sheet.add("\(name): \(value)", indent: 2) }
    for file in status.attachments { sheet.add(ContentText(roadmap).line(file), indent: 2) }
    for limit in status.limits { sheet.add(line(limit), indent: 2) }
    if let round = status.round {
      RoundText(round: round, measure: status.measure, roadmap: roadmap).add(to: &sheet)
    }
    for way in status.ways { add(way, to: &sheet) }
    return sheet.text
  }

  private var facts: [(name: String, value: String)] {
    let entry = roadmap.measures[status.measure]
    let owners = roadmap.measures.owners[status.measure.position].map { roadmap.named($0) }
    let parts = roadmap.parts[status.measure.position].map { "`\(roadmap.id(of: $0))`" }
    return [
      (say(en: "state", ru: "состояние"), state),
      (say(en: "kind", ru: "вид"), entry.kind.map { roadmap.kinds[$0.position].title } ?? ""),
      (say(en: "term", ru: "срок"), roadmap.texts[entry.term]),
      (say(en: "due", ru: "даты"), entry.due?.short ?? ""),
      (say(en: "extended to", ru: "продлено до"), status.extended?.iso ?? ""),
      (say(en: "begun", ru: "начато"), status.begun?.iso ?? ""),
      (say(en: "carried out", ru: "исполнено"), status.finished?.iso ?? ""),
      (say(en: "owners", ru: "исполнители"), owners.joined(separator: ", ")),
      (say(en: "parts", ru: "подпункты"), parts.joined(separator: ", ")),
    ]
  }

  private func line(_ limit: Deadline) -> String {
    guard case .lag(let predecessor, let toStart) = limit.matter else { return "" }
    let point =
      toStart
      ? say(en: "to start by", ru: "начать до") : say(en: "to finish by", ru: "завершить до")
    return "\(point): \(limit.day.iso) (`\(roadmap.id(of: predecessor))`)"
  }

  private var state: String {
    roadmap.title(status.state, status.measure)
      + (status.isDone ? say(en: ", carried out", ru: ", исполнено") : "")
      + (status.isOverdue ? say(en: ", overdue", ru: ", просрочено") : "")
  }

  private func add(_ way: MeasureStatus.Way, to sheet: inout Indented) {
    let label = roadmap.label(of: way.transition, status.measure)
    guard !way.blockers.isEmpty else {
      return sheet.add("\(label): " + say(en: "possible now", ru: "можно сейчас"), indent: 2)
    }
    sheet.add("\(label): " + say(en: "not now", ru: "сейчас нельзя"), indent: 2)
    for blocker in way.blockers {
      sheet.add("• " + blocker.message(in: roadmap)[Speech.language], indent: 4)
    }
  }
}

extension Roadmap {
  /// A transition by its id, and by its title where that says more.
  func label(of transition: TransitionIndex, _ measure: MeasureIndex) -> String {
    let id = lifecycle(of: measure)?[transition].id ?? ""
    let title = title(transition, measure)
    return title.utf8.elementsEqual(id.utf8) ? "`\(id)`" : "`\(id)` «\(title)»"
  }
}
