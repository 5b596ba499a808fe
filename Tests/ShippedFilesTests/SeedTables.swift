import Testing

/// A row of `seeds/*.measures.tsv`: one measure of the document.
struct SeedMeasure: Sendable, CustomTestStringConvertible {
  let id: String
  let line: Int
  let term: String
  let from: String
  let to: String
  let owners: String
  let partCount: Int
  let text: String

  var testDescription: String { id }

  /// The number that the document prints; the tables write the two sections 2.2 as `2.2a`, `2.2b`.
  var fullNumber: String { id.filter { $0 != "a" && $0 != "b" } }

  /// The names in the cell of the owners, each once, in the document's order.
  var differentOwners: [String] {
    owners.split(separator: " ").map(String.init).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// The text without HTML and page breaks, its white space single.
  var plainText: String {
    var isTag = false
    let kept = text.map { character -> Character in
      if character == "<" { isTag = true }
      defer { if character == ">" { isTag = false } }
      return isTag || character == "⏎" ? " " : character
    }
    return String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func all() throws -> [SeedMeasure] {
    let table = try TabSeparated(Shipped.text("seeds/school-support-2018-2020.measures.tsv"))
    let columns = try [
      "id", "seed_line", "deadline_verbatim", "from", "to", "responsible_verbatim", "sub_items",
      "text_verbatim",
    ].map(table.column)
    return try table.rows.map { row in
      let cells = columns.map { row[$0] }
      return SeedMeasure(
        id: cells[0], line: try #require(Int(cells[1])), term: cells[2], from: cells[3],
        to: cells[4], owners: cells[5], partCount: try #require(Int(cells[6])), text: cells[7])
    }
  }
}

/// A row of `seeds/*.edges.tsv`: what comes first, what follows, and how we know it.
struct SeedEdge: Sendable, CustomTestStringConvertible {
  /// How a dependency is known.
  enum Strength: String { case forced = "H", derived = "D", advisory = "S" }

  let from: String
  let to: String
  let strength: Strength

  var testDescription: String { "\(from) → \(to)" }

  /// Whether it begins at a paper from outside.
  var awaitsDocument: Bool { from.hasPrefix("X") }

  static func all() throws -> [SeedEdge] {
    let table = try TabSeparated(Shipped.text("seeds/school-support-2018-2020.edges.tsv"))
    let columns = try ["from", "to", "strength"].map(table.column)
    return try table.rows.map { row in
      SeedEdge(
        from: row[columns[0]], to: row[columns[1]],
        strength: try #require(Strength(rawValue: row[columns[2]])))
    }
  }
}
