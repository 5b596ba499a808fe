public import Bilingual

/// What stands around a term and settles what its words leave out.
///
/// A missing year comes from the first of these that gives one: ``heading``, ``title``,
/// ``orderDate``, ``span``.
public struct TermContext: Hashable, Sendable {
  /// The years of the nearest heading.
  public var heading: Period?
  /// The years of the document's title.
  public var title: Period?
  /// The day of the order that put the document in force, or of the page it stands on.
  public var orderDate: CivilDate?
  /// The whole time of the work: what «постоянно» and «ежегодно» run over.
  public var span: Period?
  /// The dates of periods that have names, such as `купальный сезон`.
  public var names: [String: Period] = [:]
  /// The language of words in which no letter tells it.
  public var language: Language

  /// Creates a context; what is nil is unknown.
  public init(
    heading: Period? = nil, title: Period? = nil, orderDate: CivilDate? = nil,
    span: Period? = nil, names: [String: Period] = [:], language: Language = .ru
  ) {
    self.heading = heading
    self.title = title
    self.orderDate = orderDate
    self.span = span
    self.names = names
    self.language = language
  }
}

/// How words are read on which law and language do not agree.
public struct TermPolicies: Hashable, Sendable {
  /// Whether the day named by «до» or `until` still belongs to the term.
  public enum Bound: String, CaseIterable, Hashable, Sendable {
    /// It does.
    case inclusive
    /// It does not.
    case exclusive
  }

  /// What becomes of a deadline that falls on a day off.
  public enum DayOff: String, CaseIterable, Hashable, Sendable {
    /// It moves to the working day before (the rule of executive bodies for instructions).
    case previous
    /// It moves to the working day after (Civil Code of Russia, article 193).
    case next
    /// It stays, with a warning.
    case keep
  }

  /// «до 15 октября»: whether 15 October belongs to the term.
  public var until: Bound
  /// «до января», «до начала января», «к январю»: whether January belongs to the term.
  public var untilPeriod: Bound
  /// A deadline on a day off.
  public var dayOff: DayOff

  /// Creates policies; those not given are the usual ones.
  public init(
    until: Bound = .inclusive, untilPeriod: Bound = .exclusive, dayOff: DayOff = .keep
  ) {
    self.until = until
    self.untilPeriod = untilPeriod
    self.dayOff = dayOff
  }
}
