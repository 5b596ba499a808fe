import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A text that starts with a character that means something else in YAML.
  func indicatorMistake(in text: SyntaxText) -> Diagnostic? {
    switch problem {
    case "found character that cannot start any token":
      return badStart(at: offset, in: text)
    case "found unexpected non-alphabetical character", "found unknown directive name",
      "could not find expected directive name", "did not find expected whitespace":
      return contextOffset.flatMap { badStart(at: $0, in: text) }
    case "mapping keys are not allowed in this context":
      return badStart(at: offset, in: text)
    case "did not find expected alphabetic or numeric character":
      return contextOffset.map { badName(at: $0, in: text) }
    case "block sequence entries are not allowed in this context":
      return text.mistake(
        at: text.span(offset),
        Text(en: "a list cannot start here", ru: "здесь список начаться не может"),
        help: Text(
          en:
            "put each item on a line of its own; if `-` belongs to a text, put the text in quotes",
          ru:
            "пишите каждый элемент с новой строки; если `-` — часть текста, возьмите его в кавычки")
      )
    case "did not find expected comment or line break" where context.contains("block scalar"):
      return afterBlockIndicator(in: text)
    case "found undefined tag handle":
      return badTag(at: offset, in: text)
    default:
      return context.contains("tag") && !context.contains("directive")
        ? contextOffset.map { badTag(at: $0, in: text) } : nil
    }
  }

  /// `@ivan`, `%x`, `? b`
  private func badStart(at start: UInt32, in text: SyntaxText) -> Diagnostic? {
    guard let character = text.character(at: start) else { return nil }
    let name =
      character == "`"
      ? Text(en: "a backtick", ru: "обратного апострофа")
      : Text(verbatim: "`\(Character(character))`")
    return text.mistake(
      at: text.span(start),
      Text(en: "a text cannot start with ", ru: "текст не может начинаться с ").appending(name),
      help: quotesHelp)
  }

  /// `*важно`, `&якорь`
  private func badName(at start: UInt32, in text: SyntaxText) -> Diagnostic {
    let isAlias = context.contains("alias")
    return text.mistake(
      at: text.span(start),
      isAlias
        ? Text(
          en: "`*` starts an alias, and no name of one follows",
          ru: "`*` начинает псевдоним, а имени за ним нет")
        : Text(
          en: "`&` starts an anchor, and no name of one follows",
          ru: "`&` начинает якорь, а имени за ним нет"),
      help: Text(
        en: "put the text in quotes; such names have only Latin letters, digits, `-` and `_`",
        ru: "возьмите текст в кавычки; в таких именах только латинские буквы, цифры, `-` и `_`"))
  }

  /// `!важно`
  private func badTag(at start: UInt32, in text: SyntaxText) -> Diagnostic {
    text.mistake(
      at: text.span(start),
      Text(
        en: "`!` starts a tag, and this is none", ru: "`!` начинает тег, а это не тег"),
      help: quotesHelp)
  }

  /// `| text`
  private func afterBlockIndicator(in text: SyntaxText) -> Diagnostic {
    let character = contextOffset.flatMap { text.character(at: $0) } ?? "|"
    let shown = Character(character)
    return text.mistake(
      at: text.span(offset),
      Text(
        en: "text follows `\(shown)` on the same line",
        ru: "за `\(shown)` на той же строке следует текст"),
      help: Text(
        en: "start the text on the next line; if `\(shown)` belongs to it, put it in quotes",
        ru: "начните текст со следующей строки; если `\(shown)` — его часть, возьмите его в кавычки"
      ))
  }

  private var quotesHelp: Text {
    Text(en: "put the text in quotes", ru: "возьмите текст в кавычки")
  }
}
