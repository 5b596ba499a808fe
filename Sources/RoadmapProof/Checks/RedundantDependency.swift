import Bilingual
import RoadmapModel

extension FindingCode {
  /// A dependency that others imply.
  public static let redundantDependency = FindingCode("redundant-dependency")
}

extension Facts {
  /// Finds dependencies on a measure that another dependency waits for anyway.
  ///
  /// Only those on a measure being carried out count: a named state is taken as meant. The search
  /// answers most questions from the numbers of the depth-first walk and looks at no more than
  /// ``RedundancySearch/mostSteps`` edges in all, past which it is silent; a roadmap of a thousand
  /// measures stays far below that. Silent where measures wait for each other in a circle.
  func redundantDependencies() -> [Finding] {
    guard order.cyclic.isEmpty else { return [] }
    var search = RedundancySearch(self)
    return search.redundancies().compactMap { redundancy in
      let hops = redundancy.way.compactMap { hop($0.position, of: $0.node) }
      guard case .dependency(let position) = graph.edge(redundancy.edge, of: redundancy.node)
      else { return nil }
      let measure = graph.measure(of: redundancy.node)
      let target = graph.measure(of: Int(graph.targets[redundancy.edge]))
      return .redundantDependency(
        name(measure), on: name(target), way: way(hops, to: target),
        at: .dependency(measure, position),
        related: notes(Array(hops.prefix(RedundancySearch.mostHops))))
    }
  }

  /// The hops as a sentence, which names the goal where they stop before it.
  private func way(_ hops: [Hop], to goal: MeasureIndex) -> Text {
    let told = sentence(Array(hops.prefix(RedundancySearch.mostHops)))
    guard hops.last?.awaited != goal || hops.count > RedundancySearch.mostHops else { return told }
    return told.appending(
      Text(en: ", and so on to \(name(goal))", ru: " и так далее до \(name(goal))"))
  }
}

extension Finding {
  fileprivate static func redundantDependency(
    _ measure: String, on other: String, way: Text, at element: Element, related: [Related]
  ) -> Self {
    Finding(
      .warning, .redundantDependency, at: element,
      Text(
        en: "\(measure) waits for \(other) anyway: ", ru: "\(measure) и так ждёт \(other): "
      ).appending(way),
      help: Text(en: "remove this dependency", ru: "уберите эту зависимость"),
      related: related)
  }
}
