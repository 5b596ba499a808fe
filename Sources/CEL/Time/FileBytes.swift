#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a regular file, or nil when it can't be read or has more than `limit` bytes.
func readFile(_ path: String, upToBytes limit: Int) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit
  else { return nil }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 8192)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    if count == 0 { return bytes }
    if count < 0 {
      guard errno == EINTR else { return nil }
      continue
    }
    bytes += chunk[..<count]
    guard bytes.count <= limit else { return nil }
  }
}
