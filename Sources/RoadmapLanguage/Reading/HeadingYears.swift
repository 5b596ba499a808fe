import CivilTime

/// The years that a title or a heading speaks of: `… на 2018-2020 г.`, `2018/19 учебный год`.
struct HeadingYears {
  private let bytes: [UInt8]

  /// The years of `title`, from the first to the last; `nil` where it names none.
  static func period(of title: String) -> Period? {
    let years = HeadingYears(bytes: Array(title.utf8)).all()
    guard let first = years.min(), let last = years.max() else { return nil }
    let words = title.lowercased()
    let isSchool = ["учебн", "school year", "academic year"].contains { words.contains($0) }
    if isSchool, last == first + 1 {
      return Period(
        from: CivilDate(year: first, month: 9, day: 1),
        to: CivilDate(year: last, month: 8, day: 31))
    }
    return Period(
      from: CivilDate(year: first, month: 1, day: 1),
      to: CivilDate(year: last, month: 12, day: 31))
  }

  private func all() -> [Int] {
    var years: [Int] = []
    for run in runs() {
      guard let number = number(run), !isPartOfDateOrNumber(run) else { continue }
      if run.count == 4, (1900...2199).contains(number) { years.append(number) }
      if run.count == 2, let first = years.last, isSecondYear(run),
        number > first % 100
      {
        years.append(first / 100 * 100 + number)
      }
    }
    return years
  }

  /// The runs of digits.
  private func runs() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in bytes.indices where isDigit(index) {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<index + 1
      } else {
        found.append(index..<index + 1)
      }
    }
    return found
  }

  private func number(_ run: Range<Int>) -> Int? {
    Int(String(decoding: bytes[run], as: UTF8.self))
  }

  /// Whether the digits belong to a date such as `12.05.2018`, or follow `№`.
  private func isPartOfDateOrNumber(_ run: Range<Int>) -> Bool {
    let dot = UInt8(ascii: ".")
    if byte(run.lowerBound - 1) == dot, isDigit(run.lowerBound - 2) { return true }
    if byte(run.upperBound) == dot, isDigit(run.upperBound + 1) { return true }
    let hyphen = UInt8(ascii: "-")
    if run.count == 4, byte(run.upperBound) == hyphen, isDigit(run.upperBound + 1),
      isDigit(run.upperBound + 2), byte(run.upperBound + 3) == hyphen
    {
      return true
    }
    let before = bytes[..<run.lowerBound].reversed().drop { $0 == UInt8(ascii: " ") }
    return before.starts(with: "№".utf8.reversed()) || before.first == UInt8(ascii: "#")
  }

  /// Whether the digits stand behind a year and a dash or a slash: the `19` of `2018/19`.
  private func isSecondYear(_ run: Range<Int>) -> Bool {
    let before = bytes[..<run.lowerBound].reversed()
    return ["/", "-", "–"].contains { mark in
      before.starts(with: mark.utf8.reversed())
        && before.dropFirst(mark.utf8.count).prefix(4).allSatisfy(Self.isDigit)
        && before.count >= mark.utf8.count + 4
    }
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func isDigit(_ index: Int) -> Bool { byte(index).map(Self.isDigit) ?? false }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
