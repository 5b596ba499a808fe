import Conformance
import RoadmapJournal
import Testing

@Test(arguments: JournalContract.clauses)
func `the store in memory keeps the contract`(clause: JournalClause) throws {
  try clause.check(MemoryJournalStore())
}
