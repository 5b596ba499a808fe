public import Bilingual
public import CivilTime
import RoadmapModel
public import RoadmapProof

/// Draws a schedule as a Gantt chart in SVG: sections as bands, a row a measure.
///
/// The same schedule always gives the same bytes. Widths of letters are estimated, since nothing
/// here knows the fonts of the reader.
public struct Gantt: Sendable {
  let schedule: Schedule
  let roadmap: Roadmap
  let language: Language
  let today: CivilDate
  let scale: GanttScale
  let rows: [GanttRow]

  static let rowHeight = 24
  static let labelWidth = 380
  static let chartWidth = 1080
  static let margin = 16
  static let top = 96

  /// Creates a drawing.
  ///
  /// - Parameters:
  ///   - schedule: the schedule; one with conflicts has no bars.
  ///   - today: the day that is marked, where it lies in the drawing.
  ///   - language: the language of its words.
  public init(_ schedule: Schedule, today: CivilDate, language: Language) {
    self.schedule = schedule
    self.today = today
    self.language = language
    roadmap = schedule.roadmap
    scale = GanttScale(schedule)
    rows = GanttRow.all(of: roadmap)
  }

  /// The drawing.
  public var svg: String {
    let width = Self.margin * 2 + Self.labelWidth + Self.chartWidth
    let height = bottom + 56
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"img\">",
      "<title>\(escaped(roadmap.heading.title))</title>", Self.style,
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>",
      text(
        cut(roadmap.heading.title, to: 125), x: Self.margin, y: 30, "title",
        full: roadmap.heading.title),
      text(subtitle, x: Self.margin, y: 52, "note"),
    ]
    lines += bands + grid
    if !isCrowded { lines += arrows }
    lines += bars
    lines += todayMark + legend(y: bottom + 32)
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  /// Where the rows end.
  var bottom: Int { Self.top + rows.count * Self.rowHeight }

  /// Whether arrows would only be a tangle.
  private var isCrowded: Bool { roadmap.measures.dependencies.values.count > 2000 }

  private var subtitle: String {
    let days = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")
    let length = days(schedule.length ?? 0)
    return Text(
      en: "earliest end after \(length.en)", ru: "самое раннее завершение: \(length.ru)")[language]
  }

  private static let style = """
    <style>
    text{font-family:"DejaVu Sans","Noto Sans",Arial,sans-serif;font-size:12px;fill:#24292f}
    .title{font-size:16px;font-weight:bold}.note{fill:#57606a}.section{font-weight:bold}
    .axis{fill:#57606a;font-size:11px}.number{fill:#57606a}.slack{fill:#c8daf0}.bar{fill:#2f6fbd}
    .slack-critical{fill:#f6c9c4}.critical{fill:#c93a2b}.grid{stroke:#d8dee4}.year{stroke:#8c959f}
    .arrow{stroke:#6e7781;stroke-opacity:.55;fill:none}.arrow-critical{stroke:#c93a2b;fill:none}
    .today{stroke:#1a7f37;stroke-width:2;stroke-dasharray:5 3}
    .today-text{fill:#1a7f37;font-size:11px}
    .band{fill:#eef1f4}.stripe{fill:#fafbfc}
    </style>
    """
}
