extension RussianGrammar {
  /// How often work that goes on is reported on: «отчет ежеквартально», «отчет – до 5 числа
  /// месяца, следующего за отчетным», «с ежемесячным отчетом».
  mutating func report() -> Element? {
    adjectiveReport() ?? nounReport()
  }

  private mutating func nounReport() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      _ = grammar.cursor.accept(["с", "со"])
      _ = grammar.cursor.accept(["представление", "представлением", "предоставление", "сдача"])
      guard grammar.cursor.accept(Self.reports) else { return nil }
      if grammar.cursor.accept(["о", "об"]) {
        guard grammar.cursor.accept(Self.subjects) else { return nil }
        _ = grammar.cursor.accept(["работе", "работы", "исполнения", "реализации"])
      }
      while [.dash, .colon, .comma].contains(grammar.cursor.kind()) { grammar.cursor.index += 1 }
      return grammar.asReport(from: start)
    }
  }

  /// «ежеквартальный отчет», «с ежемесячным отчетом».
  private mutating func adjectiveReport() -> Element? {
    attempt { grammar in
      let start = grammar.cursor.index
      _ = grammar.cursor.accept(["с", "со"])
      guard let word = grammar.cursor.word(), word.hasPrefix("еже"), word.count > 8,
        let rule = RussianWords.adverbs[String(word.dropLast(2)) + "о"]
      else { return nil }
      grammar.cursor.index += 1
      guard grammar.cursor.accept(Self.reports) else { return nil }
      return .frequency(
        Frequency(rule: rule, isReport: true, range: grammar.cursor.range(from: start)))
    }
  }

  private mutating func asReport(from start: Int) -> Element? {
    let element = frequency() ?? offset()
    switch element {
    case .frequency(var frequency)?:
      (frequency.isReport, frequency.range) = (true, cursor.range(from: start))
      return .frequency(frequency)
    case .offset(var offset)?:
      (offset.isReport, offset.range) = (true, cursor.range(from: start))
      return .offset(offset)
    default: return nil
    }
  }

  private static let subjects: WordSet = [
    "выполнении", "исполнении", "реализации", "ходе", "проделанной",
  ]

  private static let reports: WordSet = [
    "отчет", "отчеты", "отчета", "отчетом", "отчетов", "отчетность", "отчетности",
  ]
}
