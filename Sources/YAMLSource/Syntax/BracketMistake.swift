import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A bracket that is not closed or not open, an item that is missing between two commas.
  func bracketMistake(in text: SyntaxText) -> Diagnostic? {
    switch problem {
    case "did not find expected ',' or ']'": return unclosed("[", "]", in: text)
    case "did not find expected ',' or '}'": return unclosed("{", "}", in: text)
    case "did not find expected node content": return missingValue(in: text)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return afterBracket(in: text)
    default: return nil
    }
  }

  private func unclosed(
    _ opening: Character, _ closing: Character, in text: SyntaxText
  ) -> Diagnostic? {
    guard let contextOffset else { return nil }
    let isOnOneLine = text.line(at: contextOffset).line.number == text.line(at: offset).line.number
    let bracket = text.span(contextOffset)
    let help = Text(
      en: "close it with `\(closing)`, and put `,` between the items",
      ru: "закройте её знаком `\(closing)`, а между элементами поставьте `,`")
    guard isOnOneLine else {
      return text.mistake(
        at: bracket,
        Text(en: "the bracket `\(opening)` is not closed", ru: "скобка `\(opening)` не закрыта"),
        help: help, related: text.character(at: offset) == nil ? [] : [noticed(in: text)])
    }
    return text.mistake(
      at: text.span(offset),
      Text(en: "`,` or `\(closing)` is missing here", ru: "здесь не хватает `,` или `\(closing)`"),
      help: help,
      related: [
        RelatedLocation(
          span: bracket, message: Text(en: "the bracket opens here", ru: "скобка открыта здесь"))
      ])
  }

  private func noticed(in text: SyntaxText) -> RelatedLocation {
    RelatedLocation(
      span: text.span(offset),
      message: Text(en: "it should be closed before this", ru: "закрыть её нужно до этого места"))
  }

  /// `[x, , y]`, `a: ]`
  private func missingValue(in text: SyntaxText) -> Diagnostic {
    guard let character = text.character(at: offset) else {
      return text.mistake(
        at: text.span(offset), Text(en: "a value is missing here", ru: "здесь не хватает значения"),
        help: nil)
    }
    let shown = Character(character)
    if character == "," {
      return text.mistake(
        at: text.span(offset),
        Text(en: "a value is missing before `,`", ru: "перед `,` не хватает значения"),
        help: Text(
          en: "remove the comma, or put it in quotes if it is the value",
          ru: "уберите запятую или возьмите её в кавычки, если она и есть значение"))
    }
    return text.mistake(
      at: text.span(offset),
      Text(
        en: "a value cannot start with `\(shown)`",
        ru: "значение не может начинаться с `\(shown)`"),
      help: Text(
        en: "put the value in quotes, or remove the bracket",
        ru: "возьмите значение в кавычки или уберите скобку"))
  }

  /// `[x]]`, `[x] y`
  private func afterBracket(in text: SyntaxText) -> Diagnostic? {
    let character = text.character(at: offset)
    if let character, character == "]" || character == "}" {
      let shown = Character(character)
      return text.mistake(
        at: text.span(offset),
        Text(
          en: "the bracket `\(shown)` closes nothing", ru: "скобка `\(shown)` ничего не закрывает"),
        help: Text(
          en: "remove it, or put the value in quotes",
          ru: "уберите её или возьмите значение в кавычки"))
    }
    guard let last = text.lastNode, last.end > 0, last.end <= offset,
      let closing = text.character(at: last.end - 1), closing == "]" || closing == "}",
      text.line(at: last.end - 1).line.number == text.line(at: offset).line.number
    else { return nil }
    return text.mistake(
      at: text.span(offset),
      Text(
        en: "text goes on after a closing bracket",
        ru: "после закрывающей скобки продолжается текст"),
      help: Text(
        en: "put the value in quotes if the brackets belong to it",
        ru: "возьмите значение в кавычки, если скобки — его часть"))
  }
}
