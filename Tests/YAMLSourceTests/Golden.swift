import Foundation
import Testing

/// A file of `Fixtures`, beside which stands what shall be printed about it.
///
/// `UPDATE_GOLDEN=1` writes what is printed now in place of comparing it.
struct Golden: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }

  /// Every `.yaml` of the folder, by name.
  ///
  /// - Throws: when there are none, since a table test without cases is skipped silently.
  static func all() throws -> [Golden] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    guard !files.isEmpty else { throw GoldenError.noFixtures(folder.path) }
    return try files.map { file in
      Golden(
        name: file.deletingPathExtension().lastPathComponent,
        bytes: [UInt8](try Data(contentsOf: file)))
    }
  }

  /// Expects `text` to be what stands in the file `NAME.EXTENSION`.
  func expect(_ text: String, extension: String) throws {
    let file = Self.folder.appending(path: "\(name).\(`extension`)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(file.lastPathComponent)")
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
}

enum GoldenError: Error {
  case noFixtures(String)
}
