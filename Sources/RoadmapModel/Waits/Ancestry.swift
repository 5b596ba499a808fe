import Synchronization

/// What measures come after, directly or through others: what their gates wait for.
///
/// A part comes after all that its parent comes after, but not after the parent; whoever waits for
/// a measure to be carried out comes after its parts, too.
///
/// The edges are those of the proof's graph of waiting, found as they are walked: a measure has a
/// gate, which it passes when it leaves its initial state, and an end, where it is carried out. The
/// end waits for the gate and the ends of the parts; the gate of a part waits for that of its
/// parent; a dependency makes a gate or an end, as its kind says, wait for another measure's end,
/// or for its gate where it awaits the start or a state that comes before the end.
public final class Ancestry: Sendable {
  /// A place in the graph.
  private struct Node: Hashable {
    let measure: Int32
    let isEnd: Bool
  }

  private let roadmap: Roadmap
  private let lifecycles: [LifecycleFacts]
  /// Whether measures of a lifecycle are carried out from the start.
  private let startsDone: [Bool]
  private let walked = Atomic<Int>(0)

  /// How many edges have been walked so far.
  public var steps: Int { walked.load(ordering: .relaxed) }

  /// Creates the ancestry of a roadmap; indices in it that point at nothing are passed over.
  public init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    let lifecycles = LifecycleFacts.all(of: roadmap)
    self.lifecycles = lifecycles
    startsDone = zip(roadmap.lifecycles, lifecycles).map { lifecycle, facts in
      facts.isSound && lifecycle.doneStates.contains(lifecycle.initial)
    }
  }

  /// The measures that one comes after, in the order of the document.
  public func ancestors(of measure: MeasureIndex) -> [MeasureIndex] {
    guard roadmap.measures.entries.indices.contains(measure.position) else { return [] }
    var walk = Walk(from: Node(measure: measure.raw, isEnd: false))
    while let node = walk.pending.popLast() {
      if node.isEnd { follow(end: node.measure, &walk) } else { follow(gate: node.measure, &walk) }
    }
    walked.wrappingAdd(walk.count, ordering: .relaxed)
    return walk.found.sorted()
  }

  /// Where a search has been, what it found, and where it goes on.
  private struct Walk {
    private(set) var seen: Set<Node>
    var pending: [Node]
    var found: Set<MeasureIndex> = []
    var count = 0

    init(from node: Node) { (seen, pending) = ([node], [node]) }

    /// Comes to a node that only passes on what it waits for itself.
    mutating func pass(to node: Node) {
      count += 1
      if seen.insert(node).inserted { pending.append(node) }
    }

    mutating func find(_ node: Node) {
      found.insert(MeasureIndex(raw: node.measure))
      pass(to: node)
    }
  }

  private func follow(gate measure: Int32, _ walk: inout Walk) {
    followDependencies(of: measure, gatingStart: true, &walk)
    if let parent = parent(of: measure) { walk.pass(to: Node(measure: parent, isEnd: false)) }
  }

  private func follow(end measure: Int32, _ walk: inout Walk) {
    walk.pass(to: Node(measure: measure, isEnd: false))
    for part in roadmap.parts[Int(measure)] where parent(of: part.raw) == measure {
      if isDoneFromStart(part.raw) { walk.count += 1 } else { walk.find(end(of: part.raw)) }
    }
    followDependencies(of: measure, gatingStart: false, &walk)
  }

  private func followDependencies(of measure: Int32, gatingStart: Bool, _ walk: inout Walk) {
    for dependency in roadmap.measures.dependencies[Int(measure)]
    where dependency.kind.gatesStart == gatingStart {
      if let node = node(awaitedBy: dependency) { walk.find(node) } else { walk.count += 1 }
    }
  }

  /// The gate is the end as well where nothing can stand between them: the measure has no parts,
  /// and its end waits for nobody.
  private func end(of measure: Int32) -> Node {
    let waits =
      roadmap.parts[Int(measure)].contains { parent(of: $0.raw) == measure }
      || roadmap.measures.dependencies[Int(measure)].contains {
        !$0.kind.gatesStart && $0.isOrdering
      }
    return Node(measure: measure, isEnd: waits && !isDoneFromStart(measure))
  }

  private func parent(of measure: Int32) -> Int32? {
    let parent = roadmap.measures.entries[Int(measure)].parent?.raw ?? -1
    return parent >= 0 && parent < measure ? parent : nil
  }

  private func lifecycle(of measure: Int32) -> Int? {
    let position = roadmap.measures.entries[Int(measure)].lifecycle?.position ?? -1
    return lifecycles.indices.contains(position) && lifecycles[position].isSound ? position : nil
  }

  private func isDoneFromStart(_ measure: Int32) -> Bool {
    lifecycle(of: measure).map { startsDone[$0] } ?? false
  }

  private func node(awaitedBy dependency: Dependency) -> Node? {
    let predecessor = dependency.predecessor
    guard dependency.isOrdering,
      roadmap.measures.entries.indices.contains(predecessor.position)
    else { return nil }
    guard dependency.kind.awaitsFinish else {
      return Node(measure: predecessor.raw, isEnd: false)
    }
    guard let lifecycle = lifecycle(of: predecessor.raw) else { return end(of: predecessor.raw) }
    guard let state = dependency.reaches else {
      return startsDone[lifecycle] ? nil : end(of: predecessor.raw)
    }
    return switch lifecycles[lifecycle].wait(for: state) {
    case .nothing: nil
    case .begun: Node(measure: predecessor.raw, isEnd: false)
    case .done: end(of: predecessor.raw)
    }
  }
}
