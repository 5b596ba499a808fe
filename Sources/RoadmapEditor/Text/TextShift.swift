import SourceDiagnostics

/// Where the characters of an older text stand in a newer one: what is the same before and after
/// the change has moved, what is in between has no place.
struct TextShift: Sendable {
  private let kept: (before: Int, after: Int)
  private let counts: (old: Int, new: Int)

  /// Compares two texts.
  init(from old: LineIndex, to new: LineIndex) {
    let shorter = min(old.bytes.count, new.bytes.count)
    var before = 0
    while before < shorter, old.bytes[before] == new.bytes[before] { before += 1 }
    var after = 0
    while after < shorter - before,
      old.bytes[old.bytes.count - 1 - after] == new.bytes[new.bytes.count - 1 - after]
    {
      after += 1
    }
    counts = (old.scalarCount, new.scalarCount)
    let tail = old.scalarCount - Int(old.offset(ofByte: old.bytes.count - after))
    kept = (min(Int(old.offset(ofByte: before)), old.scalarCount), max(0, tail))
  }

  /// Where the character at `offset` of the newer text stood in the older one.
  func old(_ offset: UInt32) -> UInt32? { moved(Int(offset), from: counts.new, to: counts.old) }

  /// Where the character at `offset` of the older text stands in the newer one.
  func new(_ offset: UInt32) -> UInt32? { moved(Int(offset), from: counts.old, to: counts.new) }

  /// Where a span of the older text stands in the newer one.
  func new(_ span: SourceSpan) -> SourceSpan? {
    guard let start = new(span.start), let end = new(span.end) else { return nil }
    return SourceSpan(file: span.file, start: start, end: end)
  }

  private func moved(_ offset: Int, from count: Int, to other: Int) -> UInt32? {
    if offset <= kept.before { return UInt32(truncatingIfNeeded: min(offset, other)) }
    guard offset >= count - kept.after, offset <= count else { return nil }
    return UInt32(truncatingIfNeeded: max(0, other - (count - offset)))
  }
}
