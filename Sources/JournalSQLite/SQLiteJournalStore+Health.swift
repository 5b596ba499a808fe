import Glibc
import Bilingual
import GRDB
import GRDBSQLite
public import RoadmapJournal

extension SQLiteJournalStore {
  /// What `doctor` reports about the store.
  public func health() throws(StoreError) -> StoreHealth {
    let inside = try read { database in
      [
        try journalMode(in: database), try synchronous(in: database),
        try applicationID(in: database), try schemaVersion(in: database),
        try integrity(in: database),
      ]
    }
    return StoreHealth(
      facts: [sqliteVersion] + inside + [fileSize, logSize, fileSystem, hardLinks, lockFile])
  }

  private var sqliteVersion: HealthFact {
    let version = String(cString: sqlite3_libversion())
    // Source: sqlite.org/wal.html; 3.51.3 is the first release without the fault.
    guard sqlite3_libversion_number() < 3_051_003 else {
      return HealthFact(
        key: "sqlite-version", value: version, text: Text(verbatim: "SQLite \(version)"))
    }
    return HealthFact(
      key: "sqlite-version", value: version, verdict: .warning,
      text: Text(
        en: "SQLite \(version) can damage its log when a writer and a checkpoint meet (mended in "
          + "3.51.3); the lock of Vekha keeps them apart, so let no other program write",
        ru: "SQLite \(version) может повредить журнал, если запись совпадёт с контрольной точкой "
          + "(исправлено в 3.51.3); замок Вехи разводит их, другим программам писать нельзя"))
  }

  private func journalMode(in database: Database) throws -> HealthFact {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "?"
    return HealthFact(
      key: "journal-mode", value: mode, verdict: mode == "wal" ? .fine : .fault,
      text: Text(en: "journal mode \(mode)", ru: "режим журнала \(mode)"))
  }

  private func synchronous(in database: Database) throws -> HealthFact {
    let level = try Int64.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
    let isFull = level >= Durability.full.rawValue
    return HealthFact(
      key: "synchronous", value: "\(level)", verdict: isFull ? .fine : .fault,
      text: isFull
        ? Text(
          en: "every commit is synced to the disk", ru: "каждая фиксация доходит до диска")
        : Text(
          en: "commits are not synced: a power cut loses acknowledged events",
          ru: "фиксации не доходят до диска: сбой питания потеряет подтверждённые события"))
  }

  private func applicationID(in database: Database) throws -> HealthFact {
    let id = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    return HealthFact(
      key: "application-id", value: "\(id)",
      verdict: id == Schema.applicationID ? .fine : .fault,
      text: Text(en: "application id \(id)", ru: "идентификатор приложения \(id)"))
  }

  private func schemaVersion(in database: Database) throws -> HealthFact {
    let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    return HealthFact(
      key: "schema-version", value: "\(version)",
      text: Text(en: "version \(version) of the store", ru: "версия хранилища \(version)"))
  }

  private func integrity(in database: Database) throws -> HealthFact {
    // Not `quick_check`: that does not compare indices with their tables. The large tables have
    // none, so this costs no more.
    let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
    guard findings != ["ok"] else {
      return HealthFact(
        key: "integrity", value: "ok",
        text: Text(en: "SQLite finds no damage", ru: "SQLite не находит повреждений"))
    }
    let first = findings.first ?? "?"
    return HealthFact(
      key: "integrity", value: first, verdict: .fault,
      text: Text(en: "SQLite finds damage: \(first)", ru: "SQLite находит повреждение: \(first)"))
  }

  private var fileSize: HealthFact {
    let size = StoreLocation.size(of: location.file) ?? 0
    return HealthFact(
      key: "file-bytes", value: "\(size)",
      text: Self.bytes(size).prefixed(en: "the file has ", ru: "файл: "))
  }

  private var logSize: HealthFact {
    let size = StoreLocation.size(of: location.log) ?? 0
    let isLong = size > 64 << 20
    return HealthFact(
      key: "log-bytes", value: "\(size)", verdict: isLong ? .warning : .fine,
      text: isLong
        ? Self.bytes(size).prefixed(
          en: "a reader keeps the log from being folded in, it has ",
          ru: "какой-то читатель не даёт свернуть журнал SQLite: ")
        : Self.bytes(size).prefixed(
          en: "the log, which belongs to the file, has ",
          ru: "журнал SQLite, неотделимый от файла: "))
  }

  private var fileSystem: HealthFact {
    guard let network = FileSystemKind.network(at: location.folder) else {
      return HealthFact(
        key: "file-system", value: "local",
        text: Text(en: "a local file system", ru: "локальная файловая система"))
    }
    return HealthFact(
      key: "file-system", value: network, verdict: .warning,
      text: Text(
        en: "the store lies on \(network): its locks may not hold, move it to a local disk",
        ru: "хранилище лежит на \(network): блокировки могут не держать, перенесите на диск"))
  }

  private var hardLinks: HealthFact {
    let links = StoreLocation.status(of: location.file).map { Int($0.st_nlink) } ?? 0
    return HealthFact(
      key: "hard-links", value: "\(links)", verdict: links > 1 ? .warning : .fine,
      text: links > 1
        ? Text(
          en: "the file has \(links) names: use one only, each has a lock and a log of its own",
          ru: "имён у файла \(links): пользуйтесь одним, у каждого свой замок и журнал")
        : Text(en: "the file has one name", ru: "у файла одно имя"))
  }

  private var lockFile: HealthFact {
    switch lock.isHeldElsewhere() {
    case true?:
      HealthFact(
        key: "lock", value: "held",
        text: Text(en: "somebody is writing now", ru: "сейчас кто-то пишет"))
    case false?:
      HealthFact(
        key: "lock", value: "free", text: Text(en: "nobody is writing now", ru: "никто не пишет"))
    case nil:
      HealthFact(
        key: "lock", value: "none",
        text: Text(
          en: "there is no lock file: it appears with the first write",
          ru: "файла блокировки нет: он появится при первой записи"))
    }
  }

  private static func bytes(_ count: Int64) -> Text {
    CountedNoun(en: "byte", "bytes", ru: "байт", "байта", "байт")(Int(clamping: count))
  }
}

extension Text {
  fileprivate func prefixed(en: String, ru: String) -> Text {
    Text(en: en, ru: ru).appending(self)
  }
}
