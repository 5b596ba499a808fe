import Bilingual
import CivilTime
import Testing

private let readings: [(text: String, from: String?, to: String?, canonical: String)] = [
  ("2018-10-15", "2018-10-15", "2018-10-15", "2018-10-15"),
  ("2018-09", "2018-09-01", "2018-09-30", "2018-09"),
  ("2020-02", "2020-02-01", "2020-02-29", "2020-02"),
  ("2020", "2020-01-01", "2020-12-31", "2020"),
  ("2018-09/2018-10", "2018-09-01", "2018-10-31", "2018-09/2018-10"),
  ("2018/2020", "2018-01-01", "2020-12-31", "2018/2020"),
  ("2018-01/2018-12", "2018-01-01", "2018-12-31", "2018"),
  ("2018-09-03/2018-10", "2018-09-03", "2018-10-31", "2018-09-03/2018-10-31"),
  ("2018-10/2018-10-05", "2018-10-01", "2018-10-05", "2018-10-01/2018-10-05"),
  ("2018-10-05/2018-10-05", "2018-10-05", "2018-10-05", "2018-10-05"),
  ("../2018-10-15", nil, "2018-10-15", "../2018-10-15"),
  ("/2018-10-15", nil, "2018-10-15", "../2018-10-15"),
  ("../2018-10", nil, "2018-10-31", "../2018-10-31"),
  ("2018-09/..", "2018-09-01", nil, "2018-09-01/.."),
  ("2018-09/", "2018-09-01", nil, "2018-09-01/.."),
  ("2018-33", "2018-01-01", "2018-03-31", "2018-01/2018-03"),
  ("2018-36", "2018-10-01", "2018-12-31", "2018-10/2018-12"),
  ("2018-39", "2018-09-01", "2018-12-31", "2018-09/2018-12"),
  ("2018-40", "2018-01-01", "2018-06-30", "2018-01/2018-06"),
  ("2018-41", "2018-07-01", "2018-12-31", "2018-07/2018-12"),
  ("2018-35/2019-33", "2018-07-01", "2019-03-31", "2018-07/2019-03"),
]

@Test(arguments: readings)
func `an EDTF text is read as its days and printed in its shortest form`(
  text: String, from: String?, to: String?, canonical: String
) throws {
  let period = try Period(edtf: text)
  #expect(period.from?.iso == from)
  #expect(period.to?.iso == to)
  #expect(period.edtf == canonical)
  #expect(try Period(edtf: canonical) == period)
}

private let mistakes: [(text: String, offset: Int, en: String, ru: String)] = [
  ("", 0, "the period is empty", "не указан"),
  ("..", 0, "needs a `/`", "нужна черта"),
  ("..2018-10-15", 0, "needs a `/`", "нужна черта"),
  ("../..", 0, "open on both sides", "с обеих сторон"),
  ("/", 0, "open on both sides", "с обеих сторон"),
  ("2018-10/2018-09", 8, "ends before it begins", "кончается раньше"),
  ("2018-02-29", 8, "2018 is not a leap year", "не високосный"),
  ("2018-04-31", 8, "`2018-04` has 30 days", "30"),
  ("2018-13", 5, "no month 13", "нет месяца с номером 13"),
  ("2018-13-01", 5, "no month 13", "нет месяца с номером 13"),
  ("2018-35-01", 5, "no month 35", "нет месяца"),
  ("2018-00", 5, "no month 0", "нет месяца"),
  ("2018-21", 5, "season", "времени года"),
  ("0000", 0, "years run from", "годы считаются"),
  ("2018-10/12", 8, "has no year", "нет года"),
  ("2018-1", 5, "cannot read", "не читается"),
  ("2018-", 5, "breaks off", "обрывается"),
  ("2018-10-15T10:00Z", 10, "no time here", "без времени"),
  ("2018?", 4, "approximate", "приблизительные"),
  ("2018-XX", 5, "approximate", "приблизительные"),
  ("2018-10 ", 7, "cannot read", "не читается"),
  ("2018-10/2018-11/2018-12", 15, "cannot read", "не читается"),
  ("15.10.2018", 0, "cannot read", "не читается"),
  ("12018", 0, "cannot read", "не читается"),
  ("октябрь", 0, "cannot read `октябрь`", "не читается"),
]

@Test(arguments: mistakes)
func `a text that is no period says where and why in both languages`(
  text: String, offset: Int, en: String, ru: String
) {
  let error = #expect(throws: PeriodError.self) { try Period(edtf: text) }
  #expect(error?.offset == offset)
  #expect(error?.message.en.contains(en) == true, "\(String(describing: error))")
  #expect(error?.message.ru.contains(ru) == true, "\(String(describing: error))")
}

@Test func `an open date without a slash is shown with one`() {
  let error = #expect(throws: PeriodError.self) { try Period(edtf: "..2018-10-15") }
  #expect(error?.help?.en == "write `../2018-10-15`")
}

@Test func `a reversed interval is shown the other way round`() {
  let error = #expect(throws: PeriodError.self) { try Period(edtf: "2018-10/2018-09") }
  #expect(error?.help?.ru == "может быть, `2018-09/2018-10`?")
}
