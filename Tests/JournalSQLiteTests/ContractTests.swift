import Conformance
import JournalSQLite
import RoadmapJournal
import Testing

@Test(arguments: JournalContract.clauses)
func `the store in SQLite keeps the contract`(clause: JournalClause) throws {
  let folder = try TemporaryFolder()
  try clause.check(try SQLiteJournalStore(path: folder.store))
}
