import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  (
    "сентябрь 2018-2020 гг.",
    "recurring 2018-09-01..2020-09-30 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "март-апрель 2018-2020 годов",
    "recurring 2018-03-01..2020-04-30 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1"
  ),
  (
    "до 1 декабря 2018-2020 гг.",
    "recurring 2018-01-01..2020-12-01 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"
  ),
  ("ежегодно до 1 марта", "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
  (
    "ежегодно в сентябре",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "ежегодно, сентябрь-октябрь",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1"
  ),
  (
    "Ежегодно, I квартал",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"
  ),
  ("до 1 марта ежегодно", "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
  ("ежегодно, начиная с 2019 года", "recurring 2019-01-01..2020-12-31 FREQ=YEARLY"),
  ("до 20 числа ежемесячно", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=20"),
  ("ежемесячно до 10 числа", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=10"),
  (
    "до 10 числа месяца, следующего за отчетным",
    "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=10"
  ),
  ("до 5 числа следующего месяца", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=5"),
  (
    "ежеквартально до 15 числа месяца, следующего за отчетным кварталом",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"
  ),
  ("15 числа каждого месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=15"),
  ("последний день месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=-1"),
  ("каждый понедельник", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=MO"),
  (
    "каждый последний четверг месяца",
    "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=-1TH"
  ),
  (
    "последняя пятница каждого месяца",
    "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=-1FR"
  ),
  ("по понедельникам и средам", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=MO,WE"),
  ("раз в 2 года", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;INTERVAL=2"),
  ("1 раз в квартал", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"),
  ("не реже 1 раза в квартал", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3 x1+"),
  ("не реже 2 раз в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x2+"),
  ("2 раза в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x2"),
  ("один раз в полугодие", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6"),
  ("каждые две недели", "recurring 2018-01-01..2020-12-31 FREQ=WEEKLY;INTERVAL=2"),
  (
    "Июнь-июль, ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=-1"
  ),
  (
    "ежемесячно с сентября по май",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;BYMONTH=1,2,3,4,5,9,10,11,12"
  ),
  ("еженедельно в сентябре", "recurring 2018-01-01..2020-12-31 FREQ=WEEKLY;BYMONTH=9"),
  ("ежедневно", "recurring 2018-01-01..2020-12-31 FREQ=DAILY"),
  (
    "ежегодно до 1 февраля следующего года",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"
  ),
  ("в течение учебного года (ежемесячно)", "recurring 2018-09-01..2019-08-31 FREQ=MONTHLY"),
  ("ежемесячно в течение учебного года", "recurring 2018-09-01..2019-08-31 FREQ=MONTHLY"),
  ("один раз в месяц", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY"),
  ("1 раз в 6 месяцев", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6"),
  (
    "ежегодно до 25 декабря",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"
  ),
  ("2 раза в месяц", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY x2"),
  ("по четвергам", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=TH"),
  (
    "ежегодно в течение 10 дней после утверждения бюджета",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY within 10 days after «утверждения бюджета»"
  ),
  (
    "не позднее 31 декабря отчетного года",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"
  ),
  (
    "ежегодно к 1 сентября",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"
  ),
  (
    "4-й квартал ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"
  ),
  (
    "ежегодно, IV квартал",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"
  ),
  ("по графику, ежемесячно", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY papers(график)"),
  ("каждый вторник сентября 2018", "recurring 2018-09-01..2018-09-30 on FREQ=WEEKLY;BYDAY=TU"),
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
  (
    "не реже одного раза в два месяца",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=2 x1+"
  ),
  (
    "Октябрь 2018 - 2020 гг.",
    "recurring 2018-10-01..2020-10-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1"
  ),
  ("каждый вторник", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=TU"),
  (
    "ежеквартально до 5 числа следующего месяца",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"
  ),
  ("не менее одного раза в год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY x1+"),
  ("1 раз в учебный год", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  (
    "не позднее 25 декабря ежегодно",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"
  ),
  (
    "январь 2019 - декабрь 2020 г. (ежеквартально)",
    "recurring 2019-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"
  ),
  ("до 1-го числа", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=1"),
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
  (
    "с 01 по 10 число каждого месяца",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;BYMONTHDAY=1 to FREQ=MONTHLY;BYMONTHDAY=10"
  ),
  (
    "ежемесячно с 1 по 5 число",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;BYMONTHDAY=1 to FREQ=MONTHLY;BYMONTHDAY=5"
  ),
  (
    "до 25 числа последнего месяца квартала",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"
  ),
  (
    "ежегодно в срок до 15 января года, следующего за отчетным",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"
  ),
  (
    "раз в год до 1 декабря",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"
  ),
  (
    "не реже 1 раза в год, до 31 декабря",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31 x1+"
  ),
  (
    "по мере необходимости, но не реже 1 раза в квартал",
    "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3 x1+ on-demand"
  ),
  (
    "II-III квартал, ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "до 20 числа месяца, следующего за отчетным кварталом",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20"
  ),
  (
    "20 числа месяца, следующего за отчетным кварталом",
    "recurring 2018-01-01..2020-12-31 on FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20"
  ),
  ("по графику (ежегодно)", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(график)"),
  ("ежегодно по графику", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(график)"),
  (
    "ежегодно в соответствии с планом работы",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(план работы)"
  ),
  (
    "ежегодно, в соответствии с планом-графиком",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(план-график)"
  ),
  (
    "сентябрь-октябрь, ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1"
  ),
  (
    "в течение года, ежеквартально",
    "recurring FREQ=MONTHLY;INTERVAL=3 ?(2018 2019 2020 2018/2020)"
  ),
  (
    "в течение 2018 года, ежеквартально",
    "recurring 2018-01-01..2018-12-31 FREQ=MONTHLY;INTERVAL=3"
  ),
  ("15 число", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=15"),
  ("до 15 числа", "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=15"),
  ("ежемесячно, 15 числа", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYMONTHDAY=15"),
  ("каждую пятницу месяца", "recurring 2018-01-01..2020-12-31 on FREQ=WEEKLY;BYDAY=FR"),
  ("1-й понедельник месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=1MO"),
  (
    "первый понедельник каждого месяца",
    "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=1MO"
  ),
  ("каждую 2-ю среду месяца", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=2WE"),
  ("каждый первый вторник", "recurring 2018-01-01..2020-12-31 on FREQ=MONTHLY;BYDAY=1TU"),
  (
    "август - ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-1"
  ),
  (
    "до 30 августа, ежегодно",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=30"
  ),
  (
    "30 августа, ежегодно",
    "recurring 2018-01-01..2020-12-31 on FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=30"
  ),
  (
    "август (ежегодно)",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-1"
  ),
  (
    "ежегодно, по итогам года",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY at-least 0 days after «итогам года»"
  ),
  ("каждый квартал", "recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=3"),
  (
    "ежеквартально до 5 числа месяца, следующего за отчетным",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"
  ),
  (
    "ежемесячно, до 5 числа месяца, следующего за отчетным",
    "recurring 2018-01-01..2020-12-31 by FREQ=MONTHLY;BYMONTHDAY=5"
  ),
  (
    "с мая по сентябрь ежегодно",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"
  ),
  (
    "в мае каждого года",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"
  ),
  (
    "каждый май",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"
  ),
  (
    "каждую осень",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1"
  ),
  (
    "1 раз в год (май)",
    "recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"
  ),
  (
    "ежеквартально, до 20 числа последнего месяца квартала",
    "recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"
  ),
]

@Test(arguments: phrases)
func `Russian recurring terms are read as their readers mean them`(phrase: String, reading: String)
  throws
{
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
