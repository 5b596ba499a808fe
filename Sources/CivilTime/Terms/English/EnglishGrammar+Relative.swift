extension EnglishGrammar {
  /// A term counted from an event: `within 10 working days of the order`.
  mutating func relative() -> Element? {
    atOnce() ?? counted() ?? besideEvent()
  }

  private mutating func atOnce() -> Element? {
    guard
      cursor.accept(["immediately", "promptly", "forthwith"]) || cursor.accept("without", "delay")
    else { return nil }
    _ = cursor.accept(["after", "upon", "on"])
    return .relative(Trigger(0, .days, event: event()))
  }

  /// `within 10 working days of …`, `no later than 2 weeks before …`, `30 days after …`.
  private mutating func counted() -> Element? {
    attempt { grammar in
      let limit = grammar.limit()
      _ = grammar.cursor.accept("the", "next")
      guard let length = grammar.duration() else { return nil }
      _ = grammar.cursor.accept(["prior"]) && grammar.cursor.accept("to")
      let isPrior = grammar.cursor.word(-1) == "to" && grammar.cursor.word(-2) == "prior"
      if isPrior || grammar.cursor.accept(["before", "ahead"]) {
        _ = grammar.cursor.accept("of")
        return .relative(
          Trigger(
            length.count, length.unit, .before, limit: limit ?? .within, event: grammar.event()))
      }
      let hasEvent =
        grammar.cursor.accept(["after", "of", "from", "following", "since"])
      guard hasEvent || limit != nil else { return nil }
      let event = hasEvent ? grammar.event() : ""
      return .relative(
        Trigger(length.count, length.unit, limit: limit ?? .exactly, event: event))
    }
  }

  private mutating func limit() -> Trigger.Limit? {
    if cursor.accept("at", "least") || cursor.accept("no", "less", "than")
      || cursor.accept("no", "sooner", "than") || cursor.accept("no", "earlier", "than")
    {
      return .atLeast
    }
    let isLimit =
      cursor.accept("no", "later", "than") || cursor.accept("not", "later", "than")
      || cursor.accept("no", "more", "than") || cursor.accept("within") || cursor.accept("in")
      || cursor.accept("up", "to")
    return isLimit ? .within : nil
  }

  private mutating func duration() -> (count: Int, unit: Trigger.Unit)? {
    attempt { grammar in
      guard let count = grammar.count() else { return nil }
      _ = grammar.cursor.accept(.dash)
      let isWorking = grammar.cursor.accept(["working", "business"])
      _ = grammar.cursor.accept(["calendar", "full"])
      guard let word = grammar.cursor.word(), let unit = EnglishWords.units[word] else {
        return nil
      }
      grammar.cursor.index += 1
      switch unit {
      case .hour: return (count, .hours)
      case .day: return (count, isWorking ? .workingDays : .days)
      case .week: return (word == "fortnight" ? count * 2 : count, .weeks)
      case .month: return (count, .months)
      case .quarter: return (count * 3, .months)
      case .half: return nil
      case .year: return (count, .years)
      }
    }
  }

  /// `after approval of the plan`, `upon completion`, `on the day of the meeting`.
  private mutating func besideEvent() -> Element? {
    attempt { grammar in
      var limit = Trigger.Limit.atLeast
      if grammar.cursor.accept("on", "the", "day", "of") {
        limit = .exactly
      } else {
        guard grammar.cursor.accept(["after", "upon", "following"]) else { return nil }
        var ahead = grammar
        guard ahead.anchor() == nil else { return nil }
      }
      let event = grammar.event()
      return event.isEmpty ? nil : .relative(Trigger(0, .days, limit: limit, event: event))
    }
  }

  /// The words of an event, up to where another clause begins.
  mutating func event() -> String {
    let start = cursor.index
    while let kind = cursor.kind() {
      if kind == .semicolon || kind == .newline || kind == .open { break }
      if kind == .comma, endsEvent(ahead: 1) { break }
      if cursor.index > start, let word = cursor.word(), EnglishWords.adverbs[word] != nil { break }
      cursor.index += 1
    }
    return cursor.text(from: start)
  }

  private func endsEvent(ahead: Int) -> Bool {
    var ahead = ahead
    while let word = cursor.word(ahead), ["but", "and"].contains(word) { ahead += 1 }
    return cursor.sees("no", "later", ahead: ahead) || cursor.sees("by", ahead: ahead)
      || cursor.sees("not", "later", ahead: ahead) || cursor.sees("until", ahead: ahead)
      || cursor.word(ahead).map { EnglishWords.adverbs[$0] != nil } ?? false
  }
}
