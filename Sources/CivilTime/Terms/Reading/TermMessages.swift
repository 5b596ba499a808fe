import Bilingual

extension Text {
  static func typo(_ written: String, _ read: String) -> Text {
    Text(en: "`\(written)` was read as `\(read)`", ru: "слово `\(written)` прочитано как `\(read)`")
  }

  static let lostDash = Text(
    en: "two months stand side by side: read as from the one through the other",
    ru: "два месяца стоят рядом: прочитано как промежуток между ними")

  static let approximate = Text(
    en: "the words are approximate, the dates are not",
    ru: "в словах срок приблизительный, а даты точные")

  static func dateAside(_ remark: String) -> Text {
    Text(
      en: "the remark `\(remark)` has a date of its own, which is not part of the reading",
      ru: "в примечании `\(remark)` своя дата, она не учтена")
  }

  static let noEvent = Text(
    en: "the words do not say from which event the term is counted",
    ru: "не сказано, от какого события считать срок")

  static let noFrequency = Text(
    en: "the words do not say how often", ru: "не сказано, как часто")

  static let unknownPeriod = Text(
    en: "the reporting period is not named: read as every month",
    ru: "отчётный период не назван: прочитано как каждый месяц")

  static func dayOff(_ date: CivilDate) -> Text {
    Text(
      en: "`\(date)` is a day off (\(TermWords.weekday(date).en))",
      ru: "`\(date)` — нерабочий день (\(TermWords.weekday(date).ru))")
  }
}

extension TermProblem {
  static func monthOrYears(_ month: Period, _ years: Period, _ length: Int) -> TermProblem {
    TermProblem(
      Text(
        en: "this may be a month or two years", ru: "это может быть месяц, а могут быть два года"),
      at: 0..<length,
      readings: [
        Reading(month), Reading(years),
      ])
  }

  static func yearsOrSchool(_ years: Period, _ school: Period, _ length: Int) -> TermProblem {
    TermProblem(
      Text(
        en: "this may be two calendar years or one school year",
        ru: "это могут быть два календарных года, а может быть один учебный"),
      at: 0..<length, readings: [Reading(years), Reading(school)])
  }

  static func unread(_ words: String, at range: Range<Int>) -> TermProblem {
    TermProblem(Text(en: "cannot read `\(words)`", ru: "не читается `\(words)`"), at: range)
  }

  static func nothing(_ text: String) -> TermProblem {
    TermProblem(
      Text(en: "the words say nothing of when", ru: "в словах нет срока"), at: 0..<text.utf8.count)
  }

  static func runTogether(_ words: String, at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "several terms run together: \(words); part them with `;` or give each its own measure",
        ru: "несколько сроков слились: \(words); разделите их знаком `;` или разнесите"),
      at: range)
  }

  static func noYear(_ readings: [Reading], at range: Range<Int>) -> TermProblem {
    let message =
      readings.isEmpty
      ? Text(
        en: "the year is missing, and nothing around tells it",
        ru: "не указан год, и взять его неоткуда")
      : Text(
        en: "the year is missing, and several are possible",
        ru: "не указан год, а подходят несколько")
    return TermProblem(message, at: range, readings: readings)
  }

  static func schoolPart(_ readings: [Reading], at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "the parts of a school year have no settled dates",
        ru: "у частей учебного года нет установленных дат"), at: range, readings: readings)
  }

  static func everyOrThrough(_ readings: [Reading], at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "this may come in each of the years, or last from the first to the last",
        ru: "это может быть каждый год, а может быть подряд с первого года по последний"),
      at: range, readings: readings)
  }

  static func turnedRound(at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "the first day comes after the last one, in the same month",
        ru: "первый день позже последнего в том же месяце"), at: range)
  }

  static func reversed(at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "the interval ends before it begins", ru: "промежуток кончается раньше, чем начался"),
      at: range)
  }

  static func noSuchDay(_ words: String, at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(en: "there is no such day: `\(words)`", ru: "такого дня нет: `\(words)`"), at: range)
  }

  static func unknownName(_ name: String, at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "the dates of `\(name)` are not given anywhere",
        ru: "даты периода `\(name)` нигде не заданы"), at: range)
  }

  static func countingRule(at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "this says how days are counted, and gives no term",
        ru: "это правило счёта дней, а не срок"), at: range)
  }

  static func unclearTurn(at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "it is not clear which days of each turn are meant",
        ru: "неясно, какие дни имеются в виду в каждом периоде"), at: range)
  }

  static func shorterThanTurn(at range: Range<Int>) -> TermProblem {
    TermProblem(
      Text(
        en: "the dates are shorter than one turn of what comes again",
        ru: "указанные даты короче одного периода повторения"), at: range)
  }
}
