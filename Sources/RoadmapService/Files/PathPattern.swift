import Glibc

/// A pattern of paths, as shells have them: `*`, `?` and `[…]` within a name, and `**` for folders
/// to any depth. Names that begin with a dot match only where the pattern says the dot.
struct PathPattern {
  private let parts: [String]
  private let isAbsolute: Bool

  init(_ text: String) {
    isAbsolute = text.hasPrefix("/")
    parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  /// Whether a text has the characters of a pattern.
  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains($0) }
  }

  /// The files that match, in the order of their bytes.
  func paths() throws(FileProblem) -> [String] {
    var found = [isAbsolute ? "/" : ""]
    for part in parts {
      var next: [String] = []
      for folder in found { next += try Self.step(part, from: folder) }
      found = next
    }
    var seen: Set<[UInt8]> = []
    return found.filter { FileKind($0) == .file && seen.insert(Array($0.utf8)).inserted }
      .sorted(by: FolderListing.precedes)
  }

  /// What a part of the pattern leads to from a folder.
  private static func step(_ part: String, from folder: String) throws(FileProblem) -> [String] {
    guard folder.isEmpty || FileKind(folder) == .folder else { return [] }
    if part == "**" { return try foldersBelow(folder) }
    guard isPattern(part) else { return [FolderListing.join(folder, part)] }
    return try FolderListing.names(in: folder.isEmpty ? "." : folder)
      .filter { fnmatch(part, $0, FNM_PERIOD) == 0 }
      .map { FolderListing.join(folder, $0) }
  }

  /// The folder and all below it, without hidden ones and links.
  private static func foldersBelow(_ folder: String) throws(FileProblem) -> [String] {
    var found = [folder]
    var next = 0
    while next < found.count {
      let place = found[next]
      next += 1
      for name in try FolderListing.names(in: place.isEmpty ? "." : place)
      where !name.hasPrefix(".") {
        let path = FolderListing.join(place, name)
        if FileKind(path, followingLinks: false) == .folder { found.append(path) }
      }
    }
    return found
  }
}
