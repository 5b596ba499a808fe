/// A set of years, kept as ranges that neither touch nor overlap.
struct YearSet: Hashable, Sendable, CustomStringConvertible {
  private let ranges: [ClosedRange<Int>]

  static let none = YearSet(years: [])
  static let all = YearSet(1...9999)

  init(_ range: ClosedRange<Int>) {
    ranges = [range]
  }

  init(years: [Int]) {
    self.init(merging: years.map { $0...$0 })
  }

  private init(merging ranges: [ClosedRange<Int>]) {
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  func contains(_ year: Int) -> Bool {
    let index = ranges.firstIndexSorted { $0.upperBound >= year }
    return index < ranges.count && ranges[index].contains(year)
  }

  func union(_ other: YearSet) -> YearSet {
    YearSet(merging: ranges + other.ranges)
  }

  /// The years as people list them: `2019, 2028–2030`.
  var description: String {
    let parts = ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
    return parts.joined(separator: ", ")
  }
}
