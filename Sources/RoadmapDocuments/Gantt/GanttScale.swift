import CivilTime
import RoadmapProof

/// Where the days of a schedule stand on a drawing.
struct GanttScale {
  /// A line of the grid: its day, its words, and whether a year begins there.
  struct Mark {
    let day: Int
    let label: String
    let isYear: Bool
  }

  let first: Int
  let last: Int
  let marks: [Mark]

  init(_ schedule: Schedule) {
    let spans = schedule.windows.flatMap { [$0.earliest, $0.latest].compactMap { $0 } }
    let start = spans.compactMap(\.start).min() ?? 0
    let end = max(spans.compactMap(\.end).max() ?? start, start + 1)
    guard schedule.isDated, let from = CivilDate(dayNumber: start),
      let to = CivilDate(dayNumber: end)
    else {
      (first, last) = (start, end)
      marks = Self.numbers(start, end)
      return
    }
    first = Int(from.startOfMonth.dayNumber)
    last = min(Int(to.endOfMonth.dayNumber) + 1, Int(CivilDate.latest.dayNumber))
    marks = Self.months(from.startOfMonth, through: last)
  }

  /// The place of a day, in pixels from the left edge of the drawing.
  func x(_ day: Int) -> Int {
    let inside = min(max(day, first), last)
    return Gantt.margin + Gantt.labelWidth + (inside - first) * Gantt.chartWidth / (last - first)
  }

  private static func numbers(_ first: Int, _ last: Int) -> [Mark] {
    var step = 1
    var factors = [2, 5, 10]
    while (last - first) / step > 20 {
      step = factors[0]
      factors = [factors[1], factors[2], factors[0] * 10]
    }
    return stride(from: first, through: last, by: step).map {
      Mark(day: $0, label: String($0), isYear: false)
    }
  }

  /// Beginnings of months, so many apart that their words have room.
  private static func months(_ first: CivilDate, through last: Int) -> [Mark] {
    let days = last - Int(first.dayNumber)
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 600].first { days / (30 * $0) <= 24 } ?? 6000
    var marks: [Mark] = []
    var date = first
    while Int(date.dayNumber) <= last {
      let isYear = date.month == 1
      let label = step >= 12 ? String(date.year) : String(date.iso.prefix(7))
      marks.append(Mark(day: Int(date.dayNumber), label: label, isYear: isYear))
      guard let next = date.adding(months: step) else { break }
      date = next
    }
    return marks
  }
}
