import Bilingual

/// Turns a group with a frequency, or with deadlines of each period, into a recurring term.
struct RecurringTerm {
  private let group: TermGroup
  private let resolver: TermResolver

  init(_ group: TermGroup, _ resolver: TermResolver) {
    self.group = group
    self.resolver = resolver
  }

  func resolve(into term: inout Term) {
    term.kind = .recurring
    term.after = group.trigger
    let own = group.windows.filter(isOwn)
    let bounds = group.windows.filter { !isOwn($0) }
    if let bound = bounds.first {
      bounded(by: bound, bounds, &term)
    } else {
      resolver.wholeSpan(&term)
    }
    let found = everys(own, &term)
    if found.count == 1 { term.every = found[0] }
    if found.count > 1 { split(found.map { once($0, of: found.count) }, &term) }
    resolver.noteOddities(own, &term)
  }

  /// «сентябрь 2018-2020 гг.»: `window` in each year from the first to the last.
  func resolve(_ window: Window, in years: (first: Int, last: Int), into term: inout Term) {
    term.kind = .recurring
    term.every = every(window, Recurrence(.yearly))
    let policies = resolver.reader.policies
    let sides = window.anchors.count
    term.from = Anchor.months(from: (years.first, 1), to: (years.first, 1))?.first
    let last = window.dates(in: Array(repeating: years.last, count: sides), policies)
    term.to = last?.to ?? Anchor.months(from: (years.last, 12), to: (years.last, 12))?.last
    if window.shape != .by {
      let first = window.dates(in: Array(repeating: years.first, count: sides), policies)
      term.from = first?.from ?? term.from
    }
    if term.every == nil { term.problems.append(.unclearTurn(at: group.range)) }
  }

  // MARK: Windows of the turns, and windows over all turns

  /// Whether the window lies in each turn; one with a year bounds the turns.
  private func isOwn(_ window: Window) -> Bool {
    guard window.anchors.allSatisfy({ $0.year == nil }) else { return false }
    guard let frequency = group.frequency?.rule.frequency, frequency != .yearly else { return true }
    switch window.shape {
    case .at, .between: return window.anchors.allSatisfy { $0.months != nil && !$0.isDay }
    case .by, .since, .span: return false
    }
  }

  private func bounded(by bound: Window, _ bounds: [Window], _ term: inout Term) {
    var outer = group
    outer.windows = bounds
    outer.frequency = nil
    outer.offsets = []
    resolver.windowed(outer, &term)
    term.kind = .recurring
    term.every = nil
    term.parts = []
    resolver.fillOpenSide(&term)
    guard bound.shape == .at, bounds.count == 1, let from = term.from, let to = term.to,
      from.days(until: to) + 1 < turnDays
    else { return }
    term.problems.append(.shorterThanTurn(at: group.range))
  }

  /// About how many days a turn has.
  private var turnDays: Int {
    guard let rule = group.frequency?.rule else { return 0 }
    return switch rule.frequency {
    case .daily: rule.interval
    case .weekly: rule.interval * 7
    case .monthly: rule.interval * 28
    case .yearly: rule.interval * 365
    }
  }

  // MARK: Rules

  private func everys(_ own: [Window], _ term: inout Term) -> [Every] {
    if !group.offsets.isEmpty {
      let found = group.offsets.compactMap { every($0, &term) }
      if found.isEmpty { term.problems.append(.unclearTurn(at: group.range)) }
      return found
    }
    guard let frequency = group.frequency else { return [] }
    guard !own.isEmpty else {
      return [plain(frequency.rule, frequency.hasDays ? .day : .whole)]
    }
    let prepared = PreparedWindows(own, base: BaseDate(TermContext())).windows
    let found = prepared.compactMap { window in
      frequency.rule.frequency == .yearly
        ? every(window, frequency.rule) : restricted(frequency, to: window)
    }
    if found.count < prepared.count { term.problems.append(.unclearTurn(at: group.range)) }
    return found
  }

  private func plain(_ rule: Recurrence, _ place: Every.Place) -> Every {
    Every(
      rule, times: group.frequency?.times ?? 1, isAtLeast: group.frequency?.isAtLeast ?? false,
      place: place)
  }

  /// «ежегодно до 1 марта», «ежегодно в сентябре».
  private func every(_ window: Window, _ rule: Recurrence) -> Every? {
    var rules: [TermRule] = []
    let settling = YearSettling(anchors: window.anchors, context: TermContext()) { _ in nil }
    // 2000 has every day that there is.
    var years: [Int?] = window.anchors.map { _ in nil }
    if !years.isEmpty { years[years.count - 1] = 2000 }
    guard let filled = settling.filled(years, &rules),
      let dates = window.dates(in: filled, resolver.reader.policies)
    else { return nil }
    if let to = dates.to, let from = dates.from, from != to {
      let isWritten = window.anchors.last?.isDay == true
      return plain(
        yearly(rule, on: to, isWritten: isWritten),
        isWholeYear(from, to) ? .whole : .since(yearly(rule, on: from, isWritten: true)))
    }
    guard let day = dates.to ?? dates.from else { return nil }
    let isWritten = window.anchors.last?.isDay == true && day.month != 2
    return plain(
      yearly(rule, on: day, isWritten: isWritten), window.shape == .by ? .deadline : .day)
  }

  private func isWholeYear(_ from: CivilDate, _ to: CivilDate) -> Bool {
    from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31
  }

  /// The rule of `date` in each year; the last day of a month unless the day itself was written.
  private func yearly(_ rule: Recurrence, on date: CivilDate, isWritten: Bool) -> Recurrence {
    let day = date == date.endOfMonth && !isWritten ? -1 : date.day
    return Recurrence(.yearly, every: rule.interval, months: [date.month], monthDays: [day])
  }

  /// «еженедельно в сентябре», «ежемесячно с сентября по май».
  private func restricted(_ frequency: Frequency, to window: Window) -> Every? {
    guard let first = window.anchors.first?.months, let last = window.anchors.last?.months,
      frequency.rule.frequency != .monthly || frequency.rule.interval == 1
    else { return nil }
    var rule = frequency.rule
    let count = (last.upperBound - first.lowerBound + 12) % 12
    rule.months = (0...count).map { (first.lowerBound - 1 + $0) % 12 + 1 }.sorted()
    return plain(rule, frequency.hasDays ? .day : .whole)
  }

  // MARK: Deadlines of each period

  private func every(_ offset: Offset, _ term: inout Term) -> Every? {
    guard let rule = rule(offset, &term) else { return nil }
    guard let first = offset.firstDay else { return plain(rule, offset.place) }
    var opening = rule
    opening.monthDays = [first]
    return plain(rule, .since(opening))
  }

  private func rule(_ offset: Offset, _ term: inout Term) -> Recurrence? {
    guard (1...31).contains(offset.day) || offset.day == -1 else { return nil }
    if let month = offset.month {
      guard CivilDate(year: 2000, month: month, day: offset.day) != nil else { return nil }
      return Recurrence(.yearly, every: 1, months: [month], monthDays: [offset.day])
    }
    if !offset.months.isEmpty {
      return Recurrence(.yearly, every: 1, months: offset.months, monthDays: [offset.day])
    }
    var period = offset.following
    if period == .unknown, let own = ownPeriod { period = own }
    if offset.following == nil, let own = ownPeriod, own != .month { return nil }
    if period == .unknown { term.warnings.append(.unknownPeriod) }
    let months: [Int]? =
      switch period {
      case .quarter?: [1, 4, 7, 10]
      case .half?: [1, 7]
      case .year?: [1]
      case .month?, .unknown?, nil: nil
      }
    guard let months else { return Recurrence(.monthly, every: 1, monthDays: [offset.day]) }
    return Recurrence(.yearly, every: 1, months: months, monthDays: [offset.day])
  }

  private var ownPeriod: Offset.Period? {
    guard let rule = group.frequency?.rule else { return nil }
    switch (rule.frequency, rule.interval) {
    case (.monthly, 1): return .month
    case (.monthly, 3): return .quarter
    case (.monthly, 6): return .half
    case (.yearly, 1): return .year
    default: return nil
    }
  }

  /// «2 раза в год (апрель, октябрь)» is once in April and once in October.
  private func once(_ every: Every, of count: Int) -> Every {
    guard every.times == count else { return every }
    return Every(every.rule, isAtLeast: every.isAtLeast, place: every.place)
  }

  private func split(_ everys: [Every], _ term: inout Term) {
    term.kind = .list
    for every in everys {
      var part = Term(term.text)
      part.kind = .recurring
      (part.from, part.to) = (term.from, term.to)
      part.every = every
      term.parts.append(part)
    }
  }
}
