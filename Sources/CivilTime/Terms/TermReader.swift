public import Bilingual

/// Reads the words of a term: `До 15 октября 2018`, `within 10 working days of the order`.
///
/// One reader serves any number of terms, and reading never fails: what cannot be read or settled
/// is in the ``Term/problems`` of the term. Russian and English have a grammar each; which of the
/// two reads a text, its letters tell.
public struct TermReader: Sendable {
  /// What stands around the terms.
  public var context: TermContext
  /// How disputed words are read.
  public var policies: TermPolicies
  /// The working days.
  public var calendar: WorkingCalendar

  /// The longest text that is read, in UTF-8 bytes.
  public static let longestText = 4000

  /// Creates a reader.
  public init(
    context: TermContext = TermContext(), policies: TermPolicies = TermPolicies(),
    calendar: WorkingCalendar = .russian
  ) {
    self.context = context
    self.policies = policies
    self.calendar = calendar
  }

  /// The reading of `text`.
  public func read(_ text: String) -> Term {
    guard text.utf8.count <= Self.longestText else { return Self.tooLong(text) }
    return edtf(text) ?? inWords(text)
  }

  private func inWords(_ text: String) -> Term {
    TermResolver(text, syntax(of: text), self).term()
  }

  /// What the grammar of the text's language makes of it.
  func syntax(of text: String) -> TermSyntax {
    switch Self.language(of: text) ?? context.language {
    case .ru:
      var grammar = RussianGrammar(text)
      return grammar.syntax()
    case .en:
      var grammar = EnglishGrammar(text)
      return grammar.syntax()
    }
  }

  /// The language whose letters the text has; nil where it has only digits and Roman numerals.
  public static func language(of text: String) -> Language? {
    var hasLatin = false
    for scalar in text.unicodeScalars {
      if (0x400...0x52F).contains(scalar.value) { return .ru }
      if scalar.properties.isAlphabetic, scalar.isASCII,
        !"IVXivx".unicodeScalars.contains(scalar)
      {
        hasLatin = true
      }
    }
    return hasLatin ? .en : nil
  }

  private static func tooLong(_ text: String) -> Term {
    var term = Term(text)
    term.problems = [
      TermProblem(
        Text(
          en: "the term is longer than \(longestText) bytes",
          ru: "срок длиннее \(longestText) байт"), at: 0..<text.utf8.count)
    ]
    return term
  }

  // MARK: ISO 8601

  /// The term that `text` gives when it is a period of ISO 8601 or EDTF as it stands.
  private func edtf(_ text: String) -> Term? {
    let written = Substring(text).trimmed
    // Dates begin with a digit or a sign; to be told why words are none takes longer than to read
    // the words.
    guard written.unicodeScalars.first?.isTermLetter == false else { return nil }
    guard let period = try? Period(edtf: written) else { return nil }
    var term = Term(text)
    if let years = Self.years(written) {
      guard period.from?.month == period.to?.month else { return nil }
      term.kind = .interval
      term.problems = [.monthOrYears(period, years, text.utf8.count)]
      return term
    }
    if let school = Self.schoolYear(written) {
      term.kind = .interval
      term.problems = [.yearsOrSchool(period, school, text.utf8.count)]
      return term
    }
    (term.from, term.to) = (period.from, period.to)
    term.kind = period.from == nil ? .deadline : period.from == period.to ? .point : .interval
    return term
  }

  /// The school year that `2018/2019` could also be.
  private static func schoolYear(_ text: String) -> Period? {
    let years = text.split(separator: "/").map { Int($0) ?? 0 }
    guard text.utf8.count == 9, years.count == 2, years[1] == years[0] + 1 else { return nil }
    let days = Anchor.months(from: (years[0], 9), to: (years[1], 8))
    return Period(from: days?.first, to: days?.last)
  }

  /// The years that `2011-12` could also be, as `2020-35` surely is in a plan.
  private static func years(_ text: String) -> Period? {
    guard text.utf8.count == 7, !text.contains("/"), let first = Int(text.prefix(4)),
      let second = Int(text.suffix(2)), second == first % 100 + 1 || second > 12,
      let last = CivilDate(year: first / 100 * 100 + second, month: 12, day: 31)
    else { return nil }
    return Period(from: CivilDate(year: first, month: 1, day: 1), to: last)
  }
}
