import Bilingual

extension Every {
  /// The recurrence in words: `every quarter`, `every year no later than 1 March`.
  var words: Text {
    var words = turn
    if times > 1 || isAtLeast {
      let count = CountedNoun(en: "time", "times", ru: "раз", "раза", "раз")(times)
      let least = isAtLeast ? Text(en: "at least ", ru: "не реже чем ") : Text(verbatim: "")
      words = least.appending(count).appending(Text(verbatim: " ")).appending(words)
    }
    return details.map { words.appending(Text(verbatim: " ")).appending($0) } ?? words
  }

  private var turn: Text {
    let interval = rule.interval
    switch rule.frequency {
    case .daily:
      return interval == 1 ? Text(en: "every day", ru: "каждый день") : each(days, interval)
    case .weekly:
      return interval == 1 ? Text(en: "every week", ru: "каждую неделю") : each(weeks, interval)
    case .monthly:
      switch interval {
      case 1: return Text(en: "every month", ru: "каждый месяц")
      case 3: return Text(en: "every quarter", ru: "каждый квартал")
      case 6: return Text(en: "every half-year", ru: "каждое полугодие")
      default: return each(months, interval)
      }
    case .yearly:
      return interval == 1 ? Text(en: "every year", ru: "каждый год") : each(years, interval)
    }
  }

  private func each(_ noun: CountedNoun, _ count: Int) -> Text {
    let every = Text(en: "every ", ru: count % 10 == 1 && count % 100 != 11 ? "раз в " : "каждые ")
    return every.appending(noun(count))
  }

  private var days: CountedNoun { CountedNoun(en: "day", "days", ru: "день", "дня", "дней") }
  private var weeks: CountedNoun {
    CountedNoun(en: "week", "weeks", ru: "неделю", "недели", "недель")
  }
  private var months: CountedNoun {
    CountedNoun(en: "month", "months", ru: "месяц", "месяца", "месяцев")
  }
  private var years: CountedNoun { CountedNoun(en: "year", "years", ru: "год", "года", "лет") }

  // MARK: The days of a turn

  private var details: Text? {
    switch place {
    case .whole: return rule.days
    case .day: return rule.days
    case .deadline:
      return rule.days.map { Text(en: "no later than: \($0.en)", ru: "не позднее: \($0.ru)") }
    case .since(let opening):
      guard let first = opening.days, let last = rule.days else { return nil }
      return Text(en: "from \(first.en) through \(last.en)", ru: "с: \(first.ru), по: \(last.ru)")
    }
  }
}

extension Recurrence {
  /// The days that the rule names: `1 March`, `the 10th of January, April`, `Friday (last)`.
  fileprivate var days: Text? {
    let weekdays = weekdays.map(\.words)
    let days = monthDays.map { day in
      day == -1
        ? Text(en: "last day", ru: "последний день") : Text(en: "day \(day)", ru: "\(day)-е число")
    }
    let months = months.map { TermNames.months[$0 - 1] }
    guard !weekdays.isEmpty || !days.isEmpty || !months.isEmpty else { return nil }
    let named = Self.list(weekdays + days)
    guard !months.isEmpty else { return named }
    let inMonths = Self.list(months)
    guard !weekdays.isEmpty || !days.isEmpty else {
      return Text(en: "in \(inMonths.en)", ru: "(\(inMonths.ru))")
    }
    return Text(en: "\(named.en) of \(inMonths.en)", ru: "\(named.ru) (\(inMonths.ru))")
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
    return ordinal == -1
      ? Text(en: "\(name.en) (last)", ru: "\(name.ru) (последний раз)")
      : Text(en: "\(name.en) (number \(ordinal))", ru: "\(name.ru) (\(ordinal)-й раз)")
  }
}
