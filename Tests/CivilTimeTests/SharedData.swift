import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that tests compare with when they are at hand: the folder that `VEKHA_SHARED` names, or
/// `shared` beside the package.
enum SharedData {
  static let folder: String = {
    if let named = getenv("VEKHA_SHARED") { return String(cString: named) }
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared"
  }()

  /// The rows of a table under the folder, split at tabs, without the header; nil when there is
  /// no such file.
  static func rows(_ path: String) -> [[String]]? {
    guard let text = text(path) else { return nil }
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen("\(folder)/\(path)", "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
