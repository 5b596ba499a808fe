import RoadmapModel

/// Who waits for whom, as one graph of nodes in compressed rows.
///
/// A measure has a gate, which it passes when it leaves its initial state, and an end, where it is
/// carried out. The end waits for the gate and for the ends of the parts; the gate of a part waits
/// for that of its parent; a dependency makes a gate or an end, as its kind says, wait for another
/// measure's end, or for its gate where it awaits the start or a state that comes before the end.
/// Dependencies that order nothing are no edges. A cycle means that nobody can ever begin, or end.
/// The gate and the end of a measure are one node where nothing can stand between them: it has no
/// parts, and its end waits for nobody.
struct WaitGraph {
  /// What an edge stands for.
  enum Edge: Equatable {
    /// The dependency at this position among those of the waiting measure.
    case dependency(Int)
    /// A part waits for what its parent waits for.
    case parent
    /// A parent's end waits for its gate.
    case own
    /// A parent's end waits for its part.
    case part
  }

  /// The number of measures; the gate of the measure at `m` is node `m`.
  let measureCount: Int
  /// The node of the end of each measure.
  let ends: [Int32]
  /// The measures whose ends are nodes of their own, in order; those nodes follow the gates.
  let measuresOfEnds: [Int32]
  /// Where the edges of each node begin in ``targets``; one more than there are nodes.
  let starts: [Int32]
  /// What each edge waits for, or -1 for an edge that waits for nothing.
  let targets: [Int32]
  /// How many edges of each gate stand for its measure's dependencies, and of each end for parts.
  private let counts: [Int32]

  /// The number of nodes.
  var count: Int { starts.count - 1 }

  /// The edges of `node`.
  @inline(__always)
  func edges(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The measure that `node` belongs to.
  @inline(__always)
  func measure(of node: Int) -> MeasureIndex {
    MeasureIndex(node < measureCount ? node : Int(measuresOfEnds[node - measureCount]))
  }

  /// What the edge of `node` at position `edge` of ``targets`` stands for.
  func edge(_ edge: Int, of node: Int) -> Edge {
    let offset = edge - Int(starts[node])
    guard node >= measureCount else {
      return offset < Int(counts[node]) ? .dependency(offset) : .parent
    }
    guard offset > 0 else { return .own }
    let parts = Int(counts[node])
    return offset <= parts ? .part : .dependency(offset - 1 - parts)
  }

  init(_ roadmap: Roadmap, _ columns: MeasureColumns, _ lifecycles: [LifecycleFacts]) {
    var builder = WaitGraphBuilder(roadmap, columns, lifecycles)
    builder.build()
    measureCount = columns.count
    ends = builder.ends
    measuresOfEnds = builder.measuresOfEnds
    starts = builder.starts
    targets = builder.targets
    counts = builder.counts
  }
}

/// Builds the rows of a ``WaitGraph``.
private struct WaitGraphBuilder {
  private let roadmap: Roadmap
  private let columns: MeasureColumns
  private let lifecycles: [LifecycleFacts]
  /// Whether measures of a lifecycle are carried out from the start.
  private let startsDone: [Bool]
  private(set) var ends: [Int32]
  private(set) var measuresOfEnds: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var counts: [Int32] = []
  /// Whether the end of each measure waits for other measures; empty where none does.
  private var areEndsWaiting: [Bool] = []

  init(_ roadmap: Roadmap, _ columns: MeasureColumns, _ lifecycles: [LifecycleFacts]) {
    self.roadmap = roadmap
    self.columns = columns
    self.lifecycles = lifecycles
    startsDone = zip(roadmap.lifecycles, lifecycles).map { lifecycle, facts in
      facts.isSound && lifecycle.doneStates.contains(lifecycle.initial)
    }
    ends = (0..<columns.count).map { Int32(truncatingIfNeeded: $0) }
    guard roadmap.measures.dependencies.values.contains(where: Self.gatesEnd) else { return }
    areEndsWaiting = (0..<columns.count).map { measure in
      roadmap.measures.dependencies[measure].contains(where: Self.gatesEnd)
    }
  }

  private static func gatesEnd(_ dependency: Dependency) -> Bool {
    !dependency.kind.gatesStart && dependency.isOrdering
  }

  mutating func build() {
    reserve()
    placeEnds()
    for measure in 0..<columns.count { addGate(of: measure) }
    for measure in measuresOfEnds { addEnd(of: Int(measure)) }
    starts.append(Int32(truncatingIfNeeded: targets.count))
  }

  private mutating func reserve() {
    starts.reserveCapacity(columns.count + columns.count / 8 + 1)
    counts.reserveCapacity(columns.count)
    targets.reserveCapacity(
      roadmap.measures.dependencies.values.count + roadmap.parts.values.count * 3)
  }

  private mutating func placeEnds() {
    for parent in columns.parents where parent >= 0 {
      guard ends[Int(parent)] == parent, !isDoneFromStart(Int(parent)) else { continue }
      ends[Int(parent)] = -1
    }
    for measure in areEndsWaiting.indices where areEndsWaiting[measure] {
      if !isDoneFromStart(measure) { ends[measure] = -1 }
    }
    for measure in 0..<columns.count where ends[measure] < 0 {
      ends[measure] = Int32(truncatingIfNeeded: columns.count + measuresOfEnds.count)
      measuresOfEnds.append(Int32(truncatingIfNeeded: measure))
    }
  }

  private mutating func addGate(of measure: Int) {
    starts.append(Int32(truncatingIfNeeded: targets.count))
    let range = roadmap.measures.dependencies.range(of: measure)
    counts.append(Int32(truncatingIfNeeded: range.count))
    for position in range {
      let dependency = roadmap.measures.dependencies.values[position]
      targets.append(dependency.kind.gatesStart ? target(of: dependency) : -1)
    }
    if columns.parents[measure] >= 0 { targets.append(columns.parents[measure]) }
  }

  private mutating func addEnd(of measure: Int) {
    starts.append(Int32(truncatingIfNeeded: targets.count))
    targets.append(Int32(truncatingIfNeeded: measure))
    for part in roadmap.parts[measure] where columns.parents[part.position] == Int32(measure) {
      targets.append(isDoneFromStart(part.position) ? -1 : ends[part.position])
    }
    let parts = targets.count - 1 - Int(starts[starts.count - 1])
    counts.append(Int32(truncatingIfNeeded: parts))
    guard !areEndsWaiting.isEmpty, areEndsWaiting[measure] else { return }
    for dependency in roadmap.measures.dependencies[measure] {
      targets.append(dependency.kind.gatesStart ? -1 : target(of: dependency))
    }
  }

  private func isDoneFromStart(_ measure: Int) -> Bool {
    let lifecycle = columns.lifecycles[measure]
    return lifecycle >= 0 && startsDone[Int(lifecycle)]
  }

  private func target(of dependency: Dependency) -> Int32 {
    let predecessor = dependency.predecessor.position
    guard dependency.isOrdering, predecessor >= 0, predecessor < columns.count else { return -1 }
    guard dependency.kind.awaitsFinish else { return dependency.predecessor.raw }
    let lifecycle = Int(columns.lifecycles[predecessor])
    guard lifecycle >= 0 else { return ends[predecessor] }
    guard let state = dependency.reaches else {
      return startsDone[lifecycle] ? -1 : ends[predecessor]
    }
    return switch lifecycles[lifecycle].wait(for: state) {
    case .nothing: -1
    case .begun: dependency.predecessor.raw
    case .done: ends[predecessor]
    }
  }
}
