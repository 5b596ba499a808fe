/// A set of code points, as ascending ranges that neither touch nor overlap.
struct ScalarSet: Hashable, Sendable {
  let ranges: [ClosedRange<UInt32>]

  static let lastScalar: UInt32 = 0x10FFFF
  static let any = ScalarSet([0...lastScalar])
  static let anyButNewline = ScalarSet([0...9, 11...lastScalar])

  /// The set of all code points in `ranges`, which may come in any order and overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        let upper = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound...upper
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// All code points that are not in this set.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.lastScalar { gaps.append(next...Self.lastScalar) }
    return ScalarSet(gaps)
  }

  /// This set and every code point that differs from one of its own only in case.
  var foldingCase: ScalarSet {
    var all = ranges
    for range in ranges { CaseFolding.appendEquivalents(of: range, to: &all) }
    return ScalarSet(all)
  }
}
