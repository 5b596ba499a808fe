import Bilingual
import RoadmapModel

extension FindingCode {
  /// A measure that waits for one of a kind that should come after it.
  public static let precedenceInverted = FindingCode("precedence-inverted")
}

extension Facts {
  /// Finds measures that wait for one of a kind that follows theirs, each where the wrong turn is
  /// taken: those that wait for such a measure in turn are not blamed.
  ///
  /// Of several passes that blame the same dependency, the one with the shortest way tells of it.
  ///
  /// - Parameter passes: the kinds brought along the graph, in passes that hold all kinds.
  /// - Returns: the findings, in the order of the document.
  func invertedPrecedences(_ passes: [KindReach]) -> [Finding] {
    var ways: [Int: (node: Int, hops: [Hop])] = [:]
    for reach in passes {
      for inversion in reach.inversions {
        let hops = way(from: inversion, reach)
        if let known = ways[inversion.edge], known.hops.count <= hops.count { continue }
        ways[inversion.edge] = (inversion.node, hops)
      }
    }
    return ways.sorted { first, second in
      (graph.measure(of: first.value.node), first.key)
        < (graph.measure(of: second.value.node), second.key)
    }.compactMap { finding($0.value.hops, of: graph.measure(of: $0.value.node)) }
  }

  private func finding(_ hops: [Hop], of measure: MeasureIndex) -> Finding? {
    guard let last = hops.last?.awaited, let first = hops.first else { return nil }
    let (kind, late) = (columns.kinds[measure.position], columns.kinds[last.position])
    guard kind >= 0, late >= 0 else { return nil }
    return .precedenceInverted(
      measure: name(measure), kind: roadmap.kinds[Int(kind)].id, last: name(last),
      late: roadmap.kinds[Int(late)].id, way: sentence(hops), at: first.element,
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
