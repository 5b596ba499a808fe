import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  (
    "24 мая и 23 июня",
    "list 2019-05-24..2019-06-23 [point 2019-05-24..2019-05-24 | point 2019-06-23..2019-06-23]"
  ),
  (
    "I, III кварталы 2019 года",
    "list 2019-01-01..2019-09-30 [interval 2019-01-01..2019-03-31 | interval 2019-07-01..2019-09-30]"
  ),
  (
    "1, 15 октября 2018",
    "list 2018-10-01..2018-10-15 [point 2018-10-01..2018-10-01 | point 2018-10-15..2018-10-15]"
  ),
  (
    "2018,2019,2020",
    "list 2018-01-01..2020-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31 | interval 2020-01-01..2020-12-31]"
  ),
  (
    "2018, 2019 и 2020 годы",
    "list 2018-01-01..2020-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31 | interval 2020-01-01..2020-12-31]"
  ),
  (
    "сентябрь, ноябрь 2018 г., март 2019 г.",
    "list 2018-09-01..2019-03-31 [interval 2018-09-01..2018-09-30 | interval 2018-11-01..2018-11-30 | interval 2019-03-01..2019-03-31]"
  ),
  (
    "сентябрь, октябрь, ноябрь 2018",
    "list 2018-09-01..2018-11-30 [interval 2018-09-01..2018-09-30 | interval 2018-10-01..2018-10-31 | interval 2018-11-01..2018-11-30]"
  ),
  (
    "Сентябрь 2018; далее ежегодно",
    "composite [interval 2018-09-01..2018-09-30 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY]"
  ),
  (
    "Октябрь 2018, далее - ежегодно",
    "composite [interval 2018-10-01..2018-10-31 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY]"
  ),
  (
    "до 15 октября и 15 декабря 2018",
    "list ..2018-12-15 [deadline ..2018-10-15 | deadline ..2018-12-15]"
  ),
  (
    "до 1 апреля, 1 июля, 1 октября 2019 г.",
    "list ..2019-10-01 [deadline ..2019-04-01 | deadline ..2019-07-01 | deadline ..2019-10-01]"
  ),
  (
    "август 2018, 2019, 2020 гг.",
    "list 2018-08-01..2020-08-31 [interval 2018-08-01..2018-08-31 | interval 2019-08-01..2019-08-31 | interval 2020-08-01..2020-08-31]"
  ),
  (
    "август 2018 г., август 2019 г.",
    "list 2018-08-01..2019-08-31 [interval 2018-08-01..2018-08-31 | interval 2019-08-01..2019-08-31]"
  ),
  (
    "до 30.12.2018, далее постоянно",
    "composite [deadline ..2018-12-30 | continuous 2018-01-01..2020-12-31]"
  ),
  ("Май, ноябрь", "list ?(2018-05/2018-11 2019-05/2019-11 2020-05/2020-11)"),
  (
    "апрель, октябрь ежегодно",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1]"
  ),
  (
    "ежегодно (март, октябрь)",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1]"
  ),
  (
    "до 1 июля и до 1 декабря 2019 года",
    "list ..2019-12-01 [deadline ..2019-07-01 | deadline ..2019-12-01]"
  ),
  (
    "до 1 июля 2019 г.; до 1 декабря 2019 г.",
    "list ..2019-12-01 [deadline ..2019-07-01 | deadline ..2019-12-01]"
  ),
  (
    "октябрь-ноябрь 2018г.,2019г.",
    "list 2018-10-01..2019-11-30 [interval 2018-10-01..2018-11-30 | interval 2019-10-01..2019-11-30]"
  ),
  (
    "август,сентябрь",
    "list 2018-08-01..2018-09-30 [interval 2018-08-01..2018-08-31 | interval 2018-09-01..2018-09-30]"
  ),
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
  (
    "март – 2019 г., май – 2019 г.",
    "list 2019-03-01..2019-05-31 [interval 2019-03-01..2019-03-31 | interval 2019-05-01..2019-05-31]"
  ),
  (
    "до 1 сентября и до 1 января ежегодно",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 | recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1]"
  ),
  (
    "сентябрь, январь, май (ежегодно)",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1]"
  ),
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
    "октябрь 2018 г. и далее ежегодно",
    "composite [interval 2018-10-01..2018-10-31 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY]"
  ),
  (
    "октябрь 2018 г., затем 1 раз в полугодие",
    "composite [interval 2018-10-01..2018-10-31 | recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6]"
  ),
  (
    "2018, 2019 гг.",
    "list 2018-01-01..2019-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31]"
  ),
  (
    "2018 и 2019 годы",
    "list 2018-01-01..2019-12-31 [interval 2018-01-01..2018-12-31 | interval 2019-01-01..2019-12-31]"
  ),
  (
    "2018 г., 2020 г.",
    "list 2018-01-01..2020-12-31 [interval 2018-01-01..2018-12-31 | interval 2020-01-01..2020-12-31]"
  ),
  (
    "июль-август 2018, июль-август 2019",
    "list 2018-07-01..2019-08-31 [interval 2018-07-01..2018-08-31 | interval 2019-07-01..2019-08-31]"
  ),
  ("до 15 января, до 15 июля", "list ..2019-07-15 [deadline ..2019-01-15 | deadline ..2019-07-15]"),
  (
    "до 15 января, 15 июля ежегодно",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15 | recurring 2018-01-01..2020-12-31 by FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=15]"
  ),
  (
    "15 января, 15 апреля, 15 июля, 15 октября",
    "list ?(2018-01-15/2018-10-15 2019-01-15/2019-10-15 2020-01-15/2020-10-15)"
  ),
  (
    "IV квартал 2018 г., I квартал 2019 г.",
    "list 2018-10-01..2019-03-31 [interval 2018-10-01..2018-12-31 | interval 2019-01-01..2019-03-31]"
  ),
  (
    "до 1 ноября 2018 г., до 1 ноября 2019 г.",
    "list ..2019-11-01 [deadline ..2018-11-01 | deadline ..2019-11-01]"
  ),
  (
    "2 раза в год (апрель, октябрь)",
    "list 2018-01-01..2020-12-31 [recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1 | recurring 2018-01-01..2020-12-31 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 to FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1]"
  ),
]

@Test(arguments: phrases)
func `Russian lists of terms are read as their readers mean them`(phrase: String, reading: String)
  throws
{
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
