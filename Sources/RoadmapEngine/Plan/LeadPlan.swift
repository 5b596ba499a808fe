import CivilTime
import RoadmapModel

/// What negative lags mean for a run.
///
/// A dependency with a negative minimum orders nothing: the waiting point may come before the
/// awaited one, and dependencies of this sort may go around. Read the other way, it gives the other
/// measure a last day. Where it lies on such a circle nobody can wait for the other, so that only
/// planned days hold back there.
struct LeadPlan: Sendable {
  /// A dependency with a negative minimum and the measure that has it.
  struct Lead: Sendable {
    let holder: MeasureIndex
    let dependency: Dependency
  }

  /// The dependencies with a negative minimum on each measure.
  let leads: [MeasureIndex: [Lead]]
  /// The circle that each point lies on: the gate of the measure at `m` is point `m`, its end the
  /// one that follows all gates.
  private let circles: [Int32]
  private let count: Int

  /// Creates the plan; `nil` where no dependency has a negative minimum.
  init?(_ roadmap: Roadmap) {
    guard roadmap.measures.lags.contains(where: { ($0.minimum?.count ?? 0) < 0 }) else {
      return nil
    }
    let measures = roadmap.measures
    count = measures.count
    var leads: [MeasureIndex: [Lead]] = [:]
    for measure in measures.indices {
      for dependency in measures.dependencies[measure.position] where dependency.mayLead {
        leads[dependency.predecessor, default: []].append(
          Lead(holder: measure, dependency: dependency))
      }
    }
    self.leads = leads
    let facts = LifecycleFacts.all(of: roadmap)
    let ends = measures.dependencies.values.map { Self.isFinish($0, in: roadmap, facts) }
    circles = PointCircles(Self.waits(roadmap, ends)).circles
  }

  /// Whether a dependency of `holder`, which waits for the end of its predecessor or else for its
  /// gate, lies on a circle.
  func goesAround(_ dependency: Dependency, of holder: MeasureIndex, awaitsEnd: Bool) -> Bool {
    let from = dependency.kind.gatesStart ? holder.position : count + holder.position
    let to = dependency.predecessor.position + (awaitsEnd ? count : 0)
    guard circles.indices.contains(from), circles.indices.contains(to) else { return true }
    return circles[from] == circles[to]
  }

  /// Whether it is the finish of its predecessor, or a state that comes only with it, that a
  /// dependency waits for.
  static func isFinish(
    _ dependency: Dependency, in roadmap: Roadmap, _ facts: [LifecycleFacts]
  ) -> Bool {
    guard dependency.kind.awaitsFinish else { return false }
    let measures = roadmap.measures.entries
    guard let state = dependency.reaches,
      measures.indices.contains(dependency.predecessor.position),
      let cycle = measures[dependency.predecessor.position].lifecycle,
      facts.indices.contains(cycle.position)
    else { return true }
    return facts[cycle.position].wait(for: state) == .done
  }

  /// Which points each point waits for.
  private static func waits(_ roadmap: Roadmap, _ ends: [Bool]) -> Rows<Int32> {
    let measures = roadmap.measures
    let count = Int32(truncatingIfNeeded: measures.count)
    var pairs: [(row: Int32, value: Int32)] = []
    for measure in measures.indices {
      pairs.append((count + measure.raw, measure.raw))
      if let parent = measures[measure].parent, parent.raw >= 0, parent.raw < count {
        pairs.append((measure.raw, parent.raw))
        pairs.append((count + parent.raw, count + measure.raw))
      }
      for position in measures.dependencies.range(of: measure.position) {
        let dependency = measures.dependencies.values[position]
        let other = dependency.predecessor.raw
        guard dependency.holdsBack, other >= 0, other < count else { continue }
        pairs.append(
          (
            dependency.kind.gatesStart ? measure.raw : count + measure.raw,
            ends[position] ? count + other : other
          ))
      }
    }
    return Rows(rowCount: measures.count * 2, pairs: pairs)
  }
}
