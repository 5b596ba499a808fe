import Bilingual
import Glibc
import RoadmapLanguage

/// The files that an argument of a command names: a file, a folder with all its roadmaps, or a
/// pattern such as `plans/**/*.yaml`.
public enum InputPaths {
  /// The paths that `argument` stands for, in the order of their bytes.
  ///
  /// A folder stands for the roadmaps in it and in the folders below, hidden ones left out: files
  /// ending with `.yaml` or `.yml` with `vekha:` and `roadmap:` at the start of lines, and not the
  /// libraries that they include. What looks like a pattern and is the name of a file is the file.
  ///
  /// - Throws: ``FileProblem`` for a folder without a roadmap, or that cannot be read, and for a
  ///   pattern that no file matches. That a file is missing is for its reader to find.
  public static func expand(_ argument: String) throws(FileProblem) -> [String] {
    switch FileKind(argument) {
    case .folder: try roadmaps(in: argument)
    case .missing where PathPattern.isPattern(argument): try matches(argument)
    default: [argument]
    }
  }

  /// The files that `argument` stands for, where each counts by itself: of a folder its roadmaps
  /// and what they include, without the other YAML that may lie there.
  ///
  /// - Throws: ``FileProblem`` as ``expand(_:)``.
  public static func expandWithIncluded(_ argument: String) throws(FileProblem) -> [String] {
    let found = try expand(argument)
    guard case .folder = FileKind(argument) else { return found }
    var all = Set(found.map { Array($0.utf8) })
    for root in found {
      let folder = root.utf8.lastIndex(of: UInt8(ascii: "/")).map { root[...$0] } ?? ""
      let sources = try RoadmapFile(path: root).compiled(proving: false).sources
      all.formUnion(sources.map(\.path).filter(isYAML).map { Array((folder + $0).utf8) })
    }
    return all.map { String(decoding: $0, as: UTF8.self) }.sorted(by: FolderListing.precedes)
  }

  private static func roadmaps(in folder: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try FolderListing.names(in: next) where name.utf8.first != UInt8(ascii: ".") {
        let path = FolderListing.join(next, name)
        switch FileKind(path, followingLinks: false) {
        case .folder: folders.append(path)
        case .file where isYAML(name) && isRoadmap(path): found.append(path)
        default: continue
        }
      }
    }
    guard found.isEmpty else { return found.sorted(by: FolderListing.precedes) }
    throw FileProblem(
      path: folder,
      reason: Text(en: "there is no roadmap in this folder", ru: "в этой папке нет дорожных карт"))
  }

  private static func matches(_ pattern: String) throws(FileProblem) -> [String] {
    let found = try PathPattern(pattern).paths()
    guard found.isEmpty else { return found }
    throw FileProblem(
      path: pattern, reason: Text(en: "no file matches", ru: "нет подходящих файлов"))
  }

  private static func isYAML(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Whether a file is the root of a roadmap, by its keys at the start of lines.
  private static func isRoadmap(_ path: String) -> Bool {
    guard let bytes = try? LoadedFile(path: path).bytes else { return false }
    var wanted = ["vekha:", "roadmap:"].map { Array($0.utf8) }
    bytes.withUnsafeBufferPointer { bytes in
      var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while index < bytes.count, !wanted.isEmpty {
        wanted.removeAll { bytes[index...].starts(with: $0) }
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        index += 1
      }
    }
    return wanted.isEmpty
  }
}

/// What stands at a path.
enum FileKind {
  case file
  case folder
  case other
  case missing

  init(_ path: String, followingLinks: Bool = true) {
    var status = stat()
    let answer = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard answer == 0 else {
      self = .missing
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }
}

/// The names in folders.
enum FolderListing {
  /// The names in `folder`, without `.` and `..`, in the order of their bytes.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder) else {
      throw FileProblem(path: folder, reason: .systemError(errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: precedes)
  }

  /// The path of a name in a folder; the working folder goes without saying.
  static func join(_ folder: String, _ name: String) -> String {
    switch folder {
    case "", ".", "./": name
    case _ where folder.hasSuffix("/"): folder + name
    default: folder + "/" + name
    }
  }

  /// Whether one path comes before another in the order of their bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
