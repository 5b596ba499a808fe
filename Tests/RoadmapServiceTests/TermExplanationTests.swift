import Bilingual
import CivilTime
import RoadmapService
import Testing

@Test(arguments: [
  (
    "До 15 октября 2018",
    #"{"class":"deadline","from":null,"to":"2018-10-15","every":null,"after":null,"#
      + #""documents":[],"warnings":[],"words":"no later than 15 October 2018"}"#
  ),
  (
    "Ежегодно по плану",
    #"{"class":"recurring","from":null,"to":null,"every":"FREQ=YEARLY","after":null,"#
      + #""documents":["план"],"warnings":[],"#
      + #""words":"every year, when the paper says: «план»"}"#
  ),
  (
    "within 10 working days of the order",
    #"{"class":"relative","from":null,"to":null,"every":null,"#
      + #""after":"within 10 working days after «the order»","documents":[],"warnings":[],"#
      + #""words":"within 10 working days after «the order»"}"#
  ),
  (
    "Марть 2018",
    #"{"class":"interval","from":"2018-03-01","to":"2018-03-31","every":null,"after":null,"#
      + #""documents":[],"warnings":["`марть` was read as `март`"],"words":"March 2018"}"#
  ),
  (
    "xyzzy",
    #"{"class":null,"from":null,"to":null,"every":null,"after":null,"documents":[],"#
      + #""warnings":[],"words":"not read"}"#
  ),
])
func `a term as data has exactly these keys`(phrase: String, json: String) {
  #expect(TermExplanation(phrase).json(in: .en) == json)
}

/// Day, class, first day, last day, working days.
@Test(arguments: [
  ("в течение 10 рабочих дней со дня подписания", "2018-10-15", "2018-10-16..2018-10-29 10"),
  ("в течение 3 дней со дня подписания", "2018-10-31", "2018-11-01..2018-11-03 2"),
  ("незамедлительно", "2018-10-31", "2018-10-31..2018-10-31 1"),
  ("не позднее чем за 5 дней до заседания", "2018-10-15", "..2018-10-10 nil"),
  ("within 10 working days of the order", "2018-12-24", "2018-12-25..2019-01-07 10"),
  ("До 15 октября", "2018-10-01", "..2018-10-15 11"),
  ("Сентябрь", "2018-10-01", "2019-09-01..2019-09-30 21"),
])
func `a day settles missing years and what is counted from an event`(
  phrase: String, day: String, dates: String
) {
  let explanation = TermExplanation(phrase, day: CivilDate(iso: day))
  let term = explanation.term
  let days = explanation.workingDays.map { "\($0)" } ?? "nil"
  #expect("\(term.from?.iso ?? "")..\(term.to?.iso ?? "") \(days)" == dates)
  #expect(explanation.refusal == nil)
}

@Test func `a term counted from an event keeps to the policy for days off`() throws {
  let friday = try #require(CivilDate(iso: "2018-10-12"))
  let phrase = "в течение 1 дня со дня подписания"
  let dates = TermPolicies.DayOff.allCases.map { dayOff in
    TermExplanation(phrase, policies: TermPolicies(dayOff: dayOff), day: friday).term.period?.edtf
  }
  #expect(dates == ["2018-10-12", "2018-10-13/2018-10-15", "2018-10-13"])
}

@Test(arguments: Language.allCases)
func `what stays open is told with the reading that each due would settle`(language: Language)
  throws
{
  let day = try #require(CivilDate(iso: "2018-09-01"))
  let open = try #require(TermExplanation("winter 2019", day: day).refusal)
  #expect(open.message[language].contains("`winter 2019`"))
  #expect(open.details.map { $0[language] }.filter { $0.hasPrefix("`due: ") }.count == 2)
  #expect(!open.help[language].contains("--at"))
  let missing = try #require(TermExplanation("в октябре").refusal)
  #expect(missing.details.count == 1)
  #expect(missing.help[language].contains("--at"))
  let unread = try #require(TermExplanation("xyzzy").refusal)
  #expect(!unread.help[language].contains("--at"))
}

@Test func `the explanation names the rules that fired and counts working days`() {
  let explanation = TermExplanation("Декабрь-январь 2019")
  let rows = explanation.rows.map { "\($0.label.en): \($0.value.en)" }
  #expect(
    rows == [
      "class: interval", "reading: December 2018 to January 2019", "dates: 2018-12/2019-01",
      "working days: 38, calendar `ru`",
      "rule: the first date is later in the year, so its year is the one before",
    ])
}

@Test func `years that a calendar does not know are doubted`() {
  #expect(TermExplanation("Сентябрь 2031").warnings.map(\.en).contains { $0.contains("2031") })
  #expect(TermExplanation("September 2031").warnings.isEmpty)
}
