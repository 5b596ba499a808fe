import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A name in `covers` under which nothing can ever be attached.
  static let unusableName = DiagnosticCode("unusable-name")
}

extension Reader {
  /// Reads the names of what a step covers.
  mutating func covers(_ place: Place) -> [String] {
    var found: [(place: Place, value: Symbol)] = []
    for item in items(place) {
      guard let name = symbol(item) else { continue }
      if Attachment.isUsable(name: text(item)) {
        found.append((item, name))
      } else {
        report(.unusableName(text(item), at: span(item)))
      }
    }
    return once(found, in: .covers).map { symbols.string($0) }
  }

  /// What a route says of those who decide again after a return; what is not understood lets
  /// nothing stand.
  mutating func afterReturn(_ place: Place?) -> AfterReturn {
    guard let place else { return .everybody }
    if let word = AfterReturn(rawValue: text(place)) { return word }
    report(
      .invalidValue(
        text(place), of: .afterReturn, at: span(place),
        known: AfterReturn.allCases.map(\.rawValue)))
    return .everybody
  }
}

extension Diagnostic {
  fileprivate static func unusableName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unusableName, at: span,
      message: Text(
        en: "nothing can be attached under the name `\(name)`",
        ru: "под именем `\(name)` ничего нельзя приложить"),
      help: Text(
        en:
          "a name has 1 to \(Attachment.longestName) bytes, no slashes, no control characters and "
          + "no blanks at its ends",
        ru: "в имени от 1 до \(Attachment.longestName) байт, без косых черт, управляющих знаков и "
          + "пробелов по краям"))
  }
}
