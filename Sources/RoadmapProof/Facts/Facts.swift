import Bilingual
import RoadmapModel

/// A roadmap with what several checks need to know of it.
struct Facts {
  let roadmap: Roadmap
  /// What is known of each lifecycle.
  let lifecycles: [LifecycleFacts]
  /// The measures as columns.
  let columns: MeasureColumns
  /// Which lifecycles and routes are used.
  let use: LifecycleUse
  /// Who waits for whom.
  let graph: WaitGraph
  /// The order in which measures can be carried out, and where there is none.
  let order: WaitOrder

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    lifecycles = LifecycleFacts.all(of: roadmap)
    columns = MeasureColumns(roadmap, lifecycles)
    use = LifecycleUse(roadmap, columns, lifecycles)
    graph = WaitGraph(roadmap, columns, lifecycles)
    order = WaitOrder(graph)
  }

  /// The lifecycle of a measure, where it has a sound one.
  func lifecycle(of measure: MeasureIndex) -> Lifecycle? {
    let position = columns.lifecycles[measure.position]
    return position < 0 ? nil : roadmap.lifecycles[Int(position)]
  }

  /// The name of a measure as the user wrote it, in backticks: its id, else its number or text.
  func name(_ measure: MeasureIndex) -> String {
    let entry = roadmap.measures[measure]
    let words = [entry.id, entry.fullNumber, entry.title].first { !$0.isEmpty } ?? .empty
    return "`\(roadmap.texts[words])`"
  }
}

extension Lifecycle {
  /// The id of a state, or `nil` where there is no such state.
  func stateID(_ state: StateIndex) -> String? {
    states.indices.contains(state.position) ? states[state.position].id : nil
  }
}

/// What the checks read of every measure, each in an array of its own, with indices that point
/// at nothing taken out.
struct MeasureColumns {
  /// The kind of each measure, or -1.
  private(set) var kinds: [Int32] = []
  /// The lifecycle of each measure, or -1; only sound ones.
  private(set) var lifecycles: [Int32] = []
  /// The measure that each one is a part of, always an earlier one, or -1.
  private(set) var parents: [Int32] = []
  /// Whether something that the measure refers to is unknown.
  private(set) var areIncomplete: [Bool] = []

  /// Whether some measure is a part of another.
  private(set) var hasParts = false

  /// The number of measures.
  var count: Int { kinds.count }

  init(_ roadmap: Roadmap, _ facts: [LifecycleFacts]) {
    let count = roadmap.measures.count
    kinds.reserveCapacity(count)
    lifecycles.reserveCapacity(count)
    parents.reserveCapacity(count)
    areIncomplete.reserveCapacity(count)
    let kindCount = Int32(truncatingIfNeeded: roadmap.kinds.count)
    let isSound = facts.map(\.isSound)
    for (position, entry) in roadmap.measures.entries.enumerated() {
      let kind = entry.kind?.raw ?? -1
      kinds.append((0..<kindCount).contains(kind) ? kind : -1)
      let lifecycle = entry.lifecycle?.position ?? -1
      let hasLifecycle = isSound.indices.contains(lifecycle) && isSound[lifecycle]
      lifecycles.append(hasLifecycle ? Int32(truncatingIfNeeded: lifecycle) : -1)
      let parent = entry.parent?.raw ?? -1
      let hasParent = parent >= 0 && Int(parent) < position
      parents.append(hasParent ? parent : -1)
      hasParts = hasParts || hasParent
      areIncomplete.append(entry.isIncomplete)
    }
  }
}
