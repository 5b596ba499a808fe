import Bilingual

extension PeriodError {
  static let empty = PeriodError(
    at: 0, Text(en: "the period is empty", ru: "период не указан"), help: forms)

  static let bothOpen = PeriodError(
    at: 0,
    Text(
      en: "a period that is open on both sides says nothing",
      ru: "период, открытый с обеих сторон, ничего не говорит"),
    help: Text(en: "give at least one date", ru: "укажите хотя бы одну дату"))

  private static let forms = Text(
    en: "write a date `2018-10-15`, a month `2018-09`, a year `2020`, or an interval `A/B`; "
      + "`..` stands for an open side",
    ru: "пишите дату `2018-10-15`, месяц `2018-09`, год `2020` или интервал `A/B`; "
      + "открытая сторона обозначается `..`")

  static func openWithoutSlash(_ text: String) -> PeriodError {
    let rest = String(text.drop { $0 == "." })
    let isDate = (try? Period(edtf: rest)) != nil
    let example = isDate ? "../\(rest)" : "../2018-10-15"
    return PeriodError(
      at: 0,
      Text(en: "an open side needs a `/` after it", ru: "после открытой стороны нужна черта `/`"),
      help: Text(en: "write `\(example)`", ru: "пишите `\(example)`"))
  }

  static func reversed(_ text: String, at offset: Int) -> PeriodError {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    let help = sides.count == 2 ? "\(sides[1])/\(sides[0])" : text
    return PeriodError(
      at: offset,
      Text(en: "the interval ends before it begins", ru: "интервал кончается раньше, чем начался"),
      help: Text(en: "did you mean `\(help)`?", ru: "может быть, `\(help)`?"))
  }

  static func shortEnd(at offset: Int) -> PeriodError {
    PeriodError(
      at: offset,
      Text(en: "the end of the interval has no year", ru: "у конца интервала нет года"),
      help: Text(
        en: "write the end in full, as in `2018-10/2018-12`",
        ru: "пишите конец полностью, например `2018-10/2018-12`"))
  }

  static func noSuchYear(at offset: Int) -> PeriodError {
    PeriodError(
      at: offset,
      Text(en: "years run from 0001 to 9999", ru: "годы считаются с 0001 по 9999"))
  }

  static func noSuchMonth(_ month: Int, at offset: Int) -> PeriodError {
    PeriodError(
      at: offset,
      Text(en: "there is no month \(month)", ru: "нет месяца с номером \(month)"),
      help: Text(
        en: "months are 01 to 12, quarters 33 to 36, halves 40 and 41",
        ru: "месяцы имеют номера с 01 по 12, кварталы с 33 по 36, полугодия 40 и 41"))
  }

  static func noSuchDay(_ year: Int, _ month: Int, _ day: Int, at offset: Int) -> PeriodError {
    let last = CivilDate.daysIn(month: month, of: year)
    if month == 2, day == 29 {
      return PeriodError(
        at: offset,
        Text(
          en: "there is no such day: \(year) is not a leap year",
          ru: "такого дня нет: \(year) год не високосный"))
    }
    let shown = "\(padded(year, 4))-\(padded(month, 2))"
    return PeriodError(
      at: offset,
      Text(
        en: "there is no such day: the month `\(shown)` has \(last) days",
        ru: "такого дня нет: в месяце `\(shown)` дней — \(last)"))
  }

  static func season(at offset: Int) -> PeriodError {
    PeriodError(
      at: offset,
      Text(en: "a season has no dates of its own", ru: "у времени года нет точных дат"),
      help: Text(
        en: "write its months, as in `2018-06/2018-08`",
        ru: "укажите месяцы, например `2018-06/2018-08`"))
  }

  static func unreadable(_ rest: String, at offset: Int) -> PeriodError {
    if rest.isEmpty {
      return PeriodError(
        at: offset, Text(en: "the date breaks off here", ru: "дата обрывается"), help: forms)
    }
    if let mark = rest.unicodeScalars.first, "?~%X".unicodeScalars.contains(mark) {
      return PeriodError(
        at: offset,
        Text(
          en: "approximate and unknown parts are not read", ru: "приблизительные даты не читаются"),
        help: forms)
    }
    if rest.hasPrefix("T") {
      return PeriodError(
        at: offset,
        Text(
          en: "a period is made of days: no time here", ru: "период состоит из дней: без времени"))
    }
    return PeriodError(
      at: offset,
      Text(en: "cannot read `\(rest)` as a date", ru: "`\(rest)` не читается как дата"), help: forms
    )
  }
}
