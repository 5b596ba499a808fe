import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics

extension View {
  /// Above every measure of the file the state that it is in, where the roadmap is carried out.
  func codeLenses(_ runStates: LanguageServer.RunStates) -> [JSON] {
    let measures = index.declarations(in: file).filter { $0.entity.kind == .measure }
    guard !measures.isEmpty else { return [] }
    let states = runStates(snapshot.compiled.roadmap.heading.id)
    return measures.compactMap { measure in
      guard let state = states[measure.entity.name], let range = range(measure.span) else {
        return nil
      }
      let mark = state.isDone ? "✓ " : state.isOverdue ? "⚠ " : ""
      return [
        "range": range.json,
        // A lens without a command of its own is only read.
        "command": ["title": .string(mark + state.title), "command": ""],
      ]
    }
  }
}
