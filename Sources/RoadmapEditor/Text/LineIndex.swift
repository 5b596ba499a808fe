import SourceDiagnostics

/// A text, and where its lines start: turns places as editors count them into those of spans.
///
/// Every place that may be asked for has an answer: what lies outside of the text is moved to its
/// nearest edge.
public struct LineIndex: Sendable {
  /// The whole text, a byte order mark included.
  public let bytes: [UInt8]
  /// The byte at which each line starts.
  private(set) var byteStarts: [Int]
  /// The character at which each line starts, a byte order mark not counted.
  private(set) var scalarStarts: [Int] = [0]
  /// How many characters the text has.
  public private(set) var scalarCount = 0

  /// Reads the lines of a text; they end with LF, CRLF or CR.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    byteStarts = [mark]
    bytes.withUnsafeBufferPointer { buffer in
      var index = mark
      var scalars = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += byte < 0x80 ? 1 : decodeUTF8(buffer, at: index)?.width ?? 1
        scalars += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < buffer.count, buffer[index] == 0x0A {
          index += 1
          scalars += 1
        }
        byteStarts.append(index)
        scalarStarts.append(scalars)
      }
      scalarCount = scalars
    }
  }

  /// The number of lines; a text that ends with a line break has an empty last one.
  public var lineCount: Int { byteStarts.count }

  /// The text of a line, from 0, without its line break; empty outside of the text.
  public func line(_ line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// Where the bytes of a line stand, without its line break.
  func byteRange(ofLine line: Int) -> Range<Int> {
    guard byteStarts.indices.contains(line) else { return bytes.count..<bytes.count }
    let start = byteStarts[line]
    var end = line + 1 < byteStarts.count ? byteStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The position of the character at `offset`.
  public func position(of offset: UInt32, in encoding: PositionEncoding) -> TextPosition {
    let offset = min(Int(offset), scalarCount)
    let line = Self.last(in: scalarStarts, notAfter: offset)
    let range = byteRange(ofLine: line)
    var (index, left, column) = (range.lowerBound, offset - scalarStarts[line], 0)
    while left > 0, index < range.upperBound {
      let width = width(at: index)
      column += encoding.width(of: width)
      index += width.bytes
      left -= 1
    }
    return TextPosition(line: line, character: column)
  }

  /// The byte at a position, and the number of its character in the text.
  public func place(
    of position: TextPosition, in encoding: PositionEncoding
  ) -> (byte: Int, offset: UInt32) {
    guard position.line >= 0 else { return place(atLine: 0, 0, encoding) }
    guard position.line < lineCount else {
      return (bytes.count, UInt32(truncatingIfNeeded: scalarCount))
    }
    return place(atLine: position.line, position.character, encoding)
  }

  private func place(
    atLine line: Int, _ character: Int, _ encoding: PositionEncoding
  ) -> (byte: Int, offset: UInt32) {
    let range = byteRange(ofLine: line)
    var (index, offset, left) = (range.lowerBound, scalarStarts[line], character)
    while index < range.upperBound, left > 0 {
      let width = width(at: index)
      left -= encoding.width(of: width)
      // A place in the middle of a character is before it.
      if left < 0 { break }
      index += width.bytes
      offset += 1
    }
    return (index, UInt32(truncatingIfNeeded: offset))
  }

  /// The number of the character that stands at a byte, or in which it lies.
  func offset(ofByte byte: Int) -> UInt32 {
    let line = Self.last(in: byteStarts, notAfter: byte)
    var (index, offset) = (byteStarts[line], scalarStarts[line])
    while index < min(byte, bytes.count) {
      index += width(at: index).bytes
      if index <= byte { offset += 1 }
    }
    return UInt32(truncatingIfNeeded: offset)
  }

  private func width(at index: Int) -> DecodedWidth {
    guard bytes[index] >= 0x80 else { return DecodedWidth(bytes: 1) }
    return bytes.withUnsafeBufferPointer { buffer in
      DecodedWidth(bytes: decodeUTF8(buffer, at: index)?.width ?? 1)
    }
  }

  /// The position of the last of some ascending numbers that is not greater than `value`.
  private static func last(in numbers: [Int], notAfter value: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if numbers[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
