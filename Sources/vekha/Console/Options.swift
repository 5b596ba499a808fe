public import ArgumentParser
public import Bilingual

extension Language: ExpressibleByArgument {}

/// The language of everything that a command says.
///
/// ``Speech`` obeys `--lang` before arguments are parsed; declared here, it stands in the help,
/// where people look for it.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: help(
      en: "Speak English (en) or Russian (ru); else as the locale says.",
      ru: "Язык сообщений: английский (en) или русский (ru); иначе по локали."))
  var lang: Language?
}

/// How a command prints data.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// How a command prints its results.
struct OutputOptions: ParsableArguments {
  @Option(help: help(en: "Print text or json.", ru: "Вид вывода: text или json."))
  var format = DataFormat.text

  @OptionGroup var language: LanguageOptions
}
