public import Bilingual
public import CivilTime

/// What the words of a term mean, and why: the reading that `vekha term` shows.
public struct TermExplanation: Sendable {
  /// The reading.
  public let term: Term
  /// The calendar by which working days were counted.
  public let calendar: WorkingCalendar
  /// The day that missing years, and terms relative to an event, were counted from.
  public let day: CivilDate?

  /// Reads `phrase`.
  ///
  /// Without a calendar, Russian words are read by the Russian production calendar, and all others
  /// by a plain week.
  public init(
    _ phrase: String, calendar: WorkingCalendar? = nil, policies: TermPolicies = TermPolicies(),
    day: CivilDate? = nil
  ) {
    self.calendar =
      calendar ?? (TermReader.language(of: phrase) == .ru ? .russian : .weekdays)
    self.day = day
    let reader = TermReader(
      context: TermContext(orderDate: day), policies: policies, calendar: self.calendar)
    let term = reader.read(phrase)
    self.term = day.map { reader.counted(term, from: $0) } ?? term
  }

  /// The working days in the term; of a deadline, those from ``day`` on. Nil where the term is
  /// open on either side.
  public var workingDays: Int? {
    workingStretch.map { calendar.workingDays(from: $0.from, through: $0.to) }
  }

  /// The days among which working days are counted.
  var workingStretch: (from: CivilDate, to: CivilDate)? {
    guard let to = term.to else { return nil }
    if let from = term.from { return (from, to) }
    guard let day, day <= to else { return nil }
    return (day, to)
  }

  /// What is odd about the words, and what the calendar does not know for certain.
  public var warnings: [Text] {
    var all = term.warnings.map(\.message)
    let doubts = workingStretch.map { calendar.doubts(from: $0.from, to: $0.to) } ?? []
    for doubt in doubts where !all.contains(doubt) { all.append(doubt) }
    return all
  }
}

// MARK: - What is not settled

extension TermExplanation {
  /// Why the term has no one certain reading; nil where it has.
  public var refusal: (message: Text, details: [Text], help: Text)? {
    guard !term.isSettled else { return nil }
    let message =
      hasReadings
      ? Text(
        en: "`\(term.text)` may be read in several ways", ru: "`\(term.text)` читается по-разному")
      : Text(en: "`\(term.text)` cannot be read", ru: "`\(term.text)` не читается")
    return (message, term.problems.flatMap(Self.lines), help)
  }

  private var hasReadings: Bool { term.problems.contains { !$0.readings.isEmpty } }

  /// What is wrong, then each reading with the `due` that settles on it.
  private static func lines(_ problem: TermProblem) -> [Text] {
    [problem.message]
      + problem.readings.map { reading in
        Text(verbatim: "`due: \(reading.due)` — ").appending(reading.words)
      }
  }

  private var help: Text {
    let settle =
      hasReadings
      ? Text(
        en: "write the `due` that you mean beside the term in the roadmap",
        ru: "укажите в дорожной карте рядом со сроком нужное значение `due`")
      : Text(
        en: "write the dates beside the term in the roadmap, such as `due: ../2018-10-15`",
        ru: "укажите в дорожной карте рядом со сроком даты, например `due: ../2018-10-15`")
    let mayMissYear = term.kind != nil && term.kind != .composite && !hasReadings
    guard day == nil, mayMissYear else { return settle }
    return settle.appending(
      Text(
        en: "; or say on which day the words are read, with `--at 2018-09-01`",
        ru: "; или задайте день, от которого читать слова: `--at 2018-09-01`"))
  }
}
