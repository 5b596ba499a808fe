import Bilingual

extension TermResolver {
  /// Fills `term` with the dates of the windows of `group`.
  func windowed(_ group: TermGroup, _ term: inout Term) {
    let prepared = PreparedWindows(
      Self.joined(group.windows), base: BaseDate(reader.context))
    if let years = prepared.yearly, !isPlural(group.windows[0]) {
      term.kind = .interval
      term.problems.append(everyOrThrough(prepared.windows[0], years, at: group.range))
      return
    }
    if let years = prepared.yearly {
      RecurringTerm(group, self).resolve(prepared.windows[0], in: years, into: &term)
      return
    }
    let windows = prepared.windows
    settle(windows, &term, at: group.range)
    noteOddities(windows, &term)
  }

  /// «не ранее 1 марта и не позднее 1 июня 2019 года» is one stretch, written as its two sides.
  private static func joined(_ windows: [Window]) -> [Window] {
    guard windows.count == 2, windows[0].shape == .since, windows[1].shape == .by,
      windows[0].isInclusive == nil
    else { return windows }
    var whole = windows[1]
    whole.shape = .between
    whole.anchors = windows[0].anchors + windows[1].anchors
    whole.range = windows[0].range.lowerBound..<windows[1].range.upperBound
    return [whole]
  }

  /// Whether the years of «сентябрь 2018-2020 гг.» are said to be several.
  private func isPlural(_ window: Window) -> Bool {
    let words = slice(window.range).lowercased()
    return ["гг", "г.г", "г. г", "годы", "годов", "годах", "years"].contains(where: words.contains)
  }

  /// «октябрь 2018-2020»: each October, or all the time from October on.
  private func everyOrThrough(
    _ window: Window, _ years: (first: Int, last: Int), at range: Range<Int>
  ) -> TermProblem {
    let sides = window.anchors.count
    let first = window.dates(in: Array(repeating: years.first, count: sides), reader.policies)
    let end = Anchor.months(from: (years.last, 12), to: (years.last, 12))?.last
    let period = Period(from: first?.from ?? first?.to, to: end)
    return .everyOrThrough(period.map { [TermProblem.Reading($0)] } ?? [], at: range)
  }

  private func settle(_ windows: [Window], _ term: inout Term, at range: Range<Int>) {
    term.kind = windows.count == 1 ? kind(of: windows[0]) : .list
    let anchors = windows.flatMap(\.anchors)
    if let problem = fault(of: anchors) ?? schoolHalf(anchors, at: range)
      ?? winter(windows, anchors, at: range)
    {
      term.problems.append(problem)
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

  /// What makes an anchor no place of the calendar.
  private func fault(of anchors: [Anchor]) -> TermProblem? {
    if let anchor = anchors.first(where: \.isNever) {
      return .noSuchDay(slice(anchor.range), at: anchor.range)
    }
    return anchors.first(where: Self.isOpenNumber).map {
      .unread(slice($0.range), at: $0.range)
    }
  }

  /// The winter of a year may be the one that the year begins with, or ends with.
  private func winter(
    _ windows: [Window], _ anchors: [Anchor], at range: Range<Int>
  ) -> TermProblem? {
    guard let winter = anchors.first, anchors.count == 1, winter.part == .season(4),
      case .number(let year)? = winter.year
    else { return nil }
    return .noYear(readings(windows, [[year], [year + 1]]), at: range)
  }

  /// «2 полугодие 2018-2019 учебного года» is no half of a calendar year.
  private func schoolHalf(_ anchors: [Anchor], at range: Range<Int>) -> TermProblem? {
    for anchor in anchors {
      guard case .half(let number) = anchor.part, case .school(let year)? = anchor.year else {
        if case .quarter = anchor.part, case .school? = anchor.year {
          return .schoolPart([], at: range)
        }
        continue
      }
      let readings = (number == 1 ? [(9, 12)] : [(1, 5), (1, 8)]).compactMap { months in
        let year = number == 1 ? year : year + 1
        let days = Anchor.months(from: (year, months.0), to: (year, months.1))
        return Period(from: days?.first, to: days?.last).map(TermProblem.Reading.init)
      }
      return .schoolPart(readings, at: range)
    }
    return nil
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
    return WindowDates(
      from: first.from, to: each.last?.to, firstEnd: first.to, rules: each.flatMap(\.rules))
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
      if windows[0].shape == .by { reader.moveOffDayOff(&term) }
      return
    }
    for (window, dates) in zip(windows, each) {
      var part = Term(slice(window.range))
      part.kind = kind(of: window)
      (part.from, part.to) = (dates.from, dates.to)
      if window.shape == .by { reader.moveOffDayOff(&part) }
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

  // MARK: Oddities

  func noteOddities(_ windows: [Window], _ term: inout Term) {
    if windows.contains(where: \.hasLostDash) {
      term.note(.lostDash)
      term.warnings.append(.lostDash)
    }
    let anchors = windows.flatMap(\.anchors)
    if windows.contains(where: \.isVague) {
      term.note(.edgeOfPeriod)
      term.warnings.append(.approximate)
    }
    if anchors.contains(where: { $0.part == .schoolYear }) { term.note(.schoolYear) }
  }
}

extension Window {
  /// Whether the words leave the days open; «до начала» and «до конца» do not.
  fileprivate var isVague: Bool {
    anchors.contains { anchor in
      anchor.isSeasonal || anchor.edge == .middle || anchor.edge != nil && shape != .by
    }
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
