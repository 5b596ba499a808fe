import Foundation
import Testing

private let document = "seeds/school-support-2018-2020.txt"

@Test(arguments: try SeedMeasure.all())
func `every row of the table stands in the document at its line`(measure: SeedMeasure) throws {
  let lines = try Shipped.text(document).split(separator: "\n", omittingEmptySubsequences: false)
  try #require(lines.indices.contains(measure.line - 1))
  let cells = lines[measure.line - 1].split(separator: "\t", omittingEmptySubsequences: false)
  try #require(cells.count == 4)
  let number = measure.id.split(separator: ".").last ?? ""
  let firstPage = measure.text.split(separator: "⏎").first ?? ""
  #expect(cells[0] == "\(number).")
  #expect(trimmed(cells[1]) == trimmed(firstPage))
  #expect(trimmed(cells[2]) == measure.term)
  #expect(measure.owners.split(separator: " ").allSatisfy { cells[3].contains($0) })
}

@Test func `the table misses no numbered row of the document`() throws {
  let numbered = try Shipped.text(document).split(separator: "\n").filter { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    return cells[0].hasSuffix(".") && Int(cells[0].dropLast()) != nil
  }
  #expect(numbered.count == 34)
  #expect(try SeedMeasure.all().count == 34)
}

@Test func `the tables name every measure and dependency once`() throws {
  let measures = try SeedMeasure.all().map(\.id)
  let edges = try SeedEdge.all()
  #expect(Set(measures).count == measures.count)
  #expect(Set(edges.map(\.testDescription)).count == edges.count)
  for edge in edges {
    #expect(edge.awaitsDocument || measures.contains(edge.from), "\(edge)")
    #expect(measures.contains(edge.to), "\(edge)")
  }
}

@Test func `the document is kept as received`() throws {
  let bytes = try Data(contentsOf: Shipped.url(document))
  #expect(bytes.count == 14400)
  #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 62)
  #expect(bytes.last != UInt8(ascii: "\n"))
  #expect(!bytes.contains(UInt8(ascii: "\r")))
}

private func trimmed(_ text: Substring) -> String {
  text.trimmingCharacters(in: .whitespaces)
}
