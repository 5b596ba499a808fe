import Bilingual
import CivilTime
import Testing

/// Terms that must be settled by their authors: nothing of them is guessed.
private let phrases: [(phrase: String, reading: String)] = [
  ("ежеквартально до 15 числа", "recurring 2018-01-01..2020-12-31 ?()"),
  ("в период летних каникул", "interval ?()"),
  ("осенние каникулы", "interval ?()"),
  ("До и в течение купальского сезона", "interval ?()"),
  ("до 31 сентября 2018", "deadline ?()"),
  ("29 февраля 2019", "point ?()"),
  ("с 15 октября по 1 октября 2018", "interval ?()"),
  ("с 20 декабря 2018 по 15 января 2018", "interval ?()"),
  ("пятница", "none ?()"),
  ("абракадабра", "none ?()"),
  ("до 15 октября 2018 xyz", "deadline ..2018-10-15 ?()"),
  ("до 1 числа каждого квартала", "recurring 2018-01-01..2020-12-31 ?()"),
  ("Ежеквартально, не позднее 5 числа", "recurring 2018-01-01..2020-12-31 ?()"),
  (
    "до 15 октября 2018 года, ежегодно до 15 октября",
    "composite [recurring 2018-01-01..2018-10-15 FREQ=YEARLY | deadline ..2018-10-15] ?()"
  ),
  ("с сентября 2018 года по настоящее время", "interval 2018-09-01.. ?()"),
  ("за 3 дня", "relative within 3 days after «» ?()"),
  ("в каникулярное время", "interval ?()"),
  ("двадцатое октября 2018", "interval 2018-10-01..2018-10-31 ?()"),
  ("1 раз в четверть", "interval ?() ?()"),
  ("в дни школьных каникул", "interval ?()"),
  ("первая неделя каждого месяца", "interval ?()"),
  ("ежемесячно, последний четверг", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY ?()"),
  ("пн-пт", "none ?() ?()"),
  ("10/11/2018", "none ?()"),
  ("3-4 раза в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x4 ?()"),
  (
    "2018 год – разработка, 2019 год - внедрение",
    "list 2018-01-01..2019-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31] ?() ?()"
  ),
  ("в ходе проверки", "interval ?()"),
  (
    "2018 уч.год",
    "composite [interval 2018-01-01..2018-12-31 | interval 2018-09-01..2019-08-31] ?()"
  ),
  ("каждое 25 число месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=25 ?()"),
  ("до 25-го", "none ?()"),
  ("до 25", "none ?()"),
  ("в течение месяца, следующего за отчетным кварталом", "relative within 1 months after «» ?()"),
  ("по состоянию на 1 января 2019", "point 2019-01-01..2019-01-01 ?()"),
  ("понедельник, среда", "none ?() ?()"),
  ("ежедневно, кроме выходных", "recurring 2018-01-01..2020-12-31 FREQ=DAILY ?()"),
  ("в рабочие дни", "none ?()"),
  ("единовременно", "none ?()"),
  ("однократно", "none ?()"),
  ("разово", "none ?()"),
  ("каждую четверть", "interval ?()"),
  ("раз в четверть", "interval ?()"),
  ("до 15. 10. 2018", "interval 2018-01-01..2018-12-31 ?()"),
  ("Не позднее 1 раза в месяц", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY ?()"),
  ("1 раз в месяц, последняя пятница", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY ?()"),
]

@Test(arguments: phrases)
func `Russian terms that cannot be read for certain are asked about`(
  phrase: String, reading: String
) throws {
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
