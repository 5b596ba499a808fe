import Bilingual
import CivilTime
import Testing

private func context(
  heading: String? = nil, title: String? = nil, order: String? = nil, span: String? = nil
) throws -> TermContext {
  TermContext(
    heading: try heading.map { try Period(edtf: $0) },
    title: try title.map { try Period(edtf: $0) },
    orderDate: order.flatMap { CivilDate(iso: $0) },
    span: try span.map { try Period(edtf: $0) })
}

@Test(arguments: [
  ("2019", "2018/2020", "2020-01-10", "year-from-heading", "2019-12-15"),
  (nil, "2018", "2020-01-10", "year-from-title", "2018-12-15"),
  (nil, "2018/2020", "2019-01-10", "year-from-order", "2019-12-15"),
  (nil, nil, "2019-12-20", "year-from-order", "2020-12-15"),
  (nil, nil, nil, "year-from-span", "2017-12-15"),
  ("2018-09-01/2019-05-31", nil, nil, "year-from-heading", "2018-12-15"),
])
func `a missing year comes from the nearest thing that tells it`(
  heading: String?, title: String?, order: String?, rule: String, to: String
) throws {
  let context = try context(heading: heading, title: title, order: order, span: "2017")
  let term = TermReader(context: context).read("до 15 декабря")
  #expect(term.to?.iso == to)
  #expect(term.rules.map(\.rawValue).contains(rule))
  #expect(term.isSettled)
}

@Test func `a year that several titles allow is asked for, with what to write`() throws {
  let context = try context(title: "2018/2020")
  let term = TermReader(context: context).read("до 15 декабря")
  #expect(term.to == nil)
  let readings = term.problems.flatMap(\.readings)
  #expect(readings.map(\.due) == ["../2018-12-15", "../2019-12-15", "../2020-12-15"])
  #expect(readings.first?.words.ru == "не позднее 15 декабря 2018 г.")
}

@Test func `without any context a missing year is a problem`() {
  let term = TermReader().read("до 15 декабря")
  #expect(term.kind == .deadline)
  #expect(!term.isSettled)
  #expect(term.problems.first?.readings.isEmpty == true)
}

@Test(arguments: [
  (TermPolicies(), "до 15 декабря 2018", "2018-12-15"),
  (TermPolicies(until: .exclusive), "до 15 декабря 2018", "2018-12-14"),
  (TermPolicies(until: .exclusive), "не позднее 15 декабря 2018", "2018-12-15"),
  (TermPolicies(until: .exclusive), "до 15 декабря 2018 включительно", "2018-12-15"),
  (TermPolicies(), "до декабря 2018", "2018-11-30"),
  (TermPolicies(), "до начала декабря 2018", "2018-11-30"),
  (TermPolicies(), "до конца декабря 2018", "2018-12-31"),
  (TermPolicies(untilPeriod: .inclusive), "до декабря 2018", "2018-12-31"),
  (TermPolicies(dayOff: .previous), "до 15 декабря 2018", "2018-12-14"),
  (TermPolicies(dayOff: .next), "до 15 декабря 2018", "2018-12-17"),
  (TermPolicies(dayOff: .previous), "До января 2019", "2018-12-29"),
  (TermPolicies(dayOff: .next), "до 31 декабря 2018", "2019-01-09"),
])
func `disputed words are read by the policies`(
  policies: TermPolicies, phrase: String, to: String
) {
  #expect(TermReader(policies: policies).read(phrase).to?.iso == to)
}

@Test func `a deadline on a day off is warned of where it stays`() {
  let term = TermReader().read("до 15 декабря 2018")
  #expect(term.warnings.count == 1)
  #expect(term.warnings.first?.message.ru.contains("суббота") == true)
  #expect(TermReader().read("до 14 декабря 2018").warnings.isEmpty)
}

@Test func `a period with a name has the dates that are given beside it`() throws {
  var context = TermContext()
  context.names["купальный сезон"] = try Period(edtf: "2019-06-01/2019-08-31")
  let reader = TermReader(context: context)
  #expect(reader.read("в течение купального сезона").period?.edtf == "2019-06/2019-08")
  #expect(reader.read("до начала купального сезона").to?.iso == "2019-05-31")
  #expect(!reader.read("в течение отопительного сезона").isSettled)
}

@Test func `an odd letter does not change the reading`() {
  let plain = TermReader().read("Сентябрь-октябрь 2018 г.")
  let odd = [
    "Cентябрь-октябрь 2018 г.", "сентябрь\u{A0}–\u{A0}октябрь 2018г.", "СЕНТЯБРЬ — ОКТЯБРЬ 2018 Г",
    "сен\u{AD}тябрь−октябрь 2018 года", "<p>Сентябрь-октябрь 2018 г.</p>", "Сент.-окт. 2018",
    "  сентябрь ‑ октябрь   2018\u{2009}г. ",
  ]
  for text in odd { #expect(TermReader().read(text).period == plain.period, "\(text)") }
}

@Test(arguments: [
  ("до 15 октября 2018", "не позднее 15 октября 2018 г.", "no later than 15 October 2018"),
  ("сентябрь-октябрь 2018", "сентябрь 2018 г. – октябрь 2018 г.", "September 2018 to October 2018"),
  ("2018-2020 гг.", "2018–2020 годы", "2018 to 2020"),
  (
    "в течение 10 рабочих дней со дня получения",
    "не позднее чем через 10 рабочих дней после «получения»",
    "within 10 working days after «получения»"
  ),
  ("ежегодно до 1 марта", "каждый год не позднее 1 марта", "every year no later than 1 March"),
  ("по мере необходимости", "по мере необходимости", "when needed"),
])
func `a reading is said back in both languages`(phrase: String, ru: String, en: String) {
  let words = TermReader().read(phrase).words
  #expect(words.ru == ru)
  #expect(words.en == en)
}

@Test func `an explanation ends with the rules that fired`() {
  let term = TermReader().read("Декабрь-январь 2019")
  #expect(term.explanation.en.hasSuffix("so its year is the one before"))
}
