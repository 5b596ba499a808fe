import Bilingual
public import RoadmapLanguage

/// The files of a roadmap in one piece, as a run is pinned to them.
///
/// A first line `vekha definition 1`; then for each file, the root file first, a line
/// `COUNT PATH` with its number of bytes, and the bytes followed by a line feed. The digest of a
/// definition is the SHA-256 of exactly these bytes, so that anybody can recompute it.
public struct Definition: Sendable {
  /// The files, the root file first: path within the root file's folder, and bytes.
  public let files: [(path: String, bytes: [UInt8])]

  /// Puts the files of a compiled roadmap together.
  public init(of compiled: CompiledRoadmap) { files = compiled.sources }

  private static let title = "vekha definition 1\n"

  /// The definition in one piece.
  public var bytes: [UInt8] {
    var all = Array(Self.title.utf8)
    for file in files {
      all += "\(file.bytes.count) \(file.path)\n".utf8
      all += file.bytes
      all.append(UInt8(ascii: "\n"))
    }
    return all
  }

  /// Takes a definition apart; `nil` where the bytes are no definition.
  public init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.title.utf8) else { return nil }
    var files: [(path: String, bytes: [UInt8])] = []
    var rest = bytes[Self.title.utf8.count...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let space = rest[..<end].firstIndex(of: UInt8(ascii: " ")),
        let count = Int(String(decoding: rest[..<space], as: UTF8.self)), count >= 0,
        count < rest.endIndex - end - 1
      else { return nil }
      let path = String(decoding: rest[(space + 1)..<end], as: UTF8.self)
      let start = end + 1
      files.append((path, Array(rest[start..<start + count])))
      guard rest[start + count] == UInt8(ascii: "\n") else { return nil }
      rest = rest[(start + count + 1)...]
    }
    guard !files.isEmpty else { return nil }
    self.files = files
  }

  /// Whether its bytes give the same files back: a line feed in a path would not.
  var isReversible: Bool {
    guard let again = Definition(bytes: bytes), again.files.count == files.count else {
      return false
    }
    return zip(again.files, files).allSatisfy {
      $0.path.utf8.elementsEqual($1.path.utf8) && $0.bytes == $1.bytes
    }
  }

  /// Reads the definition from its own files and nothing else, without proving it again.
  public func read() -> CompiledRoadmap {
    let root = files[0]
    return compile(
      LoadedFile(name: root.path, shownPath: root.path, bytes: root.bytes),
      from: KeptFiles(files: files), proving: false)
  }
}

/// The included files of a definition.
private struct KeptFiles: IncludeFolder {
  let files: [(path: String, bytes: [UInt8])]

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    guard let file = files.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) else {
      return .failure(
        .unreadable(
          Text(en: "it is not part of the definition", ru: "его нет в составе определения")))
    }
    return .success(file.bytes)
  }

  func shownPath(of path: String) -> String { path }
}
