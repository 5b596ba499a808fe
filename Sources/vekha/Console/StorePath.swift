import Bilingual
import Glibc
import RoadmapService

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

  /// Whether the folder exists in which a store would lie.
  static func hasFolder(_ path: String) -> Bool {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
    return access(String(path[...slash]), F_OK) == 0
  }

  private static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
