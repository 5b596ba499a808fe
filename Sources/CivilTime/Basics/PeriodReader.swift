import Bilingual

/// Reads the text of a ``Period``; every mistake has its place and its words.
struct PeriodReader {
  private var reader: ByteReader
  private let text: String

  private static let slash = UInt8(ascii: "/")
  private static let hyphen = UInt8(ascii: "-")

  /// A side of an interval: its first and its last day, both nil where it is open.
  private typealias Side = (start: CivilDate?, end: CivilDate?)

  init(_ text: some StringProtocol) {
    self.text = String(text)
    reader = ByteReader(text)
  }

  mutating func read() throws(PeriodError) -> Period {
    guard !reader.isAtEnd else { throw .empty }
    let first = try side()
    guard reader.skip(Self.slash) else { return try alone(first) }
    let secondOffset = reader.position
    let second = try side(afterSlash: true)
    guard reader.isAtEnd else { throw junk() }
    return try interval(first, second, at: secondOffset)
  }

  private func alone(_ side: Side) throws(PeriodError) -> Period {
    guard let start = side.start, let end = side.end else { throw .openWithoutSlash(text) }
    guard reader.isAtEnd else { throw junk() }
    guard let period = Period(from: start, to: end) else { throw .bothOpen }
    return period
  }

  private func interval(
    _ first: Side, _ second: Side, at offset: Int
  ) throws(PeriodError) -> Period {
    guard first.start != nil || second.end != nil else { throw .bothOpen }
    guard let period = Period(from: first.start, to: second.end) else {
      throw .reversed(text, at: offset)
    }
    return period
  }

  private mutating func side(afterSlash: Bool = false) throws(PeriodError) -> Side {
    guard let next = reader.next, next != Self.slash else { return (nil, nil) }
    if reader.skip(UInt8(ascii: ".")) {
      guard reader.skip(UInt8(ascii: ".")) else { throw junk() }
      return (nil, nil)
    }
    let digits = reader.digitsAhead
    if afterSlash, digits < 4, digits > 0 { throw .shortEnd(at: reader.position) }
    guard digits == 4, let year = reader.number(digits: 4) else { throw junk() }
    guard year >= 1 else { throw .noSuchYear(at: reader.position - 4) }
    guard reader.skip(Self.hyphen) else { return Self.year(year) }
    return try monthOrDate(in: year)
  }

  private mutating func monthOrDate(in year: Int) throws(PeriodError) -> Side {
    let offset = reader.position
    guard reader.digitsAhead == 2, let month = reader.number(digits: 2) else { throw junk() }
    guard reader.skip(Self.hyphen) else { return try monthOrPart(month, of: year, at: offset) }
    guard (1...12).contains(month) else { throw .noSuchMonth(month, at: offset) }
    let dayOffset = reader.position
    guard reader.digitsAhead == 2, let day = reader.number(digits: 2) else { throw junk() }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .noSuchDay(year, month, day, at: dayOffset)
    }
    return (date, date)
  }

  private func monthOrPart(
    _ number: Int, of year: Int, at offset: Int
  ) throws(PeriodError) -> Side {
    switch number {
    case 1...12: return Self.months(number...number, of: year)
    case 21...32: throw .season(at: offset)
    case 33...36: return Self.part(number - 33, lasting: 3, of: year)
    case 37...39: return Self.part(number - 37, lasting: 4, of: year)
    case 40...41: return Self.part(number - 40, lasting: 6, of: year)
    default: throw .noSuchMonth(number, at: offset)
    }
  }

  private static func part(_ index: Int, lasting months: Int, of year: Int) -> Side {
    Self.months((index * months + 1)...((index + 1) * months), of: year)
  }

  private static func year(_ year: Int) -> Side { months(1...12, of: year) }

  private static func months(_ range: ClosedRange<Int>, of year: Int) -> Side {
    let start = CivilDate(year: year, month: range.lowerBound, day: 1)
    let end = CivilDate(year: year, month: range.upperBound, day: 1)?.endOfMonth
    return (start, end)
  }

  /// What to say about the byte that cannot be read.
  private func junk() -> PeriodError {
    let rest = String(decoding: reader.bytes[reader.position...].prefix(40), as: UTF8.self)
    return .unreadable(rest, at: reader.position)
  }
}
