import CEL
public import RoadmapModel

/// Finds what is wrong with the decision tables of a roadmap whatever its measures are.
///
/// - Parameter roadmap: a definition that could be read without errors.
/// - Returns: the findings, table by table in the order written.
public func checkTables(of roadmap: Roadmap) -> [Finding] {
  guard !roadmap.tables.isEmpty else { return [] }
  let domains = TableDomains(roadmap)
  return roadmap.tables.enumerated().flatMap { position, table in
    let index = TableIndex(position)
    let coverage = TableCoverage(
      table, domains: table.inputs.map { domains.domain(of: $0, in: index) })
    return findings(of: coverage, table, index)
  }
}

private func findings(
  of coverage: TableCoverage, _ table: DecisionTable, _ index: TableIndex
) -> [Finding] {
  var findings: [Finding] = []
  if let example = coverage.missing {
    findings.append(.tableMissesCase(table, index, example))
  } else if coverage.uncertain != nil || !coverage.isComplete {
    findings.append(.tableUndecided(table, index, isTooLarge: !coverage.isComplete))
  }
  findings += coverage.conflicts.map { first, second, example in
    .tableRowsOverlap(table, index, first, second, example)
  }
  guard coverage.isComplete else { return findings }
  findings += table.rows.indices.filter { !coverage.reached.contains($0) }.map { row in
    .tableRowUnreached(table, index, row, isPossible: coverage.possible.contains(row))
  }
  return findings
}
