public import Bilingual

extension Trigger {
  /// The trigger in words: `within 10 working days after «…»`.
  public var words: Text {
    guard count > 0 else { return besideEvent }
    let length = length
    let event = eventWords
    switch (limit, side) {
    case (.within, .after):
      return Text(
        en: "within \(length.en)\(event.en)", ru: "не позднее чем через \(length.ru)\(event.ru)")
    case (.exactly, .after):
      return Text(en: "\(length.en)\(event.en)", ru: "через \(length.ru)\(event.ru)")
    case (.atLeast, .after):
      return Text(
        en: "at least \(length.en)\(event.en)", ru: "не раньше чем через \(length.ru)\(event.ru)")
    case (_, .before):
      return Text(
        en: "at least \(length.en)\(event.en)", ru: "не позднее чем за \(length.ru)\(event.ru)")
    }
  }

  private var besideEvent: Text {
    if event.isEmpty { return Text(en: "at once", ru: "немедленно") }
    if side == .before { return Text(en: "before «\(event)»", ru: "до «\(event)»") }
    switch limit {
    case .atLeast: return Text(en: "after «\(event)»", ru: "после «\(event)»")
    case .exactly: return Text(en: "on the day of «\(event)»", ru: "в день «\(event)»")
    case .within:
      return Text(en: "at once after «\(event)»", ru: "немедленно после «\(event)»")
    }
  }

  private var eventWords: Text {
    switch (side, event.isEmpty) {
    case (.after, false): Text(en: " after «\(event)»", ru: " после «\(event)»")
    case (.before, false): Text(en: " before «\(event)»", ru: " до «\(event)»")
    case (.after, true):
      Text(en: " after an event not named", ru: " после события, которое не названо")
    case (.before, true):
      Text(en: " before an event not named", ru: " до события, которое не названо")
    }
  }

  private var length: Text {
    switch unit {
    case .hours: CountedNoun(en: "hour", "hours", ru: "час", "часа", "часов")(count)
    case .days:
      CountedNoun(
        en: "calendar day", "calendar days", ru: "календарный день", "календарных дня",
        "календарных дней")(count)
    case .workingDays:
      CountedNoun(
        en: "working day", "working days", ru: "рабочий день", "рабочих дня", "рабочих дней")(count)
    case .weeks: CountedNoun(en: "week", "weeks", ru: "неделю", "недели", "недель")(count)
    case .months: CountedNoun(en: "month", "months", ru: "месяц", "месяца", "месяцев")(count)
    case .years: CountedNoun(en: "year", "years", ru: "год", "года", "лет")(count)
    }
  }
}
