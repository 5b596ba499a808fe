extension EnglishGrammar {
  /// A place of the calendar: `15 October 2018`, `the end of August`, `Q3 2018`, `mid-October`.
  mutating func anchor() -> Anchor? {
    attempt { grammar in
      let start = grammar.cursor.index
      _ = grammar.cursor.accept("the")
      let edge = grammar.edge()
      guard var anchor = grammar.plainAnchor() else { return nil }
      anchor.edge = edge
      anchor.range = grammar.cursor.range(from: start)
      return anchor
    }
  }

  private mutating func edge() -> Anchor.Edge? {
    attempt { grammar in
      let edges: [String: Anchor.Edge] = [
        "beginning": .start, "start": .start, "early": .start, "middle": .middle, "mid": .middle,
        "end": .end, "late": .end, "close": .end,
      ]
      guard let word = grammar.cursor.word(), let edge = edges[word] else { return nil }
      grammar.cursor.index += 1
      _ = grammar.cursor.accept("of") || grammar.cursor.accept(.dash)
      _ = grammar.cursor.accept("the")
      return edge
    }
  }

  func made(_ part: Anchor.Part, _ year: Anchor.Year? = nil) -> Anchor {
    Anchor(part: part, year: year, edge: nil, range: 0..<0)
  }

  private mutating func plainAnchor() -> Anchor? {
    writtenDate() ?? dayFirst() ?? monthFirst() ?? partOfYear() ?? season() ?? schoolYear()
      ?? yearAnchor() ?? thisMonth() ?? bareNumber()
  }

  private mutating func writtenDate() -> Anchor? {
    switch cursor.kind() {
    case .date(let day, let month, let year)?:
      cursor.index += 1
      return made(.day(day, month: month), year.map(Anchor.Year.number) ?? self.year())
    case .slashDate(let first, let second, let year)?
    where first > 12 || second > 12 || first == second:
      cursor.index += 1
      let (day, month) = first > 12 ? (first, second) : (second, first)
      return made(.day(day, month: month), .number(year))
    case .month(let month, let year)? where (1...12).contains(month):
      cursor.index += 1
      return made(.month(month), .number(year))
    default: return nil
    }
  }

  private mutating func dayFirst() -> Anchor? {
    attempt { grammar in
      guard let day = grammar.dayNumber() else { return nil }
      _ = grammar.cursor.accept("day")
      _ = grammar.cursor.accept("of")
      return grammar.month().map { grammar.made(.day(day, month: $0), grammar.year()) }
    }
  }

  mutating func dayNumber() -> Int? {
    if case .ordinal(let day)? = cursor.kind() {
      cursor.index += 1
      return day
    }
    return number(digits: 1...2)
  }

  /// `October 15, 2018` or `October 2018`.
  private mutating func monthFirst() -> Anchor? {
    guard let month = month() else { return nil }
    let day = attempt { grammar -> Int? in
      _ = grammar.cursor.accept("the")
      guard let day = grammar.dayNumber(), (1...31).contains(day), !grammar.isMonthAhead else {
        return nil
      }
      return day
    }
    return made(day.map { .day($0, month: month) } ?? .month(month), year())
  }

  /// `Q3 2018`, `third quarter of 2018`, `H1 2019`, `first half of 2019`, `first week of May`.
  private mutating func partOfYear() -> Anchor? {
    attempt { grammar in
      if let word = grammar.cursor.word(), word == "q" || word == "h" {
        grammar.cursor.index += 1
        guard let number = grammar.number(digits: 1...1) else { return nil }
        return grammar.part(word == "q" ? .quarter : .half, number)
      }
      let first = grammar.ordinal()
      if first == nil {
        guard grammar.cursor.accept("quarter") else { return nil }
        return grammar.ordinal().flatMap { grammar.part(.quarter, $0) }
      }
      guard let number = first, let word = grammar.cursor.word(),
        let unit = EnglishWords.units[word]
      else { return nil }
      grammar.cursor.index += 1
      return grammar.part(unit, number)
    }
  }

  private mutating func part(_ unit: CalendarUnit, _ number: Int) -> Anchor? {
    _ = cursor.accept("of") && cursor.accept("the")
    switch unit {
    case .quarter where number == -1 || (1...4).contains(number):
      return made(.quarter(number == -1 ? 4 : number), year())
    case .half where number == -1 || (1...2).contains(number):
      guard let month = month() else { return made(.half(number == -1 ? 2 : number), year()) }
      return made(.halfMonth(number == -1 ? 2 : number, month: month), year())
    case .week where number != 0 && (-1...5).contains(number):
      return month().map { made(.week(number, month: $0), year()) }
    default: return nil
    }
  }

  private mutating func season() -> Anchor? {
    guard let word = cursor.word(), let season = EnglishWords.seasons[word] else { return nil }
    cursor.index += 1
    return made(.season(season), year())
  }

  /// `the school year`, `the 2018/19 academic year`.
  private mutating func schoolYear() -> Anchor? {
    attempt { grammar in
      var first: Int?
      if let year = grammar.yearNumber() {
        grammar.cursor.index += 1
        first = year
        guard grammar.cursor.accept(.slash) || grammar.cursor.accept(.dash),
          grammar.laterYear(than: year) == year + 1
        else { return nil }
        grammar.cursor.index += 1
      }
      guard grammar.cursor.accept(["school", "academic"]), grammar.cursor.accept("year") else {
        return nil
      }
      if first == nil, let year = grammar.yearNumber() {
        grammar.cursor.index += 1
        _ = grammar.cursor.accept(.slash) || grammar.cursor.accept(.dash)
        if grammar.laterYear(than: year) == year + 1 { grammar.cursor.index += 1 }
        first = year
      }
      return grammar.made(.schoolYear, first.map(Anchor.Year.school))
    }
  }

  private mutating func yearAnchor() -> Anchor? {
    if let year = year() {
      if case .school = year { return made(.schoolYear, year) }
      return made(.year, year)
    }
    return cursor.accept("year") ? made(.year) : nil
  }

  private mutating func thisMonth() -> Anchor? {
    attempt { grammar in
      _ = grammar.cursor.accept(["this", "current"])
      return grammar.cursor.accept("month") ? grammar.made(.thisMonth) : nil
    }
  }

  private mutating func bareNumber() -> Anchor? {
    attempt { grammar in
      guard let number = grammar.dayNumber(), (1...31).contains(number) else { return nil }
      var ahead = grammar
      // No month has more days to list.
      for _ in 0..<31 {
        let start = ahead.cursor.index
        while ahead.cursor.kind() == .dash || ahead.cursor.kind() == .comma
          || ["and", "to", "through", "until", "the"].contains(ahead.cursor.word() ?? "")
        { ahead.cursor.index += 1 }
        guard ahead.cursor.index > start else { return nil }
        if ahead.dayFirst() != nil { return grammar.made(.bareNumber(number)) }
        guard ahead.dayNumber() != nil else { return nil }
      }
      return nil
    }
  }

  // MARK: Years

  mutating func year() -> Anchor.Year? {
    attempt { grammar in
      _ = grammar.cursor.accept(.comma)
      _ = grammar.cursor.accept("of") || grammar.cursor.accept("in")
      if grammar.cursor.accept(["each", "every"]) {
        return grammar.cursor.accept("year") ? .every : nil
      }
      if grammar.cursor.accept("this") || grammar.cursor.accept("the", "current") {
        return grammar.cursor.accept("year") ? .current(0) : nil
      }
      if grammar.cursor.accept("next") || grammar.cursor.accept("the", "following") {
        return grammar.cursor.accept("year") ? .current(1) : nil
      }
      guard let first = grammar.yearNumber() else { return nil }
      grammar.cursor.index += 1
      return grammar.yearRange(from: first) ?? grammar.yearList(from: first) ?? .number(first)
    }
  }

  private mutating func yearRange(from first: Int) -> Anchor.Year? {
    attempt { grammar in
      let isSlash = grammar.cursor.accept(.slash)
      guard
        isSlash || grammar.cursor.accept(.dash) || grammar.cursor.accept("to")
          || grammar.cursor.accept("through"),
        let second = grammar.laterYear(than: first)
      else { return nil }
      grammar.cursor.index += 1
      guard !grammar.isMonthAhead else { return nil }
      return isSlash && second == first + 1 ? .school(first) : .range(first, second)
    }
  }

  private mutating func yearList(from first: Int) -> Anchor.Year? {
    var years = [first]
    while let year = nextYear() { years.append(year) }
    return years.count > 1 ? .list(years) : nil
  }

  private mutating func nextYear() -> Int? {
    attempt { grammar in
      _ = grammar.cursor.accept(.comma)
      _ = grammar.cursor.accept("and")
      guard let year = grammar.yearNumber() else { return nil }
      grammar.cursor.index += 1
      return year
    }
  }
}
