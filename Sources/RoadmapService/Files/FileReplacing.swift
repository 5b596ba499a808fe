import Bilingual
import Glibc

/// Adds a text to the end of the file at `path`, which is made where there is none.
///
/// - Throws: ``FileProblem`` where the system refuses.
public func appendText(_ text: String, toFileAt path: String) throws(FileProblem) {
  let raw = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
  guard raw >= 0 else { throw FileProblem(path: path, reason: .systemError(errno)) }
  let descriptor = Descriptor(raw)
  guard descriptor.write(Array(text.utf8)) else {
    throw FileProblem(path: path, reason: .systemError(errno))
  }
}

/// Puts bytes in place of the file at `path`, all or none: readers see the old file or the new one,
/// also after a power cut. Links are followed, and the rights of the old file kept.
///
/// - Throws: ``FileProblem`` where the system refuses; the old file is then as it was.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(FileProblem) {
  let target = realpath(path, nil).map { pointer in
    defer { free(pointer) }
    return String(cString: pointer)
  }
  let place = target ?? path
  let problem = { (code: Int32) in FileProblem(path: path, reason: .systemError(code)) }
  var old = stat()
  let mode = stat(place, &old) == 0 ? old.st_mode & 0o7777 : 0o666 & ~umaskOfProcess()
  let temporary = place + ".vekha-\(getpid())"
  let raw = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard raw >= 0 else { throw problem(errno) }
  let descriptor = Descriptor(raw)
  guard descriptor.write(bytes), fchmod(raw, mode) == 0, fsync(raw) == 0,
    rename(temporary, place) == 0
  else {
    let code = errno
    unlink(temporary)
    throw problem(code)
  }
}

/// The rights that new files do not get.
private func umaskOfProcess() -> mode_t {
  let mask = umask(0o022)
  umask(mask)
  return mask
}

extension Descriptor {
  /// Writes all bytes; answers whether that worked, and leaves the reason in `errno`.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(raw, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          guard errno == EINTR else { return false }
          continue
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
