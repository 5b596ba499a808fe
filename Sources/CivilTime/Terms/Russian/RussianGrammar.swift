/// The grammar of Russian terms: turns words into elements, and knows nothing of years to fill in.
struct RussianGrammar: TermGrammar {
  var cursor: TermCursor
  private(set) var typos: [TermSyntax.Typo] = []
  /// Where the second month of an interval begins whose dash was lost.
  var lostDashes: Set<Int> = []

  init(_ text: String) {
    cursor = TermCursor(text)
  }

  mutating func element() -> Element? {
    if let element = approximation() ?? hour() ?? stage() { return element }
    if let element = report() ?? frequency() ?? offset() ?? relative() { return element }
    if cursor.accept(["однократно", "разово", "единовременно", "единожды"]) {
      return .remark(cursor.text(from: cursor.index - 1))
    }
    if let element = programme() ?? continuous() ?? onDemand() { return element }
    return window() ?? external() ?? fallback()
  }

  mutating func separator() -> Separator {
    var separator = Separator.none
    while true {
      switch cursor.kind() {
      case .comma?: if separator == .none { separator = .comma }
      case .semicolon?, .newline?: separator = .strong
      case .dash?, .colon?, .slash?, .close?: if separator == .none { separator = .dash }
      case .word(let word)?:
        if let joint = Self.joints[word] {
          separator = separator == .strong && joint == .and ? .strong : joint
        } else if !Self.noise.contains(word) {
          return separator
        }
      default: return separator
      }
      cursor.index += 1
    }
  }

  /// Words that join what is before them with what comes.
  private static let joints: WordTable<Separator> = [
    "и": .and, "или": .and, "либо": .and, "далее": .then, "затем": .then, "потом": .then,
  ]

  /// Words that say nothing of when.
  private static let noise: WordSet = [
    "а", "но", "же", "также", "срок", "сроки", "исполнения", "выполнения", "проведения", "срока",
    "реализации", "ежегодного", "дата", "даты", "г", "гг", "года",
  ]

  /// Notes that the word just passed was misspelt.
  mutating func note(typo written: String, read: String) {
    let range = cursor.range(from: cursor.index - 1)
    typos.append(TermSyntax.Typo(written: written, read: read, range: range))
  }

  // MARK: Small elements

  private mutating func approximation() -> Element? {
    guard
      cursor.accept([
        "ориентировочно", "примерно", "около", "предположительно", "предварительно",
        "приблизительно",
      ])
    else { return nil }
    return .approximate
  }

  /// `21.00 час. по времени г. Астана`, `в 10:00`.
  mutating func hour() -> Element? {
    attempt { grammar in
      _ = grammar.cursor.accept("в")
      let start = grammar.cursor.index
      let isClock = if case .clock? = grammar.cursor.kind() { true } else { false }
      guard isClock || grammar.hourAhead else { return nil }
      grammar.cursor.index += 1
      _ = grammar.cursor.accept(["ч", "час", "часа", "часов", "часам"])
      _ = grammar.attempt { grammar -> Bool? in
        guard grammar.number(digits: 2...2) != nil else { return nil }
        return grammar.cursor.accept(["мин", "минут"]) ? true : nil
      }
      grammar.passTimeZone()
      return .remark(grammar.cursor.text(from: start))
    }
  }

  /// Whether «18 часов» comes, and not a count of hours from an event.
  private var hourAhead: Bool {
    guard case .number(let hour, let digits)? = cursor.kind(), digits <= 2, hour <= 24,
      let word = cursor.word(1), ["ч", "час", "часа", "часов", "часам"].contains(word)
    else { return false }
    guard let after = cursor.word(2) else { return true }
    return !["со", "с", "после", "до", "от"].contains(after)
  }

  private mutating func passTimeZone() {
    guard cursor.sees("по") else { return }
    let isZone =
      cursor.word(1) == "времени" || cursor.word(2) == "времени" || cursor.word(1) == "мск"
    guard isZone else { return }
    while let kind = cursor.kind(), kind != .comma, kind != .semicolon, kind != .newline {
      cursor.index += 1
    }
  }

  /// «I этап», «2 этап».
  private mutating func stage() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      if grammar.cursor.accept("этап") {
        guard grammar.ordinal() != nil else { return nil }
      } else {
        guard grammar.ordinal() != nil,
          grammar.cursor.accept(["этап", "этапа", "этапе", "этапы"])
        else { return nil }
      }
      return .remark(grammar.cursor.text(from: start))
    }
  }

  // MARK: Numbers

  /// A small number as digits, a Roman numeral or a word: «3», «III», «третий», «3-й».
  mutating func ordinal() -> Int? {
    let found: Int? =
      switch cursor.kind() {
      case .ordinal(let value)?: value
      case .number(let value, let digits)? where digits <= 2: value
      case .word(let word)?: RussianWords.ordinals[word] ?? TermLetters.roman(word)
      default: nil
      }
    if found != nil { cursor.index += 1 }
    return found
  }

  /// A count as digits or words, with its words in parentheses: «10 (десяти)», «двадцати пяти».
  mutating func count() -> Int? {
    attempt { grammar in
      if let value = grammar.writtenCount() {
        grammar.passRepeatedCount()
        return value
      }
      guard let first = grammar.numeral() else { return nil }
      guard first >= 20, let word = grammar.cursor.word(), let second = RussianWords.numerals[word],
        second < 10
      else { return first }
      grammar.cursor.index += 1
      return first + second
    }
  }

  /// «10» or «3-х».
  private mutating func writtenCount() -> Int? {
    guard case .ordinal(let value)? = cursor.kind() else { return number(digits: 1...4) }
    cursor.index += 1
    return value
  }

  private mutating func numeral() -> Int? {
    guard let word = cursor.word(), let value = RussianWords.numerals[word] else { return nil }
    cursor.index += 1
    return value
  }

  private mutating func passRepeatedCount() {
    _ = attempt { grammar -> Bool? in
      guard grammar.cursor.accept(.open), grammar.numeral() != nil else { return nil }
      while grammar.numeral() != nil {}
      return grammar.cursor.accept(.close) ? true : nil
    }
  }

  // MARK: Months

  /// A month, also misspelt where nothing else could stand.
  mutating func month() -> Int? {
    guard let word = cursor.word() else { return nil }
    if let month = RussianWords.months[word] {
      cursor.index += 1
      return month
    }
    guard isMonthPlace, let (month, form) = misspelt(word) else { return nil }
    cursor.index += 1
    note(typo: word, read: form)
    return month
  }

  /// Whether what follows the current word could follow a month.
  private var isMonthPlace: Bool {
    switch cursor.kind(1) {
    case nil, .dash?, .comma?, .semicolon?, .newline?, .slash?, .close?, .open?: true
    case .number(_, digits: 4)?: true
    case .word(let word)?:
      RussianWords.months[word] != nil || ["и", "по", "до", "ежегодно"].contains(word)
        || RussianWords.this.contains(word) || RussianWords.yearSuffixes.contains(word)
    default: false
    }
  }

  /// The only month that `word` is nearly spelt like; words of four letters or fewer never are,
  /// but for one wrong last letter.
  private func misspelt(_ word: String) -> (Int, String)? {
    let letters = word.count
    guard letters >= 4, !Self.notMonths.contains(word) else { return nil }
    let limit = letters >= 7 ? 2 : 1
    var best: (distance: Int, month: Int, form: String)?
    var isTied = false
    for (form, month) in RussianWords.longMonths {
      guard let distance = TermLetters.distance(word, form, limit: limit) else { continue }
      if let best, distance > best.distance { continue }
      if let best, distance == best.distance {
        isTied = isTied || month != best.month
        continue
      }
      best = (distance, month, form)
      isTied = false
    }
    guard let best, !isTied, word.first == best.form.first || letters >= 6 else { return nil }
    return (best.month, best.form)
  }

  private static let notMonths: WordSet = [
    "марш", "марка", "марки", "мата", "карта", "карте", "карту", "парта", "старт", "старта", "мера",
    "марте", "партия", "апреля",
  ]
}
