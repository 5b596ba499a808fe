extension EnglishGrammar {
  /// Another paper that says when: `in accordance with the plan`, `according to the schedule`.
  mutating func external() -> Element? {
    attempt { grammar in
      guard
        grammar.cursor.accept("in", "accordance", "with")
          || grammar.cursor.accept("according", "to")
          || grammar.cursor.accept("as", "per") || grammar.cursor.accept("as", "set", "out", "in")
          || grammar.cursor.accept("in", "line", "with") || grammar.cursor.accept("subject", "to")
          || grammar.cursor.accept(["under", "pursuant", "per"])
      else { return nil }
      _ = grammar.cursor.accept("to")
      _ = grammar.cursor.accept(["the", "a", "an"])
      let start = grammar.cursor.index
      while let kind = grammar.cursor.kind() {
        if kind == .semicolon || kind == .newline || kind == .open { break }
        if kind == .comma, grammar.beginsTerm(ahead: 1) { break }
        if grammar.cursor.index > start, grammar.beginsTerm(ahead: 0) { break }
        grammar.cursor.index += 1
      }
      let text = grammar.cursor.text(from: start)
      return text.isEmpty ? nil : .external(text)
    }
  }

  private func beginsTerm(ahead: Int) -> Bool {
    guard let word = cursor.word(ahead) else { return false }
    if EnglishWords.adverbs[word] != nil { return true }
    if ["by", "until", "no", "not"].contains(word) {
      return cursor.kind(ahead + 1).map(\.isNumeric) ?? false
        || cursor.word(ahead + 1).map { EnglishWords.months[$0] != nil || $0 == "later" } ?? false
    }
    return EnglishWords.months[word] != nil && cursor.word(ahead - 1) != "of"
      && cursor.word(ahead - 1) != "for"
  }

  /// `as needed`, `if necessary`, `on request`.
  mutating func onDemand() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let needed: WordSet = ["needed", "required", "necessary", "appropriate", "requested"]
      let isNeeded =
        grammar.cursor.accept("as", "and", "when") || grammar.cursor.accept("if", "and", "when")
        || grammar.cursor.accept(["as", "if", "when", "where", "whenever"])
      if isNeeded {
        guard grammar.cursor.accept(needed) else { return nil }
        return .onDemand(grammar.cursor.text(from: start))
      }
      guard grammar.cursor.accept(["on", "upon"]), grammar.cursor.accept(["request", "demand"])
      else { return nil }
      return .onDemand(grammar.cursor.text(from: start))
    }
  }

  /// `ongoing`, `continuously`, `throughout the programme`.
  mutating func continuous() -> Element? {
    if cursor.accept(["ongoing", "continuously", "continuous", "permanently", "constantly"]) {
      return .continuous
    }
    if cursor.accept("at", "all", "times") || cursor.accept("on", "an", "ongoing", "basis") {
      return .continuous
    }
    if cursor.accept(["regularly", "periodically", "systematically"]) { return .vague }
    return programme()
  }

  private mutating func programme() -> Element? {
    attempt { grammar in
      guard grammar.cursor.accept(["throughout", "during", "for", "over"]) else { return nil }
      _ = grammar.cursor.accept("the")
      _ = grammar.cursor.accept(["whole", "entire", "full"])
      let words: WordSet = [
        "programme", "program", "project", "plan", "roadmap", "duration", "lifetime", "period",
        "term",
      ]
      guard grammar.cursor.accept(words) else { return nil }
      _ = grammar.cursor.accept("of", "the") && grammar.cursor.accept(words)
      _ = grammar.cursor.accept(["period", "duration", "implementation"])
      guard grammar.cursor.kind().map(\.isNumeric) != true else { return nil }
      return .programme
    }
  }

  /// A period or an event with a name of its own: `before the heating season`.
  mutating func fallback() -> Element? {
    attempt { grammar in
      let isDuring = grammar.cursor.accept(["during", "throughout"])
      guard
        isDuring || grammar.cursor.accept(["before", "until", "till"])
          || grammar.cursor.accept("prior", "to")
      else { return nil }
      _ = grammar.cursor.accept("the")
      let name = grammar.event()
      guard !name.isEmpty, !name.contains(where: \.isNumber) else { return nil }
      return isDuring ? .named(name, .at) : .relative(Trigger(0, .days, .before, event: name))
    }
  }
}
