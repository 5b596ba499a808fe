import Bilingual
import RoadmapModel
import SourceDiagnostics

extension DiagnosticCode {
  /// A cost that is no plain number.
  static let invalidCost = DiagnosticCode("invalid-cost")
}

extension Reader {
  /// Reads a sum of money.
  mutating func amount(_ place: Place) -> Amount? {
    if let amount = Amount(text(place)) { return amount }
    report(.invalidCost(text(place), at: span(place)))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func invalidCost(_ text: String, at span: SourceSpan) -> Diagnostic {
    let plain = text.replacing(",", with: ".").filter { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Diagnostic(
      .invalidCost, at: span,
      message: Text(en: "`\(text)` is no cost", ru: "`\(text)` — не стоимость"),
      help: !text.hasPrefix("-") && Amount(plain) != nil && plain != text
        ? Text(en: "write `\(plain)`", ru: "напишите `\(plain)`")
        : Text(
          en: "write up to \(Amount.mostDigits) digits, with a point before the fraction: `99.90`",
          ru: "напишите до \(Amount.mostDigits) цифр, с точкой перед дробной частью: `99.90`"))
  }
}
