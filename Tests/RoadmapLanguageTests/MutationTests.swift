import Bilingual
import Foundation
import RoadmapModel
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// How many mutated files to compile: `VEKHA_MUTATIONS`, else few enough for every test run.
private let mutationCount =
  ProcessInfo.processInfo.environment["VEKHA_MUTATIONS"].flatMap(Int.init) ?? 2400

/// Which mutations: `VEKHA_SEED`, else always the same.
private let seed = ProcessInfo.processInfo.environment["VEKHA_SEED"].flatMap(UInt64.init) ?? 1

@Test(arguments: try Workflow.all())
private func
  `whatever is written, every problem stands inside a file and says something in both languages`(
    workflow: Workflow
  ) throws
{
  var numbers = SplitMix(state: seed &+ UInt64(workflow.root.count))
  for round in 0..<mutationCount / (try Workflow.all().count) {
    let mutated = workflow.mutated(with: &numbers)
    let compiled = mutated.compiled()
    for diagnostic in compiled.diagnostics {
      let wrong = mistake(in: diagnostic, of: compiled.files)
      try #require(wrong == nil, "round \(round) of \(workflow.name), seed \(seed): \(wrong ?? "")")
    }
    let renderer = TextRenderer(files: compiled.files, language: .ru, color: false)
    #expect(renderer.render(compiled.problems).isEmpty == compiled.problems.isEmpty)
  }
}

/// What is wrong with a diagnostic, if anything.
private func mistake(in diagnostic: Diagnostic, of files: SourceFiles) -> String? {
  for span in [diagnostic.span] + diagnostic.related.map(\.span) {
    guard (0..<files.count).contains(Int(span.file.index)) else {
      return "\(diagnostic.code.name) is in no file"
    }
    let text = files.bytes(span.file)
    let range = files.byteRange(of: span)
    let isInside = range.lowerBound >= 0 && range.upperBound <= text.count
    // One place past the text is where it breaks off.
    guard isInside, Int(span.end) <= text.count + 1 else {
      return "\(diagnostic.code.name) is outside of its file"
    }
  }
  let texts =
    [diagnostic.message, diagnostic.help].compactMap(\.self)
    + diagnostic.related.map(\.message)
  guard texts.allSatisfy({ !$0.en.isEmpty && !$0.ru.isEmpty }) else {
    return "\(diagnostic.code.name) says nothing"
  }
  return DiagnosticCode.all.contains(diagnostic.code) ? nil : "\(diagnostic.code.name) is unknown"
}

/// A roadmap that ships, with all that it may include.
private struct Workflow: Sendable, CustomTestStringConvertible {
  let name: String
  var root: [UInt8]
  var files: [String: [UInt8]]

  var testDescription: String { name }

  static func all() throws -> [Workflow] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "workflows")
    var bytes: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for path in paths ?? [] where path.hasSuffix(".yaml") {
      bytes[path] = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }
    let library = bytes.filter { $0.key.contains("/") }
    return bytes.filter { !$0.key.contains("/") }.sorted { $0.key < $1.key }.map {
      Workflow(name: $0.key, root: $0.value, files: library)
    }
  }

  func compiled() -> CompiledRoadmap {
    compile(
      LoadedFile(name: name, shownPath: name, bytes: root), from: Files(bytes: files))
  }

  /// The workflow with a few edits, some of them in an included file.
  func mutated(with numbers: inout SplitMix) -> Workflow {
    var copy = self
    for _ in 0...numbers.below(4) {
      if let path = files.keys.sorted().first, numbers.below(5) == 0 {
        copy.files[path] = (copy.files[path] ?? []).edited(with: &numbers)
      } else {
        copy.root = copy.root.edited(with: &numbers)
      }
    }
    return copy
  }
}

/// A small generator of the same numbers everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
  }
}

extension [UInt8] {
  /// These bytes with one edit of the kinds that people and accidents make.
  fileprivate func edited(with numbers: inout SplitMix) -> [UInt8] {
    guard count > 2 else { return Array("vekha: 1\n".utf8) }
    var copy = self
    let place = numbers.below(count)
    switch numbers.below(7) {
    case 0: copy.remove(at: place)
    case 1: copy[place] = UInt8(truncatingIfNeeded: numbers.below(256))
    case 2: copy.insert(contentsOf: Self.inserts[numbers.below(Self.inserts.count)].utf8, at: place)
    case 3: copy.removeSubrange(place..<Swift.min(count, place + numbers.below(60)))
    case 4: copy.editWord(at: place, with: &numbers)
    case 5: copy.editLine(at: place, with: &numbers)
    default: copy.insert(copy[numbers.below(count)], at: place)
    }
    return copy
  }

  /// Puts another word of the file in place of the one at `place`.
  private mutating func editWord(at place: Int, with numbers: inout SplitMix) {
    let (target, source) = (word(at: place), word(at: numbers.below(count)))
    replaceSubrange(target, with: Array(self[source]))
  }

  /// Removes, doubles or moves the line at `place`.
  private mutating func editLine(at place: Int, with numbers: inout SplitMix) {
    let start = self[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = self[place...].firstIndex(of: 10).map { $0 + 1 } ?? count
    let line = Array(self[start..<end])
    switch numbers.below(3) {
    case 0: removeSubrange(start..<end)
    case 1: insert(contentsOf: line, at: end)
    default:
      removeSubrange(start..<end)
      let other = self[..<numbers.below(count + 1)].lastIndex(of: 10).map { $0 + 1 } ?? 0
      insert(contentsOf: line, at: other)
    }
  }

  private func word(at place: Int) -> Range<Int> {
    let isPart = { (byte: UInt8) in byte > 0x2C && byte != 0x3A && byte != 0x5D && byte != 0x7D }
    guard isPart(self[place]) else { return place..<place }
    let start = self[..<place].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    return start..<(self[place...].firstIndex { !isPart($0) } ?? count)
  }

  private static let inserts = [
    ": ", "- ", "[", "]", "{", "}", "\"", "'", "\n", "\t", "  ", "*x ", "&x ", "!!int ", "<<: *x\n",
    "~", "null", "---\n", "#", "|", "é", "\u{FEFF}", "\u{0}", "role:", "[[", "]]", "{}", "[]",
    "99999999999999999999",
    "2018-02-30", "%", "requester", "owner", "х", ", ", "\r\n", "\u{2028}",
  ]
}
