import Bilingual
import CivilTime
import Testing

/// Terms of plans for 2018 to 2020, put in force on 20 August 2018.
private let phrases: [(phrase: String, reading: String)] = [
  ("постоянно, в течение всего периода", "continuous 2018-01-01..2020-12-31"),
  ("постоянно (сентябрь-май)", "continuous 2018-09-01..2019-05-31"),
  ("в течение всего периода реализации программы", "continuous 2018-01-01..2020-12-31"),
  ("весь период", "continuous 2018-01-01..2020-12-31"),
  ("на протяжении срока действия программы", "continuous 2018-01-01..2020-12-31"),
  ("по мере необходимости", "on-demand"),
  ("по мере поступления заявок", "on-demand"),
  ("по запросу", "on-demand"),
  ("при наличии финансирования", "on-demand"),
  ("по отдельному графику", "external papers(отдельный график)"),
  ("по плану работы отдела образования", "external papers(план работы отдела образования)"),
  ("согласно плану-графику", "external papers(план-график)"),
  ("согласно графика", "external papers(график)"),
  ("по согласованию", "external papers(согласование)"),
  ("в сроки, установленные приказом", "external papers(сроки, установленные приказом)"),
  ("в соответствии с приказом от 15.10.2018 № 5", "external papers(приказ от 15.10.2018 № 5)"),
  ("регулярно", "continuous 2018-01-01..2020-12-31"),
  ("постоянно в течение года", "continuous ?(2018 2019 2020 2018/2020)"),
  ("В течение всего срока", "continuous 2018-01-01..2020-12-31"),
  ("по мере внесения изменений", "on-demand"),
  (
    "в установленные законодательством сроки",
    "external papers(установленные законодательством сроки)"
  ),
  (
    "согласно плану работы школы на 2018-2019 учебный год",
    "external papers(план работы школы на 2018-2019 учебный год)"
  ),
  ("по плану", "external papers(план)"),
  ("в  соответствии  с  графиком", "external papers(график)"),
  ("весь период действия программы", "continuous 2018-01-01..2020-12-31"),
  ("постоянно, по мере необходимости", "continuous 2018-01-01..2020-12-31 on-demand"),
  ("по распоряжению главы", "external papers(распоряжение главы)"),
  ("круглый год", "continuous 2018-01-01..2020-12-31"),
  ("круглогодично", "continuous 2018-01-01..2020-12-31"),
  ("ноябрь 2018 – постоянно", "continuous 2018-11-01..2020-12-31"),
  ("с октября 2018, постоянно", "continuous 2018-10-01..2020-12-31"),
  ("постоянно, начиная с 01.09.2018", "continuous 2018-09-01..2020-12-31"),
  ("постоянно до 31.12.2020", "continuous 2018-01-01..2020-12-31"),
  ("до 31 декабря 2020 г., постоянно", "continuous 2018-01-01..2020-12-31"),
  ("бессрочно", "continuous 2018-01-01..2020-12-31"),
  ("в сроки, установленные Министерством", "external papers(сроки, установленные Министерством)"),
  ("в сроки согласно приказу", "external papers(сроки согласно приказу)"),
  ("по приказу", "external papers(приказ)"),
  ("сроки по согласованию", "external papers(согласование)"),
]

@Test(arguments: phrases)
func `Russian terms without dates of their own are read as their readers mean them`(
  phrase: String, reading: String
) throws {
  let span = try Period(edtf: "2018/2020")
  let context = TermContext(title: span, orderDate: CivilDate(iso: "2018-08-20"), span: span)
  let term = TermReader(context: context).read(phrase)
  #expect(term.summary == reading)
  #expect(!term.words.en.isEmpty)
  #expect(!term.words.ru.isEmpty)
}
