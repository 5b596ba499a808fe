import Bilingual
import CivilTime
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension Gantt {
  /// A line of text; its whole wording is shown where it was cut.
  func text(_ words: String, x: Int, y: Int, _ style: String, full: String? = nil) -> String {
    let tip = full.flatMap { $0 == words ? nil : "<title>\(escaped($0))</title>" } ?? ""
    return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\">\(tip)\(escaped(words))</text>"
  }

  /// A text of at most `count` characters.
  func cut(_ text: String, to count: Int) -> String {
    let limit = max(8, count)
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// A text as XML has it; what XML cannot hold becomes a space.
  func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _
      where scalar.isTreacherous || scalar.value < 32 || scalar.value == 0xFFFE
        || scalar.value == 0xFFFF:
        escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The line of today, where it lies in the drawing.
  var todayMark: [String] {
    let day = Int(today.dayNumber)
    guard schedule.isDated, (scale.first...scale.last).contains(day) else { return [] }
    let x = scale.x(day)
    let label = Text(en: "today \(today.iso)", ru: "сегодня \(today.iso)")[language]
    return [
      "<line class=\"today\" x1=\"\(x)\" y1=\"\(Self.top - 24)\" x2=\"\(x)\" y2=\"\(bottom)\"/>",
      text(label, x: x + 4, y: Self.top - 26, "today-text"),
    ]
  }

  /// What the colours mean.
  func legend(y: Int) -> [String] {
    let entries = [
      ("bar", Text(en: "earliest days", ru: "самые ранние дни")),
      ("slack", Text(en: "slack", ru: "запас")),
      ("critical", Text(en: "critical: least slack", ru: "критические: наименьший запас")),
      ("slack-critical", Text(en: "their slack", ru: "их запас")),
    ]
    var x = Self.margin
    return entries.flatMap { style, words -> [String] in
      let line = [
        "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y - 10)\" width=\"22\" height=\"12\" rx=\"2\"/>",
        text(words[language], x: x + 28, y: y, "note"),
      ]
      x += 60 + words[language].count * 8
      return line
    }
  }
}
