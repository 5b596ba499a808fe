extension RussianGrammar {
  /// A stretch of the calendar: «до 15 октября 2018», «с 1 по 30 апреля», «сентябрь-октябрь».
  mutating func window() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      grammar.passPrefix()
      guard var window = grammar.bounded() ?? grammar.since() ?? grammar.placed() else {
        return nil
      }
      window.isInclusive = grammar.inclusion() ?? window.isInclusive
      window.range = grammar.cursor.range(from: start)
      return .window(window)
    }
  }

  private mutating func passPrefix() {
    _ =
      cursor.accept("в", "срок") || cursor.accept("срок") || cursor.accept("сроком")
      || cursor.accept("со", "сроком")
    _ = cursor.accept(.dash) || cursor.accept(.colon)
  }

  /// «включительно», also in parentheses; «не включая».
  private mutating func inclusion() -> Bool? {
    attempt { grammar in
      _ = grammar.cursor.accept(.comma)
      let isEnclosed = grammar.cursor.accept(.open)
      var isInclusive: Bool?
      if grammar.cursor.accept(["включительно", "вкл", "включ"]) { isInclusive = true }
      if grammar.cursor.accept("не", "включая") { isInclusive = false }
      guard isInclusive != nil else { return nil }
      return !isEnclosed || grammar.cursor.accept(.close) ? isInclusive : nil
    }
  }

  // MARK: Up to

  private mutating func bounded() -> Window? {
    attempt { grammar in
      guard let bound = grammar.bound() else { return nil }
      grammar.passHour()
      guard let anchor = grammar.namedDay() ?? grammar.anchor() else { return nil }
      return grammar.made(.by, [anchor], bound)
    }
  }

  /// The word that bounds a window from above.
  mutating func bound() -> Window.Bound? {
    if cursor.accept("не", "позднее") || cursor.accept("не", "позже") || cursor.accept("непозднее")
    {
      _ = cursor.accept("чем")
      _ = cursor.accept("до") || cursor.accept("к")
      return .notLater
    }
    if cursor.accept("до") { return .until }
    if cursor.accept(["к", "ко", "k"]) { return .towards }
    return cursor.accept("по") ? .through : nil
  }

  private mutating func passHour() {
    _ = attempt { grammar -> Bool? in
      guard grammar.hour() != nil else { return nil }
      _ = grammar.cursor.accept(.comma)
      return true
    }
  }

  /// «ко Дню учителя, который отмечается 5 октября».
  private mutating func namedDay() -> Anchor? {
    for (words, month, day) in RussianWords.namedDays {
      guard words.indices.allSatisfy({ cursor.word($0) == words[$0] }) else { continue }
      cursor.index += words.count
      _ = cursor.accept("отечества") || cursor.accept("единства") || cursor.accept("рф")
      _ = attempt { grammar -> Bool? in
        guard grammar.cursor.accept(.comma), grammar.cursor.accept(["который", "которое"]),
          grammar.cursor.accept(["отмечается", "празднуется"]), grammar.anchor() != nil
        else { return nil }
        return true
      }
      return made(.day(day, month: month), year())
    }
    return nil
  }

  // MARK: From

  /// «с 1 по 30 апреля», «с 5 апреля 2010 года».
  private mutating func since() -> Window? {
    if let window = after() { return window }
    return attempt { grammar in
      _ = grammar.cursor.accept(["в", "на", "за"]) && grammar.cursor.accept("период")
      _ = grammar.cursor.accept("период")
      let isEarliest = grammar.cursor.accept("не", "ранее") || grammar.cursor.accept("не", "раньше")
      if isEarliest { _ = grammar.cursor.accept("чем") }
      guard grammar.cursor.accept(["с", "со", "c", "от", "начиная"]) || isEarliest else {
        return nil
      }
      _ = grammar.cursor.accept(["с", "со"])
      grammar.passHour()
      guard let first = grammar.anchor() else { return nil }
      let back = grammar.cursor.index
      _ = grammar.cursor.accept(.comma)
      if let bound = grammar.joiner() {
        grammar.passHour()
        if let second = grammar.anchor() { return grammar.made(.between, [first, second], bound) }
      }
      grammar.cursor.index = back
      if case .bareNumber = first.part { return nil }
      if first.part == .year, case .range? = first.year {
        return grammar.made(.at, [first], .through)
      }
      return grammar.made(.since, [first], .through)
    }
  }

  /// «после 15 октября 2018».
  private mutating func after() -> Window? {
    attempt { grammar in
      guard grammar.cursor.accept("после"), let anchor = grammar.anchor() else { return nil }
      if case .bareNumber = anchor.part { return nil }
      var window = grammar.made(.since, [anchor], .through)
      window.isInclusive = false
      return window
    }
  }

  /// What joins the sides of an interval.
  private mutating func joiner() -> Window.Bound? {
    if cursor.accept("по") || cursor.accept(.dash) {
      _ = cursor.accept("по") || cursor.accept("до")
      return .through
    }
    return cursor.accept("до") ? .until : nil
  }

  // MARK: In

  /// «в июне», «сентябрь-октябрь 2018», «на 2016-2020 годы», «в течение 2019 года».
  private mutating func placed() -> Window? {
    attempt { grammar in
      let isSpan = grammar.passPreposition()
      guard let first = grammar.anchor() else { return nil }
      if let second = grammar.secondSide(after: first) {
        return grammar.made(isSpan ? .span : .between, [first, second], .through)
      }
      if case .bareNumber = first.part {
        return grammar.isListAhead ? grammar.made(.at, [first], .through) : nil
      }
      let isYears = first.part == .year || first.part == .schoolYear
      return grammar.made(isSpan && isYears ? .span : .at, [first], .through)
    }
  }

  private var isListAhead: Bool { cursor.kind() == .comma || cursor.sees("и") }

  /// Passes over what places a term in a period; whether it is the «на» of a plan's years.
  private mutating func passPreposition() -> Bool {
    if cursor.accept("в", "течение") || cursor.accept("в", "течении")
      || cursor.accept("на", "протяжении") || cursor.accept("во", "время") || cursor.accept("весь")
    {
      _ = cursor.accept(["всего", "всей", "всех"])
      return false
    }
    let isSpan = cursor.accept("на")
    _ = isSpan || cursor.accept(["в", "во", "за", "весь"])
    _ = cursor.accept(["период", "периоде", "года", "годы"])
    return isSpan
  }

  /// The other side of «сентябрь-октябрь», or of «июнь август» whose dash was lost.
  private mutating func secondSide(after first: Anchor) -> Anchor? {
    attempt { grammar in
      let isJoined = grammar.cursor.accept(.dash) || grammar.cursor.accept("по")
      if isJoined {
        _ = grammar.cursor.accept("по") || grammar.cursor.accept("в")
        return grammar.anchor().flatMap { grammar.canEnd(first, $0) ? $0 : nil }
      }
      guard case .month = first.part, first.year == nil, first.edge == nil,
        grammar.cursor.accept(.slash) || grammar.isKnownMonthAhead, let second = grammar.anchor(),
        case .month = second.part
      else { return nil }
      grammar.lostDashes.insert(second.range.lowerBound)
      return second
    }
  }

  private var isKnownMonthAhead: Bool {
    cursor.word().map { RussianWords.months[$0] != nil } ?? false
  }

  /// A year after a day is no interval: «15 октября - 2018».
  private func canEnd(_ first: Anchor, _ second: Anchor) -> Bool {
    if case .bareNumber = second.part { return false }
    return second.part != .year || first.part == .year || first.year != nil
  }

  func made(_ shape: Window.Shape, _ anchors: [Anchor], _ bound: Window.Bound) -> Window {
    var window = Window(shape: shape, anchors: anchors, bound: bound, range: 0..<0)
    window.hasLostDash = anchors.last.map { lostDashes.contains($0.range.lowerBound) } ?? false
    return window
  }
}
