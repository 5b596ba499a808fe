extension RussianGrammar {
  // MARK: Papers

  /// Another paper that says when: «в соответствии с региональным приказом», «по плану».
  mutating func external() -> Element? {
    attempt { grammar in
      let isFormal = grammar.formalReference()
      guard isFormal || grammar.cursor.accept(["по", "согласно"]) || grammar.settledTerms else {
        return nil
      }
      guard isFormal || grammar.isPaperAhead else { return nil }
      let start = grammar.cursor.index
      grammar.passPaper()
      let text = grammar.cursor.text(from: start)
      return text.isEmpty ? nil : .external(RussianPapers.nominative(text))
    }
  }

  private mutating func formalReference() -> Bool {
    if cursor.accept("в", "соответствии") || cursor.accept("в", "соответсвии") {
      return cursor.accept(["с", "со", "c"])
    }
    if cursor.accept("на", "основании") || cursor.accept("в", "рамках") { return true }
    if cursor.accept("согласно") {
      _ = cursor.accept(["с", "со"])
      return true
    }
    return false
  }

  /// «в установленные сроки», «в сроки, определенные приказом».
  private var settledTerms: Bool {
    mutating get {
      guard cursor.sees("в"), let word = cursor.word(1) else { return false }
      let isSettled = ["установлен", "определен", "утвержден", "срок", "указан"].contains {
        word.hasPrefix($0)
      }
      guard isSettled, word != "срок" else { return false }
      cursor.index += 1
      return true
    }
  }

  /// Whether the noun of a paper is among the next few words.
  private var isPaperAhead: Bool {
    for ahead in 0..<5 {
      guard let word = cursor.word(ahead) else { return false }
      if RussianPapers.noun(word) != nil { return true }
    }
    return false
  }

  private mutating func passPaper() {
    let start = cursor.index
    while let kind = cursor.kind() {
      if kind == .semicolon || kind == .newline || kind == .open { return }
      if kind == .comma, endsPaper(ahead: 1) { return }
      if cursor.index > start, kind != .comma, endsPaper(ahead: 0) { return }
      cursor.index += 1
    }
  }

  /// Whether a term begins there, and not more of the paper's name: «план на сентябрь» goes on.
  private func endsPaper(ahead: Int) -> Bool {
    if case .word(let before)? = cursor.kind(ahead - 1),
      ["на", "от", "за", "о", "об", "к"].contains(before)
    {
      return false
    }
    guard let word = cursor.word(ahead) else {
      return ahead > 0 && (cursor.kind(ahead).map(\.isNumeric) ?? false)
    }
    if RussianWords.adverbs[word] != nil || RussianWords.months[word] != nil { return true }
    if ["постоянно", "ежегодно", "раз"].contains(word) { return true }
    if ["до", "к", "с", "в", "не"].contains(word), let next = cursor.word(ahead + 1) {
      return RussianWords.months[next] != nil || next == "позднее" || next == "реже"
        || next == "течение"
    }
    return ["до", "к", "с"].contains(word) && (cursor.kind(ahead + 1).map(\.isNumeric) ?? false)
  }

  // MARK: When needed

  /// «по мере необходимости», «при наличии», «по запросу».
  mutating func onDemand() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let isOccasion =
        grammar.cursor.accept("по", "мере") || grammar.cursor.accept("при")
        || grammar.cursor.accept("в", "случае") || grammar.cursor.accept("ситуативно")
      if isOccasion {
        if grammar.cursor.accept([
          "необходимости", "надобности", "потребности", "возможности", "требованию",
        ]) {
          return .onDemand(grammar.cursor.text(from: start))
        }
        _ = grammar.event()
        return .onDemand(grammar.cursor.text(from: start))
      }
      guard grammar.cursor.accept("по"),
        grammar.cursor.accept([
          "необходимости", "надобности", "потребности", "запросу", "запросам", "требованию",
          "заявке", "заявкам", "обращению", "обращениям", "вызову", "возможности", "желанию",
        ])
      else { return nil }
      return .onDemand(grammar.cursor.text(from: start))
    }
  }

  // MARK: All the time

  mutating func continuous() -> Element? {
    if cursor.accept([
      "постоянно", "непрерывно", "круглогодично", "бессрочно", "круглосуточно", "постоянный",
    ]) {
      return .continuous
    }
    if cursor.accept("на", "постоянной", "основе") || cursor.accept("в", "постоянном", "режиме")
      || cursor.accept("круглый", "год")
    {
      return .continuous
    }
    if cursor.accept(["регулярно", "систематически", "периодически", "планово"]) { return .vague }
    return misspeltContinuous()
  }

  private mutating func misspeltContinuous() -> Element? {
    guard let word = cursor.word(), word.count >= 8,
      TermLetters.distance(word, "постоянно", limit: 2) != nil
    else { return nil }
    cursor.index += 1
    note(typo: word, read: "постоянно")
    return .continuous
  }

  /// «в течение всего периода реализации программы», «весь период», «в период реализации».
  mutating func programme() -> Element? {
    attempt { grammar in
      let isDuring =
        grammar.cursor.accept("в", "течение") || grammar.cursor.accept("в", "течении")
        || grammar.cursor.accept("на", "протяжении") || grammar.cursor.accept("на")
      let isWhole = grammar.cursor.accept(["весь", "всего", "все", "всей"])
      if !isDuring, !isWhole {
        guard grammar.cursor.accept("в"),
          grammar.cursor.sees("период") || grammar.cursor.sees("ходе"),
          let next = grammar.cursor.word(1),
          ["реализации", "действия", "выполнения"].contains(next)
        else { return nil }
      }
      let isOwn = ["периода", "период", "срока", "срок", "времени", "время"].contains(
        grammar.cursor.word() ?? "")
      let isWork = ["программы", "проекта", "ходе"].contains(grammar.cursor.word() ?? "")
      guard isOwn || isWork else { return nil }
      let next = grammar.cursor.word(1)
      let isNamed = next.map { !Self.programmeWords.contains($0) } ?? false
      guard !isOwn || !isNamed, !grammar.datesFollow else { return nil }
      grammar.cursor.index += 1
      while let word = grammar.cursor.word(), Self.programmeWords.contains(word) {
        grammar.cursor.index += 1
      }
      return .programme
    }
  }

  private var datesFollow: Bool {
    cursor.kind(1).map(\.isNumeric) ?? false || cursor.sees("с", ahead: 1)
  }

  private static let programmeWords: WordSet = [
    "реализации", "действия", "выполнения", "исполнения", "программы", "проекта", "плана",
    "дорожной", "карты", "мероприятий", "муниципальной", "государственной", "данной", "комплекса",
    "настоящей", "работы", "работ", "осуществления", "подпрограммы",
  ]

  // MARK: Names

  /// A period or a day with a name of its own: «до начала купального сезона».
  mutating func fallback() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let isBefore = grammar.cursor.accept("до", "и", "в", "течение")
      let isDuring =
        isBefore || grammar.cursor.accept("в", "течение") || grammar.cursor.accept("в", "течении")
        || grammar.cursor.accept("в", "период") || grammar.cursor.accept("во", "время")
        || grammar.cursor.accept("на", "период") || grammar.cursor.accept("в", "ходе")
        || grammar.cursor.accept("весь") || grammar.cursor.accept("на", "протяжении")
      if isDuring {
        _ = grammar.cursor.accept(["всего", "всей", "периода"])
        let name = grammar.event()
        return name.isEmpty || name.contains(where: \.isNumber) ? nil : .named(name, .at)
      }
      guard let bound = grammar.bound() else { return grammar.plainName(from: start) }
      guard bound == .until || bound == .towards else { return nil }
      let event = grammar.event()
      guard !event.isEmpty, !event.contains(where: \.isNumber) else { return nil }
      return .relative(Trigger(0, .days, .before, event: event))
    }
  }

  /// «осенние каникулы», «купальный сезон», «месячник благоустройства».
  private mutating func plainName(from start: Int) -> Element? {
    let nouns = ["каникул", "сезон", "период", "месячник", "четверт", "неделя", "декадник"]
    var ahead = 0
    while let word = cursor.word(ahead), ahead < 4 {
      if nouns.contains(where: word.hasPrefix) {
        let name = event()
        return name.contains(where: \.isNumber) ? nil : .named(name, .at)
      }
      ahead += 1
    }
    return nil
  }
}
