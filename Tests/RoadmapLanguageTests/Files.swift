import Bilingual

@testable import RoadmapLanguage

/// A folder in memory.
struct Files: IncludeFolder {
  let bytes: [String: [UInt8]]

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    guard let found = bytes[path] else { return NoIncludes().read(path) }
    return .success(found)
  }

  func shownPath(of path: String) -> String { path }
}
