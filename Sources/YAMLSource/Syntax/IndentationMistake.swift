import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A line that starts in a column where it belongs to nothing.
  func indentationMistake(in text: SyntaxText) -> Diagnostic? {
    let (line, index) = text.line(at: offset)
    guard index == line.indentation, index < line.characters.count else { return nil }
    switch problem {
    case "did not find expected key":
      let keyIndex = contextOffset.map { text.line(at: $0).index }
      return isListItem(line) && keyIndex == index ? itemAmongKeys(in: text) : strayLine(in: text)
    case "did not find expected <document start>":
      return afterDocument(in: text) ?? strayLine(in: text)
    case "did not find expected '-' indicator":
      return isListItem(line) ? strayLine(in: text) : keyAmongItems(in: text)
    default:
      return nil
    }
  }

  private func isListItem(_ line: SyntaxText.Line) -> Bool {
    let rest = line.characters[line.indentation...]
    return rest.first == "-" && (rest.dropFirst().first ?? " ") == " "
  }

  private func strayLine(in text: SyntaxText) -> Diagnostic {
    let line = text.line(at: offset).line
    return text.mistake(
      at: text.span(offset, to: line.end),
      Text(
        en: "the indentation of this line fits nothing above it",
        ru: "отступ этой строки не подходит ни к чему выше"),
      help: Text(
        en: "align it with the keys or items that it belongs to",
        ru: "выровняйте её с ключами или элементами, к которым она относится"))
  }

  /// Text after `...`, or after a directive without `---`.
  private func afterDocument(in text: SyntaxText) -> Diagnostic? {
    guard let above = text.contentLine(above: text.line(at: offset).line) else { return nil }
    if above.characters.first == "%" {
      return text.mistake(
        at: text.span(offset),
        Text(
          en: "`---` is missing after the lines that start with `%`",
          ru: "после строк, начинающихся с `%`, не хватает `---`"),
        help: Text(
          en: "remove those lines; they are not needed", ru: "уберите эти строки: они не нужны"))
    }
    guard above.content.text == "..." else { return nil }
    return text.mistake(
      at: text.span(offset),
      Text(en: "the document has ended before this", ru: "документ закончился раньше этого места"),
      help: Text(
        en: "remove the line `...` above, which ends a document",
        ru: "уберите строку `...` выше: она заканчивает документ"))
  }

  private func itemAmongKeys(in text: SyntaxText) -> Diagnostic {
    text.mistake(
      at: text.span(offset),
      Text(en: "a list item stands among keys", ru: "элемент списка стоит среди ключей"),
      help: Text(
        en: "move it under the key that it belongs to, whose line ends with `:`",
        ru: "поставьте его под ключом, к которому он относится; строка ключа кончается на `:`"))
  }

  private func keyAmongItems(in text: SyntaxText) -> Diagnostic {
    let line = text.line(at: offset).line
    return text.mistake(
      at: text.span(offset, to: line.end),
      Text(
        en: "a line without `- ` stands among the items of a list",
        ru: "строка без `- ` стоит среди элементов списка"),
      help: Text(
        en: "indent it under its item, or start it with `- `",
        ru: "сдвиньте её под свой элемент или начните с `- `"))
  }
}
