import Bilingual
import CivilTime
import RoadmapModel

extension FindingCode {
  /// A measure due wholly before or after the span of time that the roadmap covers.
  public static let dueOutsidePeriod = FindingCode("due-outside-period")
}

extension Facts {
  /// Finds terms that do not share a day with the roadmap's period.
  func duesOutsidePeriod() -> [Finding] {
    guard let period = roadmap.heading.period else { return [] }
    var found: [Finding] = []
    for (position, entry) in roadmap.measures.entries.enumerated() {
      guard let due = entry.due, due.isApart(from: period) else { continue }
      let measure = MeasureIndex(position)
      found.append(
        .dueOutsidePeriod(
          name(measure), due: due.edtf, period: period.edtf, at: .due(measure)))
    }
    return found
  }
}

extension Period {
  /// Whether no day belongs to both.
  fileprivate func isApart(from other: Period) -> Bool {
    Self.ends(self, before: other) || Self.ends(other, before: self)
  }

  private static func ends(_ first: Period, before second: Period) -> Bool {
    guard let end = first.to, let start = second.from else { return false }
    return end < start
  }
}

extension Finding {
  fileprivate static func dueOutsidePeriod(
    _ measure: String, due: String, period: String, at element: Element
  ) -> Self {
    Finding(
      .warning, .dueOutsidePeriod, at: element,
      Text(
        en: "\(measure) is due `\(due)`, outside the roadmap's period `\(period)`",
        ru: "срок \(measure), `\(due)`, лежит вне периода дорожной карты `\(period)`"),
      help: Text(
        en: "correct `due`, or the roadmap's `period`",
        ru: "исправьте `due` или период дорожной карты `period`"),
      related: [
        .init(
          .period,
          Text(en: "the period is `\(period)`", ru: "период дорожной карты — `\(period)`"))
      ])
  }
}
