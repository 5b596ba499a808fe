public import Bilingual

/// The reading of the words that say when something is done.
///
/// What the words leave open stays open: a term whose ``problems`` are not empty must be settled
/// by whoever wrote it, and its dates are only those that are certain.
public struct Term: Hashable, Sendable {
  /// What sort of term the words give.
  public enum Class: String, CaseIterable, Hashable, Sendable {
    /// One day.
    case point
    /// Any time up to a day.
    case deadline
    /// A stretch of days, whose end may be open.
    case interval
    /// Again and again: see ``Term/every``.
    case recurring
    /// Counted from an event: see ``Term/after``.
    case relative
    /// When another paper says so: see ``Term/documents``.
    case external
    /// Whenever it is needed.
    case onDemand = "on-demand"
    /// All the time.
    case continuous
    /// Several days or deadlines of one sort: see ``Term/parts``.
    case list
    /// Several terms of different sorts: see ``Term/parts``.
    case composite
    /// The years that a plan is made for.
    case span
  }

  /// The words as they were written.
  public let text: String
  /// The sort of the term; nil when nothing of the words could be read.
  public internal(set) var kind: Class?
  /// The first day; nil where it is open or unknown.
  public internal(set) var from: CivilDate?
  /// The last day, which still belongs to the term; nil where it is open or unknown.
  public internal(set) var to: CivilDate?
  /// How the term comes again.
  public internal(set) var every: Every?
  /// The event that the term is counted from.
  public internal(set) var after: Trigger?
  /// The papers that settle the term, as the words name them.
  public internal(set) var documents: [String] = []
  /// The terms of a ``Class/list`` or a ``Class/composite``, in the order of the words.
  public internal(set) var parts: [Term] = []
  /// Whether the term holds only when there is a need.
  public internal(set) var isOnDemand = false
  /// Words beside the term: a stage, the hour, a remark in parentheses.
  public internal(set) var remarks: [String] = []
  /// The rules by which the reading came about, in the order in which they fired.
  public internal(set) var rules: [TermRule] = []
  /// What was read although it is odd: a typo, a lost dash, a deadline on a day off.
  public internal(set) var warnings: [TermWarning] = []
  /// What cannot be settled from the words, or not read at all.
  public internal(set) var problems: [TermProblem] = []
  /// The reading said back in plain words.
  public var words: Text { TermWords.words(of: self) }

  /// Whether the words have one certain reading.
  public var isSettled: Bool { problems.isEmpty }

  /// The dates of the term as a period; nil where it has none.
  public var period: Period? { Period(from: from, to: to) }

  init(_ text: String) {
    self.text = text
  }

  mutating func note(_ rule: TermRule) {
    if !rules.contains(rule) { rules.append(rule) }
  }
}

/// Something in a term that its author must settle.
public struct TermProblem: Hashable, Sendable {
  /// A reading that the words allow.
  public struct Reading: Hashable, Sendable {
    /// The reading in words.
    public let words: Text
    /// The period to write down to settle on it, in EDTF.
    public let due: String

    init(words: Text, due: String) {
      self.words = words
      self.due = due
    }

    init(_ period: Period) {
      self.init(words: TermWords.stretch(of: period), due: period.edtf)
    }
  }

  /// What is wrong or open.
  public let message: Text
  /// The place in the term's text, in UTF-8 bytes.
  public let range: Range<Int>
  /// The readings to choose from; empty where there are none or too many.
  public let readings: [Reading]

  init(_ message: Text, at range: Range<Int>, readings: [Reading] = []) {
    self.message = message
    self.range = range
    self.readings = readings
  }
}
