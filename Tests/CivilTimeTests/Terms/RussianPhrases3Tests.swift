import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  ("ежемесячно, последний четверг", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY ?()"),
  (
    "до 1 сентября ежегодно, начиная с 2018 года",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"
  ),
  ("ежегодно с 2018 года", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("ежегодно с 2018 по 2020 год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("ежегодно 2018-2020", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("2018-2020, ежегодно", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("2018-2020 годы (ежегодно)", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("раз в полгода", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6"),
  ("раз в полугодие", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6"),
  ("Не реже 1 раза в 3 года", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;INTERVAL=3 x1+"),
  ("1 раз в пять лет", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;INTERVAL=5"),
  (
    "ежеквартально, до 10-го числа месяца, следующего за отчетным периодом",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"
  ),
  ("до 10 января 2019 г. (за 2018 год)", "deadline ..2019-01-10"),
  (
    "август,сентябрь",
    "list 2018-08-01..2018-09-30 [interval 2018-08-01..2018-08-31 | interval 2018-09-01..2018-09-30]"
  ),
  ("август", "interval 2018-08-01..2018-08-31"),
  ("Октябрь 2018-2019", "interval ?(2018-10/2019-12)"),
  ("Октябрь 2018 - 2020", "interval ?(2018-10/2020-12)"),
  ("сентябрь 2018-май 2019", "interval 2018-09-01..2019-05-31"),
  ("в месячный срок после утверждения", "relative within 1 months after «утверждения»"),
  (
    "не реже одного раза в два месяца",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=2 x1+"
  ),
  ("в  соответствии  с  графиком", "external papers(график)"),
  ("весь период действия программы", "continuous 2018-01-01..2020-12-31"),
  ("постоянно, по мере необходимости", "continuous 2018-01-01..2020-12-31 on-demand"),
  ("15 октября", "point 2018-10-15..2018-10-15"),
  ("пн-пт", "none ?() ?()"),
  (
    "18.09.2018, 20.09.2018",
    "list 2018-09-18..2018-09-20 [point 2018-09-18..2018-09-18 | point 2018-09-20..2018-09-20]"
  ),
  (
    "18, 20 и 25 сентября 2018 года",
    "list 2018-09-18..2018-09-25 [point 2018-09-18..2018-09-18 | point 2018-09-20..2018-09-20 | point 2018-09-25..2018-09-25]"
  ),
  (
    "18.09, 20.09.2018",
    "list 2018-09-18..2018-09-20 [point 2018-09-18..2018-09-18 | point 2018-09-20..2018-09-20]"
  ),
  (
    "декабрь 2018, январь 2019",
    "list 2018-12-01..2019-01-31 [interval 2018-12-01..2018-12-31 | interval 2019-01-01..2019-01-31]"
  ),
  ("в срок по 20.12.2018", "deadline ..2018-12-20"),
  ("не позднее декабря 2018", "deadline ..2018-12-31"),
  ("до декабря 2018 включительно", "deadline ..2018-12-31"),
  ("с 2018 года", "interval 2018-01-01.."),
  ("с 2018 по 2020 годы", "interval 2018-01-01..2020-12-31"),
  ("до 2020 года", "deadline ..2019-12-31"),
  ("2020", "interval 2020-01-01..2020-12-31"),
  ("в 2020", "interval 2020-01-01..2020-12-31"),
  ("к 2020 году", "deadline ..2019-12-31"),
  ("2018/2019", "interval ?(2018/2019 2018-09/2019-08)"),
  ("2018-2019", "interval 2018-01-01..2019-12-31"),
  ("10/11/2018", "none ?()"),
  (
    "март – 2019 г., май – 2019 г.",
    "list 2019-03-01..2019-05-31 [interval 2019-03-01..2019-03-31 | interval 2019-05-01..2019-05-31]"
  ),
  ("март – май 2019", "interval 2019-03-01..2019-05-31"),
  ("2018 г., октябрь", "interval 2018-10-01..2018-10-31"),
  (
    "Октябрь 2018 - 2020 гг.",
    "recurring 2018-10-01..2020-10-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1"
  ),
  ("каждый вторник", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=TU"),
  (
    "ежеквартально до 5 числа следующего месяца",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"
  ),
  (
    "в течение месяца со дня утверждения плана",
    "relative within 1 months after «утверждения плана»"
  ),
  ("через месяц после начала", "relative exactly 1 months after «начала»"),
  (
    "до 1 сентября и до 1 января ежегодно",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 | recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1]"
  ),
  (
    "сентябрь, январь, май (ежегодно)",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1]"
  ),
  ("3-4 раза в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x4 ?()"),
  ("не менее одного раза в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x1+"),
  ("1 раз в учебный год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("15-16 октября 2018 г.", "interval 2018-10-15..2018-10-16"),
  ("с 15 по 20 октября", "interval 2018-10-15..2018-10-20"),
  ("конец 2018 – начало 2019 гг.", "interval 2018-09-01..2019-04-30"),
  ("IV кв. 2018 г. – I кв. 2019 г.", "interval 2018-10-01..2019-03-31"),
  ("до 01 сентября 2018г", "deadline ..2018-09-01"),
  (
    "До 25.12.2018, 25.12.2019, 25.12.2020",
    "list ..2020-12-25 [deadline ..2018-12-25 | deadline ..2019-12-25 | deadline ..2020-12-25]"
  ),
  (
    "до 25 декабря 2018, 2019, 2020 гг.",
    "list ..2020-12-25 [deadline ..2018-12-25 | deadline ..2019-12-25 | deadline ..2020-12-25]"
  ),
  (
    "до 25 декабря 2018 года и 2019 года",
    "list ..2019-12-25 [deadline ..2018-12-25 | deadline ..2019-12-25]"
  ),
  (
    "не позднее 25 декабря ежегодно",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"
  ),
  (
    "январь 2019 - декабрь 2020 г. (ежеквартально)",
    "recurring 2019-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"
  ),
  (
    "2018 год – разработка, 2019 год - внедрение",
    "list 2018-01-01..2019-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31] ?() ?()"
  ),
  ("после 15 октября 2018", "interval 2018-10-16.."),
  ("после 1 сентября", "interval 2018-09-02.."),
  ("до 10.09", "deadline ..2018-09-10"),
  ("30.09", "point 2018-09-30..2018-09-30"),
  ("с 09.2018 по 12.2018", "interval 2018-09-01..2018-12-31"),
  ("9.2018-12.2018", "interval 2018-09-01..2018-12-31"),
  ("в течение 5 дней", "relative within 5 days after «»"),
  (
    "в течение пяти рабочих дней со дня подписания",
    "relative within 5 working-days after «подписания»"
  ),
  ("в течение 1 рабочего дня", "relative within 1 working-days after «»"),
  (
    "до наступления купального сезона",
    "relative within 0 days before «наступления купального сезона»"
  ),
  ("до 1-го числа", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=1"),
  ("сразу после утверждения", "relative at-least 0 days after «утверждения»"),
  ("по факту", "relative at-least 0 days after «факту»"),
  ("по итогам полугодия", "relative at-least 0 days after «итогам полугодия»"),
  ("по итогам 2018 года", "relative at-least 0 days after «итогам 2018 года»"),
  ("в ходе проверки", "interval ?()"),
  ("по завершении ремонта", "relative at-least 0 days after «завершении ремонта»"),
  ("по распоряжению главы", "external papers(распоряжение главы)"),
  ("в день проведения выборов", "relative exactly 0 days after «проведения выборов»"),
  ("31.12.2018 г", "point 2018-12-31..2018-12-31"),
  ("по 31 декабря", "deadline ..2018-12-31"),
  ("весь год", "interval ?(2018 2019 2020 2018/2020)"),
  ("круглый год", "continuous 2018-01-01..2020-12-31"),
  ("круглогодично", "continuous 2018-01-01..2020-12-31"),
  ("учебный год", "interval 2018-09-01..2019-08-31"),
  (
    "2018 уч.год",
    "composite [interval 2018-01-01..2018-12-31 | interval 2018-09-01..2019-08-31] ?()"
  ),
  ("1 сентября ежегодно", "recurring 2018-01-01..2020-12-31 on FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"),
  ("ежегодно 1 сентября", "recurring 2018-01-01..2020-12-31 on FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"),
  (
    "Ежегодно в период с 1 по 30 сентября",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"
  ),
  (
    "В сентябре-октябре ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1"
  ),
  ("ежемесячно 25 числа", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=25"),
  ("каждое 25 число месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=25 ?()"),
  ("до 25-го", "none ?()"),
  ("до 25", "none ?()"),
]

@Test(arguments: phrases)
func `Russian words are read as their readers mean them part 3`(phrase: String, reading: String)
  throws
{
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(
    title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(term.words.en != "")
  #expect(term.words.ru != "")
}
