public import Bilingual
import Glibc

/// Why a file could not be read.
public struct FileProblem: Error, Hashable, Sendable {
  /// The path as it was given.
  public let path: String
  /// What the operating system or the reader says.
  public let reason: Text

  /// Creates a problem with the file at `path`.
  public init(path: String, reason: Text) {
    self.path = path
    self.reason = reason
  }

  /// The problem in a sentence.
  public var message: Text {
    Text(
      en: "`\(path)` cannot be read: \(reason.en)", ru: "`\(path)` не читается: \(reason.ru)")
  }
}

/// An open file or folder, closed with the last reference to it.
final class Descriptor {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }

  deinit { close(raw) }

  /// Reads a regular file of at most `limit` bytes.
  func readAll(limit: Int) -> Result<[UInt8], ReadFailure> {
    var status = stat()
    guard fstat(raw, &status) == 0 else { return .failure(.system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(status.st_mode & S_IFMT == S_IFDIR ? .folder : .special)
    }
    guard Int(status.st_size) <= limit else { return .failure(.tooLarge) }
    return contents(expecting: Int(status.st_size), limit: limit)
  }

  /// Reads what comes until its end, at most `limit` bytes, be it a file or a pipe.
  func readStream(limit: Int) -> Result<[UInt8], ReadFailure> {
    contents(expecting: 1 << 16, limit: limit)
  }

  private func contents(expecting size: Int, limit: Int) -> Result<[UInt8], ReadFailure> {
    var end: End?
    // Nobody needs the room filled with zeros first, which is a good part of the cost of reading.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      end = fill(UnsafeMutableRawBufferPointer(buffer), &filled)
    }
    while end == nil, bytes.count <= limit {
      bytes += [UInt8](unsafeUninitializedCapacity: max(4096, bytes.count)) { buffer, filled in
        end = fill(UnsafeMutableRawBufferPointer(buffer), &filled)
      }
    }
    if case .failure(let failure) = end { return .failure(failure) }
    return bytes.count > limit ? .failure(.tooLarge) : .success(bytes)
  }

  private enum End {
    case complete
    case failure(ReadFailure)
  }

  /// Reads until the file ends, which is answered; or until `buffer` is full: then nil.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer, _ filled: inout Int) -> End? {
    while filled < buffer.count, let start = buffer.baseAddress {
      let count = read(raw, start + filled, buffer.count - filled)
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(.system(errno))
      }
      if count == 0 { return .complete }
      filled += count
    }
    return nil
  }
}

/// Why an open file gave no bytes.
enum ReadFailure: Error {
  case system(Int32)
  case folder
  case special
  case tooLarge
  case symbolicLink

  var reason: Text {
    switch self {
    case .system(let code): Text.systemError(code)
    case .folder: Text(en: "it is a folder", ru: "это папка")
    case .special: Text(en: "it is not a regular file", ru: "это не обычный файл")
    case .tooLarge: Text(en: "it is larger than 256 MiB", ru: "он больше 256 МиБ")
    case .symbolicLink:
      Text(en: "symbolic links are not followed", ru: "символические ссылки не раскрываются")
    }
  }
}

extension Text {
  /// What an error number of the operating system means.
  public static func systemError(_ code: Int32) -> Text {
    switch code {
    case ENOENT: Text(en: "there is no such file", ru: "такого файла нет")
    case EACCES, EPERM: Text(en: "permission denied", ru: "нет прав доступа")
    case EISDIR: Text(en: "it is a folder", ru: "это папка")
    case ENOTDIR: Text(en: "a part of the path is not a folder", ru: "часть пути — не папка")
    case ENAMETOOLONG: Text(en: "the path is too long", ru: "путь слишком длинный")
    case EROFS: Text(en: "the file system is read-only", ru: "файловая система только для чтения")
    case ENOSPC: Text(en: "no space is left", ru: "нет места на диске")
    case EIO: Text(en: "the disk failed", ru: "сбой диска")
    default: Text(verbatim: String(cString: strerror(code)))
    }
  }
}
