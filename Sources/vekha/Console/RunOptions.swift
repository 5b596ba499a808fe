import ArgumentParser
import JournalSQLite
import RoadmapJournal
import RoadmapService

/// Which run a command is about, and the store that holds it.
struct RunOptions: ParsableArguments {
  @OptionGroup var storage: StoreOptions

  @Option(
    help: help(
      en: "The run, where the store holds several.",
      ru: "Исполнение, если их в хранилище несколько.",
      valueName: "name"))
  var run: String?

  /// Opens the run for looking at it.
  func openForReading() throws -> RunSession {
    let store = try storage.open(.readOnly)
    return try answering { () throws(ServiceError) in try RunSession.open(run, in: store) }
  }

  /// Opens the run for acting in it, unless it is not what this client has seen of it.
  func openForActing() throws -> RunSession {
    let store = try storage.open(.readWrite)
    let session = try answering { () throws(ServiceError) in
      try RunSession.open(run, in: store)
    }
    try ClientMemory(of: session.head.id).check(session)
    return session
  }
}
