extension EnglishGrammar {
  /// How often: `annually`, `at least once a quarter`, `the last Friday of each month`; also of a
  /// report on work that goes on: `reported quarterly`, `with monthly reports`.
  mutating func frequency() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let isWith = grammar.cursor.accept("with")
      let isLed = !isWith && grammar.cursor.accept(Self.reports)
      guard
        var frequency = grammar.adverb() ?? grammar.timesInPeriod() ?? grammar.each()
          ?? grammar.onWeekdays()
      else { return nil }
      let isReport = isLed || grammar.cursor.accept(Self.reports)
      guard isReport || !isWith else { return nil }
      frequency.isReport = isReport
      frequency.range = grammar.cursor.range(from: start)
      return .frequency(frequency)
    }
  }

  private static let reports: WordSet = ["report", "reports", "reported", "reporting"]

  private func made(
    _ rule: Recurrence, times: Int = 1, isAtLeast: Bool = false, hasDays: Bool = false
  ) -> Frequency {
    Frequency(rule: rule, times: times, isAtLeast: isAtLeast, hasDays: hasDays, range: 0..<0)
  }

  private mutating func adverb() -> Frequency? {
    guard let word = cursor.word(), let rule = EnglishWords.adverbs[word] else { return nil }
    cursor.index += 1
    return made(rule)
  }

  /// `once a year`, `at least twice every quarter`, `3 times per month`.
  private mutating func timesInPeriod() -> Frequency? {
    attempt { grammar in
      let isAtLeast =
        grammar.cursor.accept("at", "least") || grammar.cursor.accept("not", "less", "than")
        || grammar.cursor.accept("no", "less", "than")
      guard let times = grammar.times() else { return nil }
      _ = grammar.cursor.accept(["in", "per", "every", "each"])
      return grammar.periodRule().map { grammar.made($0, times: times, isAtLeast: isAtLeast) }
    }
  }

  private mutating func times() -> Int? {
    if cursor.accept("once") { return 1 }
    if cursor.accept("twice") { return 2 }
    return attempt { grammar in
      guard let count = grammar.count(), grammar.cursor.accept(["times", "time"]) else {
        return nil
      }
      return count
    }
  }

  private mutating func periodRule() -> Recurrence? {
    attempt { grammar in
      if grammar.cursor.accept("fortnight") { return Recurrence(.weekly, every: 2) }
      if grammar.cursor.accept("six", "months") { return Recurrence(.monthly, every: 6) }
      let isOther = grammar.cursor.accept("other")
      let number = grammar.count() ?? (isOther ? 2 : 1)
      _ = grammar.cursor.accept(["calendar", "school", "academic"])
      if grammar.cursor.accept("half", "year") { return Recurrence(.monthly, every: 6) }
      if grammar.cursor.sees("half"), grammar.cursor.kind(1) == .dash {
        grammar.cursor.index += 2
        return grammar.cursor.accept("year") ? Recurrence(.monthly, every: 6) : nil
      }
      guard number > 0, let word = grammar.cursor.word(), let unit = EnglishWords.units[word] else {
        return nil
      }
      grammar.cursor.index += 1
      return unit.rule(every: number)
    }
  }

  /// `every month`, `each Monday`, `the last Friday of each month`.
  private mutating func each() -> Frequency? {
    attempt { grammar in
      _ = grammar.cursor.accept("on")
      _ = grammar.cursor.accept("the")
      let isEach = grammar.cursor.accept(["every", "each"])
      if let rule = grammar.weekdayOfMonth() { return grammar.made(rule, hasDays: true) }
      guard isEach else { return nil }
      let isOther = grammar.cursor.accept("other")
      if isOther, let weekday = grammar.weekday() {
        return grammar.made(Recurrence(.weekly, every: 2, weekdays: [weekday]), hasDays: true)
      }
      if isOther { grammar.cursor.index -= 1 }
      if let weekday = grammar.weekday() {
        return grammar.made(Recurrence(.weekly, every: 1, weekdays: [weekday]), hasDays: true)
      }
      if grammar.isMonthAhead { return grammar.made(Recurrence(.yearly)) }
      return grammar.periodRule().map { grammar.made($0) }
    }
  }

  private mutating func weekday() -> Recurrence.Weekday? {
    guard let word = cursor.word(), let number = EnglishWords.weekdays[word] else { return nil }
    cursor.index += 1
    return Recurrence.Weekday(number)
  }

  private mutating func weekdayOfMonth() -> Recurrence? {
    attempt { grammar in
      guard let ordinal = grammar.ordinal(), (-1...5).contains(ordinal), ordinal != 0,
        let weekday = grammar.weekday(), grammar.cursor.accept(["of", "in"])
      else { return nil }
      _ = grammar.cursor.accept(["each", "every", "the"])
      guard grammar.cursor.accept("month"),
        let numbered = Recurrence.Weekday(weekday.weekday, ordinal: ordinal)
      else { return nil }
      return Recurrence(.monthly, every: 1, weekdays: [numbered])
    }
  }

  /// `on Mondays and Fridays`.
  private mutating func onWeekdays() -> Frequency? {
    attempt { grammar in
      guard grammar.cursor.accept("on") else { return nil }
      var days: [Recurrence.Weekday] = []
      while grammar.cursor.word()?.hasSuffix("days") == true, let day = grammar.weekday() {
        days.append(day)
        _ = grammar.cursor.accept(.comma) || grammar.cursor.accept("and")
      }
      guard !days.isEmpty else { return nil }
      return grammar.made(Recurrence(.weekly, every: 1, weekdays: days), hasDays: true)
    }
  }

  // MARK: Deadlines of each period

  /// `by the 25th of each month`, `by the 10th day of the month following the reporting quarter`,
  /// `by 1 February of the year following the reporting year`.
  mutating func offset() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let isDeadline = grammar.bound() != nil
      if !isDeadline { _ = grammar.cursor.accept("on") }
      _ = grammar.cursor.accept("the")
      let place: Every.Place = isDeadline ? .deadline : .day
      guard let day = grammar.ordinal(), (-1...31).contains(day), day != 0 else { return nil }
      _ = grammar.cursor.accept(["day"])
      _ = grammar.cursor.accept("of")
      let month = grammar.month()
      if month != nil { _ = grammar.cursor.accept("of") }
      let isMonthly = month == nil && grammar.isMonthlyBefore(start)
      let following = grammar.followed(isYear: month != nil)
      guard following != nil || isMonthly && grammar.isDayAlone else { return nil }
      return .offset(
        Offset(
          day: day, month: month, following: following?.period, place: place,
          range: grammar.cursor.range(from: start)))
    }
  }

  /// Whether `monthly` stands before this place, so that a day alone is one of each month.
  private func isMonthlyBefore(_ start: Int) -> Bool {
    let back = start - cursor.index
    return cursor.word(cursor.kind(back - 1) == .comma ? back - 2 : back - 1) == "monthly"
  }

  /// Whether neither a month nor another number follows.
  private var isDayAlone: Bool {
    if case .number? = cursor.kind() { return false }
    return !isMonthAhead
  }

  private mutating func followed(isYear: Bool) -> (period: Offset.Period?, Bool)? {
    attempt { grammar in
      let noun = isYear ? "year" : "month"
      if !isYear, grammar.cursor.accept(["each", "every"]) {
        return grammar.cursor.accept("month") ? (nil, true) : nil
      }
      _ = grammar.cursor.accept("the")
      if grammar.cursor.accept(["following", "next"]) {
        return grammar.cursor.accept(noun) ? (isYear ? .year : .unknown, true) : nil
      }
      guard grammar.cursor.accept(noun) else { return nil }
      guard grammar.cursor.accept(["following", "after"]) else { return isYear ? nil : (nil, true) }
      _ = grammar.cursor.accept("the")
      _ = grammar.cursor.accept("end") && grammar.cursor.accept("of")
      _ = grammar.cursor.accept(["the", "each"])
      _ = grammar.cursor.accept(["reporting", "reported", "accounting"])
      let periods: [String: Offset.Period] = [
        "quarter": .quarter, "month": .month, "year": .year, "period": .unknown, "half": .half,
      ]
      guard let word = grammar.cursor.word(), let period = periods[word] else { return nil }
      grammar.cursor.index += 1
      return (period, true)
    }
  }
}
