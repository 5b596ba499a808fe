import Testing

/// The list of ways in which real systems got approvals wrong, and the tests named after them.
@Suite struct `The list of approval failures` {
  /// A row of the list: the number, and the names of its tests.
  private static func rows() throws -> [(number: Int, tests: [Substring])] {
    let page = try #require(
      try Repository.files(in: "docs", ending: "approval-failures.md").first)
    return page.lines.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 6, let number = Int(cells[1].filter(\.isNumber)) else { return nil }
      return (
        number,
        cells[4].split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      )
    }
  }

  @Test func `it has every failure but the one that is about migration`() throws {
    #expect(try Self.rows().map(\.number) == Array(1...14) + Array(16...20))
  }

  @Test func `every failure has a test named after it, in the file that the list names`() throws {
    let files = try Repository.files(in: "Tests", ending: ".swift")
    for row in try Self.rows() {
      #expect(!row.tests.isEmpty, "failure \(row.number)")
      for name in row.tests {
        let named = files.filter { $0.path.hasSuffix("/\(name).swift") }
        #expect(named.count == 1, "\(name) of failure \(row.number)")
        #expect(
          named.contains { $0.text.contains("func `failure \(row.number): ") },
          "\(name) has no test of failure \(row.number)")
      }
    }
  }
}
