/// A line of text as a terminal shows it, cut to a bearable width around a stretch of it.
struct DisplayedLine {
  /// The widest line that is shown whole, in columns.
  static let widest = 96
  /// How many columns are shown before the stretch where a line is cut.
  private static let lead = 24

  /// The text, without anything that a terminal would act upon.
  private(set) var text = ""
  /// Where the stretch starts, in columns from 0.
  private(set) var start = 0
  /// How many columns it takes, at least 1.
  private(set) var width = 1

  /// Shows `line` with the characters of `marked`, some of which may be past its end.
  init(_ line: [Unicode.Scalar], marked: Range<Int>) {
    let cells = line.map(Cell.init)
    let columns = cells.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.width) }
    let first = min(marked.lowerBound, cells.count)
    let last = min(max(marked.upperBound, first), cells.count)
    let window = Self.window(columns, around: first)
    if window.lowerBound > 0 { text = "…" }
    for cell in cells[window] { text += cell.text }
    if window.upperBound < cells.count { text += "…" }
    start = columns[first] - columns[window.lowerBound] + (window.lowerBound > 0 ? 1 : 0)
    width = max(1, columns[max(first, min(last, window.upperBound))] - columns[first])
  }

  /// The characters to show: all of them, or those around the one at `first`.
  private static func window(_ columns: [Int], around first: Int) -> Range<Int> {
    let count = columns.count - 1
    guard columns[count] > widest else { return 0..<count }
    var start = first
    while start > 0, columns[first] - columns[start - 1] <= lead { start -= 1 }
    var end = first
    while end < count, columns[end + 1] - columns[start] <= widest { end += 1 }
    while start > 0, columns[end] - columns[start - 1] <= widest { start -= 1 }
    return start..<end
  }
}

/// A character as it is shown.
private struct Cell {
  let text: String
  let width: Int

  init(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      text = "    "
      width = 4
    } else if scalar.isTreacherous {
      text = scalar.escape
      width = text.unicodeScalars.count
    } else {
      text = String(Character(scalar))
      width = scalar.columnCount
    }
  }
}

/// `text` on one line, without anything that a terminal would act upon, cut where it is endless.
func displayed(_ text: String) -> String {
  let longest = 600
  var shown = String.UnicodeScalarView()
  for (index, scalar) in text.unicodeScalars.enumerated() {
    guard index < longest else { return String(shown) + "…" }
    if scalar.isTreacherous {
      shown.append(contentsOf: scalar.escape.unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }
  return String(shown)
}
