/// The offsets of a zone as its compiled file tells them: known changes, then a rule.
///
/// Source: RFC 8536, "The Time Zone Information Format (TZif)", versions 1 through 3.
struct TimeZoneHistory: Sendable {
  /// The instants of the changes, ascending, in seconds since the epoch.
  private let changes: [Int64]
  /// The offset that each change brings, in seconds east of UTC.
  private let offsetsAfter: [Int64]
  /// The offset before the first change.
  private let firstOffset: Int64
  /// What holds after the last change; without it the last offset stays.
  private let rule: PosixTimeZone?

  /// Seconds east of UTC at `seconds` since the epoch.
  func offset(at seconds: Int64) -> Int64 {
    guard let last = changes.last, seconds < last else {
      return rule?.offset(at: seconds) ?? offsetsAfter.last ?? firstOffset
    }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsetsAfter[low - 1]
  }

  /// Reads a compiled time zone file, or answers nil when it is not a sound one.
  ///
  /// Files that count leap seconds are refused: CEL's seconds don't.
  init?(tzif bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let first = TZifHeader(&reader) else { return nil }
    var header = first
    if first.version >= 2 {
      // The second block repeats the first with 64-bit instants.
      guard reader.skip(first.blockLength(instantWidth: 4)), let second = TZifHeader(&reader)
      else { return nil }
      header = second
    }
    let width = first.version >= 2 ? 8 : 4
    guard header.leapCount == 0, header.typeCount > 0,
      let changes = reader.integers(header.changeCount, width: width),
      let kinds = reader.integers(header.changeCount, width: 1),
      let offsets = Self.offsets(of: header, from: &reader),
      reader.skip(header.charCount + header.standardCount + header.universalCount),
      zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }),
      let firstOffset = offsets.first
    else { return nil }
    var offsetsAfter: [Int64] = []
    for kind in kinds {
      let index = Int(UInt8(truncatingIfNeeded: kind))
      guard index < offsets.count else { return nil }
      offsetsAfter.append(offsets[index])
    }
    self.changes = changes
    self.offsetsAfter = offsetsAfter
    self.firstOffset = firstOffset
    rule = first.version >= 2 ? reader.footer().flatMap { PosixTimeZone($0) } : nil
  }

  /// The offsets of the local time types, each of which must be less than 26 hours from UTC.
  private static func offsets(
    of header: TZifHeader, from reader: inout BigEndianReader
  ) -> [Int64]? {
    var offsets: [Int64] = []
    for _ in 0..<header.typeCount {
      guard let offset = reader.integer(width: 4), reader.skip(2), abs(offset) < 26 * 3600
      else { return nil }
      offsets.append(offset)
    }
    return offsets
  }
}

/// The counts at the head of a block.
private struct TZifHeader {
  let version: Int
  let universalCount: Int
  let standardCount: Int
  let leapCount: Int
  let changeCount: Int
  let typeCount: Int
  let charCount: Int

  init?(_ reader: inout BigEndianReader) {
    guard reader.take(4).map({ $0.elementsEqual("TZif".utf8) }) == true,
      let versionByte = reader.take(1)?.first, reader.skip(15),
      let counts = reader.integers(6, width: 4), counts.allSatisfy({ (0...65_536).contains($0) })
    else { return nil }
    version = versionByte >= 0x32 ? Int(versionByte) - 0x30 : 1
    universalCount = Int(counts[0])
    standardCount = Int(counts[1])
    leapCount = Int(counts[2])
    changeCount = Int(counts[3])
    typeCount = Int(counts[4])
    charCount = Int(counts[5])
  }

  /// The number of bytes that follow the header.
  func blockLength(instantWidth width: Int) -> Int {
    changeCount * (width + 1) + typeCount * 6 + charCount + leapCount * (width + 4)
      + standardCount + universalCount
  }
}

/// Reads big-endian two's complement integers.
private struct BigEndianReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func skip(_ count: Int) -> Bool {
    take(count) != nil
  }

  mutating func integer(width: Int) -> Int64? {
    guard let bytes = take(width), let first = bytes.first else { return nil }
    let sign: Int64 = first >= 0x80 ? -1 : 0
    return bytes.reduce(sign) { $0 << 8 | Int64($1) }
  }

  mutating func integers(_ count: Int, width: Int) -> [Int64]? {
    guard rest.count >= count * width else { return nil }
    return (0..<count).compactMap { _ in integer(width: width) }
  }

  /// The rule between two line ends after the data.
  mutating func footer() -> ArraySlice<UInt8>? {
    guard take(1)?.first == 0x0A, let end = rest.firstIndex(of: 0x0A) else { return nil }
    return rest[..<end]
  }
}
