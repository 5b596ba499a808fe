import Glibc

/// Files as a whole.
enum Bytes {
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Refusal(text: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk.prefix(count)
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Refusal(text: "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw Refusal(text: "cannot write \(path)")
    }
  }
}
