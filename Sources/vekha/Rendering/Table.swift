/// A table that fits a width: all columns side by side; else its caption under each row; else one
/// block of lines a row.
struct Table {
  /// A column.
  struct Column {
    /// What may be done with its texts where room is short.
    enum Kind {
      /// Nothing.
      case fixed
      /// They may be broken into so many lines, of at least this width; what is left is cut off.
      case wrapping(least: Int, lines: Int)
      /// As wrapping ones; and they may stand in lines of their own under the rest of the row.
      case caption(least: Int, lines: Int)
    }

    let title: String
    var kind = Kind.fixed

    fileprivate var least: Int? {
      switch kind {
      case .fixed: nil
      case .wrapping(let least, _), .caption(let least, _): least
      }
    }

    fileprivate var lines: Int {
      switch kind {
      case .fixed: 1
      case .wrapping(_, let lines), .caption(_, let lines): lines
      }
    }

    fileprivate var isCaption: Bool {
      if case .caption = kind { true } else { false }
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  /// The width of the widest text of each column.
  private var natural: [Int]

  private static let gap = 2

  init(_ columns: [Column]) {
    self.columns = columns
    natural = columns.map { DisplayWidth.of($0.title) }
  }

  /// Adds a row, a text for each column.
  mutating func add(_ cells: [String]) {
    let clean = cells.map { harmless($0) }
    for column in columns.indices {
      natural[column] = max(natural[column], DisplayWidth.of(clean[column]))
    }
    rows.append(clean)
  }

  /// The table in lines of at most `width` columns, 20 or more.
  func lines(width: Int) -> [String] {
    let width = max(width, 20)
    let all = Array(columns.indices)
    if let widths = widths(of: all, fitting: width) { return grid(all, widths) }
    let beside = all.filter { !columns[$0].isCaption }
    guard let widths = widths(of: beside, fitting: width) else {
      return rows.flatMap { block($0, width) }
    }
    return grid(beside, widths, captionWidth: width)
  }

  /// The widths of the columns `shown`, or `nil` where wrapping ones would become unreadable.
  private func widths(of shown: [Int], fitting total: Int) -> [Int]? {
    let wrapping = shown.filter { columns[$0].least != nil && natural[$0] > 0 }
    let fixed = shown.filter { columns[$0].least == nil }.reduce(0) { $0 + natural[$1] }
    var room = total - Self.gap * (shown.count - 1) - fixed
    var widths = natural
    // The narrowest first: what they don't need goes to the others.
    let ordered = wrapping.sorted { (natural[$0], $0) < (natural[$1], $1) }
    for (position, column) in ordered.enumerated() {
      let width = min(natural[column], max(0, room) / (ordered.count - position))
      guard width >= min(natural[column], columns[column].least ?? 0) else { return nil }
      widths[column] = width
      room -= width
    }
    return room >= 0 ? shown.map { widths[$0] } : nil
  }

  private func grid(_ shown: [Int], _ widths: [Int], captionWidth: Int? = nil) -> [String] {
    let rule = widths.map { String(repeating: "─", count: $0) }
    let indent = (widths.first ?? 0) + Self.gap
    var lines = line(shown.map { [columns[$0].title] }, widths) + line(rule.map { [$0] }, widths)
    for row in rows {
      let cells = zip(shown, widths).map { column, width in
        DisplayWidth.wrapped(row[column], to: width, lines: columns[column].lines)
      }
      lines += line(cells, widths)
      if let captionWidth { lines += captions(of: row, indent: indent, captionWidth) }
    }
    return lines
  }

  private func captions(of row: [String], indent: Int, _ width: Int) -> [String] {
    columns.indices.filter { columns[$0].isCaption && !row[$0].isEmpty }.flatMap { column in
      DisplayWidth.wrapped(row[column], to: width - indent, lines: columns[column].lines)
        .map { String(repeating: " ", count: indent) + $0 }
    }
  }

  /// The cells of a row, each in lines, beside one another.
  private func line(_ cells: [[String]], _ widths: [Int]) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let texts = zip(cells, widths).map { cell, width in
        DisplayWidth.padded(cell.indices.contains(row) ? cell[row] : "", to: width)
      }
      return texts.joined(separator: String(repeating: " ", count: Self.gap))
        .trimmingTrailingSpaces
    }
  }

  /// One row as a block of lines, for narrow terminals.
  private func block(_ cells: [String], _ width: Int) -> [String] {
    let head = columns.indices.prefix(2).map { cells[$0] }.filter { !$0.isEmpty }
    var lines = DisplayWidth.wrapped(head.joined(separator: "  "), to: width)
    lines += captions(of: cells, indent: 2, width)
    let others = columns.indices.dropFirst(2).filter {
      !columns[$0].isCaption && !cells[$0].isEmpty
    }
    let text = others.map { "\(columns[$0].title): \(cells[$0])" }.joined(separator: " · ")
    return lines + DisplayWidth.wrapped(text, to: width - 2).map { "  " + $0 }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
