import Bilingual

/// Says a term back in plain words of both languages.
enum TermWords {
  static func words(of term: Term) -> Text {
    guard let kind = term.kind else {
      return Text(en: "not read", ru: "не прочитано")
    }
    var words = words(of: term, kind)
    if term.isOnDemand, kind != .onDemand {
      words = words.appending(Text(en: ", when needed", ru: ", при необходимости"))
    }
    if !term.documents.isEmpty, kind != .external {
      words = words.appending(Text(verbatim: ", ")).appending(papers(term.documents))
    }
    return words
  }

  private static func words(of term: Term, _ kind: Term.Class) -> Text {
    switch kind {
    case .point, .deadline, .interval: dates(of: term)
    case .span: Text(en: "the whole plan: ", ru: "весь план: ").appending(dates(of: term))
    case .recurring: recurring(term)
    case .relative: relative(term)
    case .external: papers(term.documents)
    case .onDemand: Text(en: "when needed", ru: "по мере необходимости")
    case .continuous: continuous(term)
    case .list, .composite: parts(of: term)
    }
  }

  // MARK: Dates

  private static func dates(of term: Term) -> Text {
    switch (term.from, term.to) {
    case (nil, nil):
      Text(en: "dates not settled: «\(term.text)»", ru: "даты не установлены: «\(term.text)»")
    case (let from?, nil): Text(en: "from \(date(from).en) on", ru: "с \(date(from).ru)")
    case (nil, let to?):
      Text(en: "no later than \(date(to).en)", ru: "не позднее \(date(to).ru)")
    case (let from?, let to?): stretch(from, to)
    }
  }

  static func stretch(of period: Period) -> Text {
    var term = Term("")
    (term.from, term.to) = (period.from, period.to)
    return dates(of: term)
  }

  private static func stretch(_ from: CivilDate, _ to: CivilDate) -> Text {
    if from == to { return date(from) }
    guard from.day == 1, to == to.endOfMonth else {
      return Text(
        en: "\(date(from).en) to \(date(to).en)", ru: "с \(date(from).ru) по \(date(to).ru)")
    }
    if from.month == 1, to.month == 12 {
      return from.year == to.year
        ? Text(en: "\(from.year)", ru: "\(from.year) год")
        : Text(en: "\(from.year) to \(to.year)", ru: "\(from.year)–\(to.year) годы")
    }
    if from.startOfMonth == to.startOfMonth { return month(of: from) }
    return Text(
      en: "\(month(of: from).en) to \(month(of: to).en)",
      ru: "\(month(of: from).ru) – \(month(of: to).ru)")
  }

  private static func month(of date: CivilDate) -> Text {
    Text(
      en: "\(TermNames.months[date.month - 1].en) \(date.year)",
      ru: "\(TermNames.months[date.month - 1].ru) \(date.year) г.")
  }

  static func date(_ date: CivilDate) -> Text {
    let (year, month, day) = date.parts
    return Text(
      en: "\(day) \(TermNames.months[month - 1].en) \(year)",
      ru: "\(day) \(TermNames.genitiveMonths[month - 1]) \(year) г.")
  }

  static func weekday(_ date: CivilDate) -> Text { TermNames.weekdays[date.weekday - 1] }

  // MARK: Terms without dates of their own

  static func papers(_ documents: [String]) -> Text {
    let list = documents.map { "«\($0)»" }.joined(separator: ", ")
    return Text(en: "when the paper says: \(list)", ru: "по документу: \(list)")
  }

  private static func continuous(_ term: Term) -> Text {
    var always = Text(en: "all the time", ru: "постоянно")
    if let every = term.every {
      always = always.appending(Text(en: ", with a report ", ru: ", отчёт ")).appending(every.words)
    }
    guard term.period != nil else { return always }
    return always.appending(Text(verbatim: ": ")).appending(dates(of: term))
  }

  private static func parts(of term: Term) -> Text {
    guard let first = term.parts.first else { return dates(of: term) }
    return term.parts.dropFirst().reduce(first.words) { text, part in
      text.appending(Text(verbatim: "; ")).appending(part.words)
    }
  }

  private static func relative(_ term: Term) -> Text {
    guard let trigger = term.after else {
      return Text(en: "a rule of counting: «\(term.text)»", ru: "правило счёта: «\(term.text)»")
    }
    let words = trigger.words
    guard term.period != nil else { return words }
    return words.appending(Text(verbatim: ", ")).appending(dates(of: term))
  }

  // MARK: Recurring

  private static func recurring(_ term: Term) -> Text {
    var words = term.every?.words ?? Text(en: "again and again", ru: "периодически")
    if let trigger = term.after {
      words = words.appending(Text(verbatim: ", ")).appending(trigger.words)
    }
    guard term.period != nil else { return words }
    return words.appending(Text(verbatim: ": ")).appending(dates(of: term))
  }
}
