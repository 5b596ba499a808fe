import Bilingual
import Glibc
import RoadmapLanguage
import RoadmapService

/// The folder of a roadmap as an editor sees it: open documents hide what is on disk, and what was
/// read from disk is not read again until it has changed there.
final class EditedFolder: IncludeFolder {
  private struct Signature: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let inode: UInt
  }

  /// The folder, with the slash at its end.
  private let folder: String
  private let disk: DiskFolder?
  private var kept: [String: (signature: Signature, bytes: [UInt8])] = [:]
  /// The open documents, by path.
  var open: [String: TextDocument] = [:]
  /// How many files were read from disk.
  private(set) var readCount = 0

  init(_ folder: String) {
    self.folder = folder
    disk = try? DiskFolder(prefix: folder)
  }

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    let whole = folder + path
    if let document = open[whole] { return .success(document.lines.bytes) }
    guard let disk else { return NoIncludes().read(path) }
    let signature = Self.signature(of: whole)
    if let signature, let known = kept[path], known.signature == signature {
      return .success(known.bytes)
    }
    let result = disk.read(path)
    readCount += 1
    if let signature, case .success(let bytes) = result { kept[path] = (signature, bytes) }
    return result
  }

  func shownPath(of path: String) -> String { folder + path }

  private static func signature(of path: String) -> Signature? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Signature(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size), inode: UInt(status.st_ino))
  }
}
