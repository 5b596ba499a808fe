public import Bilingual

/// A rule by which the reading of a term came about, beyond what its words say outright.
public enum TermRule: String, CaseIterable, Hashable, Sendable {
  /// The year stands further on in the words.
  case yearFromWords = "year-from-words"
  /// The first month is later in the year than the second, so its year is the one before.
  case yearBefore = "year-before"
  /// The year is that of the nearest heading.
  case yearFromHeading = "year-from-heading"
  /// The year is that of the document's title.
  case yearFromTitle = "year-from-title"
  /// The year is the first in which the term comes on or after the day of the order.
  case yearFromOrder = "year-from-order"
  /// The year is that of the whole time of the work.
  case yearFromSpan = "year-from-span"
  /// «до» a day includes the day.
  case untilInclusive = "until-inclusive"
  /// «до» a day leaves the day out.
  case untilExclusive = "until-exclusive"
  /// «до» a month, a year or a beginning includes it.
  case untilPeriodInclusive = "until-period-inclusive"
  /// «до» a month, a year or a beginning ends on the day before it.
  case untilPeriodExclusive = "until-period-exclusive"
  /// A deadline on a day off went to the working day before.
  case dayOffPrevious = "day-off-previous"
  /// A deadline on a day off went to the working day after.
  case dayOffNext = "day-off-next"
  /// What has no dates of its own runs over the whole time of the work.
  case wholeSpan = "whole-span"
  /// A school year runs from 1 September through 31 August.
  case schoolYear = "school-year"
  /// A beginning, middle or end of a month is a third of it, of anything longer a third as well.
  case edgeOfPeriod = "edge-of-period"
  /// A misspelt word was read as the nearest known one.
  case typo = "typo"
  /// The dash between two months was lost.
  case lostDash = "lost-dash"
  /// The year is that of a single day or period that has a name.
  case namedPeriod = "named-period"

  /// The rule as a sentence.
  public var words: Text {
    switch self {
    case .yearFromWords:
      Text(en: "the year stands further on", ru: "год указан дальше")
    case .yearBefore:
      Text(
        en: "the first date is later in the year, so its year is the one before",
        ru: "начало позже конца, поэтому его год предыдущий")
    case .yearFromHeading:
      Text(en: "the year is that of the heading", ru: "год взят из заголовка раздела")
    case .yearFromTitle:
      Text(en: "the year is that of the title", ru: "год взят из названия документа")
    case .yearFromOrder:
      Text(
        en: "the year is the first one on or after the order's date",
        ru: "год — первый не раньше даты приказа")
    case .yearFromSpan:
      Text(en: "the year is that of the whole work", ru: "год взят из общего срока")
    case .untilInclusive:
      Text(en: "the day itself belongs to the term", ru: "«до» включает названный день")
    case .untilExclusive:
      Text(en: "the day itself is left out", ru: "«до» не включает названный день")
    case .untilPeriodInclusive:
      Text(en: "the period named belongs to the term", ru: "«до» включает названный период")
    case .untilPeriodExclusive:
      Text(
        en: "the term ends before the period named begins",
        ru: "«до» не включает названный период")
    case .dayOffPrevious:
      Text(
        en: "a day off: moved to the working day before",
        ru: "выходной: перенесено на предыдущий рабочий день")
    case .dayOffNext:
      Text(
        en: "a day off: moved to the working day after",
        ru: "выходной: перенесено на следующий рабочий день")
    case .wholeSpan:
      Text(en: "it runs over the whole work", ru: "на весь срок работы")
    case .schoolYear:
      Text(
        en: "a school year is 1 September through 31 August",
        ru: "учебный год — с 1 сентября по 31 августа")
    case .edgeOfPeriod:
      Text(
        en: "a beginning, a middle and an end are thirds of the period",
        ru: "начало, середина и конец — трети периода")
    case .typo: Text(en: "a misspelt word was read", ru: "прочитано слово с опечаткой")
    case .lostDash: Text(en: "a lost dash was put back", ru: "восстановлено потерянное тире")
    case .namedPeriod:
      Text(en: "the dates of the name are given beside", ru: "даты этого названия заданы отдельно")
    }
  }
}

extension Term {
  /// The reading in words, followed by the rules that fired: `…; the year is that of the title`.
  public var explanation: Text {
    rules.reduce(words) { text, rule in
      text.appending(Text(verbatim: "; ")).appending(rule.words)
    }
  }
}
