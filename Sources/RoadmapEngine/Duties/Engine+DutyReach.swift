import RoadmapModel

extension Engine {
  /// The measures that a rule looks at together with one, which is the first of them.
  func measures(near measure: MeasureIndex, by reach: DutyRule.Reach) -> [MeasureIndex] {
    switch reach {
    case .measure: return [measure]
    case .parts: return [measure] + whole(of: measure).dropFirst() + parts(of: measure).dropFirst()
    case .path:
      let before = closure(of: measure) { holder in
        roadmap.measures.dependencies[holder.position].lazy.filter(\.isOrdering)
          .map(\.predecessor)
      }
      let after = closure(of: measure) { plan.duties.successors[$0.position] }
      return [measure] + before.union(after).subtracting([measure]).sorted()
    }
  }

  /// A measure and all that it is a part of.
  private func whole(of measure: MeasureIndex) -> [MeasureIndex] {
    var line = [measure]
    var parent = plan.measures[measure.position].parent
    while parent >= 0 {
      line.append(MeasureIndex(raw: parent))
      parent = plan.measures[Int(parent)].parent
    }
    return line
  }

  /// A measure and its parts of all levels.
  private func parts(of measure: MeasureIndex) -> [MeasureIndex] {
    var found = [measure]
    var next = 0
    while next < found.count {
      found += roadmap.parts[found[next].position]
      next += 1
    }
    return found
  }

  /// All that comes before a measure, or after it: what `next` says of it and of all that it is a
  /// part of, with the parts of these, and so on.
  private func closure<Others: Sequence<MeasureIndex>>(
    of measure: MeasureIndex, _ next: (MeasureIndex) -> Others
  ) -> Set<MeasureIndex> {
    var found: Set<MeasureIndex> = []
    var asked: Set<MeasureIndex> = []
    var waiting = [measure]
    while let current = waiting.popLast() {
      for holder in whole(of: current) where asked.insert(holder).inserted {
        for other in next(holder) where plan.has(other) && !found.contains(other) {
          for part in parts(of: other) where found.insert(part).inserted { waiting.append(part) }
        }
      }
    }
    return found
  }
}
