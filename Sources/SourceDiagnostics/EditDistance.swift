/// Counts the typing mistakes between one text and many others.
///
/// A mistake is a letter too many, too few or wrong, or two neighbours exchanged (Damerau and
/// Levenshtein, restricted: no stretch is edited twice). Case does not count.
struct EditDistance {
  private let text: [UInt32]
  private var other: [UInt32] = []
  private var rows: [[Int]]

  init(from text: String) {
    self.text = Self.folded(text)
    rows = [[Int]](repeating: [Int](repeating: 0, count: self.text.count + 1), count: 3)
  }

  /// How many mistakes a person is believed to make in the text: none in one letter, 3 at most.
  var plausibleMistakes: Int {
    text.count < 2 ? 0 : min(3, max(1, text.count / 3))
  }

  /// The number of mistakes between the text and `candidate`; nil above `limit`.
  mutating func mistakes(in candidate: String, limit: Int) -> Int? {
    // A character has at most four bytes: what is far too short or too long is not even decoded.
    let byteCount = candidate.utf8.count
    guard byteCount <= (text.count + limit) * 4, byteCount >= text.count - limit else { return nil }
    other.removeAll(keepingCapacity: true)
    for scalar in candidate.unicodeScalars { other.append(Self.folded(scalar)) }
    guard abs(other.count - text.count) <= limit else { return nil }
    return bounded(limit)
  }

  /// The number of mistakes between `text` and `other` without the ends that they share.
  private mutating func bounded(_ limit: Int) -> Int? {
    var start = 0
    var (textEnd, otherEnd) = (text.count, other.count)
    while start < min(textEnd, otherEnd), text[start] == other[start] { start += 1 }
    while min(textEnd, otherEnd) > start, text[textEnd - 1] == other[otherEnd - 1] {
      textEnd -= 1
      otherEnd -= 1
    }
    return mistakes(between: start..<textEnd, and: start..<otherEnd, limit)
  }

  /// Fills a table of which three rows are kept, and of these only what lies near the diagonal.
  private mutating func mistakes(
    between columns: Range<Int>, and otherRange: Range<Int>, _ limit: Int
  ) -> Int? {
    let far = limit + 1
    for column in 0...columns.count { rows[0][column] = min(column, far) }
    for row in stride(from: 1, through: otherRange.count, by: 1) {
      let (now, above, twoAbove) = (row % 3, (row + 2) % 3, (row + 1) % 3)
      let near = max(1, row - limit)...max(1, min(columns.count, row + limit))
      rows[now][near.lowerBound - 1] = near.lowerBound == 1 ? min(row, far) : far
      var least = rows[now][near.lowerBound - 1]
      for column in near where column <= columns.count {
        let letter = other[otherRange.lowerBound + row - 1]
        let wanted = text[columns.lowerBound + column - 1]
        var cost = min(
          rows[above][column] + 1, rows[now][column - 1] + 1,
          rows[above][column - 1] + (letter == wanted ? 0 : 1))
        if row > 1, column > 1, letter == text[columns.lowerBound + column - 2],
          other[otherRange.lowerBound + row - 2] == wanted
        {
          cost = min(cost, rows[twoAbove][column - 2] + 1)
        }
        rows[now][column] = cost
        least = min(least, cost)
      }
      if near.upperBound < columns.count { rows[now][near.upperBound + 1] = far }
      guard least <= limit else { return nil }
    }
    let total = rows[otherRange.count % 3][columns.count]
    return total <= limit ? total : nil
  }

  /// The characters of `text` in lower case.
  private static func folded(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(folded)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A, 0x410...0x42F: scalar.value + 0x20
    case 0x400...0x40F: scalar.value + 0x50
    default: scalar.value
    }
  }
}
