import Bilingual
import RoadmapModel

extension FindingCode {
  /// A dependency written twice.
  public static let duplicateDependency = FindingCode("duplicate-dependency")
}

extension Facts {
  /// Finds dependencies that a measure has already, on the same measure and state.
  func duplicateDependencies() -> [Finding] {
    var found: [Finding] = []
    for measure in roadmap.measures.indices {
      let dependencies = roadmap.measures.dependencies[measure.position]
      guard dependencies.count > 1 else { continue }
      for (position, earlier) in repeated(dependencies) {
        let other = dependencies[dependencies.startIndex + position].predecessor
        guard roadmap.measures.entries.indices.contains(other.position) else { continue }
        found.append(
          .duplicateDependency(
            name(measure), on: name(other), at: .dependency(measure, position),
            first: .dependency(measure, earlier)))
      }
    }
    return found
  }

  /// The positions of repeated dependencies, each with the first of its kind.
  private func repeated(
    _ dependencies: ArraySlice<Dependency>
  ) -> [(position: Int, earlier: Int)] {
    // Looking through a short list is faster than hashing it, and nearly all are short.
    if dependencies.count <= 16 {
      let start = dependencies.startIndex
      return dependencies.indices.compactMap { index in
        dependencies[..<index].firstIndex(of: dependencies[index]).map {
          (index - start, $0 - start)
        }
      }
    }
    var first: [Dependency: Int] = [:]
    return dependencies.enumerated().compactMap { position, dependency in
      if let earlier = first[dependency] { return (position, earlier) }
      first[dependency] = position
      return nil
    }
  }
}

extension Finding {
  fileprivate static func duplicateDependency(
    _ measure: String, on other: String, at element: Element, first: Element
  ) -> Self {
    Finding(
      .warning, .duplicateDependency, at: element,
      Text(
        en: "\(measure) names \(other) in `after` already",
        ru: "\(measure) уже называет \(other) в `after`"),
      help: Text(en: "remove one of the two", ru: "уберите одно из двух упоминаний"),
      related: [.init(first, Text(en: "first named here", ru: "впервые названо здесь"))])
  }
}
