import Bilingual

extension TermResolver {
  /// Fills `term` with the dates of the windows of `group`.
  func windowed(_ group: TermGroup, _ term: inout Term) {
    let prepared = PreparedWindows(group.windows, base: BaseDate(reader.context))
    if let years = prepared.yearly {
      RecurringTerm(group, self).resolve(prepared.windows[0], in: years, into: &term)
      return
    }
    let windows = prepared.windows
    settle(windows, &term, at: group.range)
    noteOddities(windows, &term)
  }

  private func settle(_ windows: [Window], _ term: inout Term, at range: Range<Int>) {
    term.kind = windows.count == 1 ? kind(of: windows[0]) : .list
    let anchors = windows.flatMap(\.anchors)
    if let anchor = anchors.first(where: \.isNever) {
      term.problems.append(.noSuchDay(slice(anchor.range), at: anchor.range))
      return
    }
    if let anchor = anchors.first(where: Self.isOpenNumber) {
      term.problems.append(.unread(slice(anchor.range), at: anchor.range))
      return
    }
    let settling = YearSettling(anchors: anchors, context: reader.context) { years in
      self.dates(of: windows, in: years)
    }
    switch settling.settle() {
    case .settled(let years, let rules):
      fill(&term, windows, years, rules, at: range)
    case .open(let choices):
      term.problems.append(.noYear(readings(windows, choices), at: range))
    case .turnedRound:
      term.problems.append(.turnedRound(at: range))
    }
  }

  private static func isOpenNumber(_ anchor: Anchor) -> Bool {
    switch anchor.part {
    case .bareNumber, .thisMonth: true
    default: false
    }
  }

  private func kind(of window: Window) -> Term.Class {
    switch window.shape {
    case .by: return .deadline
    case .span: return .span
    case .since, .between: return .interval
    case .at:
      guard let anchor = window.anchors.first else { return .interval }
      return anchor.isDay ? .point : .interval
    }
  }

  /// The first and the last day of all windows together.
  private func dates(of windows: [Window], in years: [Int]) -> WindowDates? {
    let each = self.each(windows, in: years)
    guard let first = each.first, each.count == windows.count else { return nil }
    return WindowDates(from: first.from, to: each.last?.to, rules: each.flatMap(\.rules))
  }

  private func each(_ windows: [Window], in years: [Int]) -> [WindowDates] {
    var rest = years[...]
    return windows.compactMap { window in
      let own = Array(rest.prefix(window.anchors.count))
      rest = rest.dropFirst(window.anchors.count)
      return window.dates(in: own, reader.policies)
    }
  }

  private func fill(
    _ term: inout Term, _ windows: [Window], _ years: [Int], _ rules: [TermRule],
    at range: Range<Int>
  ) {
    let each = each(windows, in: years)
    guard each.count == windows.count else {
      term.problems.append(impossible(windows, years, at: range))
      return
    }
    rules.forEach { term.note($0) }
    each.flatMap(\.rules).forEach { term.note($0) }
    if windows.count == 1 {
      (term.from, term.to) = (each[0].from, each[0].to)
      if windows[0].shape == .by { moveOffDayOff(&term) }
      return
    }
    for (window, dates) in zip(windows, each) {
      var part = Term(slice(window.range))
      part.kind = kind(of: window)
      (part.from, part.to) = (dates.from, dates.to)
      if window.shape == .by { moveOffDayOff(&part) }
      part.rules.forEach { term.note($0) }
      term.warnings += part.warnings
      term.parts.append(part)
    }
    if windows.allSatisfy({ $0.shape != .by }) { term.from = each.compactMap(\.from).min() }
    if !each.contains(where: { $0.to == nil }) { term.to = term.parts.compactMap(\.to).max() }
  }

  /// Why windows with years have no dates.
  private func impossible(_ windows: [Window], _ years: [Int], at range: Range<Int>) -> TermProblem
  {
    let anchors = windows.flatMap(\.anchors)
    for (anchor, year) in zip(anchors, years) where anchor.days(in: year) == nil {
      return .noSuchDay("\(slice(anchor.range)) (\(year))", at: anchor.range)
    }
    return .reversed(at: range)
  }

  private func readings(_ windows: [Window], _ choices: [[Int]]) -> [TermProblem.Reading] {
    var readings = choices.prefix(24).compactMap { years -> TermProblem.Reading? in
      reading(dates(of: windows, in: years), windows)
    }
    if choices.count > 1, windows.count == 1, windows[0].anchors.first?.part == .year,
      let first = choices.first, let last = choices.last,
      let from = dates(of: windows, in: first)?.from, let to = dates(of: windows, in: last)?.to,
      let period = Period(from: from, to: to)
    {
      readings.append(
        TermProblem.Reading(
          words: Text(en: "in each of the years", ru: "в каждом из этих лет"), due: period.edtf))
    }
    return readings
  }

  private func reading(_ dates: WindowDates?, _ windows: [Window]) -> TermProblem.Reading? {
    guard let dates, let period = Period(from: dates.from, to: dates.to) else { return nil }
    var term = Term("")
    term.kind = windows.count == 1 ? kind(of: windows[0]) : .interval
    (term.from, term.to) = (dates.from, dates.to)
    return TermProblem.Reading(words: TermWords.words(of: term), due: period.edtf)
  }

  // MARK: Policies and oddities

  /// Applies the policy for a deadline on a day off.
  private func moveOffDayOff(_ term: inout Term) {
    guard let to = term.to else { return }
    term.warnings += reader.calendar.doubts(from: to, to: to)
    guard !reader.calendar.isWorking(to) else { return }
    switch reader.policies.dayOff {
    case .keep: term.warnings.append(.dayOff(to))
    case .previous:
      term.to = reader.calendar.workingDay(onOrBefore: to) ?? to
      term.note(.dayOffPrevious)
    case .next:
      term.to = reader.calendar.workingDay(onOrAfter: to) ?? to
      term.note(.dayOffNext)
    }
  }

  func noteOddities(_ windows: [Window], _ term: inout Term) {
    if windows.contains(where: \.hasLostDash) {
      term.note(.lostDash)
      term.warnings.append(.lostDash)
    }
    let anchors = windows.flatMap(\.anchors)
    if anchors.contains(where: { $0.edge != nil && $0.edge != .end || $0.isSeasonal }) {
      term.note(.edgeOfPeriod)
      term.warnings.append(.approximate)
    }
    if anchors.contains(where: { $0.part == .schoolYear }) { term.note(.schoolYear) }
  }
}

extension Anchor {
  fileprivate var isSeasonal: Bool {
    switch part {
    case .season, .week: true
    default: false
    }
  }
}
