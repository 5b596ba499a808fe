import ArgumentParser
import Bilingual
import Glibc

/// How the program answers when it is called for help, or wrongly.
enum Usage {
  /// Ends the process for an error that the argument parser understands.
  static func end(with error: any Error) -> Never {
    let code = Vekha.exitCode(for: error).rawValue
    let message = translated(Vekha.fullMessage(for: error))
    if !message.isEmpty {
      if code == 0 { Console.print(message) } else { Console.note(message) }
    }
    exit(code)
  }

  /// The parser's own words in the language of the program; names and values stay as they are.
  private static func translated(_ message: String) -> String {
    guard Speech.language == .ru else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translatedLine(String($0)) }.joined(separator: "\n")
  }

  private static func translatedLine(_ line: String) -> String {
    for (en, ru) in headings where line.hasPrefix(en) {
      return ru + translatedError(String(line.dropFirst(en.count)))
    }
    var line = line
    for (en, ru) in descriptions where line.hasSuffix(en) {
      line = line.dropLast(en.count) + ru
    }
    return line
  }

  private static let headings = [
    ("OVERVIEW:", "ОБЗОР:"), ("USAGE:", "ВЫЗОВ:"), ("Usage:", "Вызов:"),
    ("ARGUMENTS:", "АРГУМЕНТЫ:"), ("OPTIONS:", "КЛЮЧИ:"), ("SUBCOMMANDS:", "КОМАНДЫ:"),
    ("Error:", "Ошибка:"), ("Help:", "Справка:"),
  ]

  private static let descriptions = [
    ("Show help information.", "Показать справку."),
    ("Show the version.", "Показать версию."),
    ("for more information.", "— подробнее."),
    ("for detailed help.", "— подробная справка."),
  ]

  private static func translatedError(_ text: String) -> String {
    var text = text
    for (en, ru) in phrases where text.contains(en) {
      text = text.replacingFirst(en, with: ru)
    }
    return text
  }

  private static let phrases = [
    ("Missing expected argument", "не хватает аргумента"),
    ("Missing value for", "не хватает значения для"),
    ("Unknown option", "неизвестный ключ"),
    ("Did you mean", "Может быть,"),
    ("Unexpected argument", "лишний аргумент"),
    ("unexpected arguments:", "лишние аргументы:"),
    ("The value", "значение"),
    ("is invalid for", "не годится для"),
    ("Please provide one of", "возможны"),
  ]
}

extension String {
  fileprivate func replacingFirst(_ words: String, with others: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return self[..<range.lowerBound] + others + self[range.upperBound...]
  }

  private func firstRange(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<index(start, offsetBy: words.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
