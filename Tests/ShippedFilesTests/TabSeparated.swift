/// A table in a file: a heading row, then rows of as many cells, separated by tabs without quoting.
struct TabSeparated {
  /// Why a file is not such a table.
  enum Failure: Error {
    case empty
    case unequalRow(line: Int, cells: Int, expected: Int)
    case noColumn(String)
  }

  private let columns: [String]
  /// The rows below the heading.
  let rows: [[String]]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let cells = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let heading = cells.first, cells.count > 1 else { throw Failure.empty }
    for (offset, row) in cells.enumerated() where row.count != heading.count {
      throw Failure.unequalRow(line: offset + 1, cells: row.count, expected: heading.count)
    }
    columns = heading
    rows = Array(cells.dropFirst())
  }

  /// The position of the column whose heading begins with `name`.
  func column(_ name: String) throws -> Int {
    guard let position = columns.firstIndex(where: { $0.hasPrefix(name) }) else {
      throw Failure.noColumn(name)
    }
    return position
  }
}
