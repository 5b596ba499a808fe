import ArgumentParser
import Bilingual
import Glibc
import SourceDiagnostics

/// How the program answers when it is called for help, or wrongly.
enum Usage {
  /// Ends the process for an error that the argument parser understands.
  static func end(with error: any Error) -> Never {
    let code = Vekha.exitCode(for: error).rawValue
    let message = Vekha.fullMessage(for: error)
    if isForPrograms, code == 0 {
      Console.print(message)
    } else if !message.isEmpty {
      if code == 0 { Console.print(translated(message)) } else { Console.note(translated(message)) }
    }
    exit(code)
  }

  /// Whether shells or packagers ask, who want the parser's own words.
  private static var isForPrograms: Bool {
    Speech.otherArguments.contains { word in
      word == "---completion" || word == "--experimental-dump-help"
        || word.hasPrefix("--generate-completion-script")
    }
  }

  /// Refuses a first word that is no command, and proposes one.
  static func checkCommand(in arguments: [String]) throws {
    guard !isForPrograms, let word = arguments.first(where: { !$0.hasPrefix("-") }) else { return }
    let known = Vekha.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !known.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else { return }
    throw Failure(
      Text(en: "no command named `\(word)`", ru: "нет команды `\(word)`"),
      help: didYouMean(word, in: known)
        ?? Text(en: "`vekha --help` lists them", ru: "их перечисляет `vekha --help`"),
      exit: ExitStatus.usage)
  }

  /// The parser's own words in the voice and the language of the program; names and values stay.
  private static func translated(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translatedLine(String($0)) }.joined(separator: "\n")
  }

  private static func translatedLine(_ line: String) -> String {
    // A group of commands has a name of its own, which needs no noun.
    let noun = " SUBCOMMANDS:"
    if line.hasSuffix(noun), !line.hasPrefix(" ") { return line.dropLast(noun.count) + ":" }
    for wording in Wording.lines {
      if let text = wording.rewritten(line) { return text[Speech.language] }
    }
    guard Speech.language == .ru else { return line }
    var line = line
    for (en, ru) in words { line = line.replacing(en, with: ru) }
    return line
  }

  /// What stands in the lines of help texts.
  private static let words = [
    ("Show help information.", "Показать справку."), ("Show the version.", "Показать версию."),
    ("(values:", "(возможны:"), ("default: ", "по умолчанию: "), ("OVERVIEW:", "НАЗНАЧЕНИЕ:"),
    ("USAGE:", "ВЫЗОВ:"),
    ("Usage:", "Вызов:"), ("ARGUMENTS:", "АРГУМЕНТЫ:"), ("OPTIONS:", "КЛЮЧИ:"),
    ("SUBCOMMANDS:", "КОМАНДЫ:"),
  ]
}

/// A line of the argument parser's and what the program says in its place.
private struct Wording {
  /// The parser's line; each `%` stands for any text.
  let pattern: String
  /// What is said, with `%1`, `%2` for these texts.
  let text: Text

  init(_ pattern: String, en: String, ru: String) {
    self.pattern = pattern
    text = Text(en: en, ru: ru)
  }

  /// What is said for `line`, or nil where it is another line.
  func rewritten(_ line: String) -> Text? {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
    guard let start = parts.first, line.hasPrefix(start) else { return nil }
    var rest = line.dropFirst(start.count)
    var values: [Substring] = []
    for (position, part) in parts.enumerated().dropFirst() {
      let isLast = position == parts.count - 1
      guard let range = isLast ? rest.rangeOfEnding(part) : rest.firstRange(of: part) else {
        return nil
      }
      values.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    guard rest.isEmpty else { return nil }
    return Text(en: filled(text.en, values, or: "or"), ru: filled(text.ru, values, or: "или"))
  }

  private func filled(_ template: String, _ values: [Substring], or word: String) -> String {
    var text = template
    for (position, value) in values.enumerated() {
      let quoted = value.replacing("'", with: "`")
      let listed = quoted.replacing("` and `", with: "` \(word) `")
        .replacing("` or `", with: "` \(word) `")
      text = text.replacing("%\(position + 1)", with: listed)
    }
    return text
  }

  static let lines = [
    Wording(
      "Error: Missing expected argument '%'", en: "error: the argument `%1` is missing",
      ru: "ошибка: не хватает аргумента `%1`"),
    Wording(
      "Error: Missing value for '%'", en: "error: `%1` needs a value",
      ru: "ошибка: не хватает значения для `%1`"),
    Wording(
      "Error: Unknown option '%'. Did you mean '%'?",
      en: "error: no option named `%1`; did you mean `%2`?",
      ru: "ошибка: нет ключа `%1`; может быть, `%2`?"),
    Wording(
      "Error: Unknown option '%'", en: "error: no option named `%1`", ru: "ошибка: нет ключа `%1`"),
    Wording(
      "Error: Unexpected argument '%'", en: "error: the argument `%1` is one too many",
      ru: "ошибка: лишний аргумент `%1`"),
    Wording(
      "Error: % unexpected arguments: %", en: "error: these arguments are too many: %2",
      ru: "ошибка: лишние аргументы: %2"),
    Wording(
      "Error: The value '%' is invalid for '%'. Please provide one of %.",
      en: "error: `%1` is no value for `%2`; use %3",
      ru: "ошибка: `%1` не подходит для `%2`; возможны %3"),
    Wording(
      "Error: The value '%' is invalid for '%'", en: "error: `%1` is no value for `%2`",
      ru: "ошибка: `%1` не подходит для `%2`"),
    Wording(
      "Error: The option '%' does not take any value, but '%' was specified.",
      en: "error: `%1` takes no value, but got `%2`",
      ru: "ошибка: ключ `%1` не принимает значения, а дано `%2`"),
    Wording("Error: %", en: "error: %1", ru: "ошибка: %1"),
    Wording("Help:  %", en: "  = help: %1", ru: "  = помощь: %1"),
    Wording(
      "  See 'vekha help <subcommand>' for detailed help.",
      en: "  `vekha help COMMAND` says more about a command.",
      ru: "  Подробнее о команде: `vekha help КОМАНДА`."),
    Wording(
      "  See '%' for more information.", en: "  `%1` says more.", ru: "  Подробнее: `%1`."),
  ]
}

extension Substring {
  /// Where `ending` stands at the end.
  fileprivate func rangeOfEnding(_ ending: String) -> Range<Index>? {
    guard hasSuffix(ending) else { return nil }
    return index(endIndex, offsetBy: -ending.count)..<endIndex
  }
}
