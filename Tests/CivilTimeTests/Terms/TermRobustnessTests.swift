import Bilingual
import CivilTime
import Testing

private let pieces = [
  "до", "с", "по", "к", "не позднее", "в течение", "15", "31", "2018", "99999999999", "0",
  "октября",
  "сентябрь", "г.", "года", "-", "–", ",", ";", "(", ")", "раз в", "ежегодно", "квартал", "I",
  "числа",
  "месяца, следующего за отчетным", "рабочих дней", "со дня", "по плану", "постоянно", "30.02.2018",
  "10:30", "учебный", "by", "within", "every", "October", "Q3", "the", "of", "\n", "<", "№", "",
]

@Test func `no words make the reader fail, hang or point outside the text`() {
  var random = SystemSeeded(state: 42)
  let reader = TermReader()
  for _ in 0..<1500 {
    let count = Int(random.next() % 9)
    let words = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
    let text = words.joined(separator: random.next() % 4 == 0 ? "" : " ")
    let term = reader.read(text)
    for problem in term.problems {
      #expect(problem.range.upperBound <= text.utf8.count, "\(text)")
    }
    if let from = term.from, let to = term.to { #expect(from <= to, "\(text)") }
    #expect(term.kind != nil || !term.isSettled, "\(text)")
  }
}

@Test(arguments: [
  ("(", 3000), ("1,", 1900), ("до ", 800), ("1-", 1900), ("2018,", 790), ("и", 2000),
  ("с 1 по ", 300), ("<a", 2000), ("1 и ", 700), ("не позднее ", 190), ("from 1 to ", 390),
])
func `a term of endless repetitions is read or asked about`(piece: String, count: Int) {
  let term = TermReader().read(String(repeating: piece, count: count))
  #expect(term.kind != nil || !term.problems.isEmpty)
}

@Test func `a term that is too long is refused`() {
  let term = TermReader().read(String(repeating: "я", count: 3000))
  #expect(term.kind == nil)
  #expect(term.problems.count == 1)
}

@Test func `words without a date say so`() {
  for text in ["", " ", "абракадабра", "TBD", "—"] {
    let term = TermReader().read(text)
    #expect(term.kind == nil)
    #expect(!term.isSettled)
  }
}

/// A small generator, so that a failure can be repeated.
private struct SystemSeeded {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
