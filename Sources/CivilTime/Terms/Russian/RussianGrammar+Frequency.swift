extension RussianGrammar {
  /// How often: «ежегодно», «не реже одного раза в квартал», «каждый последний четверг месяца».
  mutating func frequency() -> Element? {
    let start = cursor.index
    guard var frequency = adverb() ?? timesInPeriod() ?? each() ?? byWeekdays() else { return nil }
    frequency.range = cursor.range(from: start)
    return .frequency(frequency)
  }

  private func made(
    _ rule: Recurrence, times: Int = 1, isAtLeast: Bool = false, hasDays: Bool = false
  ) -> Frequency {
    Frequency(rule: rule, times: times, isAtLeast: isAtLeast, hasDays: hasDays, range: 0..<0)
  }

  private mutating func adverb() -> Frequency? {
    guard let word = cursor.word() else { return nil }
    if let rule = RussianWords.adverbs[word] {
      cursor.index += 1
      return made(rule)
    }
    guard word.count > 7, word.hasPrefix("еже"), let found = misspeltAdverb(word) else {
      return nil
    }
    cursor.index += 1
    note(typo: word, read: found.word)
    return made(found.rule)
  }

  private func misspeltAdverb(_ word: String) -> (word: String, rule: Recurrence)? {
    let near = RussianWords.adverbs.rows.filter {
      TermLetters.distance(word, $0.key, limit: 2) != nil
    }
    guard near.count == 1, let found = near.first else { return nil }
    return (found.key, found.value)
  }

  // MARK: So many times in a period

  private mutating func timesInPeriod() -> Frequency? {
    attempt { grammar in
      let isAtLeast = grammar.atLeast()
      guard let times = grammar.times(),
        grammar.cursor.accept(["в", "за", "во"]) || grammar.cursor.accept(.slash),
        let rule = grammar.periodRule()
      else { return nil }
      return grammar.made(rule, times: times, isAtLeast: isAtLeast)
    }
  }

  private mutating func atLeast() -> Bool {
    if cursor.accept("не", "реже") || cursor.accept("не", "менее") || cursor.accept("минимум") {
      _ = cursor.accept("чем") || cursor.accept("одного", "чем")
      return true
    }
    _ = cursor.accept("по")
    return false
  }

  /// «раз», «2 раза», «один раз», «1 раз(а)», «дважды».
  private mutating func times() -> Int? {
    if let number = adverbOfTimes() { return number }
    return attempt { grammar in
      let number = grammar.count() ?? 1
      guard grammar.cursor.accept(["раз", "раза", "разу", "р"]) else { return nil }
      _ = grammar.attempt { grammar in
        grammar.cursor.accept(.open) && grammar.cursor.accept("а") && grammar.cursor.accept(.close)
          ? true : nil
      }
      return number
    }
  }

  private static let adverbsOfTimes: WordTable<Int> = [
    "единожды": 1, "однократно": 1, "дважды": 2, "двукратно": 2, "трижды": 3,
  ]

  private mutating func adverbOfTimes() -> Int? {
    guard let word = cursor.word(), let times = Self.adverbsOfTimes[word] else { return nil }
    cursor.index += 1
    return times
  }

  /// The period of «раз в …»: «год», «полгода», «2 месяца», «три года», «учебный год».
  private mutating func periodRule() -> Recurrence? {
    attempt { grammar in
      let number = grammar.count() ?? grammar.ordinal() ?? 1
      _ = grammar.cursor.accept(["календарный", "учебный", "отчетный", "течение"])
      guard number > 0, let word = grammar.cursor.word(), let unit = RussianWords.units[word] else {
        return nil
      }
      grammar.cursor.index += 1
      return unit.rule(every: number)
    }
  }

  // MARK: Each

  /// «каждый месяц», «каждые 2 недели», «каждый понедельник», «каждый последний четверг месяца».
  private mutating func each() -> Frequency? {
    attempt { grammar in
      _ = grammar.cursor.accept(["в", "во"])
      let isEach = grammar.cursor.accept(RussianWords.each)
      if let rule = grammar.weekdayOfMonth(isEach: isEach) {
        return grammar.made(rule, hasDays: true)
      }
      guard isEach else { return nil }
      if grammar.isMonthOrSeasonAhead { return grammar.made(Recurrence(.yearly)) }
      if let weekday = grammar.weekday() {
        _ = grammar.cursor.accept("месяца")
        return grammar.made(
          Recurrence(.weekly, every: 1, weekdays: [weekday]), hasDays: true)
      }
      guard let rule = grammar.periodRule() else { return nil }
      return grammar.made(rule)
    }
  }

  /// «каждый май» is every year in May.
  private var isMonthOrSeasonAhead: Bool {
    guard let word = cursor.word() else { return false }
    return RussianWords.months[word] != nil || RussianWords.seasons[word] != nil
  }

  private mutating func weekday() -> Recurrence.Weekday? {
    guard let word = cursor.word(), let number = RussianWords.weekdays[word] else { return nil }
    cursor.index += 1
    return Recurrence.Weekday(number)
  }

  /// «последняя пятница каждого месяца», «2-й вторник месяца»; also without «месяца» after
  /// «каждый».
  private mutating func weekdayOfMonth(isEach: Bool) -> Recurrence? {
    attempt { grammar in
      guard let ordinal = grammar.ordinal(), (-1...5).contains(ordinal), ordinal != 0,
        let weekday = grammar.weekday()
      else { return nil }
      let isOfEach = grammar.cursor.accept(RussianWords.each)
      let isOfMonth = grammar.cursor.accept(["месяца", "месяце"])
      guard isOfMonth || isEach && !isOfEach,
        let numbered = Recurrence.Weekday(weekday.weekday, ordinal: ordinal)
      else { return nil }
      return Recurrence(.monthly, every: 1, weekdays: [numbered])
    }
  }

  /// «по понедельникам и средам».
  private mutating func byWeekdays() -> Frequency? {
    attempt { grammar in
      guard grammar.cursor.accept("по"), let first = grammar.pluralWeekday() else { return nil }
      var days = [first]
      while let next = grammar.nextWeekday() { days.append(next) }
      return grammar.made(Recurrence(.weekly, every: 1, weekdays: days), hasDays: true)
    }
  }

  private mutating func pluralWeekday() -> Recurrence.Weekday? {
    guard let word = cursor.word(), word.hasSuffix("ам") || word.hasSuffix("ям") else { return nil }
    return weekday()
  }

  private mutating func nextWeekday() -> Recurrence.Weekday? {
    attempt { grammar in
      _ = grammar.cursor.accept(.comma)
      _ = grammar.cursor.accept("и")
      return grammar.pluralWeekday()
    }
  }

  // MARK: Deadlines of each period

  /// «до 25 числа каждого месяца», «к 5-му числу следующего за отчетным кварталом месяца»,
  /// «до 1 февраля года, следующего за отчетным».
  mutating func offset() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      _ = grammar.cursor.accept("в", "срок")
      let isDeadline = grammar.bound() != nil
      if !isDeadline { _ = grammar.cursor.accept(["в", "на"]) }
      let place: Every.Place = isDeadline ? .deadline : .day
      guard
        var offset = grammar.intoYear(place) ?? grammar.daysOfMonth() ?? grammar.intoMonth(place)
      else { return nil }
      offset.range = grammar.cursor.range(from: start)
      return .offset(offset)
    }
  }

  private mutating func intoYear(_ place: Every.Place) -> Offset? {
    attempt { grammar in
      let written = grammar.cursor.kind()
      var day: Int
      var month: Int
      if case .date(let writtenDay, let writtenMonth, nil)? = written {
        (day, month) = (writtenDay, writtenMonth)
        grammar.cursor.index += 1
      } else {
        guard let number = grammar.dayNumber(), let name = grammar.month() else { return nil }
        (day, month) = (number, name)
      }
      guard grammar.followingReported(nouns: ["года", "году"]) != nil else { return nil }
      return Offset(day: day, month: month, following: .year, place: place, range: 0..<0)
    }
  }

  private mutating func intoMonth(_ place: Every.Place) -> Offset? {
    attempt { grammar in
      guard let (day, isNamed) = grammar.dayOfMonth() else { return nil }
      if let months = grammar.monthsOfPeriods() {
        return Offset(day: day, months: months, place: place, range: 0..<0)
      }
      if let period = grammar.followingReported(nouns: ["месяца", "месяце"]) {
        return Offset(day: day, following: period, place: place, range: 0..<0)
      }
      let start = grammar.cursor.index
      let isEach =
        grammar.cursor.accept(RussianWords.each) || grammar.cursor.accept(RussianWords.this)
      if grammar.cursor.accept(["месяца", "мес"]), isEach || isNamed {
        return Offset(day: day, following: nil, place: place, range: 0..<0)
      }
      grammar.cursor.index = start
      guard isNamed, day > 0, !grammar.completesDay else { return nil }
      return Offset(day: day, following: nil, place: place, range: 0..<0)
    }
  }

  /// «с 1 по 5 число каждого месяца».
  private mutating func daysOfMonth() -> Offset? {
    attempt { grammar in
      guard grammar.cursor.accept(["с", "со"]), let first = grammar.dayNumber(),
        grammar.cursor.accept(["по", "до"]), let last = grammar.dayNumber(),
        grammar.cursor.accept(["число", "числа"]), (1...31).contains(first),
        (first...31).contains(last)
      else { return nil }
      _ = grammar.cursor.accept(RussianWords.each)
      let isOfMonth = grammar.cursor.accept("месяца")
      guard isOfMonth || !grammar.completesDay else { return nil }
      return Offset(day: last, firstDay: first, place: .day, range: 0..<0)
    }
  }

  /// «последнего месяца квартала», as the months of a year.
  private mutating func monthsOfPeriods() -> [Int]? {
    attempt { grammar in
      guard let ordinal = grammar.ordinal(), grammar.cursor.accept("месяца") else { return nil }
      _ =
        grammar.cursor.accept(RussianWords.each) || grammar.cursor.accept(RussianWords.this)
        || grammar.cursor.accept("отчетного")
      guard let word = grammar.cursor.word(), let unit = RussianWords.units[word],
        unit == .quarter || unit == .half
      else { return nil }
      grammar.cursor.index += 1
      let length = unit == .quarter ? 3 : 6
      let month = ordinal == -1 ? length : ordinal
      guard (1...length).contains(month) else { return nil }
      return stride(from: month, through: 12, by: length).map { $0 }
    }
  }

  /// «25 числа», «последний день», with whether the words say that it is a day of a month.
  private mutating func dayOfMonth() -> (Int, isNamed: Bool)? {
    guard let day = ordinal(), (-1...31).contains(day), day != 0 else { return nil }
    // A working day of a month has no rule of RFC 5545 without a calendar: it is not read.
    _ = cursor.accept(["календарного", "календарный"])
    let isNamed =
      cursor.accept(["числа", "числу", "число", "числе"])
      || day == -1 && cursor.accept(["день", "дня", "дню"])
    return day > 0 || isNamed ? (day, isNamed) : nil
  }

  /// Whether a month or another side follows, which makes the number part of a date.
  private var completesDay: Bool {
    if cursor.kind() == .dash { return true }
    guard let word = cursor.word() else { return false }
    return RussianWords.months[word] != nil || ["по", "до", "после", "со", "с"].contains(word)
  }

  /// «месяца, следующего за отчетным кварталом», «следующего за отчетным кварталом месяца»,
  /// «следующего месяца»: the period that is followed.
  private mutating func followingReported(nouns: WordSet) -> Offset.Period? {
    attempt { grammar in
      let hasNoun = grammar.cursor.accept(nouns)
      _ = grammar.cursor.accept(.comma)
      guard grammar.cursor.accept(["следующего", "следующим", "следующему"]) else { return nil }
      guard grammar.cursor.accept("за") || grammar.cursor.accept("после") else {
        // «следующего года» alone is the year after this one.
        let isNextMonth = !hasNoun && grammar.cursor.accept(["месяца", "месяце"])
        return isNextMonth ? .unknown : nil
      }
      let period = grammar.reportedPeriod()
      guard let period, hasNoun || grammar.cursor.accept(nouns) else { return nil }
      return period
    }
  }

  private mutating func reportedPeriod() -> Offset.Period? {
    guard
      cursor.accept(["отчетным", "отчетного", "истекшим", "прошедшим", "окончания", "завершенным"])
    else { return nil }
    _ = cursor.accept(["отчетного", "отчетным"])
    guard let word = cursor.word() else { return .unknown }
    let periods: [(String, Offset.Period)] = [
      ("квартал", .quarter), ("месяц", .month), ("полугоди", .half), ("год", .year),
      ("период", .unknown),
    ]
    guard let found = periods.first(where: { word.hasPrefix($0.0) }) else { return .unknown }
    // «за отчетным месяца» names the following month, not the reported one.
    guard !["месяца", "года"].contains(word) else { return .unknown }
    cursor.index += 1
    return found.1
  }
}
