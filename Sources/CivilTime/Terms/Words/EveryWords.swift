import Bilingual

extension Every {
  /// The recurrence in words: `every quarter`, `every year no later than 1 March`.
  var words: Text {
    var words = turn
    if let details {
      let isPlain = if case .deadline = place { false } else { rule.frequency == .weekly }
      words = words.appending(Text(verbatim: isPlain ? ": " : " ")).appending(details)
    }
    guard times > 1 || isAtLeast else { return words }
    return words.appending(Text(verbatim: ", ")).appending(often)
  }

  private var often: Text {
    guard isAtLeast else {
      return CountedNoun(en: "time", "times", ru: "раз", "раза", "раз")(times)
    }
    let count = CountedNoun(en: "time", "times", ru: "раза", "раз", "раз")(times)
    return Text(en: "at least \(count.en)", ru: "не реже \(count.ru)")
  }

  private var turn: Text {
    switch (rule.frequency, rule.interval) {
    case (.daily, 1): Text(en: "every day", ru: "каждый день")
    case (.weekly, 1): Text(en: "every week", ru: "каждую неделю")
    case (.monthly, 1): Text(en: "every month", ru: "каждый месяц")
    case (.monthly, 3): Text(en: "every quarter", ru: "каждый квартал")
    case (.monthly, 6): Text(en: "every half-year", ru: "каждое полугодие")
    case (.yearly, 1): Text(en: "every year", ru: "каждый год")
    case (_, let count):
      Text(en: "every ", ru: "раз в ").appending(unit(count))
    }
  }

  private func unit(_ count: Int) -> Text {
    switch rule.frequency {
    case .daily: CountedNoun(en: "day", "days", ru: "день", "дня", "дней")(count)
    case .weekly: CountedNoun(en: "week", "weeks", ru: "неделю", "недели", "недель")(count)
    case .monthly: CountedNoun(en: "month", "months", ru: "месяц", "месяца", "месяцев")(count)
    case .yearly: CountedNoun(en: "year", "years", ru: "год", "года", "лет")(count)
    }
  }

  // MARK: The days of a turn

  private var details: Text? {
    let last = rule.days
    switch place {
    case .whole, .day: return last
    case .deadline:
      return last.map { Text(en: "no later than \($0.en)", ru: "не позднее \($0.ru)") }
    case .since(let opening):
      guard let first = opening.days, let last else { return nil }
      return Text(en: "from \(first.en) through \(last.en)", ru: "с \(first.ru) до \(last.ru)")
    }
  }
}

extension Recurrence {
  /// The days that the rule names, in Russian in the genitive: `1 March`, `the end of May`.
  fileprivate var days: Text? {
    if monthDays.count == 1, months.count == 1 { return dayOfYear(monthDays[0], months[0]) }
    let weekdays = weekdays.map(\.words)
    let days = monthDays.map { day in
      day < 0
        ? Text(en: "the last day", ru: "последнего дня")
        : Text(en: "day \(day)", ru: "\(day)-го числа")
    }
    let months = months.map { TermNames.months[$0 - 1] }
    guard !weekdays.isEmpty || !days.isEmpty else {
      return months.isEmpty ? nil : Text(en: "in ", ru: "по месяцам: ").appending(Self.list(months))
    }
    let named = Self.list(weekdays + days)
    guard !months.isEmpty else { return named }
    let list = Self.list(months)
    return Text(en: "\(named.en) of \(list.en)", ru: "\(named.ru) (\(list.ru))")
  }

  private func dayOfYear(_ day: Int, _ month: Int) -> Text {
    let (english, russian) = (TermNames.months[month - 1].en, TermNames.genitiveMonths[month - 1])
    return day < 0
      ? Text(en: "the end of \(english)", ru: "конца \(russian)")
      : Text(en: "\(day) \(english)", ru: "\(day) \(russian)")
  }

  private static func list(_ texts: [Text]) -> Text {
    Text(
      en: texts.map(\.en).joined(separator: ", "), ru: texts.map(\.ru).joined(separator: ", "))
  }
}

extension Recurrence.Weekday {
  fileprivate var words: Text {
    let name = TermNames.weekdays[weekday - 1]
    guard let ordinal else { return name }
    return ordinal < 0
      ? Text(en: "on the last \(name.en)", ru: "(последний день недели: \(name.ru))")
      : Text(en: "on \(name.en) number \(ordinal)", ru: "(\(ordinal)-й день недели: \(name.ru))")
  }
}
