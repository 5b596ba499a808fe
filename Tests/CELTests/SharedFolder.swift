import Foundation

/// The folder of shared test data, beside the package unless VEKHA_SHARED names another.
enum SharedFolder {
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["VEKHA_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }

  static func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
