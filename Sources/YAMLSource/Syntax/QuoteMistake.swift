import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A quote that is not closed, text after a closing quote, a bad escape.
  func quoteMistake(in text: SyntaxText) -> Diagnostic? {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return contextOffset.map { unclosedQuote(at: $0, in: text) }
    case "found unknown escape character":
      return unknownEscape(in: text)
    case "did not find expected hexdecimal number":
      return text.mistake(
        at: text.span(offset, to: offset + 2),
        Text(
          en: "an escape lacks hexadecimal digits",
          ru: "в экранировании не хватает шестнадцатеричных цифр"),
        help: backslashHelp)
    case "found invalid Unicode character escape code":
      return text.mistake(
        at: text.span(offset, to: offset + 2),
        Text(en: "an escape names no character", ru: "экранирование не обозначает символа"),
        help: backslashHelp)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>", "did not find expected ',' or ']'",
      "did not find expected ',' or '}'":
      return textAfterQuote(in: text)
    default:
      return nil
    }
  }

  private func unclosedQuote(at start: UInt32, in text: SyntaxText) -> Diagnostic {
    text.mistake(
      at: text.span(start),
      Text(en: "this quote is never closed", ru: "эта кавычка не закрыта"),
      help: Text(
        en: "close it, or remove it if it belongs to the text",
        ru: "закройте её или уберите, если она часть текста"))
  }

  /// `"C:\Папка"`
  private func unknownEscape(in text: SyntaxText) -> Diagnostic {
    let character = text.character(at: offset + 1).map { String(Character($0)) } ?? ""
    return text.mistake(
      at: text.span(offset, to: offset + 2),
      Text(
        en: "no escape is written `\\\(character)`",
        ru: "экранирования `\\\(character)` не бывает"),
      help: backslashHelp)
  }

  private var backslashHelp: Text {
    Text(
      en: "double the backslash, or write the text in single quotes",
      ru: "удвойте обратную черту или возьмите текст в одинарные кавычки")
  }

  /// `"он сказал "да""`
  private func textAfterQuote(in text: SyntaxText) -> Diagnostic? {
    guard let last = text.lastNode, last.end <= offset, last.end > last.start,
      let quote = text.character(at: last.end - 1), quote == "\"" || quote == "'",
      text.character(at: last.start) == quote,
      text.line(at: last.end - 1).line.number == text.line(at: offset).line.number
    else { return nil }
    let isAcrossLines =
      text.line(at: last.start).line.number != text.line(at: offset).line.number
    return text.mistake(
      at: text.span(offset),
      Text(
        en: "text goes on after a closing quote",
        ru: "после закрывающей кавычки продолжается текст"),
      help: isAcrossLines
        ? Text(
          en: "check where the quote is meant to close",
          ru: "проверьте, где кавычка должна закрыться")
        : quoteHelp(quote),
      related: [
        RelatedLocation(
          span: text.span(last.start),
          message: Text(en: "the quoted text starts here", ru: "текст в кавычках начинается здесь"))
      ])
  }

  private func quoteHelp(_ quote: Unicode.Scalar) -> Text {
    quote == "'"
      ? Text(en: "write `''` for a quote inside", ru: "кавычку внутри пишите как `''`")
      : Text(
        en: "write `\\\"` for a quote inside, or use « »",
        ru: "кавычку внутри пишите как `\\\"` или ставьте « »")
  }
}
