import Bilingual
import CivilTime
import Testing

/// Every distinct term of a real road map for 2018 to 2020.
private let terms: [(phrase: String, reading: String)] = [
  ("Сентябрь 2018", "interval 2018-09-01..2018-09-30"),
  ("Сентябрь-октябрь 2018", "interval 2018-09-01..2018-10-31"),
  ("Октябрь-декабрь 2018", "interval 2018-10-01..2018-12-31"),
  ("постоянно", "continuous 2018-01-01..2020-12-31"),
  (
    "В соответствии с планом курсовых мероприятий ТОИПКРО",
    "external papers(план курсовых мероприятий ТОИПКРО)"
  ),
  ("До 15 октября 2018", "deadline ..2018-10-15"),
  ("Январь 2019", "interval 2019-01-01..2019-01-31"),
  ("В соответствии с региональным приказом", "external papers(региональный приказ)"),
  ("Марть 2018", "interval 2018-03-01..2018-03-31"),
  ("Декабрь 2018", "interval 2018-12-01..2018-12-31"),
  ("В соответствии с региональным Положением", "external papers(региональное Положение)"),
  ("Январь-февраль 2019", "interval 2019-01-01..2019-02-28"),
  ("До января 2019", "deadline ..2018-12-31"),
  ("Ежегодно по плану", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(план)"),
  ("Март 2019", "interval 2019-03-01..2019-03-31"),
  ("До 15 декабря 2018", "deadline ..2018-12-15"),
  ("Октябрь 2018", "interval 2018-10-01..2018-10-31"),
  ("В течение года", "interval ?(2018 2019 2020 2018/2020)"),
  ("Март-апрель 2019", "interval 2019-03-01..2019-04-30"),
  (
    "Раз в полугодие ежегодно по отдельному плану октябрь 2018",
    "composite papers(отдельный план) "
      + "[recurring 2018-01-01..2020-12-31 FREQ=MONTHLY;INTERVAL=6 | "
      + "recurring 2018-01-01..2020-12-31 FREQ=YEARLY papers(отдельный план) | "
      + "interval 2018-10-01..2018-10-31] ?()"
  ),
  ("В соответствии с учебным планом", "external papers(учебный план)"),
  ("август-сентябрь 2018", "interval 2018-08-01..2018-09-30"),
  ("ежегодно", "recurring 2018-01-01..2020-12-31 FREQ=YEARLY"),
  ("Декабрь-январь 2019", "interval 2018-12-01..2019-01-31"),
  ("2020 г.", "interval 2020-01-01..2020-12-31"),
]

private func reader() throws -> TermReader {
  let span = try Period(edtf: "2018/2020")
  return TermReader(context: TermContext(title: span, span: span))
}

@Test(arguments: terms)
func `every term of a real road map is read, or its author is asked`(
  phrase: String, reading: String
) throws {
  #expect(try reader().read(phrase).summary == reading)
}

@Test func `the turns of a recurring term are counted over the whole work`() throws {
  let reader = try reader()
  let first = try #require(CivilDate(iso: "2018-01-01"))
  let span = first...(try #require(CivilDate(iso: "2020-12-31")))
  #expect(reader.read("ежегодно").every?.turns(in: span).map(\.edtf) == ["2018", "2019", "2020"])
  #expect(reader.read("Раз в полугодие").every?.turns(in: span).count == 6)
  let anchored = (try #require(CivilDate(iso: "2018-09-01")))...span.upperBound
  #expect(reader.read("Раз в полугодие").every?.turns(in: anchored).count == 5)
  let windows = reader.read("ежегодно, сентябрь-октябрь").every?.turns(in: span).map(\.edtf)
  #expect(windows == ["2018-09/2018-10", "2019-09/2019-10", "2020-09/2020-10"])
  let crossing = reader.read("ежегодно, декабрь-январь").every?.turns(in: span).map(\.edtf)
  #expect(crossing == ["2018-01", "2018-12/2019-01", "2019-12/2020-01", "2020-12"])
  let deadlines = reader.read("до 1 марта ежегодно").every?.turns(in: span).map(\.edtf)
  #expect(deadlines == ["../2018-03-01", "../2019-03-01", "../2020-03-01"])
}

/// The classes of the table of measures, in our words.
private let classes: [String: (kind: String, isAsked: Bool)] = [
  "interval": ("interval", false), "continuous": ("continuous", false),
  "external-document": ("external", false), "deadline": ("deadline", false),
  "relative-year": ("interval", true), "recurring": ("recurring", false),
  "recurring+external-document": ("recurring", false), "composite": ("composite", true),
]

@Test func `the measures of the road map have the dates of its table`() throws {
  guard let rows = SharedData.rows("seed/measures.tsv") else {
    print("skipped: no shared data at \(SharedData.folder)")
    return
  }
  let reader = try reader()
  #expect(rows.count == 34)
  for row in rows {
    let term = reader.read(row[3])
    let expected = try #require(classes[row[4]])
    #expect(term.kind?.rawValue == expected.kind, "\(row[3])")
    #expect(term.isSettled == !expected.isAsked, "\(row[3])")
    #expect(term.from?.iso ?? "" == row[5], "\(row[3])")
    #expect(term.to?.iso ?? "" == row[6], "\(row[3])")
  }
}
