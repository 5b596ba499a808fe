import ArgumentParser
import RoadmapLanguage

extension Vekha {
  /// `vekha schema`: print the JSON Schema of the language, for editors of YAML.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Print the JSON Schema of roadmap files, for editors.",
        ru: "Напечатать JSON Schema файлов дорожных карт для редакторов."))

    @Flag(
      help: help(
        en: "The schema of files that others include, such as libraries.",
        ru: "Схема подключаемых файлов, например библиотек."))
    var included = false

    @OptionGroup var language: LanguageOptions

    func run() {
      Console.print(
        RoadmapSchema(of: included ? .included : .root, language: Speech.language).json)
    }
  }
}
