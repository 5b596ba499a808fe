public import Bilingual

/// Something odd about a term that was read all the same.
public enum TermWarning: Hashable, Sendable {
  /// The misspelt word `written`, at `range` of the term's text in UTF-8 bytes, was read as `read`.
  case typo(written: String, read: String, range: Range<Int>)
  /// Two months stand side by side, and were read as from the one through the other.
  case lostDash
  /// The words are approximate, while dates are not.
  case approximate
  /// A remark has a date of its own, which is not part of the reading.
  case dateAside(String)
  /// The words do not say from which event the term is counted.
  case noEvent
  /// The words do not say how often.
  case noFrequency
  /// A reporting period that is not named was read as every month.
  case unknownPeriod
  /// The last day of the term is a day off, and stays it.
  case dayOff(CivilDate)
  /// The calendar that moved the term is not certain of its year.
  case doubt(Text)

  /// The warning in a sentence.
  public var message: Text {
    switch self {
    case .typo(let written, let read, _): .typo(written, read)
    case .lostDash: .lostDash
    case .approximate: .approximate
    case .dateAside(let remark): .dateAside(remark)
    case .noEvent: .noEvent
    case .noFrequency: .noFrequency
    case .unknownPeriod: .unknownPeriod
    case .dayOff(let date): .dayOff(date)
    case .doubt(let text): text
    }
  }
}
