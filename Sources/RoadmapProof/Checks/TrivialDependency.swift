import Bilingual
import RoadmapModel

extension FindingCode {
  /// A dependency on what is so from the start, which holds nobody back.
  public static let trivialDependency = FindingCode("trivial-dependency")
}

extension Facts {
  /// Finds dependencies on the state in which their measure begins.
  func trivialDependencies() -> [Finding] {
    var found: [Finding] = []
    for measure in roadmap.measures.indices {
      let edges = graph.edges(of: measure.position)
      for edge in edges where graph.targets[edge] < 0 {
        guard case .dependency(let position) = graph.edge(edge, of: measure.position) else {
          continue
        }
        let range = roadmap.measures.dependencies.range(of: measure.position)
        let dependency = roadmap.measures.dependencies.values[range.lowerBound + position]
        let other = dependency.predecessor
        guard dependency.isOrdering, dependency.kind.gatesStart,
          columns.lifecycles.indices.contains(other.position),
          let lifecycle = lifecycle(of: other)
        else { continue }
        found.append(
          .trivialDependency(
            name(measure), on: name(other), beginningIn: lifecycle[lifecycle.initial].id,
            at: .dependency(measure, position)))
      }
    }
    return found
  }
}

extension Finding {
  fileprivate static func trivialDependency(
    _ waiting: String, on awaited: String, beginningIn state: String, at element: Element
  ) -> Self {
    Finding(
      .warning, .trivialDependency, at: element,
      Text(
        en: "\(waiting) waits for nothing here: \(awaited) is in `\(state)` from the start",
        ru: "\(waiting) здесь ничего не ждёт: \(awaited) с самого начала в состоянии `\(state)`"),
      help: Text(
        en: "name a later state with `reaches`, or remove the dependency",
        ru: "назовите в `reaches` более позднее состояние или уберите зависимость"))
  }
}
