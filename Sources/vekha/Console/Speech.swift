import ArgumentParser
import Bilingual
import Glibc

/// The language that this run of the program speaks.
///
/// It is fixed before arguments are parsed, since help texts are words too: `--lang`, else the
/// locale of the environment.
enum Speech {
  static let language: Language = named(in: CommandLine.arguments) ?? locale ?? .en

  private static func named(in arguments: [String]) -> Language? {
    for (position, argument) in arguments.enumerated() {
      if argument == "--lang", position + 1 < arguments.count {
        return Language(rawValue: arguments[position + 1])
      }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
      if argument == "--" { return nil }
    }
    return nil
  }

  private static var locale: Language? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Environment[name], !value.isEmpty else { continue }
      return value.lowercased().hasPrefix("ru") ? .ru : .en
    }
    return nil
  }
}

/// The environment of the process.
enum Environment {
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// The wording for the language that the program speaks.
func say(en: String, ru: String) -> String {
  Text(en: en, ru: ru)[Speech.language]
}

/// The help of an option or argument.
func help(en: String, ru: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: say(en: en, ru: ru)).named(valueName)
}

extension ArgumentHelp {
  fileprivate func named(_ valueName: String?) -> ArgumentHelp {
    var help = self
    help.valueName = valueName
    return help
  }
}
