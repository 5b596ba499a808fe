import Foundation

/// A clean folder in which somebody works with the program.
final class Workplace {
  /// What the program answered.
  struct Answer {
    let exit: Int32
    let out: String
    let err: String

    /// The standard output as one JSON object.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(out.utf8))
      guard let object = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
      return object
    }
  }

  /// The road map that ships, and the smaller one that shows the language.
  static let school = "school-support-2018-2020.yaml"
  static let library = "library-opening.yaml"

  let folder: URL
  /// The environment of the program, on top of an English locale.
  var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "vekha-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where a file of this folder is.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Copies the shipped roadmaps and what they include to this folder.
  func bringRoadmaps() throws {
    let shipped = Self.package.appending(path: "workflows")
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped.path) {
      try FileManager.default.copyItem(
        at: shipped.appending(path: name), to: folder.appending(path: name))
    }
  }

  func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Begins the draft of a document and attaches its text, so that its adoption can be asked for.
  func draft(_ measure: String, by person: String) throws {
    try vekha("advance \(measure) begin --as \(person)")
    try attachText(to: measure, by: person)
  }

  /// Attaches a text to a measure.
  func attachText(to measure: String, by person: String) throws {
    try write("The text of \(measure).\n", to: "\(measure).txt")
    try vekha("attach \(measure) \(measure).txt --as \(person)")
  }

  /// Runs the program with words that contain no spaces.
  @discardableResult
  func vekha(_ line: String, in subfolder: String? = nil) throws -> Answer {
    try run(line.split(separator: " ").map(String.init), in: subfolder)
  }

  /// Runs the program.
  func run(_ words: [String], in subfolder: String? = nil) throws -> Answer {
    try start(Self.program, words, in: subfolder)
  }

  /// Runs a line of the shell, in which `$VEKHA` is the program.
  @discardableResult
  func shell(_ line: String) throws -> Answer {
    try start(URL(filePath: "/bin/sh"), ["-c", line], in: nil)
  }

  private func start(_ program: URL, _ words: [String], in subfolder: String?) throws -> Answer {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = subfolder.map { folder.appending(path: $0) } ?? folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path,
      "VEKHA": Self.program.path,
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, since a pipe that nobody empties would stop the program.
    let names = (0..<2).map { "\($0)-\(UUID().uuidString)" }
    let files = try names.map { name in
      let url = FileManager.default.temporaryDirectory.appending(path: name)
      try Data().write(to: url)
      return url
    }
    defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Answer(
      exit: process.terminationStatus,
      out: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }

  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built program: named by VEKHA_BINARY, else beside the tests.
  static let program: URL = {
    if let named = ProcessInfo.processInfo.environment["VEKHA_BINARY"] {
      return URL(filePath: named)
    }
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "vekha")
  }()
}
