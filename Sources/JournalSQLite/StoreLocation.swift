import Glibc
import RoadmapJournal

/// The files of a store, by their real paths: two names of one store must share one lock file.
struct StoreLocation: Sendable {
  /// The database itself. Only SQLite may open it: closing any other descriptor of it would drop
  /// SQLite's locks in this process.
  let file: String

  /// The lock file of the one writer.
  var lock: String { file + ".lock" }
  /// SQLite's write-ahead log.
  var log: String { file + "-wal" }
  /// Where a new database is built before it gets its name.
  var draft: String { file + ".new" }
  /// The folder that all of them lie in.
  var folder: String {
    let folder = file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// Finds the real path of `path`, whether or not there is a file yet.
  init(_ path: String) throws(StoreError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(path: path) }
    if let real = Self.realPath(path) {
      file = real
      return
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last, name != "..", name != "." else { throw .missing(path: path) }
    let leading = path.hasPrefix("/") ? "/" : "./"
    let parent = leading + parts.dropLast().joined(separator: "/")
    guard let folder = Self.realPath(parent) else { throw .missing(path: path) }
    file = (folder == "/" ? "" : folder) + "/" + name
  }

  /// The size of the file at `path` in bytes, without opening it; nil where there is none.
  static func size(of path: String) -> Int64? {
    status(of: path).map { Int64($0.st_size) }
  }

  /// What the file system says of the file at `path`; nil where there is none.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// The system's words for the error that a call just left in `errno`.
func systemError(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}
