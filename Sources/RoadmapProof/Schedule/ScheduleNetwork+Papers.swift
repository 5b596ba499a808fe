import CivilTime
import RoadmapModel

/// Papers that open windows: the measure is due so many days after the day of the paper, and begins
/// on that day at the earliest. When they arrive is open, so that what counts is whether there is a
/// day on which all can be kept.
extension ScheduleNetwork {
  mutating func addPapers() {
    let opening = Set(roadmap.measures.windows.values.joined().map(\.document))
    for measure in roadmap.measures.indices {
      for (position, document) in roadmap.measures.awaits[measure.position].enumerated()
      where opening.contains(document) {
        let paper = papers[document] ?? addPoint(of: document, awaitedBy: measure)
        // A paper may come on the day on which the work begins.
        add(TimeLink(from: paper, to: gate(of: measure), days: -1), .paper(measure, position))
      }
    }
    let windows = roadmap.measures.windows.sorted { $0.key < $1.key }
    for (measure, windows) in windows {
      for (position, window) in windows.enumerated() {
        guard let paper = papers[window.document],
          let opposite = DayCount(-window.within.count, window.within.unit)
        else { continue }
        add(
          TimeLink(from: finish(of: measure), to: paper, opposite, isLoose: true),
          .window(measure, position))
      }
    }
  }
}
