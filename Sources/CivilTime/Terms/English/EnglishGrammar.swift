/// The grammar of English terms: turns words into elements, and knows nothing of years to fill in.
struct EnglishGrammar: TermGrammar {
  var cursor: TermCursor
  var typos: [TermSyntax.Typo] { [] }

  init(_ text: String) {
    cursor = TermCursor(text)
  }

  mutating func element() -> Element? {
    if let element = approximation() ?? hour() ?? stage() { return element }
    if let element = onDemand() ?? continuous() ?? frequency() { return element }
    if let element = offset() ?? relative() ?? window() { return element }
    return external() ?? fallback()
  }

  mutating func separator() -> Separator {
    var separator = Separator.none
    while true {
      switch cursor.kind() {
      case .comma?: if separator == .none { separator = .comma }
      case .semicolon?, .newline?: separator = .strong
      case .dash?, .colon?, .slash?, .close?: if separator == .none { separator = .dash }
      case .word("and")?, .word("or")?: separator = separator == .strong ? .strong : .and
      case .word("then")?: separator = .then
      case .word("but")?, .word("also")?, .word("due")?, .word("deadline")?, .word("date")?: break
      default: return separator
      }
      cursor.index += 1
    }
  }

  private mutating func approximation() -> Element? {
    cursor.accept(["approximately", "about", "around", "circa", "tentatively"]) ? .approximate : nil
  }

  /// `at 10:30`, `5 pm`.
  mutating func hour() -> Element? {
    attempt { grammar in
      _ = grammar.cursor.accept(["at"])
      let start = grammar.cursor.index
      let isClock = if case .clock? = grammar.cursor.kind() { true } else { false }
      let isHour =
        ["am", "pm"].contains(grammar.cursor.word(1) ?? "") && grammar.number(digits: 1...2) != nil
      guard isClock || isHour else { return nil }
      if isClock { grammar.cursor.index += 1 }
      _ = grammar.cursor.accept(["am", "pm"])
      return .remark(grammar.cursor.text(from: start))
    }
  }

  /// `stage 1`, `phase II`.
  private mutating func stage() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      guard grammar.cursor.accept(["stage", "phase"]), grammar.ordinal() != nil else { return nil }
      return .remark(grammar.cursor.text(from: start))
    }
  }

  /// A small number as digits, a Roman numeral or a word.
  mutating func ordinal() -> Int? {
    let found: Int? =
      switch cursor.kind() {
      case .ordinal(let value)?: value
      case .number(let value, let digits)? where digits <= 2: value
      case .word(let word)?: EnglishWords.ordinals[word] ?? TermLetters.roman(word)
      default: nil
      }
    if found != nil { cursor.index += 1 }
    return found
  }

  /// A count as digits or a word, with the same again in parentheses: `ten (10)`.
  mutating func count() -> Int? {
    attempt { grammar -> Int? in
      var value = grammar.number(digits: 1...4)
      if value == nil, let word = grammar.cursor.word() {
        value = EnglishWords.numerals[word]
        if value != nil { grammar.cursor.index += 1 }
      }
      guard let value else { return nil }
      _ = grammar.attempt { grammar -> Bool? in
        guard grammar.cursor.accept(.open) else { return nil }
        grammar.cursor.index += 1
        return grammar.cursor.accept(.close) ? true : nil
      }
      return value
    }
  }

  mutating func month() -> Int? {
    guard let word = cursor.word(), let month = EnglishWords.months[word] else { return nil }
    cursor.index += 1
    return month
  }

  var isMonthAhead: Bool { cursor.word().map { EnglishWords.months[$0] != nil } ?? false }
}
