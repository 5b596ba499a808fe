import Bilingual
import Glibc
public import RoadmapLanguage

/// The root file of a roadmap on disk, and the folder that it may include files from.
public struct RoadmapFile {
  /// The largest file that is read, in bytes.
  public static let largestSize = 256 << 20

  /// The root file.
  public let root: LoadedFile
  /// The folder that it stands in.
  public let folder: DiskFolder

  /// Reads the root file at `path`.
  ///
  /// - Throws: ``FileProblem`` where there is no such regular file, or it may not be read.
  public init(path: String) throws(FileProblem) {
    root = try LoadedFile(path: path)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let prefix = slash.map { String(path[...$0]) } ?? ""
    folder = try DiskFolder(prefix: prefix)
  }

  /// Compiles the roadmap.
  public func compiled() -> CompiledRoadmap { compile(root, from: folder) }
}

/// A folder on disk from which a roadmap includes files; never a way out of it.
public struct DiskFolder: IncludeFolder {
  /// What stands before a path within the folder when it is shown, such as `plans/` or nothing.
  let prefix: String
  private let descriptor: Descriptor

  /// Opens the folder that stands before `/` at the end of `prefix`; that of the process where it
  /// is empty.
  package init(prefix: String) throws(FileProblem) {
    self.prefix = prefix
    let path = prefix.isEmpty ? "." : prefix
    let raw = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard raw >= 0 else { throw FileProblem(path: path, reason: .systemError(errno)) }
    descriptor = Descriptor(raw)
  }

  /// Reads a file, opening one part of its path after the other without following links, so that
  /// no change of the folder meanwhile leads outside.
  public func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    var place = descriptor
    let parts = path.split(separator: "/").map(String.init)
    for (position, part) in parts.enumerated() {
      guard part != "..", part != "." else { return .failure(.outside) }
      let isLast = position == parts.count - 1
      let kind = isLast ? O_NONBLOCK : O_DIRECTORY
      let raw = openat(place.raw, part, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | kind)
      guard raw >= 0 else { return .failure(failure(errno, opening: part, in: place)) }
      place = Descriptor(raw)
    }
    return place.readAll(limit: RoadmapFile.largestSize).mapError { .unreadable($0.reason) }
  }

  private func failure(_ code: Int32, opening part: String, in place: Descriptor) -> IncludeFailure
  {
    var status = stat()
    let isLink =
      fstatat(place.raw, part, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFLNK
    return .unreadable(isLink ? ReadFailure.symbolicLink.reason : .systemError(code))
  }

  /// The path with the folder before it.
  public func shownPath(of path: String) -> String { prefix + path }
}

extension LoadedFile {
  /// Reads the file at `path`.
  ///
  /// - Throws: ``FileProblem`` where there is no such regular file, or it may not be read.
  public init(path: String) throws(FileProblem) {
    let raw = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard raw >= 0 else { throw FileProblem(path: path, reason: .systemError(errno)) }
    let bytes: [UInt8]
    switch Descriptor(raw).readAll(limit: RoadmapFile.largestSize) {
    case .success(let contents): bytes = contents
    case .failure(let failure): throw FileProblem(path: path, reason: failure.reason)
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    self.init(name: name, shownPath: path, bytes: bytes)
  }
}
