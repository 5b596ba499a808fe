import RoadmapModel
import Synchronization

/// What measures come after, directly or through others: what their gates wait for.
///
/// A part comes after all that its parent comes after, but not after the parent; whoever waits for
/// a measure to be carried out comes after its parts, too.
final class Ancestry: Sendable {
  private let graph: WaitGraph
  private let parents: [Int32]
  private let walked = Atomic<Int>(0)

  /// How many edges have been walked so far.
  var steps: Int { walked.load(ordering: .relaxed) }

  init(_ facts: Facts) {
    graph = facts.graph
    parents = facts.columns.parents
  }

  /// The measures that one comes after, in the order of the document.
  func ancestors(of measure: MeasureIndex) -> [MeasureIndex] {
    var seen: Set<Int32> = [measure.raw]
    var found: Set<MeasureIndex> = []
    var pending = [measure.raw]
    var count = 0
    while let node = pending.popLast() {
      let edges = graph.edges(of: Int(node))
      count += edges.count
      for edge in edges where graph.targets[edge] >= 0 {
        let target = graph.targets[edge]
        if !passesOn(edge, of: Int(node)) { found.insert(graph.measure(of: Int(target))) }
        if seen.insert(target).inserted { pending.append(target) }
      }
    }
    walked.wrappingAdd(count, ordering: .relaxed)
    return found.sorted()
  }

  /// Whether an edge only passes on what its target waits for: that of a part to its parent's gate,
  /// that of an end to its own gate.
  private func passesOn(_ edge: Int, of node: Int) -> Bool {
    let edges = graph.edges(of: node)
    guard node < graph.measureCount else { return edge == edges.lowerBound }
    return parents[node] >= 0 && edge == edges.upperBound - 1
  }
}
