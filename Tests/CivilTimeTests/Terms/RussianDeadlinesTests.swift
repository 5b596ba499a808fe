import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  ("до 15 сентября", "deadline ..2018-09-15"),
  ("до 25 января", "deadline ..2019-01-25"),
  ("до 1 октября т.г., 21.00 час. по времени г. Астана", "deadline ..2018-10-01"),
  ("до 18 часов 15 октября 2018 г.", "deadline ..2018-10-15"),
  ("до 3 квартала 2019", "deadline ..2019-06-30"),
  ("до конца 2018 года", "deadline ..2018-12-31"),
  ("до конца года", "deadline ..2018-12-31"),
  ("к 1 сентября", "deadline ..2018-09-01"),
  ("к сентябрю 2019", "deadline ..2019-08-31"),
  ("к концу 2019 года", "deadline ..2019-12-31"),
  ("до начала учебного года", "deadline ..2018-08-31"),
  ("до 15.10", "deadline ..2018-10-15"),
  ("до 1 января 2019 года (включительно)", "deadline ..2019-01-01"),
  ("до 15-го октября 2018", "deadline ..2018-10-15"),
  ("Срок исполнения: до 15 октября 2018 г.", "deadline ..2018-10-15"),
  ("../2018-10-15", "deadline ..2018-10-15"),
  ("до 1 февраля следующего года", "deadline ..2019-02-01"),
  ("ко Дню учителя 2018 г.", "deadline ..2018-10-05"),
  ("ко Дню Победы", "deadline ..2019-05-09"),
  ("не позднее 18:00 15.10.2018", "deadline ..2018-10-15"),
  ("до середины октября 2018", "deadline ..2018-10-15"),
  ("до 1.10.18", "deadline ..2018-10-01"),
  ("по 31.12.2018", "deadline ..2018-12-31"),
  ("до 31 декабря текущего года", "deadline ..2018-12-31"),
  ("к началу учебного года", "deadline ..2018-08-31"),
  ("до 10 января 2019 г. (за 2018 год)", "deadline ..2019-01-10"),
  ("в срок по 20.12.2018", "deadline ..2018-12-20"),
  ("не позднее декабря 2018", "deadline ..2018-12-31"),
  ("до декабря 2018 включительно", "deadline ..2018-12-31"),
  ("до 2020 года", "deadline ..2019-12-31"),
  ("к 2020 году", "deadline ..2019-12-31"),
  ("до 01 сентября 2018г", "deadline ..2018-09-01"),
  ("до 10.09", "deadline ..2018-09-10"),
  ("по 31 декабря", "deadline ..2018-12-31"),
  ("до конца I полугодия 2019 г.", "deadline ..2019-06-30"),
  ("по мере необходимости, но не позднее 1 декабря 2018 г.", "deadline ..2018-12-01 on-demand"),
  ("к началу 2019 года", "deadline ..2018-12-31"),
  ("к 15 мая", "deadline ..2019-05-15"),
  ("К 1 сентября 2019 г.", "deadline ..2019-09-01"),
  ("В соответствии с планом-графиком, до 15.12.2018", "deadline ..2018-12-15 papers(план-график)"),
]

@Test(arguments: phrases)
func `Russian deadlines are read as their readers mean them`(phrase: String, reading: String) throws
{
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
