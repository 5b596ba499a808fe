import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension Indexer {
  /// What stands around the rows of a decision table.
  func surroundings(ofTable place: Place) -> Surroundings {
    var around = Surroundings()
    around.givesRoutes =
      value(.then, of: place).flatMap(text) == DecisionTable.Subject.route.rawValue
    around.columns =
      value(.when, of: place).map(items)?.map { column in
        let parts = (text(column) ?? "").split(separator: ".").map(String.init)
        guard parts.count == 2, parts[0] == "measure" else { return nil }
        return EntityKind(comparedWith: parts[1], of: "Measure")
      } ?? []
    return around
  }

  /// Notes the conditions among the cells of a row, and the ids that other cells list.
  mutating func noteCells(_ place: Place, _ around: Surroundings) {
    for (position, cell) in items(place).enumerated() {
      guard let text = text(cell), tree(cell).resolved(cell.node) == cell.node else { continue }
      if CellReader.isCondition(text) {
        noteExpression(text, of: cell, about: .measure, around)
      } else if around.columns.indices.contains(position), let kind = around.columns[position],
        let positions = ScalarPositions(tree(cell), cell.node, map.symbols, map.files)
      {
        for word in Self.words(in: text) {
          guard let span = positions.span(of: word.range) else { continue }
          append(Entity(kind, word.text), at: span, isLiteral: true)
        }
      }
    }
  }

  /// A list as its items, a single value as the only one.
  private func items(_ place: Place) -> [Place] {
    let tree = tree(place)
    guard tree.kind(place.node) == .sequence else { return [place] }
    return tree.items(of: place.node).map { Place(tree: place.tree, node: $0) }
  }

  /// The words of a cell, which are ids where its column asks for one.
  private static func words(in cell: String) -> [(text: String, range: Range<Int>)] {
    var found: [(text: String, range: Range<Int>)] = []
    var start = 0
    var word = ""
    var offset = 0
    for scalar in (cell + " ").unicodeScalars {
      let belongs =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.".unicodeScalars.contains(scalar)
      if belongs {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        if !["any", "not", "-"].contains(word) { found.append((word, start..<offset)) }
        word = ""
      }
      offset += UTF8.width(scalar)
    }
    return found
  }
}
