import ArgumentParser
import Bilingual
import JournalSQLite
import RoadmapJournal

/// Which store a command is about.
struct StoreOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The store; else VEKHA_STORE, else .vekha/store.db here or in a folder above.",
      ru: "Хранилище; иначе VEKHA_STORE, иначе .vekha/store.db здесь или в папке выше.",
      valueName: "path"))
  var store: String?

  @Option(
    help: help(
      en: "How many seconds to wait while others keep the store busy.",
      ru: "Сколько секунд ждать, пока хранилище занято другими.", valueName: "seconds"))
  var wait = 10

  /// The longest wait, in seconds.
  private static let longestWait = 3600

  /// Whether there is a store, or one is named.
  var hasStore: Bool { StorePath(named: store).existing != nil }

  /// Opens a store that exists.
  func open(_ access: StoreAccess) throws -> any JournalStore {
    try checkWait()
    guard let path = StorePath(named: store).existing else {
      throw Failure(
        Text(en: "there is no store here", ru: "хранилища здесь нет"),
        help: Text(
          en: "start a run with `vekha start FILE --as PERSON`, or name the store with `--store`",
          ru: "начните исполнение: `vekha start FILE --as PERSON` — или укажите `--store`"),
        exit: ExitStatus.input)
    }
    return try open(at: path, access)
  }

  /// Opens the store, or creates one.
  func openOrCreate() throws -> any JournalStore {
    let path = try StorePath(named: store).toCreate()
    guard path.contains("://") || StorePath.hasFolder(path) else {
      throw Failure(
        Text(
          en: "the folder of the store `\(path)` does not exist",
          ru: "папки для хранилища `\(path)` нет"),
        help: Text(en: "make it first", ru: "сначала создайте её"), exit: ExitStatus.input)
    }
    return try open(at: path, .createIfMissing)
  }

  private func open(at path: String, _ access: StoreAccess) throws -> any JournalStore {
    guard !path.contains("://") else {
      throw Failure(
        Text(
          en: "`\(path)` is a store of a kind that this program does not know",
          ru: "`\(path)` — хранилище незнакомого этой программе вида"),
        help: Text(en: "name a file", ru: "укажите файл"), exit: ExitStatus.usage)
    }
    do throws(StoreError) {
      return try SQLiteJournalStore(path: path, access: access, wait: .seconds(wait))
    } catch {
      throw Failure(error)
    }
  }

  private func checkWait() throws {
    guard (0...Self.longestWait).contains(wait) else {
      throw Failure(
        Text(en: "`--wait \(wait)` is out of range", ru: "`--wait \(wait)` вне допустимого"),
        help: Text(
          en: "use 0 to \(Self.longestWait) seconds", ru: "от 0 до \(Self.longestWait) секунд"),
        exit: ExitStatus.usage)
    }
  }
}
