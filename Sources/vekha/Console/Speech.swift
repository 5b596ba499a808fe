import ArgumentParser
import Bilingual
import Glibc

/// The language that this run of the program speaks.
///
/// It is fixed before arguments are parsed, since help texts are words too: `--lang`, else the
/// locale of the environment.
enum Speech {
  static var language: Language { choice.language }
  /// The arguments of the program without a `--lang` that has been obeyed, which may stand
  /// anywhere.
  static var otherArguments: [String] { choice.others }

  private static let choice = chosen(from: Array(CommandLine.arguments.dropFirst()))

  /// Refuses a `--lang` that names no language.
  static func check() throws {
    guard let unknown = choice.unknown else { return }
    let known = Language.allCases.map { "`\($0.rawValue)`" }
    throw Failure(
      Text(en: "no language named `\(unknown)`", ru: "нет языка `\(unknown)`"),
      help: Text(
        en: "use \(known.joined(separator: " or "))",
        ru: "возможны \(known.joined(separator: " и "))"), exit: ExitStatus.usage)
  }

  private struct Choice {
    var language = locale ?? .en
    var others: [String] = []
    var unknown: String?
  }

  private static func chosen(from arguments: [String]) -> Choice {
    var choice = Choice()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        choice.others += [argument] + rest
        break
      }
      let value: String
      if argument == "--lang", let next = rest.popFirst() {
        value = next
      } else if argument.hasPrefix("--lang=") {
        value = String(argument.dropFirst("--lang=".count))
      } else {
        choice.others.append(argument)
        continue
      }
      if let language = Language(rawValue: value) {
        choice.language = language
      } else {
        choice.unknown = value
      }
    }
    return choice
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
