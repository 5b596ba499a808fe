/// A single value in a list of YAML, as its bytes stand in the file.
struct ListItem {
  private let range: Range<Int>
  private let bytes: [UInt8]

  /// Takes the value at `range`; nil where that is not a single value on one line.
  init?(_ range: Range<Int>, in bytes: [UInt8]) {
    guard !range.isEmpty, range.upperBound <= bytes.count, let first = bytes[range].first,
      !"{[&*!|>".utf8.contains(first), !bytes[range].contains(where: Self.isBreak)
    else { return nil }
    self.range = range
    self.bytes = bytes
  }

  /// The bytes that go with the item, so that the list is one without it; nil where it is the only
  /// one in brackets, or where a comment would go, too.
  var removal: Range<Int>? {
    var before = range.lowerBound
    while before > 0, Self.isSpace(bytes[before - 1]) { before -= 1 }
    guard before > 0 else { return nil }
    switch bytes[before - 1] {
    case UInt8(ascii: ","): return (before - 1)..<range.upperBound
    case UInt8(ascii: "["): return removalOfFirst
    case UInt8(ascii: "-"): return removalOfLine(dash: before - 1)
    default: return nil
    }
  }

  private var removalOfFirst: Range<Int>? {
    var after = range.upperBound
    while after < bytes.count, Self.isSpace(bytes[after]) { after += 1 }
    guard after < bytes.count, bytes[after] == UInt8(ascii: ",") else { return nil }
    after += 1
    while after < bytes.count, Self.isBlank(bytes[after]) { after += 1 }
    // A comment or a line of its own after the comma belongs to the next item.
    guard after < bytes.count, !Self.isBreak(bytes[after]), bytes[after] != UInt8(ascii: "#")
    else { return nil }
    return range.lowerBound..<after
  }

  private func removalOfLine(dash: Int) -> Range<Int>? {
    guard bytes[(dash + 1)..<range.lowerBound].allSatisfy(Self.isBlank) else { return nil }
    var start = dash
    while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || Self.isBreak(bytes[start - 1]) else { return nil }
    var end = range.upperBound
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    guard end < bytes.count, Self.isBreak(bytes[end]) else { return nil }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return start..<(end + (isPair ? 2 : 1))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }
}
