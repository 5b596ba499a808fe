/// A table that fits a width: columns side by side, or one block a row where that is too narrow.
struct Table {
  /// A column.
  struct Column {
    let title: String
    /// Whether its texts may be broken into lines to fit.
    var isFlexible = false
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  /// The narrowest that a flexible column is still readable at.
  private static let narrowest = 24
  private static let gap = "  "

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map { harmless($0) }) }

  /// The table in lines of at most `width` columns.
  func lines(width: Int) -> [String] {
    guard let widths = widths(fitting: width) else { return rows.flatMap { block($0, width) } }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return line(columns.map(\.title), widths) + [rule] + rows.flatMap { line($0, widths) }
  }

  /// The width of each column, or `nil` where flexible ones would become unreadable.
  private func widths(fitting total: Int) -> [Int]? {
    let natural = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    let gaps = Self.gap.count * (columns.count - 1)
    let flexible = columns.indices.filter { columns[$0].isFlexible }
    let fixed = columns.indices.filter { !columns[$0].isFlexible }.map { natural[$0] }
    let left = total - gaps - fixed.reduce(0, +)
    guard flexible.count > 0 else { return left >= 0 ? natural : nil }
    guard left >= Self.narrowest * flexible.count else { return nil }
    var widths = natural
    var room = left
    for (position, column) in flexible.sorted(by: { natural[$0] < natural[$1] }).enumerated() {
      widths[column] = min(natural[column], room / (flexible.count - position))
      room -= widths[column]
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = cells.indices.map { DisplayWidth.wrapped(cells[$0], to: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let texts = cells.indices.map { column in
        let text = wrapped[column].indices.contains(row) ? wrapped[column][row] : ""
        return DisplayWidth.padded(text, to: widths[column])
      }
      return texts.joined(separator: Self.gap).trimmingTrailingSpaces
    }
  }

  /// One row as a block of lines, for narrow terminals.
  private func block(_ cells: [String], _ width: Int) -> [String] {
    let pairs = cells.indices.filter { !cells[$0].isEmpty }
    var lines: [String] = []
    for column in pairs {
      let text = column == 0 ? cells[0] : "\(columns[column].title): \(cells[column])"
      let indent = column == 0 ? "" : "  "
      lines += DisplayWidth.wrapped(text, to: max(1, width - indent.count)).map { indent + $0 }
    }
    return lines + [""]
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
