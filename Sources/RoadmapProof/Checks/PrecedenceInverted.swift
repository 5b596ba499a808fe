import Bilingual
import RoadmapModel

extension FindingCode {
  /// A measure that waits for one of a kind that should come after it.
  public static let precedenceInverted = FindingCode("precedence-inverted")
}

extension Facts {
  /// Finds measures that wait for one of a kind that follows theirs, each where the wrong turn is
  /// taken: those that wait for such a measure in turn are not blamed.
  func invertedPrecedences(_ reach: KindReach) -> [Finding] {
    let places = reach.inversions.map { inversion in
      (measure: graph.measure(of: inversion.node), inversion: inversion)
    }
    return places.sorted { ($0.measure, $0.inversion.edge) < ($1.measure, $1.inversion.edge) }
      .compactMap { finding($0.inversion, of: $0.measure, reach) }
  }

  private func finding(
    _ inversion: KindReach.Inversion, of measure: MeasureIndex, _ reach: KindReach
  ) -> Finding? {
    let hops = way(from: inversion, reach)
    guard let last = hops.last?.awaited, let first = hops.first,
      let kind = roadmap.measures[measure].kind, let late = roadmap.measures[last].kind
    else { return nil }
    return .precedenceInverted(
      measure: "\(name(measure))", kind: roadmap.kinds[kind.position].id, last: name(last),
      late: roadmap.kinds[late.position].id, way: sentence(hops), at: first.element,
      related: (hops.count > 1 ? notes(hops) : [])
        + [.init(.measure(last), Text(en: "it waits for this one", ru: "вот чего оно ждёт"))])
  }

  /// The hops from an inversion to a measure of one of its kinds.
  ///
  /// It ends, because only nodes outside of cycles pass kinds on.
  private func way(from inversion: KindReach.Inversion, _ reach: KindReach) -> [Hop] {
    var hops: [Hop] = []
    var (node, edge, wanted) = (inversion.node, inversion.edge, inversion.kinds)
    while true {
      if let hop = hop(edge, of: node) { hops.append(hop) }
      guard reach.own(edge, of: node) & wanted == 0 else { return hops }
      node = Int(graph.targets[edge])
      wanted &= reach.unblamed[node]
      let edges = graph.edges(of: node).filter { graph.targets[$0] >= 0 }
      let next =
        edges.first { reach.own($0, of: node) & wanted != 0 }
        ?? edges.first { reach.unblamed[Int(graph.targets[$0])] & wanted != 0 }
      guard let next else { return hops }
      edge = next
    }
  }
}

extension Finding {
  fileprivate static func precedenceInverted(
    measure: String, kind: String, last: String, late: String, way: Text, at element: Element,
    related: [Related]
  ) -> Self {
    Finding(
      .error, .precedenceInverted, at: element,
      Text(
        en: "\(measure) of kind `\(kind)` comes after \(last) of kind `\(late)`, "
          + "but `\(late)` follows `\(kind)`: ",
        ru: "\(measure) (вид `\(kind)`) идёт после \(last) (вид `\(late)`), "
          + "а `\(late)` следует за `\(kind)`: "
      ).appending(way),
      help: Text(
        en: "turn the dependency round or remove it",
        ru: "разверните зависимость или уберите её"),
      related: related)
  }
}
