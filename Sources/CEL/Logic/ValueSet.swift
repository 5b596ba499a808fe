/// A set of values of one type: a union of stretches of its order.
///
/// Every type here has a least value, and every value but the greatest has a next one, so that a
/// stretch is told by its first value and by the first one past it.
public struct ValueSet: Hashable, Sendable {
  /// Values from `first` up to, and not including, `end`; to the greatest where that is nil.
  public struct Stretch: Hashable, Sendable {
    /// The first value.
    public let first: ValuePoint
    /// The first value past it; nil where it goes on to the greatest.
    public let end: ValuePoint?
  }

  /// The stretches in order, with gaps between them.
  public private(set) var stretches: [Stretch] = []

  /// Whether there is no value in it.
  public var isEmpty: Bool { stretches.isEmpty }

  /// The empty set.
  public init() {}

  /// The values from `first` to `last`, both included.
  ///
  /// - Parameters:
  ///   - first: the first value.
  ///   - last: the last one; the greatest of the type when nil.
  public init(from first: ValuePoint, through last: ValuePoint? = nil) {
    let end = last.map(\.next)
    if let last, last < first { return }
    stretches = [Stretch(first: first, end: end ?? nil)]
  }

  /// The values from `first` up to, and not including, `end`.
  public init(from first: ValuePoint, before end: ValuePoint) {
    if first < end { stretches = [Stretch(first: first, end: end)] }
  }

  /// The set of these values.
  public init(_ points: some Sequence<ValuePoint>) {
    for point in points.sorted() { append(Stretch(first: point, end: point.next)) }
  }

  /// Adds a stretch that begins no earlier than the last one.
  private mutating func append(_ stretch: Stretch) {
    guard let last = stretches.last else { return stretches = [stretch] }
    guard let end = last.end else { return }
    guard stretch.first <= end else { return stretches.append(stretch) }
    let isLonger = stretch.end.map { $0 > end } ?? true
    stretches[stretches.count - 1] = Stretch(
      first: last.first, end: isLonger ? stretch.end : end)
  }

  /// Whether a value is in the set.
  public func contains(_ point: ValuePoint) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].first <= point { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    return stretches[low - 1].end.map { point < $0 } ?? true
  }

  /// The values of either set.
  public func union(_ other: ValueSet) -> ValueSet {
    var result = ValueSet()
    for stretch in (stretches + other.stretches).sorted(by: { $0.first < $1.first }) {
      result.append(stretch)
    }
    return result
  }

  /// The values of a type that are not in the set.
  ///
  /// - Parameter least: the least value of the type.
  /// - Returns: all other values of the type.
  public func complement(from least: ValuePoint) -> ValueSet {
    var result = ValueSet()
    var start: ValuePoint? = least
    for stretch in stretches {
      if let first = start, first < stretch.first {
        result.stretches.append(Stretch(first: first, end: stretch.first))
      }
      start = stretch.end
    }
    if let start { result.stretches.append(Stretch(first: start, end: nil)) }
    return result
  }

  /// The values of both sets.
  public func intersection(_ other: ValueSet) -> ValueSet {
    var result = ValueSet()
    var left = stretches[...]
    var right = other.stretches[...]
    while let a = left.first, let b = right.first {
      let first = max(a.first, b.first)
      let end = Self.earlier(a.end, b.end)
      if end.map({ first < $0 }) ?? true {
        result.stretches.append(Stretch(first: first, end: end))
      }
      if a.end == end { left.removeFirst() }
      if b.end == end { right.removeFirst() }
    }
    return result
  }

  private static func earlier(_ left: ValuePoint?, _ right: ValuePoint?) -> ValuePoint? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  /// Where membership changes: a value before and after each of these is on another side.
  public var boundaries: [ValuePoint] {
    stretches.flatMap { [$0.first] + ($0.end.map { [$0] } ?? []) }
  }
}
