import Bilingual
import SourceDiagnostics

extension EventFailure {
  /// What to tell about it; `lastNode` is the last node that was read.
  func diagnostic(
    text: UnsafeBufferPointer<UInt8>, lastNode: SourceSpan?, _ file: SourceFileID,
    of files: SourceFiles, _ limits: YAMLLimits
  ) -> Diagnostic {
    switch self {
    case .syntax(let error):
      return error.diagnostic(in: SyntaxText(file: file, files: files, lastNode: lastNode))
    case .unreadable:
      guard let place = UnreadablePlace(in: text) else { return .outOfMemory(file) }
      return .unreadable(place, of: file, in: text)
    case .tokenTooLong:
      let start = tokenStart(in: text, after: lastNode?.end ?? 0)
      return .scalarTooLong(
        at: SourceSpan(file: file, start: start, end: start + 1), limits)
    case .outOfMemory:
      return .outOfMemory(file)
    }
  }

  /// Where the text goes on after blanks, comments and the colon, comma or dash before a value.
  private func tokenStart(in text: UnsafeBufferPointer<UInt8>, after end: UInt32) -> UInt32 {
    var cursor = CharacterCursor(text)
    cursor.move(to: end)
    cursor.skipBlanksAndComments()
    while let byte = cursor.current, [0x3A, 0x2C, 0x2D, 0x3F].contains(byte) {
      cursor.step()
      cursor.skipBlanksAndComments()
    }
    return cursor.character
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
