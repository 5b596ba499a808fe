/// What the parser and the compiler say of a pattern they refuse.
extension RegexError {
  static func lookAround(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range,
      en: "look-around `\(words)` is not supported: it can't be searched in linear time",
      ru: "просмотр вперёд и назад (`\(words)`) не поддерживается: "
        + "такой поиск не идёт за линейное время")
  }

  static func backReference(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range,
      en: "back-reference `\(words)` is not supported: it can't be searched in linear time",
      ru: "обратная ссылка `\(words)` не поддерживается: такой поиск не идёт за линейное время")
  }

  static func singleByte(_ start: Int) -> RegexError {
    RegexError(
      start..<(start + 2),
      en: "`\\C` is not supported: it would match a part of a character",
      ru: "`\\C` не поддерживается: это была бы часть символа")
  }

  static func unknownGroup(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "unknown kind of group `\(words)`", ru: "неизвестный вид группы `\(words)`")
  }

  static func badGroupName(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range,
      en: "`\(words)` doesn't name a group: a name is letters, digits and `_`, then `>`",
      ru: "`\(words)` не называет группу: имя состоит из букв, цифр и `_`, за ним `>`")
  }

  static func duplicateGroupName(_ range: Range<Int>, _ name: String) -> RegexError {
    RegexError(
      range, en: "two groups are named `\(name)`", ru: "две группы носят имя `\(name)`")
  }

  static func missingParenthesis(_ start: Int) -> RegexError {
    RegexError(
      start..<(start + 1), en: "`(` has no `)` to close it", ru: "у скобки `(` нет парной `)`")
  }

  static func unexpectedParenthesis(_ start: Int) -> RegexError {
    RegexError(
      start..<(start + 1), en: "`)` closes nothing: write `\\)` for the character",
      ru: "скобка `)` ничего не закрывает: сам символ пишется `\\)`")
  }

  static func missingBracket(_ start: Int) -> RegexError {
    RegexError(
      start..<(start + 1), en: "`[` has no `]` to close it", ru: "у скобки `[` нет парной `]`")
  }

  static func backwardRange(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "the range `\(words)` runs backwards", ru: "диапазон `\(words)` идёт назад")
  }

  static func unknownClass(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "no class of characters is called `\(words)`",
      ru: "нет класса символов `\(words)`")
  }

  static func unknownEscape(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "`\(words)` has no meaning in a pattern",
      ru: "`\(words)` в шаблоне ничего не значит")
  }

  static func trailingBackslash(_ start: Int) -> RegexError {
    RegexError(
      start..<(start + 1), en: "nothing follows the backslash: write `\\\\` for the character",
      ru: "после обратной черты ничего нет: сам символ пишется `\\\\`")
  }

  static func nothingToRepeat(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "`\(words)` has nothing before it to repeat",
      ru: "перед `\(words)` нечего повторять")
  }

  static func repeatedRepetition(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range, en: "`\(words)` repeats a repetition: put the inner one in `(?:…)`",
      ru: "`\(words)` повторяет повторение: заключите внутреннее в `(?:…)`")
  }

  static func badCount(_ range: Range<Int>, _ words: String) -> RegexError {
    RegexError(
      range,
      en: "`\(words)` is not a count that works: at most 1000 in all, the smaller number first",
      ru: "число повторений `\(words)` не годится: всего не больше 1000, меньшее число впереди")
  }

  static func tooLarge(_ length: Int) -> RegexError {
    RegexError(
      0..<length, en: "the pattern is too large: its counts and classes expand too far",
      ru: "шаблон слишком велик: его повторения и классы разворачиваются слишком далеко")
  }
}
