public import RoadmapLanguage
import RoadmapProof
import SourceDiagnostics

/// A roadmap as it was compiled from one state of its files. Nothing in it changes.
public struct Snapshot: Sendable {
  /// The roadmap and its problems.
  public let compiled: CompiledRoadmap
  private let symbols: Later<SymbolIndex>
  private let plan: Later<Schedule?>
  /// The absolute paths of the files, in the order of their numbers.
  let paths: [String]
  /// The texts of the files.
  let lines: [LineIndex]

  /// What is named where.
  public var index: SymbolIndex { symbols.value }

  /// When measures may and must be done; `nil` where the roadmap has errors.
  var schedule: Schedule? { plan.value }

  /// Takes in a compiled roadmap whose root file stands in `folder`; texts of `old` that have not
  /// changed, and of open documents, are not gone through again.
  init(
    _ compiled: CompiledRoadmap, in folder: String, open: [String: TextDocument] = [:],
    after old: Snapshot?
  ) {
    self.compiled = compiled
    symbols = Later { SymbolIndex(of: compiled) }
    plan = Later { compiled.hasErrors ? nil : Schedule(of: compiled.roadmap) }
    let files = compiled.files
    let paths = files.ids.map { folder + compiled.sources[Int($0.index)].path }
    self.paths = paths
    lines = zip(files.ids, paths).map { file, path in
      let bytes = files.bytes(file)
      if let document = open[path], document.lines.bytes == bytes { return document.lines }
      if let known = old?.lines.indices.contains(Int(file.index)) == true
        ? old?.lines[Int(file.index)] : nil, known.bytes == bytes
      {
        return known
      }
      return LineIndex(bytes)
    }
  }

  /// Whether every file could be read as YAML.
  var isWhole: Bool { compiled.unreadFiles.isEmpty }

  /// The file at an absolute path.
  func file(at path: String) -> SourceFileID? {
    paths.firstIndex { $0.utf8.elementsEqual(path.utf8) }.map {
      SourceFileID(index: Int32(truncatingIfNeeded: $0))
    }
  }

  /// The text of a file of this snapshot.
  func text(of file: SourceFileID) -> LineIndex? {
    lines.indices.contains(Int(file.index)) ? lines[Int(file.index)] : nil
  }

  /// The path of a file of this snapshot.
  func path(of file: SourceFileID) -> String? {
    paths.indices.contains(Int(file.index)) ? paths[Int(file.index)] : nil
  }
}
