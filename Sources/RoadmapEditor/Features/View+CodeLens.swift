import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension View {
  /// Above every measure of the file the state that it is in, where the roadmap is carried out, and
  /// by how many days it may slip, until it is done.
  func codeLenses(_ runStates: LanguageServer.RunStates) -> [JSON] {
    let measures = index.declarations(in: file).filter { $0.entity.kind == .measure }
    guard !measures.isEmpty else { return [] }
    let states = runStates(snapshot.compiled.roadmap.heading.id)
    return measures.compactMap { measure in
      let state = states[measure.entity.name]
      let words = [
        state.map { ($0.isDone ? "✓ " : $0.isOverdue ? "⚠ " : "") + $0.title },
        state?.isDone == true ? nil : slack(of: measure.entity.name),
      ].compactMap { $0 }
      guard !words.isEmpty, let range = range(measure.span) else { return nil }
      return [
        "range": range.json,
        // A lens without a command of its own is only read.
        "command": ["title": .string(words.joined(separator: " · ")), "command": ""],
      ]
    }
  }

  /// By how many days a measure may slip; `nil` where nothing bounds that.
  private func slack(of id: String) -> String? {
    guard let schedule = snapshot.schedule, schedule.isOfTime,
      let measure = schedule.roadmap.measures(named: id).first,
      schedule.windows.indices.contains(measure.position)
    else { return nil }
    let window = schedule.windows[measure.position]
    guard let slack = window.slack else { return nil }
    let days = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")(slack)
    let words = Text(en: "slack \(days.en)", ru: "запас \(days.ru)")
    guard window.isCritical else { return say(words) }
    return say(Text(en: "\(words.en), critical", ru: "\(words.ru), критическое"))
  }
}
