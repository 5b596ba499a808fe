import Bilingual
import SourceDiagnostics

extension EventFailure {
  /// What to tell about it; `lastEnd` is where the last node ended that was read.
  func diagnostic(
    text: UnsafeBufferPointer<UInt8>, lastEnd: UInt32, _ file: SourceFileID,
    of files: SourceFiles, _ limits: YAMLLimits
  ) -> Diagnostic {
    switch self {
    case .syntax(let error):
      return Diagnostic(
        .yamlSyntax, at: SourceSpan(file: file, start: error.offset, end: error.offset + 1),
        message: Text(verbatim: error.problem))
    case .unreadable:
      guard let place = UnreadablePlace(in: text) else { return .outOfMemory(file) }
      return .unreadable(place, of: file)
    case .tokenTooLong:
      return .scalarTooLong(
        at: SourceSpan(file: file, start: lastEnd, end: lastEnd), limits)
    case .outOfMemory:
      return .outOfMemory(file)
    }
  }
}

extension Diagnostic {
  fileprivate static func outOfMemory(_ file: SourceFileID) -> Self {
    Diagnostic(
      .fileTooLarge, in: file,
      message: Text(
        en: "there is not enough memory to read the file",
        ru: "не хватает памяти, чтобы прочитать файл"))
  }
}
