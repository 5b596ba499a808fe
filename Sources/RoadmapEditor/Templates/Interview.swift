public import Bilingual
import CivilTime
import RoadmapService

/// Asks for what a first roadmap is made of.
public struct Interview {
  /// Puts a question, with the answer that silence stands for, and gives the answer; `nil` where
  /// nobody answers any more.
  public typealias Question = (_ text: Text, _ usual: String) -> String?
  private let ask: Question
  private let language: Language
  private let year: Int

  /// Creates an interview in `language`, held in `year`.
  public init(in language: Language, year: Int, ask: @escaping Question) {
    self.language = language
    self.year = year
    self.ask = ask
  }

  /// The answers; `nil` where they broke off.
  public func draft() -> RoadmapDraft? {
    let usualTitle = Text(en: "Roadmap for \(year)", ru: "Дорожная карта на \(year) год")
    guard let title = ask(Text(en: "title", ru: "название"), usualTitle[language]),
      let language = choice(),
      let first = number(Text(en: "first year", ru: "первый год"), year, from: 1900),
      let last = number(Text(en: "last year", ru: "последний год"), first, from: first),
      let people = people(),
      let section = ask(
        Text(en: "first section", ru: "первый раздел"),
        Text(en: "First steps", ru: "Первые шаги")[language]),
      let measures = measures(language)
    else { return nil }
    return RoadmapDraft(
      title: title, language: language, years: first...last, people: people, section: section,
      measures: measures)
  }

  private func choice() -> Language? {
    while let answer = ask(
      Text(en: "language of terms: en or ru", ru: "язык сроков: en или ru"), language.rawValue)
    {
      if let language = Language(rawValue: answer) { return language }
    }
    return nil
  }

  private func number(_ question: Text, _ usual: Int, from least: Int) -> Int? {
    while let answer = ask(question, "\(usual)") {
      if let number = Int(answer), (least...2199).contains(number) { return number }
    }
    return nil
  }

  private func people() -> [String]? {
    var people: [String] = []
    while people.isEmpty || people.count < 100 {
      let question =
        people.isEmpty
        ? Text(en: "name of the first person", ru: "имя первого участника")
        : Text(en: "next person, or nothing", ru: "следующий участник или пусто")
      guard let name = ask(question, "") else { return nil }
      if !name.isEmpty { people.append(name) } else if !people.isEmpty { return people }
    }
    return people
  }

  private func measures(_ language: Language) -> [RoadmapDraft.Measure]? {
    var measures: [RoadmapDraft.Measure] = []
    while measures.count < 1000 {
      let question =
        measures.isEmpty
        ? Text(en: "first measure", ru: "первое мероприятие")
        : Text(en: "next measure, or nothing", ru: "следующее мероприятие или пусто")
      guard let title = ask(question, "") else { return nil }
      if title.isEmpty, !measures.isEmpty { return measures }
      guard !title.isEmpty else { continue }
      guard let term = term() else { return nil }
      measures.append(.init(title: title, term: term))
    }
    return measures
  }

  /// A term that can be read alone, or an empty one.
  private func term() -> String? {
    let question = Text(
      en: "its term, such as `by 31 March \(year)`, or nothing",
      ru: "его срок, например `до 31 марта \(year)`, или пусто")
    while let term = ask(question, "") {
      let explanation = TermExplanation(term)
      if term.isEmpty || (explanation.refusal == nil && !explanation.term.hasSlip) { return term }
    }
    return nil
  }
}

extension Term {
  /// Whether something in it was read otherwise than it is written.
  fileprivate var hasSlip: Bool {
    warnings.contains { warning in
      switch warning {
      case .typo, .lostDash: true
      default: false
      }
    }
  }
}
