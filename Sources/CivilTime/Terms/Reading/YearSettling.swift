/// Finds the years of the anchors of one term: from each other, then from the context.
struct YearSettling {
  /// What came of it.
  enum Outcome {
    case settled([Int], rules: [TermRule])
    /// The years of the last anchor that remain, with the years of all for each.
    case open([[Int]])
    /// Two days of one month, of which the first is the later one.
    case turnedRound
  }

  let anchors: [Anchor]
  let context: TermContext
  /// The dates that the whole term gets from years for its anchors.
  let dates: ([Int]) -> WindowDates?

  /// Settles the years; `hasBase` years such as «этого года» were already made numbers.
  func settle() -> Outcome {
    let written = anchors.map(Self.writtenYear)
    guard written.contains(where: { $0 != nil }) else { return fromContext() }
    var rules: [TermRule] = []
    guard let years = filled(written, &rules) else { return .turnedRound }
    return .settled(years, rules: rules)
  }

  private static func writtenYear(_ anchor: Anchor) -> Int? {
    switch anchor.year {
    case .number(let year)?: year
    case .school(let year)?: anchor.part == .schoolYear ? year : year + schoolShift(anchor)
    case .range(_, let year)?: year
    case .list, .current, .every, nil: nil
    }
  }

  /// Whether the anchor lies in the second calendar year of a school year.
  private static func schoolShift(_ anchor: Anchor) -> Int {
    guard let months = anchor.months else { return anchor.part == .season(4) ? 1 : 0 }
    return months.lowerBound >= 9 ? 0 : 1
  }

  // MARK: From the words

  /// `written` with the years that are missing: from the next one on the right, else on the left.
  func filled(_ written: [Int?], _ rules: inout [TermRule]) -> [Int]? {
    var years = written
    for index in anchors.indices.reversed() where years[index] == nil && index + 1 < years.count {
      guard let next = years[index + 1] else { continue }
      guard let year = year(of: index, before: index + 1, in: next, &rules) else { return nil }
      years[index] = year
    }
    for index in anchors.indices.dropFirst() where years[index] == nil {
      guard let before = years[index - 1] else { continue }
      years[index] = before + (isLater(index - 1, index) ? 1 : 0)
      rules.append(.yearFromWords)
    }
    let found = years.compactMap { $0 }
    return found.count == years.count ? found : nil
  }

  private func year(
    of index: Int, before next: Int, in year: Int, _ rules: inout [TermRule]
  ) -> Int? {
    if case .school(let first)? = anchors[next].year, anchors[index].part != .schoolYear {
      rules.append(.schoolYear)
      return first + Self.schoolShift(anchors[index])
    }
    guard isLater(index, next) else {
      rules.append(.yearFromWords)
      return year
    }
    if anchors[index].months == anchors[next].months { return nil }
    rules.append(.yearBefore)
    return year - 1
  }

  /// Whether the first anchor lies later in a year than the second; 2000 has all days.
  private func isLater(_ first: Int, _ second: Int) -> Bool {
    guard let one = anchors[first].days(in: 2000), let other = anchors[second].days(in: 2000) else {
      return false
    }
    return one.first > other.first
  }

  // MARK: From the context

  private func fromContext() -> Outcome {
    var open: [[Int]] = []
    let levels: [(Period?, TermRule)] = [
      (context.heading, .yearFromHeading), (context.title, .yearFromTitle),
    ]
    for (period, rule) in levels {
      let found = candidates(in: period)
      if found.count == 1 { return .settled(found[0], rules: [rule]) }
      if open.isEmpty { open = found }
    }
    if let years = fromOrder(open) { return .settled(years, rules: [.yearFromOrder]) }
    let found = candidates(in: context.span)
    if found.count == 1, open.isEmpty { return .settled(found[0], rules: [.yearFromSpan]) }
    if open.isEmpty { open = found }
    return .open(open.isEmpty ? aroundOrder() : open)
  }

  /// The years of all anchors when the last one lies in `last`.
  private func years(endingIn last: Int) -> [Int]? {
    var written: [Int?] = anchors.map { _ in nil }
    guard !written.isEmpty else { return nil }
    written[written.count - 1] = last
    var rules: [TermRule] = []
    return filled(written, &rules)
  }

  private func candidates(in period: Period?) -> [[Int]] {
    guard let period, let from = period.from ?? period.to else { return [] }
    let lastYear = (period.to ?? from.adding(months: 12) ?? from).year
    let range = (from.year - 1)...(min(lastYear, from.year + 60) + 1)
    let found = range.compactMap(years(endingIn:)).filter { years in
      guard let dates = dates(years) else { return false }
      return isWholeYear ? isWithin(dates, period) : key(dates).map(period.contains) ?? false
    }
    // An open period gives the first that comes.
    return period.from == nil || period.to == nil ? Array(found.prefix(1)) : found
  }

  /// Whether the term is a whole year: one that only half lies in the period is not meant.
  private var isWholeYear: Bool {
    anchors.allSatisfy { $0.part == .year && $0.edge == nil }
  }

  private func isWithin(_ dates: WindowDates, _ period: Period) -> Bool {
    (dates.from.map(period.contains) ?? true) && (dates.to.map(period.contains) ?? true)
  }

  /// The day that must lie in the context: the first one, of a deadline the last.
  private func key(_ dates: WindowDates) -> CivilDate? { dates.from ?? dates.to }

  /// The years on both sides of the order, where it settles nothing by itself.
  private func aroundOrder() -> [[Int]] {
    guard let year = context.orderDate?.year else { return [] }
    return (year...year + 1).compactMap(years(endingIn:))
  }

  /// Whether the day of the order lies between the first and the last day of a list: the list may
  /// then begin in this year or in the next one.
  private func isSplit(_ years: [Int], by order: CivilDate) -> Bool {
    guard let first = dates(years)?.firstEnd, let last = dates(years)?.to, first != last else {
      return false
    }
    return first < order
  }

  private func fromOrder(_ open: [[Int]]) -> [Int]? {
    guard let order = context.orderDate else { return nil }
    // A year of several that a title names is not settled by the day of the order.
    guard !isWholeYear || open.isEmpty else { return nil }
    let isSchool = anchors.allSatisfy { $0.part == .schoolYear }
    let first = (order.year - 1...order.year + 2).compactMap(years(endingIn:)).first { years in
      guard let dates = dates(years) else { return false }
      // From June on, people mean the school year to come.
      let day = isSchool && dates.from != nil ? order.adding(months: 3) ?? order : order
      return (dates.to ?? dates.from).map { $0 >= day } ?? false
    }
    guard let first, !isSplit(first, by: order) else { return nil }
    return open.isEmpty || open.contains(first) ? first : nil
  }
}
