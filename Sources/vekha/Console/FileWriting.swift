import Glibc

/// Puts a new file in the place of the one at `path`, keeping its permissions, or makes one.
///
/// - Returns: the error number of the operating system; `nil` where it is done.
func replaceFile(at path: String, with bytes: [UInt8]) -> Int32? {
  var target = path
  if let real = realpath(path, nil) {
    target = String(cString: real)
    free(real)
  }
  let temporary = target + ".vekha-\(getpid())"
  var status = stat()
  let isThere = stat(target, &status) == 0
  let mode = isThere ? status.st_mode & 0o7777 : 0o666
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  guard descriptor >= 0 else { return errno }
  var problem = writeAll(bytes, to: descriptor)
  // The mask of the process does not count where the file had permissions of its own.
  if problem == nil, isThere, fchmod(descriptor, mode) != 0 { problem = errno }
  if problem == nil, fsync(descriptor) != 0 { problem = errno }
  if close(descriptor) != 0, problem == nil { problem = errno }
  if problem == nil, rename(temporary, target) != 0 { problem = errno }
  if problem != nil { unlink(temporary) }
  return problem
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    rest = rest.dropFirst(count)
  }
  return nil
}
