/// The dates of a window once its years are known.
struct WindowDates {
  var from: CivilDate?
  var to: CivilDate?
  /// The last day of the first window of several.
  var firstEnd: CivilDate?
  var rules: [TermRule] = []
}

extension Window {
  /// The dates of the window with its anchors in `years`, one a side; nil where there are none.
  ///
  /// `isUntilIncluded` tells for «до» a day, and for «до» a month, whether it belongs to the term.
  func dates(in years: [Int], _ policies: TermPolicies) -> WindowDates? {
    guard anchors.count == years.count, let first = anchors.first,
      let firstDays = first.days(in: years[0])
    else { return nil }
    switch shape {
    case .by: return end(first, firstDays, policies)
    case .since:
      // «после 15 октября» leaves 15 October out.
      let from = isInclusive == false ? firstDays.last.adding(days: 1) : firstDays.first
      return from.map { WindowDates(from: $0, to: nil) }
    case .at, .span, .between:
      guard anchors.count > 1 else { return WindowDates(from: firstDays.first, to: firstDays.last) }
      guard let lastDays = anchors[1].days(in: years[1]),
        var dates = end(anchors[1], lastDays, policies), let to = dates.to, firstDays.first <= to
      else { return nil }
      dates.from = firstDays.first
      return dates
    }
  }

  /// The last day that an upper bound leaves.
  private func end(_ anchor: Anchor, _ days: DayRange, _ policies: TermPolicies) -> WindowDates? {
    if let isInclusive { return isInclusive ? included(days) : excluded(days) }
    if anchor.edge == .middle {
      let half = (days.first.days(until: days.last) - 1) / 2
      return WindowDates(from: nil, to: days.first.adding(days: half))
    }
    switch bound {
    case .through, .notLater: return included(days)
    case .before where anchor.edge == .end: return included(days)
    case .before: return excluded(days)
    case .towards where anchor.isDay: return included(days)
    case .until where anchor.isDay:
      return policies.until == .inclusive
        ? included(days, .untilInclusive) : excluded(days, .untilExclusive)
    case .until, .towards:
      if anchor.edge == .end { return included(days) }
      return policies.untilPeriod == .inclusive
        ? included(days, .untilPeriodInclusive) : excluded(days, .untilPeriodExclusive)
    }
  }

  private func included(_ days: DayRange, _ rule: TermRule? = nil) -> WindowDates {
    WindowDates(from: nil, to: days.last, rules: rule.map { [$0] } ?? [])
  }

  private func excluded(_ days: DayRange, _ rule: TermRule? = nil) -> WindowDates? {
    days.first.adding(days: -1).map {
      WindowDates(from: nil, to: $0, rules: rule.map { [$0] } ?? [])
    }
  }
}
