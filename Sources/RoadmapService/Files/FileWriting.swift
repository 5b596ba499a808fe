public import Bilingual
import Glibc

/// Why a file could not be written.
public struct FileWritingProblem: Error, Hashable, Sendable {
  /// The path as it was given.
  public let path: String
  /// What the operating system says.
  public let reason: Text

  /// The problem in a sentence.
  public var message: Text {
    Text(
      en: "`\(path)` cannot be written: \(reason.en)",
      ru: "`\(path)` не записывается: \(reason.ru)")
  }
}

/// Who may use a file that is written.
public enum FileAudience: Sendable {
  /// Its owner alone.
  case owner
  /// Whoever the system's habits allow.
  case usual

  fileprivate var mode: mode_t { self == .owner ? 0o600 : 0o666 }
}

/// Writes a file that must not exist yet, durably.
///
/// - Throws: ``FileWritingProblem`` where there is one already, or it cannot be written.
public func createFile(
  _ path: String, _ bytes: [UInt8], for audience: FileAudience
) throws(FileWritingProblem) {
  let raw = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, audience.mode)
  guard raw >= 0 else {
    let reason =
      errno == EEXIST
      ? Text(en: "it is there already", ru: "он уже есть") : Text.systemError(errno)
    throw FileWritingProblem(path: path, reason: reason)
  }
  let descriptor = Descriptor(raw)
  guard !descriptor.write(bytes) || fsync(raw) != 0 else { return }
  let code = errno
  unlink(path)
  throw FileWritingProblem(path: path, reason: .systemError(code))
}

/// Writes a file in the place of what was there: whole, or not at all.
///
/// - Throws: ``FileWritingProblem`` where it cannot be written; what was there then stays.
public func replaceFile(_ path: String, _ bytes: [UInt8]) throws(FileWritingProblem) {
  do throws(FileProblem) {
    try replaceFile(at: path, with: bytes)
  } catch {
    throw FileWritingProblem(path: path, reason: error.reason)
  }
}

/// Makes a folder and those above it that are missing, for their owner alone.
///
/// - Throws: ``FileWritingProblem`` where that cannot be done.
public func makeFolders(_ path: String) throws(FileWritingProblem) {
  var end = path.utf8.startIndex
  while end < path.utf8.endIndex {
    let next = path.utf8.index(after: end)
    end = path.utf8[next...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
    guard mkdir(String(path[..<end]), 0o700) != 0, errno != EEXIST else { continue }
    throw FileWritingProblem(path: path, reason: .systemError(errno))
  }
}

/// Whether there is something at `path`.
func fileExists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}
