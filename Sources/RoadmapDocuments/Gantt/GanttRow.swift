import RoadmapModel

/// A row of the drawing: the band of a section, or a measure.
enum GanttRow {
  case section(SectionIndex)
  case measure(MeasureIndex)

  /// The rows of a roadmap, in the order of the document; a section whose measures and sections
  /// are none has no band.
  static func all(of roadmap: Roadmap) -> [GanttRow] {
    var rows: [GanttRow] = []
    var shown: Set<SectionIndex> = []
    for measure in roadmap.measures.indices {
      var missing: [SectionIndex] = []
      var section: SectionIndex? = roadmap.measures[measure].section
      while let found = section, roadmap.sections.indices.contains(found.position),
        shown.insert(found).inserted
      {
        missing.append(found)
        section = roadmap.sections[found.position].parent
      }
      rows += missing.reversed().map { .section($0) }
      rows.append(.measure(measure))
    }
    return rows
  }
}

extension Roadmap {
  /// How many measures a measure is nested in, 8 at most.
  func depth(of measure: MeasureIndex) -> Int {
    var depth = 0
    var next = measures[measure].parent
    while let parent = next, depth < 8 {
      depth += 1
      next = measures[parent].parent
    }
    return depth
  }
}
