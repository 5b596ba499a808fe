import Bilingual

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
    var term = edtf(text) ?? inWords(text)
    term.words = TermWords.words(of: term)
    return term
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
  static func language(of text: String) -> Language? {
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
    guard !Self.couldBeYears(written), let period = try? Period(edtf: written) else { return nil }
    var term = Term(text)
    (term.from, term.to) = (period.from, period.to)
    term.kind = period.from == nil ? .deadline : period.from == period.to ? .point : .interval
    return term
  }

  /// Whether `2011-12` could also be the years 2011 to 2012, as `2018-19` surely is.
  private static func couldBeYears(_ text: String) -> Bool {
    guard text.utf8.count == 7, !text.contains("/"), let year = Int(text.prefix(4).suffix(2)),
      let second = Int(text.suffix(2))
    else { return false }
    return second == year + 1 || second > 12
  }
}
