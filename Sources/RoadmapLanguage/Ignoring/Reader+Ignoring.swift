import Bilingual
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A comment that ignores a warning without saying why.
  static let ignoreWithoutReason = DiagnosticCode("ignore-without-reason")
  /// A comment that means to ignore something and cannot be understood.
  static let invalidIgnore = DiagnosticCode("invalid-ignore")
  /// A comment that ignores a problem which is not there.
  static let unusedIgnore = DiagnosticCode("unused-ignore")
}

/// A code that a comment ignores, and the line that it is about.
private struct Ignore {
  let code: String
  /// Where the code is written.
  let span: SourceSpan
  /// The line, from 1; none at the end of a file.
  let line: Int?
}

extension Reader {
  /// Takes out the warnings that comments ignore, and reports comments that do not do so.
  ///
  /// An error stays: a definition with errors cannot be used, whatever is said about them.
  mutating func obeyIgnores() {
    let ignores = trees.flatMap { tree in
      CommentSearch(in: files, tree).comments().flatMap { found in
        readIgnores(found.comment, onLine: found.line, CommentSearch(in: files, tree), tree.file)
      }
    }
    guard !ignores.isEmpty else { return }
    var used: Set<Int> = []
    var refused: Set<Int> = []
    var kept = Diagnostics()
    for diagnostic in diagnostics.sorted() {
      let matching = ignores.indices.filter { isAbout(ignores[$0], diagnostic) }
      if diagnostic.severity == .warning, !matching.isEmpty {
        used.formUnion(matching)
      } else {
        refused.formUnion(matching)
        kept.append(diagnostic)
      }
    }
    // Where there are errors, not every check is made, and nobody knows what is still to come.
    let all = kept.hasErrors ? refused.sorted() : Array(ignores.indices)
    for index in all where !used.contains(index) {
      kept.append(
        .unusedIgnore(
          ignores[index].code, isError: refused.contains(index), at: ignores[index].span))
    }
    diagnostics = kept
  }

  private func isAbout(_ ignore: Ignore, _ diagnostic: Diagnostic) -> Bool {
    diagnostic.code.name == ignore.code && diagnostic.span.file == ignore.span.file
      && !diagnostic.span.isWholeFile && files.start(of: diagnostic.span).line == ignore.line
  }

  /// What one comment ignores; nothing where it is not understood, which is reported.
  private mutating func readIgnores(
    _ comment: IgnoreComment, onLine line: Int, _ search: CommentSearch, _ file: SourceFileID
  ) -> [Ignore] {
    let start = files.offset(ofLine: line, in: file)
    let span = { (columns: Range<Int>) in
      SourceSpan(
        file: file, start: start &+ UInt32(truncatingIfNeeded: columns.lowerBound),
        end: start &+ UInt32(truncatingIfNeeded: columns.upperBound))
    }
    switch comment.mistake {
    case .noReason: report(.ignoreWithoutReason(at: span(comment.columns)))
    case let mistake?: report(.invalidIgnore(mistake, at: span(comment.columns)))
    case nil: break
    }
    guard comment.mistake == nil || comment.mistake == .noReason else { return [] }
    var found: [Ignore] = []
    let known = DiagnosticCode.all.map(\.name)
    for code in comment.codes {
      guard known.contains(code.name) else {
        report(.unknownCode(code.name, at: span(code.columns), known: known))
        continue
      }
      found.append(
        Ignore(code: code.name, span: span(code.columns), line: search.lineAfter(line)))
    }
    return found
  }
}

extension Diagnostic {
  private static let shape = "# vekha: ignore[code]"

  fileprivate static func ignoreWithoutReason(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ignoreWithoutReason, at: span,
      message: Text(
        en: "a warning is ignored without a reason",
        ru: "предупреждение отключено без объяснения"),
      help: Text(
        en: "say after the brackets why it may stay",
        ru: "напишите после скобок, почему так можно"))
  }

  fileprivate static func invalidIgnore(
    _ mistake: IgnoreComment.Mistake, at span: SourceSpan
  ) -> Diagnostic {
    let message =
      mistake == .notAlone
      ? Text(
        en: "this comment does not stand on a line of its own",
        ru: "этот комментарий стоит не на отдельной строке")
      : Text(en: "this comment names no code", ru: "в этом комментарии не назван код")
    let help =
      mistake == .notAlone
      ? Text(
        en: "put it on the line before the one that it is about",
        ru: "поставьте его на строку перед той, к которой он относится")
      : Text(
        en: "write `\(shape) reason`, with the code of the warning",
        ru: "напишите `\(shape) причина`, указав код предупреждения")
    return Diagnostic(.invalidIgnore, at: span, message: message, help: help)
  }

  fileprivate static func unknownCode(
    _ name: String, at span: SourceSpan, known: [String]
  ) -> Diagnostic {
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      .invalidIgnore, at: span,
      message: Text(en: "no problem has the code `\(name)`", ru: "нет замечаний с кодом `\(name)`"),
      help: near.help, choices: near.choices)
  }

  fileprivate static func unusedIgnore(
    _ code: String, isError: Bool, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unusedIgnore, .warning, at: span,
      message: isError
        ? Text(
          en: "`\(code)` is an error here, and errors cannot be ignored",
          ru: "`\(code)` здесь — ошибка, а ошибки отключить нельзя")
        : Text(
          en: "nothing on the next line has the code `\(code)`",
          ru: "к следующей строке нет замечаний с кодом `\(code)`"),
      help: isError
        ? Text(en: "mend what it tells of", ru: "исправьте то, о чём она говорит")
        : Text(en: "remove it from the comment", ru: "уберите его из комментария"))
  }
}
