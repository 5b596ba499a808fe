import CivilTime
import RoadmapModel

/// Writes numbers in as few bytes as they need.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Writes a number in groups of seven bits, the lowest first.
  mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number that is never negative where it is valid.
  mutating func number(_ value: some BinaryInteger) { number(UInt64(truncatingIfNeeded: value)) }

  /// Writes a day, or that there is none.
  mutating func day(_ day: CivilDate?) {
    number(day.map { UInt64(UInt32(bitPattern: $0.dayNumber)) + 1 } ?? 0)
  }

  /// Writes a digest, or that there is none.
  mutating func digest(_ digest: ContentDigest?) { text(digest?.hex ?? "") }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what ``SnapshotWriter`` writes; `nil` for whatever it cannot have written.
struct SnapshotReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// The number of bytes that are left.
  var left: Int { bytes.endIndex - next }

  mutating func byte() -> UInt8? {
    guard next < bytes.endIndex else { return nil }
    defer { next += 1 }
    return bytes[next]
  }

  mutating func number() -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = byte() else { return nil }
      let group = UInt64(byte & 0x7F)
      guard shift < 63 || group < 2, shift == 0 || byte != 0 else { return nil }
      number |= group << shift
      if byte & 0x80 == 0 { return number }
    }
    return nil
  }

  /// Reads a number below `limit`.
  mutating func number(below limit: Int) -> Int? {
    guard let number = number(), let value = Int(exactly: number), value < limit else {
      return nil
    }
    return value
  }

  /// Reads a text in valid UTF-8.
  mutating func text() -> String? {
    guard let count = number(below: left + 1), count <= left else { return nil }
    defer { next += count }
    return String(validating: bytes[next..<next + count], as: UTF8.self)
  }

  /// Reads a digest; the inner `nil` stands for none.
  mutating func digest() -> ContentDigest?? {
    guard let hex = text() else { return nil }
    guard !hex.isEmpty else { return .some(nil) }
    return ContentDigest(hex: hex).map { .some($0) }
  }

  /// Reads a day; the inner `nil` stands for none.
  mutating func day() -> CivilDate?? {
    guard let bits = number(below: 1 << 33) else { return nil }
    guard bits > 0 else { return .some(nil) }
    let number = Int32(truncatingIfNeeded: bits - 1)
    return CivilDate(dayNumber: number).map { .some($0) }
  }

  /// Reads positions of steps, each once.
  mutating func steps() -> [StepIndex]? {
    guard let count = number(below: left + 1) else { return nil }
    var steps: [StepIndex] = []
    for _ in 0..<count {
      guard let step = number(below: Int(Int32.max)), !steps.contains(StepIndex(step)) else {
        return nil
      }
      steps.append(StepIndex(step))
    }
    return steps
  }
}
