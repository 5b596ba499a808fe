extension RussianGrammar {
  /// A place of the calendar: «15 октября 2018 г.», «конца августа», «III квартал», «2019 год».
  mutating func anchor() -> Anchor? {
    attempt { grammar in
      let start = grammar.cursor.index
      var edge: Anchor.Edge?
      if let word = grammar.cursor.word(), let found = RussianWords.edges[word] {
        grammar.cursor.index += 1
        edge = found
      }
      _ = grammar.cursor.accept(["нового", "новому"])
      guard var anchor = grammar.plainAnchor() else { return nil }
      anchor.edge = edge
      anchor.range = grammar.cursor.range(from: start)
      return anchor
    }
  }

  private mutating func plainAnchor() -> Anchor? {
    writtenDate() ?? dayAndMonth() ?? partOfYear() ?? monthAnchor() ?? season() ?? thisMonth()
      ?? schoolYear() ?? yearAnchor() ?? bareNumber()
  }

  func made(_ part: Anchor.Part, _ year: Anchor.Year? = nil) -> Anchor {
    Anchor(part: part, year: year, edge: nil, range: 0..<0)
  }

  private mutating func writtenDate() -> Anchor? {
    switch cursor.kind() {
    case .date(let day, let month, let year)?:
      cursor.index += 1
      let written = year.map(Anchor.Year.number)
      let found = written ?? self.year()
      if year != nil { passYearSuffix() }
      return made(.day(day, month: month), found)
    case .slashDate(let day, let month, let year)? where day > 12 || day == month:
      cursor.index += 1
      return made(.day(day, month: month), .number(year))
    case .month(let month, let year)? where (1...12).contains(month):
      cursor.index += 1
      passYearSuffix()
      return made(.month(month), .number(year))
    default: return nil
    }
  }

  private mutating func dayAndMonth() -> Anchor? {
    attempt { grammar in
      guard let day = grammar.dayNumber() else { return nil }
      _ = grammar.cursor.accept(["числа", "числу", "число"])
      guard let month = grammar.month() else { return nil }
      _ = grammar.cursor.accept(["месяца", "м-ца"])
      return grammar.made(.day(day, month: month), grammar.year())
    }
  }

  mutating func dayNumber() -> Int? {
    if case .ordinal(let day)? = cursor.kind() {
      cursor.index += 1
      return day
    }
    return number(digits: 1...2)
  }

  private mutating func monthAnchor() -> Anchor? {
    guard let month = month() else { return nil }
    _ = cursor.accept(["месяц", "месяца", "месяце"])
    return made(.month(month), year() ?? yearAfterDash())
  }

  /// «март – 2019», where the dash joins nothing.
  private mutating func yearAfterDash() -> Anchor.Year? {
    attempt { grammar in
      guard grammar.cursor.accept(.dash), let year = grammar.yearNumber() else { return nil }
      grammar.cursor.index += 1
      grammar.passYearSuffix()
      guard grammar.cursor.kind() != .dash, !grammar.isMonthAhead else { return nil }
      return .number(year)
    }
  }

  /// «I квартал», «первое полугодие», «2 декада октября», «последняя неделя мая».
  private mutating func partOfYear() -> Anchor? {
    attempt { grammar in
      guard let number = grammar.ordinal(), let word = grammar.cursor.word() else { return nil }
      grammar.cursor.index += 1
      if RussianWords.units[word] == .quarter { return grammar.quarter(number) }
      if RussianWords.units[word] == .half || ["полуг", "пол", "п"].contains(word) {
        return grammar.half(number)
      }
      if ["половина", "половине", "половины", "половину"].contains(word) {
        guard let month = grammar.month() else { return grammar.half(number) }
        let isHalf = number == 1 || number == 2
        return isHalf ? grammar.made(.halfMonth(number, month: month), grammar.year()) : nil
      }
      return grammar.partOfMonth(number, word)
    }
  }

  private mutating func quarter(_ number: Int) -> Anchor? {
    let number = number == -1 ? 4 : number
    return (1...4).contains(number) ? made(.quarter(number), year()) : nil
  }

  private mutating func half(_ number: Int) -> Anchor? {
    let number = number == -1 ? 2 : number
    return (1...2).contains(number) ? made(.half(number), year()) : nil
  }

  private mutating func partOfMonth(_ number: Int, _ word: String) -> Anchor? {
    guard let month = month() else { return nil }
    if ["декада", "декаде", "декады", "декаду", "дек"].contains(word) {
      let number = number == -1 ? 3 : number
      return (1...3).contains(number) ? made(.decade(number, month: month), year()) : nil
    }
    guard RussianWords.units[word] == .week || word == "неделе", (-1...5).contains(number),
      number != 0
    else { return nil }
    return made(.week(number, month: month), year())
  }

  private mutating func season() -> Anchor? {
    guard let word = cursor.word() else { return nil }
    if let season = RussianWords.seasons[word] {
      cursor.index += 1
      return made(.season(season), year())
    }
    // «в летний период».
    let stems = [("весенн", 1), ("летн", 2), ("осенн", 3), ("зимн", 4)]
    guard let season = stems.first(where: { word.hasPrefix($0.0) })?.1,
      let noun = cursor.word(1), ["период", "периода", "периоде", "время"].contains(noun)
    else { return nil }
    cursor.index += 2
    return made(.season(season), year())
  }

  private mutating func thisMonth() -> Anchor? {
    attempt { grammar in
      _ = grammar.cursor.accept(RussianWords.this)
      return grammar.cursor.accept(["месяца", "месяце"]) ? grammar.made(.thisMonth) : nil
    }
  }

  /// «учебного года», «учебного года 2018-2019».
  private mutating func schoolYear() -> Anchor? {
    attempt { grammar in
      let isThis = grammar.cursor.accept(RussianWords.this)
      guard grammar.cursor.accept(RussianWords.school),
        grammar.cursor.accept(RussianWords.yearSuffixes)
      else { return nil }
      if let year = grammar.writtenYears(), case .range(let first, _) = year {
        return grammar.made(.schoolYear, .school(first))
      }
      return grammar.made(.schoolYear, isThis ? .current(0) : nil)
    }
  }

  private mutating func yearAnchor() -> Anchor? {
    let start = cursor.index
    if let year = year() {
      if case .school = year { return made(.schoolYear, year) }
      return made(namesSchool(from: start) ? .schoolYear : .year, year)
    }
    return cursor.accept(["год", "года", "году"]) ? made(.year) : nil
  }

  /// Whether the words just passed speak of school years: «2018-2020 учебные годы».
  private func namesSchool(from start: Int) -> Bool {
    (start..<cursor.index).contains { place in
      guard case .word(let word)? = cursor.kind(place - cursor.index) else { return false }
      return RussianWords.school.contains(word)
    }
  }

  /// A number whose meaning comes later: the `1` of «с 1 по 30 апреля», the `I` of «I-II квартал».
  private mutating func bareNumber() -> Anchor? {
    attempt { grammar in
      guard let number = grammar.ordinal(), (1...31).contains(number) else { return nil }
      _ = grammar.cursor.accept(["числа", "числу", "число"])
      return grammar.completesBareNumber() ? grammar.made(.bareNumber(number)) : nil
    }
  }

  /// Whether numbers, parted by dashes or commas, come to one with a month or a part of the year.
  private func completesBareNumber() -> Bool {
    var ahead = self
    for _ in 0..<Self.longestNumberList {
      let start = ahead.cursor.index
      while ahead.cursor.kind() == .dash || ahead.cursor.kind() == .comma
        || ["и", "по", "до"].contains(ahead.cursor.word() ?? "")
      { ahead.cursor.index += 1 }
      guard ahead.cursor.index > start else { return false }
      if let found = ahead.writtenDate() ?? ahead.dayAndMonth() ?? ahead.partOfYear() {
        return found.part != .year
      }
      guard ahead.ordinal() != nil else { return false }
    }
    return false
  }

  /// The most numbers that one month may follow: «1, 8, 15, 22 и 29 сентября».
  private static let longestNumberList = 31

  // MARK: Years

  /// The year of what was just read: «2018 г.», «2018-2019 уч. года», «т.г.», «этого года».
  mutating func year() -> Anchor.Year? {
    writtenYears() ?? currentYear()
  }

  mutating func writtenYears() -> Anchor.Year? {
    attempt { grammar in
      _ = grammar.cursor.accept(.comma)
      guard let first = grammar.yearNumber() else { return nil }
      grammar.cursor.index += 1
      if let range = grammar.yearRange(from: first) { return range }
      if let list = grammar.yearList(from: first) { return list }
      grammar.passYearSuffix()
      return .number(first)
    }
  }

  private mutating func yearRange(from first: Int) -> Anchor.Year? {
    attempt { grammar in
      grammar.passYearSuffix()
      let isSlash = grammar.cursor.accept(.slash)
      guard isSlash || grammar.cursor.accept(.dash), let second = grammar.laterYear(than: first)
      else { return nil }
      grammar.cursor.index += 1
      guard !grammar.isMonthAhead else { return nil }
      grammar.passYearSuffix()
      if grammar.cursor.accept(RussianWords.school) {
        grammar.passYearSuffix()
        return second == first + 1 ? .school(first) : .range(first, second)
      }
      return isSlash && second == first + 1 ? .school(first) : .range(first, second)
    }
  }

  /// «2018, 2019 и 2020 годов».
  private mutating func yearList(from first: Int) -> Anchor.Year? {
    attempt { grammar in
      var years = [first]
      while true {
        let start = grammar.cursor.index
        grammar.passYearSuffix()
        guard grammar.cursor.accept(.comma) || grammar.cursor.accept("и"),
          let year = grammar.yearNumber()
        else {
          grammar.cursor.index = start
          break
        }
        grammar.cursor.index += 1
        years.append(year)
      }
      grammar.passYearSuffix()
      return years.count > 1 ? .list(years) : nil
    }
  }

  private var isMonthAhead: Bool {
    cursor.word().map { RussianWords.months[$0] != nil } ?? false
  }

  mutating func passYearSuffix() {
    while cursor.accept(RussianWords.yearSuffixes) {}
  }

  private mutating func currentYear() -> Anchor.Year? {
    attempt { grammar in
      let short = grammar.cursor.word()
      if short == "т" || short == "с" || short == "н", grammar.cursor.sees("г", ahead: 1) {
        grammar.cursor.index += 2
        return .current(0)
      }
      var ahead = 0
      if grammar.cursor.accept(RussianWords.next) {
        ahead = 1
      } else if grammar.cursor.accept(["прошлого", "предыдущего", "прошлом"]) {
        ahead = -1
      } else if grammar.cursor.accept(RussianWords.each)
        || grammar.cursor.accept(["отчетного", "соответствующего"])
      {
        return grammar.cursor.accept(RussianWords.yearSuffixes) ? .every : nil
      } else if !grammar.cursor.accept(RussianWords.this) {
        return nil
      }
      _ = grammar.cursor.accept(["календарного", "финансового"])
      return grammar.cursor.accept(RussianWords.yearSuffixes) ? .current(ahead) : nil
    }
  }
}
