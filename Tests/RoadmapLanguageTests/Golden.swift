import Bilingual
import Foundation
import RoadmapService
import SourceDiagnostics
import Testing
import YAMLSource

@testable import RoadmapLanguage

/// A roadmap of `Fixtures` with what shall be printed about it: `NAME.yaml`, or `NAME/roadmap.yaml`
/// with the files that it includes, beside `NAME.en.out` and `NAME.ru.out`.
///
/// `UPDATE_GOLDEN=1` writes what is printed now in place of comparing it.
struct Golden: CustomTestStringConvertible, Sendable {
  let name: String
  /// The root file.
  let file: URL

  var testDescription: String { name }

  /// Every fixture, by name.
  ///
  /// - Throws: when there are none, since a table test without cases is skipped silently.
  static func all() throws -> [Golden] {
    let entries = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey]
    ).sorted { $0.path < $1.path }
    let found = try entries.compactMap { entry -> Golden? in
      if try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
        guard entry.lastPathComponent != "library" else { return nil }
        return Golden(name: entry.lastPathComponent, file: entry.appending(path: "roadmap.yaml"))
      }
      guard entry.pathExtension == "yaml" else { return nil }
      return Golden(name: entry.deletingPathExtension().lastPathComponent, file: entry)
    }
    guard !found.isEmpty else { throw GoldenError.noFixtures(folder.path) }
    return found
  }

  /// Compiles the fixture; one named after a limit is held to smaller limits than others.
  func compiled() throws -> CompiledRoadmap {
    let disk = try RoadmapFile(path: file.path)
    let root = LoadedFile(
      name: disk.root.name, shownPath: disk.root.name, bytes: disk.root.bytes)
    return compile(root, from: ShortPaths(disk: disk.folder), limits: .small(for: name))
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

/// A folder on disk whose files are shown by their paths within it.
private struct ShortPaths: IncludeFolder {
  let disk: DiskFolder

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> { disk.read(path) }

  func shownPath(of path: String) -> String { path }
}

extension YAMLLimits {
  /// The standard limits, but for an example of a limit that needs millions of bytes.
  static func small(for code: String) -> YAMLLimits {
    var limits = YAMLLimits.standard
    if code == "file-too-large" { limits.nodes = 60 }
    if code == "scalar-too-long" { limits.scalarBytes = 40 }
    return limits
  }
}
