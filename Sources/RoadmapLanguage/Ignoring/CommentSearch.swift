import SourceDiagnostics
import YAMLSource

/// Finds the comments of a file that speak to this program; texts that only look so are none.
struct CommentSearch {
  private let files: SourceFiles
  private let tree: YAMLTree
  private var file: SourceFileID { tree.file }

  init(in files: SourceFiles, _ tree: YAMLTree) {
    self.files = files
    self.tree = tree
  }

  /// The comments with the number of their line, from 1.
  func comments() -> [(line: Int, comment: IgnoreComment)] {
    let lines = candidateLines()
    guard !lines.isEmpty else { return [] }
    let texts = scalars(around: lines)
    return lines.compactMap { line in
      let scalars = Array(files.lineText(line, in: file).unicodeScalars)
      let start = files.offset(ofLine: line, in: file)
      // The first `#` that begins a comment: what comes after it is the comment's own.
      let hash = scalars.indices.first { index in
        scalars[index] == "#" && (index == 0 || scalars[index - 1].isBlank)
          && !texts.contains { $0.contains(start + UInt32(truncatingIfNeeded: index)) }
      }
      guard let hash, let comment = IgnoreComment(scalars, at: hash) else { return nil }
      return (line, comment)
    }
  }

  /// The line, from 1, that a comment on `line` is about: the next that says something.
  func lineAfter(_ line: Int) -> Int? {
    let count = files.lineCount(of: file)
    return (line..<max(line, count)).lazy.map { $0 + 1 }.first { number in
      let first = files.lineText(number, in: file).unicodeScalars.first { !$0.isBlank }
      return first != nil && first != "#"
    }
  }

  /// The lines in whose bytes `vekha:` follows a `#`.
  private func candidateLines() -> [Int] {
    files.bytes(file).withUnsafeBytes { bytes in
      var lines: [Int] = []
      var line = 1
      var counted = 0
      var next = Self.hash(in: bytes, from: 0)
      while let index = next {
        if Self.addresses(bytes, after: index) {
          line += Self.lineBreaks(in: bytes, counted..<index)
          counted = index
          if lines.last != line { lines.append(line) }
        }
        next = Self.hash(in: bytes, from: index + 1)
      }
      return lines
    }
  }

  /// Where the next `#` stands; 8 bytes at a time, since nearly all large files have none.
  private static func hash(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let hash = UInt8(ascii: "#")
    var index = start
    while bytes.count - index >= 8 {
      // Bytes that are `#` become zero, and only a zero borrows from the bit above its own byte.
      let block =
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ (ones &* UInt64(hash))
      if (block &- ones) & ~block & (ones << 7) != 0 { break }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == hash { return index }
      index += 1
    }
    return nil
  }

  private static func lineBreaks(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    range.count { index in
      bytes[index] == 0x0A
        || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }

  private static func addresses(_ bytes: UnsafeRawBufferPointer, after hash: Int) -> Bool {
    var index = hash + 1
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    for byte in "vekha:".utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// Where the scalars stand that reach into one of these lines.
  private func scalars(around lines: [Int]) -> [Range<UInt32>] {
    let places = lines.map { line in
      let start = files.offset(ofLine: line, in: file)
      return start...max(start, files.offset(ofLine: line + 1, in: file))
    }
    var found: [Range<UInt32>] = []
    for index in 0..<tree.count {
      let node = NodeID(index: Int32(truncatingIfNeeded: index))
      guard tree.kind(node) == .scalar else { continue }
      let span = tree.span(node)
      // The first place that does not end before the scalar begins.
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle].upperBound < span.start { low = middle + 1 } else { high = middle }
      }
      guard low < places.count, places[low].lowerBound < span.end else { continue }
      found.append(span.start..<span.end)
    }
    return found
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
