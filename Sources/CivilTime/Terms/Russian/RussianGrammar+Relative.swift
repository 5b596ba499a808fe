extension RussianGrammar {
  /// A term counted from an event: «в течение 10 рабочих дней со дня получения».
  mutating func relative() -> Element? {
    countingRule() ?? atOnce() ?? termOfSomeDays() ?? counted() ?? besideEvent()
  }

  // MARK: Rules and single words

  /// «в календарных днях с даты подписания», «в предшествующий ему рабочий день».
  private mutating func countingRule() -> Element? {
    attempt { grammar in
      guard grammar.cursor.accept("в") else { return nil }
      let isUnits =
        (grammar.cursor.accept(RussianWords.calendar) || grammar.cursor.accept("рабочих"))
        && grammar.cursor.accept("днях")
      let isShift =
        !isUnits
        && grammar.cursor.accept(["предшествующий", "следующий", "ближайший", "предыдущий"])
      guard isUnits || isShift else { return nil }
      if isShift {
        _ = grammar.cursor.accept(["ему", "за"]) && grammar.cursor.accept("ним")
        guard grammar.cursor.accept(["рабочий", "первый"]) else { return nil }
        _ = grammar.cursor.accept(["день"])
      }
      _ = grammar.event()
      return .countingRule
    }
  }

  private static let immediate: WordTable<Int> = [
    "незамедлительно": 0, "немедленно": 0, "безотлагательно": 0, "срочно": 3, "оперативно": 10,
  ]

  private mutating func atOnce() -> Element? {
    guard let word = cursor.word() else { return nil }
    guard let count = Self.immediate[word] else { return nil }
    cursor.index += 1
    _ = cursor.accept("после") || cursor.accept("по") || cursor.accept("с", "момента")
    return .relative(Trigger(count, .days, event: event()))
  }

  // MARK: In a term of so many days

  /// «в 3-дневный срок», «в трехмесячный срок», «в месячный срок со дня вступления в силу».
  private mutating func termOfSomeDays() -> Element? {
    attempt { grammar in
      if grammar.cursor.accept("не", "позднее") { _ = grammar.cursor.accept("чем") }
      _ = grammar.cursor.accept("в")
      var count: Int?
      if let number = grammar.number(digits: 1...3) {
        _ = grammar.cursor.accept(.dash)
        _ = grammar.cursor.accept(["х", "ти", "и", "ми"]) && grammar.cursor.accept(.dash)
        count = number
      }
      let isWorking = grammar.cursor.accept(RussianWords.working)
      guard let word = grammar.cursor.word(), let length = Self.length(word, count: count) else {
        return nil
      }
      grammar.cursor.index += 1
      guard grammar.cursor.accept(["срок", "период"]) else { return nil }
      _ = grammar.passSince()
      let unit = isWorking && length.unit == .days ? .workingDays : length.unit
      return .relative(Trigger(length.count, unit, event: grammar.event()))
    }
  }

  private static let lengths: [(stem: String, count: Int, unit: Trigger.Unit)] = [
    ("дневн", 1, .days), ("суточн", 1, .days), ("недельн", 1, .weeks), ("месячн", 1, .months),
    ("квартальн", 3, .months), ("полугодов", 6, .months), ("годичн", 1, .years),
    ("годов", 1, .years), ("летн", 1, .years), ("часов", 1, .hours),
  ]

  /// The length that an adjective names: «трехмесячный», «дневный» after a number.
  private static func length(_ word: String, count: Int?) -> (count: Int, unit: Trigger.Unit)? {
    for kind in lengths {
      guard word.utf8.count > kind.stem.utf8.count, let place = word.byteOffset(of: kind.stem),
        let prefix = String(word.utf8.prefix(place))
      else { continue }
      if prefix.isEmpty {
        // «летний» alone is of the summer.
        guard count != nil || kind.stem != "летн" else { return nil }
        return (product(count ?? 1, kind.count), kind.unit)
      }
      guard count == nil, let number = number(prefix) else { continue }
      return (product(number, kind.count), kind.unit)
    }
    return nil
  }

  private static func product(_ first: Int, _ second: Int) -> Int { min(first, 9999) * second }

  private static func number(_ prefix: String) -> Int? {
    ["полутора": 1, "одно": 1, "еже": nil][prefix] ?? RussianWords.numerals[prefix]
  }

  // MARK: Counted

  /// «в течение 10 рабочих дней со дня …», «не позднее чем за 2 недели до …», «20 календарных
  /// дней».
  private mutating func counted() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      let limit = grammar.limit()
      let isBare = grammar.cursor.index == start
      let isDuring = ["течение", "течении", "через", "истечении"].contains(
        grammar.cursor.word(-1) ?? "")
      let isAhead = grammar.cursor.accept("за")
      guard let length = grammar.duration(allowsUnitAlone: !isBare || isAhead) else { return nil }
      if grammar.cursor.accept("до") {
        return .relative(
          Trigger(length.count, length.unit, .before, limit: limit, event: grammar.event()))
      }
      let hasEvent = grammar.passSince()
      let isYear = length.unit == .years && length.isUnitAlone
      // «до 18 часов» is a time of day.
      let isHour = length.unit == .hours && !isDuring
      guard hasEvent || !isYear && !isHour && !isAhead else { return nil }
      let event = hasEvent ? grammar.event() : ""
      return .relative(Trigger(length.count, length.unit, limit: limit, event: event))
    }
  }

  /// What the count says; «в течение» and «не позднее» where nothing else is said.
  private mutating func limit() -> Trigger.Limit {
    if cursor.accept("не", "может") || cursor.accept("не", "должен")
      || cursor.accept("не", "должна")
    {
      _ = cursor.accept(["составлять", "превышать", "быть"])
      _ = cursor.accept(["более", "больше"])
      return .within
    }
    if cursor.accept("не", "менее") || cursor.accept("не", "ранее") {
      _ = cursor.accept("чем")
      _ = cursor.accept("через")
      return .atLeast
    }
    if cursor.accept(["через", "спустя"]) || cursor.accept("по", "истечении") { return .exactly }
    if cursor.accept("в", "срок") { _ = cursor.accept(.comma) }
    let isLimit =
      cursor.accept("не", "превышающий") || cursor.accept("не", "позднее")
      || cursor.accept("не", "более") || cursor.accept("не", "позже")
      || cursor.accept("в", "течение") || cursor.accept("в", "течении") || cursor.accept("до")
      || cursor.accept("в", "пределах") || cursor.accept("не", "свыше")
    if isLimit {
      _ = cursor.accept("чем")
      _ = cursor.accept("через") || cursor.accept("в", "течение")
    }
    return .within
  }

  private mutating func duration(
    allowsUnitAlone: Bool
  ) -> (count: Int, unit: Trigger.Unit, isUnitAlone: Bool)? {
    attempt { grammar in
      let isNext = allowsUnitAlone && grammar.cursor.accept(RussianWords.next)
      let count = isNext ? 1 : grammar.count()
      guard count != nil || allowsUnitAlone else { return nil }
      let isWorking = grammar.cursor.accept(RussianWords.working)
      _ = grammar.cursor.accept(RussianWords.calendar)
      guard let word = grammar.cursor.word(), let unit = RussianWords.units[word] else {
        return nil
      }
      // «10 г.» is no length, and «в течение квартала» is a stretch of the calendar.
      guard word != "г", count ?? 0 < 100 || unit != .year,
        unit != .quarter || word == "кварталов", unit != .half || word == "полугода"
      else { return nil }
      grammar.cursor.index += 1
      let length = Self.trigger(unit, count ?? 1, isWorking: isWorking)
      return length.map { ($0.count, $0.unit, count == nil) }
    }
  }

  private static func trigger(
    _ unit: CalendarUnit, _ count: Int, isWorking: Bool
  ) -> (count: Int, unit: Trigger.Unit)? {
    switch unit {
    case .hour: (count, .hours)
    case .day: (count, isWorking ? .workingDays : .days)
    case .week: (count, .weeks)
    case .month: (count, .months)
    case .quarter: (product(count, 3), .months)
    case .half: (product(count, 6), .months)
    case .year: (count, .years)
    }
  }

  /// «со дня», «с даты», «после», «с момента»: what an event follows.
  private mutating func passSince() -> Bool {
    let isNextDay = attempt { grammar -> Bool? in
      _ = grammar.cursor.accept(.comma)
      return grammar.cursor.accept(["следующего", "следующих", "следующей", "считая", "начиная"])
        && (grammar.cursor.accept("за") || grammar.cursor.accept(["с", "со"])) ? true : nil
    }
    if isNextDay == true {
      return cursor.accept(["днем", "датой", "дня", "даты", "моментом", "окончанием"])
    }
    if cursor.accept(["после", "от", "следующих"]) {
      _ = cursor.accept(["дня", "даты", "момента", "за"])
      return true
    }
    return attempt { grammar in
      guard grammar.cursor.accept(["с", "со", "c"]) else { return nil }
      _ = grammar.cursor.accept(["дня", "даты", "момента", "времени", "числа"])
      return true
    } ?? false
  }

  // MARK: Beside an event

  /// «после утверждения плана», «по окончании проекта», «в день проведения».
  private mutating func besideEvent() -> Element? {
    attempt { grammar in
      var count = 0
      var limit = Trigger.Limit.atLeast
      if grammar.cursor.accept("в", "день") {
        limit = .exactly
      } else if grammar.cursor.accept("на", "следующий", "день")
        || grammar.cursor.accept("на", "следующий", "рабочий", "день")
      {
        count = 1
        limit = .exactly
        guard grammar.passSince() else { return nil }
      } else {
        guard grammar.afterwards else { return nil }
      }
      let event = grammar.event()
      guard !event.isEmpty else { return nil }
      return .relative(Trigger(count, .days, limit: limit, event: event))
    }
  }

  private var afterwards: Bool {
    mutating get {
      if cursor.accept("сразу") { return cursor.accept("после") }
      if cursor.sees("после") {
        var ahead = self
        ahead.cursor.index += 1
        guard ahead.anchor() == nil else { return false }
        cursor.index += 1
        return true
      }
      if cursor.sees("по"), let word = cursor.word(1),
        ["окончании", "завершении", "итогам", "результатам", "факту", "истечении"].contains(word)
      {
        cursor.index += 1
        return true
      }
      return cursor.accept("с", "момента") || cursor.accept("со", "дня")
        || cursor.accept("с", "даты")
    }
  }

  /// The words of an event, up to where another clause begins.
  mutating func event() -> String {
    let start = cursor.index
    while let kind = cursor.kind() {
      if kind == .semicolon || kind == .newline || kind == .open { break }
      if kind == .comma, isClauseAfterComma { break }
      if cursor.index > start, isClauseWithoutComma { break }
      cursor.index += 1
    }
    return cursor.text(from: start)
  }

  private var isClauseWithoutComma: Bool {
    guard let word = cursor.word() else { return false }
    if RussianWords.adverbs[word] != nil || cursor.sees("не", "позднее") { return true }
    guard ["до", "по"].contains(word) else { return false }
    return cursor.kind(1).map(\.isNumeric) ?? false
      || cursor.word(1).map { RussianWords.months[$0] != nil } ?? false
  }

  private var isClauseAfterComma: Bool {
    var ahead = 1
    while let word = cursor.word(ahead), ["но", "а", "и", "также"].contains(word) { ahead += 1 }
    guard let word = cursor.word(ahead) else { return false }
    if RussianWords.adverbs[word] != nil || word == "постоянно" { return true }
    if cursor.sees("не", "позднее", ahead: ahead) || cursor.sees("не", "реже", ahead: ahead)
      || cursor.sees("в", "срок", ahead: ahead)
    {
      return true
    }
    guard ["до", "к", "с", "по"].contains(word) else { return false }
    return cursor.kind(ahead + 1).map(\.isNumeric) ?? false
  }
}

extension TermToken.Kind {
  var isNumeric: Bool {
    switch self {
    case .number, .ordinal, .date, .month, .slashDate, .clock: true
    default: false
    }
  }
}
