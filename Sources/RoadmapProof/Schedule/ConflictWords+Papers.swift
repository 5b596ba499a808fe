import Bilingual
import CivilTime
import RoadmapModel

extension ConflictWords {
  /// A measure that begins no earlier than a paper arrives.
  func paper(_ measure: MeasureIndex, _ position: Int, to end: Int) -> ScheduleConflict.Link? {
    let awaited = facts.roadmap.measures.awaits[measure.position]
    let place = awaited.startIndex + position
    guard awaited.indices.contains(place) else { return nil }
    let title = title(of: awaited[place])
    let date = text(end)
    return link(
      .paper, .awaited(measure, position), measure,
      Text(
        en: "\(facts.name(measure)) begins once \(title.en) has come: at the earliest, \(date.en)",
        ru: "\(facts.name(measure)) начинается, когда поступит \(title.ru): "
          + "самое раннее \(date.ru)"),
      end, lead(measure), nil)
  }

  /// A measure that is due so many days after a paper, so that the paper may not come too early.
  func window(
    _ measure: MeasureIndex, _ position: Int, to end: Int,
    _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link? {
    guard let windows = facts.roadmap.measures.windows[measure],
      windows.indices.contains(position)
    else { return nil }
    let window = windows[position]
    let awaited = facts.roadmap.measures.awaits[measure.position]
    let place = awaited.firstIndex(of: window.document).map { $0 - awaited.startIndex } ?? 0
    let title = title(of: window.document)
    let date = text(end - 1)
    return link(
      .window, .awaited(measure, place), measure,
      Text(
        en: "\(facts.name(measure)) ends at most \(window.within.words.en) after \(title.en): "
          + "so that may not come before \(date.en)",
        ru: "\(facts.name(measure)) кончается не позже чем через \(window.within.words.ru) "
          + "после \(title.ru): значит, документ не раньше \(date.ru)"),
      end - 1, lead(measure), spare)
  }

  private func title(of document: DocumentIndex) -> Text {
    let documents = facts.roadmap.documents
    guard documents.indices.contains(document.position) else { return Text(verbatim: "—") }
    return Text(verbatim: "`\(documents[document.position].title)`")
  }
}
