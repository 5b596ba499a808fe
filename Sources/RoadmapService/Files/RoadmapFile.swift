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

  /// Whether a file stands at `path`.
  public static func exists(_ path: String) -> Bool { FileKind(path) == .file }

  /// Reads the root file at `path`.
  ///
  /// - Throws: ``FileProblem`` where there is no such regular file, or it may not be read.
  public init(path: String) throws(FileProblem) {
    root = try LoadedFile(path: path)
    folder = try DiskFolder(of: path)
  }

  /// Reads the root file from standard input, as though it stood at `path`.
  ///
  /// - Throws: ``FileProblem`` where it cannot be read, or there is no folder of such a file.
  public init(standardInputAs path: String) throws(FileProblem) {
    let raw = dup(STDIN_FILENO)
    guard raw >= 0 else { throw FileProblem(path: path, reason: .systemError(errno)) }
    switch Descriptor(raw).readStream(limit: Self.largestSize) {
    case .success(let bytes): root = LoadedFile(path: path, bytes: bytes)
    case .failure(let failure): throw FileProblem(path: path, reason: failure.reason)
    }
    folder = try DiskFolder(of: path)
  }

  /// Compiles the roadmap; without `proving` it is only read.
  public func compiled(proving: Bool = true) -> CompiledRoadmap {
    compile(root, from: folder, proving: proving)
  }
}

/// A folder on disk from which a roadmap includes files; never a way out of it.
public struct DiskFolder: IncludeFolder {
  /// What stands before a path within the folder when it is shown, such as `plans/` or nothing.
  let prefix: String
  private let descriptor: Descriptor

  /// The folder of the file at `path`.
  init(of path: String) throws(FileProblem) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    try self.init(prefix: slash.map { String(path[...$0]) } ?? "")
  }

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
    self.init(path: path, bytes: bytes)
  }

  /// Creates the file at `path` from what stands in it.
  init(path: String, bytes: [UInt8]) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    self.init(name: name, shownPath: path, bytes: bytes)
  }
}
