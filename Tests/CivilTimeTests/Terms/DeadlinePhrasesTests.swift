import Bilingual
import CivilTime
import Testing

/// The classes of the collected phrases, in our words.
private let classes: [String: [String]] = [
  "deadline": ["deadline"], "recurring-offset": ["recurring"], "offset": ["recurring"],
  "relative": ["relative"], "relative-before": ["relative"], "recurring+on-demand": ["recurring"],
  "rule": ["relative"], "list": ["list"], "recurring": ["recurring"], "span": ["span"],
  "interval": ["interval"], "instant-deadline": ["deadline"], "frequency-min": ["recurring"],
  "frequency": ["recurring"], "stage": ["interval"], "deadline-noisy": ["deadline"],
  "approximate": ["point"], "duration": ["relative"], "named-date": ["deadline"],
  "external-document": ["external"], "continuous": ["continuous"], "relative-year": ["interval"],
  "recurring+external-document": ["recurring"], "composite": ["composite"],
]

/// The dates that a normalised reading names, where it names any with years.
private func dates(in reading: String) -> [String] {
  var dates: [String] = []
  let scalars = Array(reading.unicodeScalars)
  for start in scalars.indices where start + 10 <= scalars.count {
    let text = String(String.UnicodeScalarView(scalars[start..<start + 10]))
    if CivilDate(iso: text) != nil { dates.append(text) }
  }
  return dates
}

@Test func `every collected phrase is read in its class with its dates`() throws {
  guard let rows = SharedData.rows("data/deadline_phrases.tsv") else {
    print("skipped: no shared data at \(SharedData.folder)")
    return
  }
  #expect(rows.count > 90)
  for row in rows {
    let (phrase, reading, kind) = (row[0], row[2], row[3])
    let dates = dates(in: reading)
    // A phrase of a news page takes its year from the day of the page.
    let year = dates.first.map { String($0.prefix(4)) } ?? "2018"
    let page = CivilDate(iso: "\(year)-01-01")
    let term = TermReader(context: TermContext(orderDate: page)).read(phrase)
    let kinds = try #require(classes[kind], "\(kind)")
    #expect(kinds.contains(term.kind?.rawValue ?? ""), "\(phrase): \(term.summary)")
    guard ["deadline", "interval", "list", "span", "stage", "instant-deadline"].contains(kind),
      let last = dates.last, !reading.contains("< ")
    else { continue }
    #expect(term.to?.iso == last, "\(phrase): \(term.summary)")
    if kind == "interval", dates.count == 2 { #expect(term.from?.iso == dates[0], "\(phrase)") }
  }
}
