/// A change of a file: these bytes become others.
public struct TextEdit: Hashable, Sendable {
  /// The file.
  public let file: SourceFileID
  /// The bytes that go, counted from the start of the file.
  public let range: Range<Int>
  /// What comes in their place.
  public let replacement: [UInt8]

  /// Creates a change of the bytes `range` of `file`.
  public init(file: SourceFileID, range: Range<Int>, replacement: [UInt8]) {
    self.file = file
    self.range = range
    self.replacement = replacement
  }
}

/// A file and changes of it that do not touch each other.
public struct EditedText: Sendable {
  /// What stands in the file.
  public let bytes: [UInt8]
  /// The changes in the order of the file.
  public private(set) var edits: [(range: Range<Int>, replacement: [UInt8])] = []

  /// Begins with a file that is not changed.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes in a change; answers whether it is made, now or before: not one that touches another.
  public mutating func add(_ range: Range<Int>, _ replacement: [UInt8]) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return false }
    if edits.contains(where: { $0.range == range && $0.replacement == replacement }) { return true }
    let isClear = edits.allSatisfy {
      $0.range.upperBound < range.lowerBound || range.upperBound < $0.range.lowerBound
    }
    guard isClear else { return false }
    let index = edits.firstIndex { $0.range.lowerBound > range.lowerBound } ?? edits.endIndex
    edits.insert((range, replacement), at: index)
    return true
  }

  /// What the file becomes.
  public var result: [UInt8] { result(of: 0..<bytes.count) }

  /// What a stretch of the file becomes that begins and ends in no change.
  func result(of range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var position = range.lowerBound
    for edit in edits
    where edit.range.lowerBound >= range.lowerBound && edit.range.upperBound <= range.upperBound {
      result += bytes[position..<edit.range.lowerBound] + edit.replacement
      position = edit.range.upperBound
    }
    return result + bytes[position..<range.upperBound]
  }
}
