import Bilingual
import CivilTime
import SourceDiagnostics

extension DiagnosticCode {
  /// A date, or a span of dates, that cannot be read.
  static let invalidDate = DiagnosticCode("invalid-date")
}

extension Reader {
  /// Reads a date or a span of dates.
  mutating func period(_ place: Place) -> Period? {
    do {
      return try Period(edtf: text(place))
    } catch {
      report(.invalidDate(text(place), error, at: span(place)))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func invalidDate(_ text: String, _ error: PeriodError, at span: SourceSpan)
    -> Diagnostic
  {
    let isQuoted = text.isEmpty || error.message.en.contains("`\(text)`")
    return Diagnostic(
      .invalidDate, at: span,
      message: isQuoted
        ? error.message
        : Text(
          en: "`\(text)` is no date: \(error.message.en)",
          ru: "`\(text)` — не дата: \(error.message.ru)"),
      help: isoDate(of: text).map { Text(en: "write `\($0)`", ru: "напишите `\($0)`") }
        ?? error.help,
      // With slashes, nobody can be sure which is the day.
      mend: text.contains("/") ? nil : isoDate(of: text).map { .replace(text, with: $0) })
  }

  /// The date that `15.10.2018`, `15/10/2018` or `2018-2-1` stands for.
  private static func isoDate(of text: String) -> String? {
    for separator in [".", "/", "-"] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      let isNumeric = parts.allSatisfy {
        (1...4).contains($0.utf8.count) && $0.allSatisfy(\.isNumber)
      }
      guard parts.count == 3, isNumeric else { continue }
      let year = parts[0].count == 4 ? parts[0] : parts[2]
      let day = parts[0].count == 4 ? parts[2] : parts[0]
      let padded = [parts[1], day].map { ($0.count == 1 ? "0" : "") + $0 }
      let date = "\(year)-\(padded[0])-\(padded[1])"
      if (try? Period(edtf: date)) != nil { return date }
    }
    return nil
  }
}
