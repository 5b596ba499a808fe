import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A colon too many in a value, or a colon that no space follows.
  func colonMistake(in text: SyntaxText) -> Diagnostic? {
    switch problem {
    case "mapping values are not allowed in this context":
      return overlongKey(in: text) ?? colonInValue(in: text) ?? missingSpace(above: text)
        ?? textAmongKeys(in: text) ?? keyUnderValue(in: text)
    case "could not find expected ':'":
      guard let contextOffset else { return nil }
      let line = text.line(at: contextOffset).line
      return overlongKey(in: text) ?? missingSpace(in: line, text)
        ?? keyWithoutColon(contextOffset, in: line, text)
    case "found unexpected ':'":
      return text.mistake(
        at: text.span(offset),
        Text(en: "a space is missing after `:`", ru: "после `:` нет пробела"),
        help: spaceHelp)
    default:
      return nil
    }
  }

  /// `title: План: развитие`
  private func colonInValue(in text: SyntaxText) -> Diagnostic? {
    let (line, index) = text.line(at: offset)
    guard let first = line.content.firstColon, first < index else { return nil }
    let value = line.characters[(first + 1)...].drop { $0 == " " || $0 == "\t" }
    return text.mistake(
      at: text.span(offset, to: offset + 2),
      Text(en: "a value without quotes contains `: `", ru: "в значении без кавычек есть `: `"),
      help: quoted(key: line.content[..<first], value: value))
  }

  /// What the line would be with its value in quotes.
  private func quoted(
    key: ArraySlice<Unicode.Scalar>, value: ArraySlice<Unicode.Scalar>
  ) -> Text {
    let start = value.first
    guard key.count + value.count <= 80, let start, !"\"'[{&*!|>".unicodeScalars.contains(start),
      !value.contains("\\"),
      !value.contains("`"), !value.contains("\""), !value.contains("#")
    else {
      return Text(en: "put the whole value in quotes", ru: "возьмите всё значение в кавычки")
    }
    let line = "\(key.text): \"\(value.text)\""
    return Text(
      en: "put the value in quotes: `\(line)`", ru: "возьмите значение в кавычки: `\(line)`")
  }

  /// `vekha:1` in the line above, which became a text without meaning to.
  private func missingSpace(above text: SyntaxText) -> Diagnostic? {
    guard let above = text.contentLine(above: text.line(at: offset).line) else { return nil }
    return missingSpace(in: above, text)
  }

  /// A line without a key above one with a key.
  private func textAmongKeys(in text: SyntaxText) -> Diagnostic? {
    let line = text.line(at: offset).line
    guard let above = text.contentLine(above: line), above.content.firstColon == nil,
      above.indentation == line.indentation,
      text.contentLine(above: above).map({ $0.indentation == above.indentation }) ?? true
    else { return nil }
    return keyWithoutColon(above.offset(of: above.content.startIndex), in: above, text)
  }

  /// `vekha:1`, `-step`
  private func missingSpace(in line: SyntaxText.Line, _ text: SyntaxText) -> Diagnostic? {
    let content = line.content
    guard content.firstColon == nil else { return nil }
    let afterDash = content.dropFirst().first
    if content.first == "-", let afterDash, afterDash != "-", !("0"..."9").contains(afterDash) {
      return text.mistake(
        at: text.span(line.offset(of: content.startIndex)),
        Text(en: "a space is missing after `-`", ru: "после `-` нет пробела"), help: spaceHelp)
    }
    guard let colon = content.firstIndex(of: ":"), colon > content.startIndex,
      content[..<colon].allSatisfy({
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic
          || ("0"..."9").contains($0)
      })
    else { return nil }
    return text.mistake(
      at: text.span(line.offset(of: colon)),
      Text(en: "a space is missing after `:`", ru: "после `:` нет пробела"), help: spaceHelp)
  }

  private var spaceHelp: Text {
    Text(
      en: "write a space there, or quotes around the whole if it is one text",
      ru: "поставьте там пробел или возьмите всё в кавычки, если это один текст")
  }

  /// A key deeper than the line above it, which has a value already.
  private func keyUnderValue(in text: SyntaxText) -> Diagnostic? {
    let line = text.line(at: offset).line
    guard let above = text.contentLine(above: line), line.indentation > above.indentation else {
      return nil
    }
    let start = line.offset(of: line.content.startIndex)
    return text.mistake(
      at: text.span(start, to: offset),
      Text(
        en: "this key is indented under a line that has a value already",
        ru: "этот ключ стоит с отступом под строкой, у которой уже есть значение"),
      help: Text(
        en: "align it with the keys beside it, or remove the value above it",
        ru: "выровняйте его с соседними ключами или уберите значение над ним"),
      related: [
        RelatedLocation(
          span: text.span(above.offset(of: above.indentation), to: above.end),
          message: Text(en: "this line has the value", ru: "значение есть у этой строки"))
      ])
  }

  /// A line among keys that is no key.
  private func keyWithoutColon(
    _ start: UInt32, in line: SyntaxText.Line, _ text: SyntaxText
  ) -> Diagnostic {
    text.mistake(
      at: text.span(start, to: max(line.end, start + 1)),
      Text(en: "a key without `:`", ru: "ключ без `:`"),
      help: Text(
        en: "write `key: value`; a text that goes on from the line above is indented deeper",
        ru: "напишите `ключ: значение`; продолжение текста сверху сдвигается глубже"))
  }

  /// A key of more than 1024 characters, which YAML forbids.
  private func overlongKey(in text: SyntaxText) -> Diagnostic? {
    let (line, index) = text.line(at: offset)
    let start = contextOffset ?? line.offset(of: line.content.startIndex)
    guard offset >= start + 1024, text.line(at: start).line.number == line.number,
      line.content.firstColon == index || contextOffset != nil
    else { return nil }
    return text.mistake(
      at: text.span(start, to: offset),
      Text(en: "a key is longer than 1024 characters", ru: "ключ длиннее 1024 символов"),
      help: Text(en: "shorten it", ru: "сократите его"))
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The first colon that ends a key: outside quotes, with a blank after it or nothing.
  var firstColon: Int? {
    var quote: Unicode.Scalar?
    for index in indices {
      let character = self[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if index == startIndex, character == "\"" || character == "'" {
        quote = character
      } else if character == ":", index + 1 == endIndex || self[index + 1] == " " {
        return index
      }
    }
    return nil
  }

  /// The characters as a string, without blanks at the end.
  var text: String {
    var scalars = String.UnicodeScalarView(self)
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(scalars)
  }
}
