import Foundation
import Testing

/// The files of the package, as text.
enum Repository {
  /// A file: its path from the root, and its lines.
  struct File: CustomTestStringConvertible {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var testDescription: String { path }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The names in the root folder, without what Git ignores and what belongs to Git.
  static func rootNames() throws -> [String] {
    let ignored = [".git", ".build", ".swiftpm", ".vekha", "Package.resolved"]
    return try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { name in !ignored.contains(name) && !name.hasPrefix(".build") }
  }

  /// The text files below a folder whose names end so, sorted by path; never none.
  static func files(in folder: String, ending suffix: String = "") throws -> [File] {
    let base = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    let found = names.filter { $0.hasSuffix(suffix) && !$0.contains(".build") }.sorted()
      .compactMap { name -> File? in
        guard let text = try? String(contentsOf: base.appending(path: name), encoding: .utf8)
        else { return nil }
        return File(path: folder + "/" + name, text: text)
      }
    guard !found.isEmpty else { throw CocoaError(.fileNoSuchFile) }
    return found
  }

  /// All Swift files of the product and its tests.
  static func swiftFiles() throws -> [File] {
    try files(in: "Sources", ending: ".swift") + files(in: "Tests", ending: ".swift")
  }
}
