/// A stretch of days, each side of which may be open or unknown; never both.
///
/// Source: ISO 8601-1 dates and intervals, and of ISO 8601-2 (EDTF) the open ends, the quarters
/// (`2018-33` through `2018-36`), the thirds (`2018-37` through `-39`) and the halves (`-40`,
/// `-41`).
public struct Period: Hashable, Sendable {
  /// The first day, or nil where the start is open or unknown.
  public let from: CivilDate?
  /// The last day, which belongs to the period, or nil where the end is open or unknown.
  public let to: CivilDate?

  /// The days `from` through `to`, or nil when both are nil or `to` comes first.
  public init?(from: CivilDate?, to: CivilDate?) {
    switch (from, to) {
    case (nil, nil): return nil
    case (let from?, let to?) where to < from: return nil
    default: break
    }
    self.from = from
    self.to = to
  }

  /// Reads an ISO 8601 or EDTF date, month, year, quarter, half or interval: `2018-10-15`,
  /// `2018-09`, `2020`, `2018-35`, `2018-09/2018-10`, `../2018-10-15`, `2018-09/..`.
  ///
  /// An empty side of an interval is read as an open one.
  ///
  /// - Throws: ``PeriodError`` with the place of the first mistake.
  public init(edtf text: some StringProtocol) throws(PeriodError) {
    var reader = PeriodReader(text)
    self = try reader.read()
  }

  /// Whether `date` lies in the period; an open side has no limit.
  public func contains(_ date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }
}

// MARK: - Printing

extension Period: CustomStringConvertible {
  /// The shortest EDTF text of the period: `2018-10-15`, `2018-09`, `2020`, `2018-09/2018-10`,
  /// `2018/2020`, `../2018-10-15`. Reading it gives the same period.
  public var edtf: String {
    guard let from else { return "../\(to?.iso ?? "..")" }
    guard let to else { return "\(from.iso)/.." }
    let first = sides(of: from, to)
    return first.start == first.end ? first.start : "\(first.start)/\(first.end)"
  }

  /// The same as ``edtf``.
  public var description: String { edtf }

  private func sides(of from: CivilDate, _ to: CivilDate) -> (start: String, end: String) {
    guard from.day == 1, to == to.endOfMonth else { return (from.iso, to.iso) }
    guard from.month == 1, to.month == 12 else {
      return (String(from.iso.prefix(7)), String(to.iso.prefix(7)))
    }
    return (padded(from.year, 4), padded(to.year, 4))
  }
}
