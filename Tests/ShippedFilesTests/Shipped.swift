import Foundation

/// The files that ship with the package, found from this one.
enum Shipped {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The file at `path` from the root of the package.
  static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The text of the file at `path` from the root of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }
}
