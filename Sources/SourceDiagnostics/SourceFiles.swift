import Synchronization

/// The files that a load has read, with their text and the positions in it.
///
/// A file may be of any size up to 4 GiB and need not be UTF-8: a byte that is part of no character
/// counts as one. The table of lines is built when the first position of a file is asked for.
public struct SourceFiles: Sendable {
  private var files: [SourceFile] = []

  /// Creates an empty set of files.
  public init() {}

  /// Adds a file as it shall be called in messages.
  public mutating func add(path: String, bytes: [UInt8]) -> SourceFileID {
    let id = SourceFileID(index: Int32(truncatingIfNeeded: files.count))
    files.append(SourceFile(path: path, bytes: bytes))
    return id
  }

  /// The number of files.
  public var count: Int { files.count }

  /// Every file, in the order in which they were added.
  public var ids: [SourceFileID] {
    files.indices.map { SourceFileID(index: Int32(truncatingIfNeeded: $0)) }
  }

  /// What the file is called; empty for a file that is not of this set.
  public func path(_ file: SourceFileID) -> String {
    self[file]?.path ?? ""
  }

  /// The whole content of the file, a byte order mark included.
  public func bytes(_ file: SourceFileID) -> [UInt8] {
    self[file]?.bytes ?? []
  }

  /// The position of the character at `offset`; past the end, the end of the file.
  public func position(_ offset: UInt32, in file: SourceFileID) -> SourcePosition {
    guard let source = self[file] else { return SourcePosition(line: 1, column: 1) }
    return source.withLines { lines in
      let offset = min(offset, lines.characterCount)
      let line = lines.line(at: offset)
      return SourcePosition(
        line: line + 1, column: Int(offset - lines.characterStarts[line]) + 1)
    }
  }

  /// The position of the first character of `span`.
  public func start(of span: SourceSpan) -> SourcePosition {
    position(span.start, in: span.file)
  }

  /// The position past the last character of `span`.
  public func end(of span: SourceSpan) -> SourcePosition {
    position(span.end, in: span.file)
  }

  /// The text of a line, from 1, without its line break; bytes that are no text read as U+FFFD.
  public func lineText(_ line: Int, in file: SourceFileID) -> String {
    String(String.UnicodeScalarView(scalars(ofLine: line, in: file)))
  }

  /// Where the bytes of `span` stand in ``bytes(_:)``.
  public func byteRange(of span: SourceSpan) -> Range<Int> {
    guard let source = self[span.file] else { return 0..<0 }
    return source.byteOffset(of: span.start)..<source.byteOffset(of: span.end)
  }

  /// The number of lines of a file, at least 1.
  public func lineCount(of file: SourceFileID) -> Int {
    self[file]?.withLines(\.count) ?? 1
  }

  /// The offset, in characters, of the first character of a line, from 1; of the last line for one
  /// past it.
  public func offset(ofLine line: Int, in file: SourceFileID) -> UInt32 {
    self[file]?.withLines { lines in
      lines.characterStarts[min(max(line, 1), lines.count) - 1]
    } ?? 0
  }

  /// The characters of a line, from 1, without its line break.
  func scalars(ofLine line: Int, in file: SourceFileID) -> [Unicode.Scalar] {
    self[file]?.scalars(ofLine: line - 1) ?? []
  }

  private subscript(file: SourceFileID) -> SourceFile? {
    files.indices.contains(Int(file.index)) ? files[Int(file.index)] : nil
  }
}

/// One file: what never changes, and the table of its lines once somebody has asked for it.
private final class SourceFile: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lines = Mutex<LineTable?>(nil)

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The number of bytes of the byte order mark.
  private var markCount: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  func withLines<Result>(_ body: (LineTable) -> Result) -> Result {
    let table = lines.withLock { cached in
      if let table = cached { return table }
      let table = withText { LineTable($0) }
      cached = table
      return table
    }
    return body(table)
  }

  func byteOffset(of offset: UInt32) -> Int {
    withLines { lines in
      let offset = min(offset, lines.characterCount)
      let line = lines.line(at: offset)
      let characters = offset - lines.characterStarts[line]
      return markCount
        + withText { text in
          var index = Int(lines.byteStarts[line])
          for _ in 0..<characters { index += decodeUTF8(text, at: index)?.width ?? 0 }
          return index
        }
    }
  }

  func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    withLines { lines in
      guard (0..<lines.count).contains(line) else { return [] }
      return withText { text in
        var scalars: [Unicode.Scalar] = []
        var index = Int(lines.byteStarts[line])
        while let decoded = decodeUTF8(text, at: index) {
          if case .scalar("\n", _) = decoded { break }
          if case .scalar("\r", _) = decoded { break }
          if case .scalar(let scalar, _) = decoded {
            scalars.append(scalar)
          } else {
            scalars.append("\u{FFFD}")
          }
          index += decoded.width
        }
        return scalars
      }
    }
  }

  private func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[markCount...])) }
  }
}
