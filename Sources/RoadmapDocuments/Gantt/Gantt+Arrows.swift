import RoadmapModel
import RoadmapProof

extension Gantt {
  /// The dependencies, from the earliest days of one measure to those of the other.
  var arrows: [String] {
    var lines = [
      "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
        + "markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#6e7781\"/></marker>"
        + "<marker id=\"tip-critical\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
        + "markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#c93a2b\"/></marker>"
        + "</defs>"
    ]
    let places = rowsOfMeasures
    for measure in roadmap.measures.indices {
      for dependency in roadmap.measures.dependencies[measure.position] {
        if let arrow = arrow(dependency, to: measure, places) { lines.append(arrow) }
      }
    }
    return lines
  }

  /// The row of each measure.
  private var rowsOfMeasures: [Int] {
    var places = [Int](repeating: 0, count: roadmap.measures.count)
    for (position, row) in rows.enumerated() {
      if case .measure(let measure) = row { places[measure.position] = position }
    }
    return places
  }

  private func arrow(
    _ dependency: Dependency, to measure: MeasureIndex, _ places: [Int]
  ) -> String? {
    guard places.indices.contains(dependency.predecessor.position),
      let from = schedule[dependency.predecessor], let to = schedule[measure],
      let begin = dependency.kind.awaitsFinish ? from.earliest.end : from.earliest.start,
      let end = dependency.kind.gatesStart ? to.earliest.start : to.earliest.end
    else { return nil }
    let isCritical = from.isCritical && to.isCritical
    let (startX, endX) = (scale.x(begin), scale.x(end))
    let startY = Self.top + places[dependency.predecessor.position] * Self.rowHeight + 12
    let endY = Self.top + places[measure.position] * Self.rowHeight + 12
    let bend = max(10, abs(endX - startX) / 2)
    let path =
      "M\(startX) \(startY)C\(startX + bend) \(startY) \(endX - bend) \(endY) \(endX) \(endY)"
    let style = isCritical ? "arrow-critical" : "arrow"
    return "<path class=\"\(style)\" d=\"\(path)\" "
      + "marker-end=\"url(#\(isCritical ? "tip-critical" : "tip"))\"/>"
  }
}
