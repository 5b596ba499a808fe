import Bilingual
import RoadmapModel
import RoadmapProof

extension Gantt {
  private var left: Int { Self.margin }
  private var right: Int { Self.margin + Self.labelWidth + Self.chartWidth }

  private func y(_ row: Int) -> Int { Self.top + row * Self.rowHeight }

  /// The bands of sections and the labels of measures.
  var bands: [String] {
    rows.enumerated().flatMap { position, row in
      switch row {
      case .section(let index): band(index, at: y(position))
      case .measure(let measure): label(measure, at: y(position), isStriped: position % 2 == 1)
      }
    }
  }

  private func band(_ index: SectionIndex, at y: Int) -> [String] {
    let section = roadmap.sections[index.position]
    let title = [section.number, section.title].filter { !$0.isEmpty }.joined(separator: " ")
    return [
      "<rect class=\"band\" x=\"\(left)\" y=\"\(y)\" width=\"\(right - left)\" "
        + "height=\"\(Self.rowHeight)\"/>",
      text(cut(title, to: 180), x: left + 6, y: y + 16, "section", full: title),
    ]
  }

  private func label(_ measure: MeasureIndex, at y: Int, isStriped: Bool) -> [String] {
    let number = roadmap.number(of: measure) ?? ""
    let title = roadmap.title(of: measure)
    let x = left + 6 + roadmap.depth(of: measure) * 12
    let wide = number.isEmpty ? 0 : number.count * 8 + 8
    let room = (Self.labelWidth - (x - left) - wide - 10) * 10 / 74
    let stripe =
      isStriped
      ? [
        "<rect class=\"stripe\" x=\"\(left)\" y=\"\(y)\" width=\"\(right - left)\" "
          + "height=\"\(Self.rowHeight)\"/>"
      ] : []
    return stripe + [
      text(number, x: x, y: y + 16, "number"),
      text(cut(title, to: room), x: x + wide, y: y + 16, "name", full: title),
    ]
  }

  /// The lines of the calendar.
  var grid: [String] {
    scale.marks.flatMap { mark in
      let x = scale.x(mark.day)
      let line =
        "<line class=\"\(mark.isYear ? "year" : "grid")\" x1=\"\(x)\" y1=\"\(Self.top - 6)\" "
        + "x2=\"\(x)\" y2=\"\(bottom)\"/>"
      // The last words would have no room beside the edge.
      return x > right - 44 ? [line] : [line, text(mark.label, x: x + 3, y: Self.top - 10, "axis")]
    }
  }

  /// What may be used of each window, and the earliest days in it.
  var bars: [String] {
    rows.enumerated().flatMap { position, row -> [String] in
      guard case .measure(let measure) = row, let window = schedule[measure],
        let start = window.earliest.start, let end = window.earliest.end
      else { return [] }
      let last = window.latest?.end ?? end
      let mark = window.isCritical ? "critical" : "bar"
      let slack = window.isCritical ? "slack-critical" : "slack"
      let tip = escaped(tip(measure, window))
      return [
        "<g><title>\(tip)</title>",
        rect(from: start, to: max(last, end), y: y(position) + 7, height: 10, slack),
        rect(from: start, to: end, y: y(position) + 5, height: 14, mark) + "</g>",
      ]
    }
  }

  private func rect(from start: Int, to end: Int, y: Int, height: Int, _ style: String) -> String {
    let x = scale.x(start)
    let width = max(3, scale.x(end) - x)
    return "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" "
      + "height=\"\(height)\" rx=\"2\"/>"
  }

  private func tip(_ measure: MeasureIndex, _ window: Schedule.Window) -> String {
    let earliest = schedule.start(of: window.earliest).map { schedule.text($0) } ?? ""
    let latest = window.latest.flatMap { schedule.finish(of: $0) }.map { schedule.text($0) } ?? "…"
    let slack = window.slack.map { String($0) } ?? "—"
    return Text(
      en: "\(roadmap.title(of: measure)): \(earliest) to \(latest), slack \(slack)",
      ru: "\(roadmap.title(of: measure)): с \(earliest) по \(latest), запас \(slack)")[language]
  }
}
