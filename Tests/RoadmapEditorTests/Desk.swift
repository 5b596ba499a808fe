import Bilingual
import Foundation
import Testing

@testable import RoadmapEditor

/// Somebody who edits files in a folder of their own, with a language server at hand.
final class Desk {
  let folder: URL
  private(set) var server: LanguageServer
  /// The problems of each file, as they were sent last.
  private(set) var problems: [String: [JSON]] = [:]
  private var texts: [String: String] = [:]
  private var version = 0

  /// The folder of the roadmaps that ship.
  static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "workflows")

  init(
    _ files: [String: String] = [:], language: Language = .en, encodings: JSON = .null,
    runStates: @escaping LanguageServer.RunStates = { _ in [:] }
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "vekha-desk-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = LanguageServer(language: language, runStates: runStates)
    for (name, text) in files { try write(text, to: name) }
    let hello = ask(
      "initialize",
      [
        "capabilities": ["general": ["positionEncodings": encodings]],
        "workspaceFolders": [["uri": .string(FileURI.uri(folder.path))]],
      ])
    #expect(!hello["capabilities"].isNull)
    tell("initialized", .object([:]))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A desk with copies of the roadmaps that ship.
  static func withShippedRoadmaps() throws -> Desk {
    let desk = try Desk()
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped.path) {
      try FileManager.default.copyItem(
        at: shipped.appending(path: name), to: desk.folder.appending(path: name))
    }
    return desk
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func text(_ name: String) throws -> String {
    if let text = texts[name] { return text }
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func uri(_ name: String) -> JSON { .string(FileURI.uri(folder.path + "/" + name)) }

  /// Opens a file as it is on disk.
  func open(_ name: String) throws {
    let text = try text(name)
    texts[name] = text
    version += 1
    tell(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri(name), "languageId": "yaml", "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  /// Opens a file that is not on disk, or replaces all of an open one.
  func open(_ name: String, _ text: String) throws {
    try write(text, to: name)
    texts[name] = nil
    try open(name)
  }

  /// Puts `new` in place of the first `old` of an open file, as an editor would.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    let range = try #require(text.range(of: old))
    let start = position(of: range.lowerBound, in: text)
    let end = position(of: range.upperBound, in: text)
    texts[name] = text.replacingCharacters(in: range, with: new)
    change(name, TextRange(start: start, end: end), new)
  }

  func change(_ name: String, _ range: TextRange?, _ text: String) {
    version += 1
    var change: [String: JSON] = ["text": .string(text)]
    if let range { change["range"] = range.json }
    tell(
      "textDocument/didChange",
      [
        "textDocument": ["uri": uri(name), "version": .integer(version)],
        "contentChanges": [.object(change)],
      ])
  }

  func close(_ name: String) {
    texts[name] = nil
    tell("textDocument/didClose", ["textDocument": ["uri": uri(name)]])
  }

  /// Sends a notification, and takes in the problems that are sent once all is quiet.
  func tell(_ method: String, _ params: JSON) {
    _ = server.receive(["jsonrpc": "2.0", "method": .string(method), "params": params])
    for message in server.settle() {
      guard message["method"] == "textDocument/publishDiagnostics" else { continue }
      let path = FileURI.path(message["params"]["uri"].string ?? "") ?? ""
      problems[String(path.dropFirst(folder.path.count + 1))] =
        message["params"]["diagnostics"].array
    }
  }

  /// Sends a request; the answer is the result, or the error.
  @discardableResult
  func ask(_ method: String, _ params: JSON) -> JSON {
    let answers = server.receive(
      ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": params])
    guard let answer = answers.first, answers.count == 1 else { return .null }
    return answer["error"].isNull ? answer["result"] : answer["error"]
  }

  /// Asks about the place that `marker` marks with `|`, such as `owners: [da|na`.
  func ask(
    _ method: String, at marker: String, in name: String, _ more: [String: JSON] = [:]
  ) throws -> JSON {
    let (before, after) = try #require(
      marker.firstIndex(of: "|").map { (marker[..<$0], marker[$0...].dropFirst()) })
    let text = try text(name)
    let range = try #require(text.range(of: before + after), "\(marker)")
    let place = text.index(range.lowerBound, offsetBy: before.count)
    return ask(method, at: position(of: place, in: text), in: name, more)
  }

  func ask(
    _ method: String, at position: TextPosition, in name: String, _ more: [String: JSON] = [:]
  ) -> JSON {
    let params: [String: JSON] = [
      "textDocument": ["uri": uri(name)], "position": position.json,
    ]
    return ask(method, .object(params.merging(more) { $1 }))
  }

  /// A position in units of UTF-16.
  func position(of index: String.Index, in text: String) -> TextPosition {
    let before = text[..<index]
    let line = before.utf8.count { $0 == 10 }
    let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    return TextPosition(line: line, character: text[start..<index].utf16.count)
  }

  /// The codes of the problems of a file.
  func codes(_ name: String) -> [String] {
    (problems[name] ?? []).compactMap { $0["code"].string }
  }
}

/// A small generator of the same numbers everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
