import ArgumentParser
import Bilingual
import CivilTime
import Glibc
import JournalSQLite
import RoadmapJournal
import RoadmapService

/// Which store and which run a command is about.
struct RunOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The store; else VEKHA_STORE, else .vekha/store.db here or in a folder above.",
      ru: "Хранилище; иначе VEKHA_STORE, иначе .vekha/store.db здесь или в папке выше.",
      valueName: "path"))
  var store: String?

  @Option(
    help: help(
      en: "The run, where the store holds several.",
      ru: "Исполнение, если их в хранилище несколько.",
      valueName: "name"))
  var run: String?

  /// Opens the store of an existing run.
  func openStore(_ access: StoreAccess) throws -> any JournalStore {
    guard let path = StorePath(named: store).existing else {
      throw Failure(
        Text(en: "there is no store here", ru: "хранилища здесь нет"),
        help: Text(
          en: "start a run with `vekha start FILE --as PERSON`, or name the store with `--store`",
          ru: "начните исполнение: `vekha start FILE --as PERSON` — или укажите `--store`"),
        exit: ExitStatus.input)
    }
    return try Self.openStore(at: path, access)
  }

  /// Opens or creates the store of a run that is to be started.
  func openOrCreateStore() throws -> any JournalStore {
    let path = try StorePath(named: store).toCreate()
    return try Self.openStore(at: path, .createIfMissing)
  }

  private static func openStore(at path: String, _ access: StoreAccess) throws -> any JournalStore {
    guard !path.contains("://") else {
      throw Failure(
        Text(
          en: "`\(path)` is a store of a kind that this program does not know",
          ru: "`\(path)` — хранилище незнакомого этой программе вида"),
        help: Text(en: "name a file", ru: "укажите файл"), exit: ExitStatus.usage)
    }
    do throws(StoreError) {
      return try SQLiteJournalStore(path: path, access: access)
    } catch {
      throw Failure(error)
    }
  }

  /// Opens the run for looking at it.
  func openForReading() throws -> RunSession {
    let store = try openStore(.readOnly)
    return try answering { () throws(ServiceError) in try RunSession.open(run, in: store) }
  }

  /// Opens the run for acting in it.
  func openForActing() throws -> RunSession {
    let store = try openStore(.readWrite)
    return try answering { () throws(ServiceError) in try RunSession.open(run, in: store) }
  }
}

/// Where the store of a command is.
struct StorePath {
  private static let usual = ".vekha/store.db"
  private let named: String?

  init(named: String?) {
    self.named = named ?? Environment["VEKHA_STORE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The named store, or the nearest one in this folder and those above.
  var existing: String? {
    if let named { return named }
    guard var folder = Self.workingFolder else { return nil }
    while true {
      let path = folder + (folder.hasSuffix("/") ? "" : "/") + Self.usual
      if access(path, F_OK) == 0 { return path }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// The store that exists, or a new one in this folder.
  func toCreate() throws -> String {
    if let existing { return existing }
    if mkdir(".vekha", 0o777) != 0, errno != EEXIST {
      throw Failure(
        Text(en: "the folder `.vekha` cannot be made: ", ru: "папка `.vekha` не создаётся: ")
          .appending(.systemError(errno)), exit: ExitStatus.store)
    }
    return Self.usual
  }

  private static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

/// Who acts, when, and under which request.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: help(
      en: "Who acts: a person's id; else VEKHA_AS.",
      ru: "Кто действует: идентификатор участника; иначе VEKHA_AS.", valueName: "person"))
  var person: String?

  @Option(
    help: help(
      en: "When the act takes effect, if not now: 2018-09-03 or 2018-09-03T10:00:00Z.",
      ru: "Когда действие вступает в силу, если не сейчас: 2018-09-03 или 2018-09-03T10:00:00Z.",
      valueName: "time"))
  var at: String?

  @Option(
    help: help(
      en: "A name for this command, so that repeating it does nothing twice.",
      ru: "Имя команды: с ним её повтор ничего не сделает дважды.", valueName: "id"))
  var request: String?

  /// The id of who acts.
  func actor() throws -> String {
    guard let actor = person ?? Environment["VEKHA_AS"], !actor.isEmpty else {
      throw Failure(
        Text(en: "who is acting?", ru: "кто действует?"),
        help: Text(
          en: "say it with `--as PERSON`, or set VEKHA_AS",
          ru: "укажите `--as PERSON` или задайте VEKHA_AS"), exit: ExitStatus.usage)
    }
    return actor
  }

  func effective() throws -> Instant? { try at.map { try Moment.parse($0) } }

  func circumstances() throws -> Circumstances {
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    return Circumstances(now: Moment.now, request: try requestID(), account: account)
  }

  private func requestID() throws -> RequestID {
    guard let request else { return .random() }
    guard let id = RequestID(request) else {
      throw Failure(
        Text(
          en: "`\(request)` cannot name a request", ru: "`\(request)` не годится как имя запроса"),
        help: Text(
          en: "use 1 to 128 printable ASCII characters without spaces",
          ru: "допустимы от 1 до 128 печатных знаков ASCII без пробелов"), exit: ExitStatus.usage)
    }
    return id
  }
}

/// Times as people give them.
enum Moment {
  /// The time of the clock.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let micros = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    return Instant(microseconds: micros) ?? Instant(startOf: .earliest)
  }

  /// Reads a date or a time.
  static func parse(_ text: String) throws -> Instant {
    guard let instant = Instant(isoDateOrTime: text) else {
      throw Failure(
        Text(en: "`\(text)` is no time", ru: "`\(text)` — не время"),
        help: Text(
          en: "write a date `2018-09-03` or a time `2018-09-03T10:00:00Z`",
          ru: "напишите дату `2018-09-03` или время `2018-09-03T10:00:00Z`"),
        exit: ExitStatus.usage)
    }
    return instant
  }

  /// Reads a date.
  static func parseDate(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(iso: text) else {
      throw Failure(
        Text(en: "`\(text)` is no date", ru: "`\(text)` — не дата"),
        help: Text(en: "write it as `2018-09-03`", ru: "напишите её как `2018-09-03`"),
        exit: ExitStatus.usage)
    }
    return date
  }
}
