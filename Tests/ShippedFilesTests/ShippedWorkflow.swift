import Foundation
import RoadmapLanguage
import RoadmapModel

/// A roadmap that ships in `workflows/`, compiled with what it includes.
enum ShippedWorkflow {
  /// The names of the roadmaps that ship, in alphabetical order.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Shipped.url("workflows").path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
  }

  /// Compiles the roadmap in the file of this name.
  static func compiled(_ name: String) throws -> CompiledRoadmap {
    let path = "workflows/\(name)"
    let bytes = try Array(Data(contentsOf: Shipped.url(path)))
    return compile(
      LoadedFile(name: name, shownPath: path, bytes: bytes), from: ShippedFolder())
  }
}

/// The folder of the shipped roadmaps, for including its libraries.
private struct ShippedFolder: IncludeFolder {
  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    guard let data = try? Data(contentsOf: Shipped.url(shownPath(of: path))) else {
      return .failure(.outside)
    }
    return .success(Array(data))
  }

  func shownPath(of path: String) -> String { "workflows/\(path)" }
}
