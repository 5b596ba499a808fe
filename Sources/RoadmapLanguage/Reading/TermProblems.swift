import Bilingual
import CivilTime
import SourceDiagnostics

extension DiagnosticCode {
  /// A term whose words have several readings.
  static let ambiguousTerm = DiagnosticCode("ambiguous-term")
  /// A `due` that is not what the term says.
  static let dueDisagrees = DiagnosticCode("due-disagrees")
  /// A term whose last day is a day off.
  static let termDayOff = DiagnosticCode("term-day-off")
  /// A slip in a term that was read all the same.
  static let termTypo = DiagnosticCode("term-typo")
  /// A term from whose words no dates can be read.
  static let unreadTerm = DiagnosticCode("unread-term")
}

extension Diagnostic {
  static func dueDisagrees(
    _ reading: TermReading, with due: Period, at span: SourceSpan, term: SourceSpan,
    _ words: String
  ) -> Diagnostic {
    let read = reading.period?.edtf ?? ""
    return Diagnostic(
      .dueDisagrees, at: span,
      message: Text(
        en: "`due` is `\(due.edtf)`, but the term is read as `\(read)`",
        ru: "в `due` стоит `\(due.edtf)`, а срок читается как `\(read)`"),
      help: Text(
        en: "leave out `due`, or mend what is wrong; `vekha term` explains the reading",
        ru: "уберите `due` или исправьте ошибку; прочтение объясняет `vekha term`"),
      related: [
        RelatedLocation(
          span: term,
          message: Text(en: "`\(words)` is `\(read)`", ru: "`\(words)` — это `\(read)`"))
      ])
  }

  /// What a term leaves open: an error where its readings are known, since one of them is meant.
  static func openTerm(_ problem: TermProblem, at span: SourceSpan) -> Diagnostic {
    guard !problem.readings.isEmpty else {
      return Diagnostic(
        .unreadTerm, .warning, at: span, message: problem.message,
        help: Text(
          en: "write the dates as `due`, such as `due: ../2018-10-15`; without them it has none",
          ru: "укажите даты в `due`, например `due: ../2018-10-15`; без него дат у срока нет"))
    }
    let list = problem.readings.prefix(8).map { reading in
      Text(verbatim: "`due: \(reading.due)` (").appending(reading.words)
        .appending(Text(verbatim: ")"))
    }
    return Diagnostic(
      .ambiguousTerm, at: span, message: problem.message,
      help: Text(
        en: "write the one that is meant: \(list.map(\.en).joined(separator: ", "))",
        ru: "укажите, что имеется в виду: \(list.map(\.ru).joined(separator: ", "))"))
  }

  static func termTypo(_ warning: TermWarning, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .termTypo, .warning, at: span, message: warning.message,
      help: Text(
        en: "mend it, unless the document itself has it so",
        ru: "исправьте, если так не написано в самом документе"))
  }

  static func termDayOff(_ warning: TermWarning, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .termDayOff, .warning, at: span, message: warning.message,
      help: Text(
        en: "let such days move with `day-off: previous` or `day-off: next` in `roadmap.terms`",
        ru: "перенести такие дни можно в `roadmap.terms`: `day-off: previous` или `day-off: next`"))
  }
}
