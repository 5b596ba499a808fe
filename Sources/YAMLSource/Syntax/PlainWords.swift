import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// The problem in plain words, where no common mistake was recognised.
  func plainWords(in text: SyntaxText) -> Diagnostic {
    let message =
      Self.messages[problem]
      ?? Text(
        en: "this is not YAML: \(problem)", ru: "это не YAML: \(problem)")
    let helped = text.character(at: offset) == nil && offset > 0 ? offset - 1 : offset
    return text.mistake(
      at: text.span(helped), message,
      help: text.line(at: helped).line.characters.first == "%"
        ? Text(en: "remove this line; it is not needed", ru: "уберите эту строку: она не нужна")
        : Text(
          en: "check the indentation here and above; put texts with punctuation in quotes",
          ru: "проверьте отступы здесь и выше; тексты со знаками препинания берите в кавычки"))
  }

  /// What libyaml says about a text, in our words; what its emitter and loader say is not here.
  static let messages: [String: Text] = [
    "mapping values are not allowed in this context": Text(
      en: "a key cannot stand here", ru: "здесь не может стоять ключ"),
    "could not find expected ':'": Text(en: "a key without `:`", ru: "ключ без `:`"),
    "did not find expected key": Text(en: "a key is expected here", ru: "здесь ожидается ключ"),
    "did not find expected '-' indicator": Text(
      en: "an item of a list is expected here", ru: "здесь ожидается элемент списка"),
    "did not find expected node content": Text(
      en: "a value is missing here", ru: "здесь не хватает значения"),
    "did not find expected <document start>": Text(
      en: "the document has ended before this", ru: "документ закончился раньше этого места"),
    "did not find expected <stream-start>": Text(
      en: "the text cannot be read from its start", ru: "текст не читается с самого начала"),
    "did not find expected ',' or ']'": Text(
      en: "`,` or `]` is missing here", ru: "здесь не хватает `,` или `]`"),
    "did not find expected ',' or '}'": Text(
      en: "`,` or `}` is missing here", ru: "здесь не хватает `,` или `}`"),
    "found a tab character that violates indentation": Text(
      en: "a tab is used for indentation", ru: "отступ сделан табуляцией"),
    "found a tab character where an indentation space is expected": Text(
      en: "a tab is used for indentation", ru: "отступ сделан табуляцией"),
    "found an indentation indicator equal to 0": Text(
      en: "an indentation of 0 cannot be asked for", ru: "отступ 0 указать нельзя"),
    "did not find expected comment or line break": Text(
      en: "the line should have ended here", ru: "строка должна была закончиться здесь"),
    "found incompatible YAML document": Text(
      en: "the file asks for a version of YAML other than 1.1 and 1.2",
      ru: "файл требует версию YAML, отличную от 1.1 и 1.2"),
    "found duplicate %YAML directive": Text(
      en: "`%YAML` is given twice", ru: "`%YAML` указано дважды"),
    "found duplicate %TAG directive": Text(
      en: "the same `%TAG` is given twice", ru: "один и тот же `%TAG` указан дважды"),
    "found extremely long version number": Text(
      en: "the version after `%YAML` is too long",
      ru: "номер версии после `%YAML` слишком длинный"),
    "did not find expected version number": Text(
      en: "`%YAML` needs a version, such as 1.2", ru: "после `%YAML` нужна версия, например 1.2"),
    "did not find expected digit or '.' character": Text(
      en: "`%YAML` needs a version, such as 1.2", ru: "после `%YAML` нужна версия, например 1.2"),
    "did not find expected '!'": Text(
      en: "`%TAG` needs a name between `!`", ru: "после `%TAG` нужно имя между знаками `!`"),
    "did not find expected tag URI": Text(
      en: "a tag has no name", ru: "у тега нет имени"),
    "did not find the expected '>'": Text(
      en: "a tag that starts with `!<` lacks its `>`", ru: "тегу, начатому с `!<`, не хватает `>`"),
    "did not find expected whitespace or line break": Text(
      en: "a blank should follow here", ru: "здесь должен стоять пробел"),
    "did not find URI escaped octet": Text(
      en: "an escape in a tag lacks hexadecimal digits",
      ru: "в экранировании внутри тега не хватает шестнадцатеричных цифр"),
    "found an incorrect leading UTF-8 octet": Text(
      en: "the escapes in a tag make no character",
      ru: "экранирования в теге не складываются в символ"),
    "found an incorrect trailing UTF-8 octet": Text(
      en: "the escapes in a tag make no character",
      ru: "экранирования в теге не складываются в символ"),
    "input is too long": Text(en: "the text is too long", ru: "текст слишком длинный"),
  ]
}
