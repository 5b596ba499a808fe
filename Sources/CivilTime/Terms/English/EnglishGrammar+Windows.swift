extension EnglishGrammar {
  /// A stretch of the calendar: `by 15 October 2018`, `from May to June`, `September–October 2018`.
  mutating func window() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      guard var window = grammar.bounded() ?? grammar.since() ?? grammar.placed() else {
        return nil
      }
      window.isInclusive = grammar.inclusion() ?? window.isInclusive
      window.range = grammar.cursor.range(from: start)
      return .window(window)
    }
  }

  private func made(_ shape: Window.Shape, _ anchors: [Anchor], _ bound: Window.Bound) -> Window {
    Window(shape: shape, anchors: anchors, bound: bound, range: 0..<0)
  }

  private mutating func inclusion() -> Bool? {
    attempt { grammar in
      let isEnclosed = grammar.cursor.accept(.open)
      guard grammar.cursor.accept(["inclusive", "included", "exclusive"]) else { return nil }
      let isInclusive = !grammar.cursor.tokensEndWith("exclusive")
      return !isEnclosed || grammar.cursor.accept(.close) ? isInclusive : nil
    }
  }

  private mutating func bounded() -> Window? {
    attempt { grammar in
      guard let bound = grammar.bound() else { return nil }
      if grammar.hour() != nil { _ = grammar.cursor.accept("on") || grammar.cursor.accept(.comma) }
      return grammar.anchor().map { grammar.made(.by, [$0], bound) }
    }
  }

  /// The word that bounds a window from above.
  mutating func bound() -> Window.Bound? {
    if cursor.accept("no", "later", "than") || cursor.accept("not", "later", "than")
      || cursor.accept("on", "or", "before") || cursor.accept("at", "the", "latest")
    {
      return .notLater
    }
    if cursor.accept("by") {
      return .notLater
    }
    if cursor.accept("prior", "to") || cursor.accept(["before"]) { return .before }
    if cursor.accept("up", "to") || cursor.accept(["until", "till", "til"]) { return .until }
    return cursor.accept("through") ? .through : nil
  }

  /// `from 1 to 30 April`, `since 5 April 2010`, `between May and June`.
  private mutating func since() -> Window? {
    attempt { grammar in
      _ =
        grammar.cursor.accept("in", "the", "period")
        || grammar.cursor.accept("for", "the", "period")
      let isBetween = grammar.cursor.accept("between")
      let isAfter = grammar.cursor.sees("after")
      guard
        isBetween || grammar.cursor.accept("no", "earlier", "than")
          || grammar.cursor.accept("starting", "from") || grammar.cursor.accept("as", "of")
          || grammar.cursor.accept(["from", "since", "starting", "after"]),
        let first = grammar.anchor()
      else { return nil }
      let second = grammar.attempt { grammar -> Window? in
        let isUntil = grammar.cursor.accept(["until", "till"])
        let isThrough =
          isUntil || grammar.cursor.accept(["to", "through", "thru"])
          || grammar.cursor.accept(.dash)
          || isBetween && grammar.cursor.accept("and")
        guard isThrough else { return nil }
        return grammar.anchor().map {
          grammar.made(.between, [first, $0], isUntil ? .until : .through)
        }
      }
      if let second { return second }
      if case .bareNumber = first.part { return nil }
      var window = grammar.made(.since, [first], .through)
      window.isInclusive = isAfter ? false : nil
      return isBetween ? nil : window
    }
  }

  /// `in June`, `September–October 2018`, `during 2019`, `for 2016–2020`.
  /// `March 1-15, 2020`: the month stands before both days.
  private mutating func daysOfMonth(from first: Anchor) -> Window? {
    attempt { grammar in
      guard case .day(let start, let month) = first.part, first.year == nil,
        grammar.cursor.accept(.dash), let end = grammar.dayNumber(), start < end,
        (1...31).contains(end)
      else { return nil }
      let last = grammar.made(.day(end, month: month), grammar.year())
      return grammar.made(.between, [first, last], .through)
    }
  }

  private mutating func placed() -> Window? {
    attempt { grammar in
      let isSpan = grammar.cursor.accept("for")
      _ = isSpan || grammar.cursor.accept(["in", "on", "during", "within", "throughout", "over"])
      _ = grammar.cursor.accept("the", "period")
      guard let first = grammar.anchor() else { return nil }
      let second = grammar.attempt { grammar -> Anchor? in
        guard
          grammar.cursor.accept(.dash) || grammar.cursor.accept("to")
            || grammar.cursor.accept("through")
        else { return nil }
        return grammar.anchor().flatMap { second in
          if case .bareNumber = second.part { nil } else { second }
        }
      }
      if let second { return grammar.made(.between, [first, second], .through) }
      if let days = grammar.daysOfMonth(from: first) { return days }
      if case .bareNumber = first.part {
        let isList = grammar.cursor.kind() == .comma || grammar.cursor.sees("and")
        return isList ? grammar.made(.at, [first], .through) : nil
      }
      let isYears = first.part == .year
      return grammar.made(isSpan && isYears ? .span : .at, [first], .through)
    }
  }
}

extension TermCursor {
  /// Whether the token just passed is this word.
  func tokensEndWith(_ word: String) -> Bool { self.word(-1) == word }
}
