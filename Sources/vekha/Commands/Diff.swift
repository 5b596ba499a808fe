import ArgumentParser
import Bilingual
import RoadmapDocuments
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha diff OLD NEW`: tell what changed in the roadmap's own words.
  struct Diff: ParsableCommand {
    /// How changes are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
      case markdown
    }

    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Tell what changed from one version of a roadmap to another.",
        ru: "Рассказать, что изменилось от одной версии дорожной карты к другой."))

    @Argument(
      help: help(
        en: "The older roadmap: a file, or REVISION:FILE of Git.",
        ru: "Прежняя карта: файл или РЕВИЗИЯ:ФАЙЛ из Git.", valueName: "old"),
      completion: .roadmaps)
    var old: String

    @Argument(
      help: help(
        en: "The newer roadmap, named likewise.", ru: "Новая карта, так же.", valueName: "new"),
      completion: .roadmaps)
    var new: String

    @Option(
      help: help(en: "Print text, json or markdown.", ru: "Вид: text, json или markdown."))
    var format = Format.text

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let (before, after) = (try Self.roadmap(old), try sound(try Self.roadmap(new)))
      if before.hasErrors {
        Console.note(
          say(
            en: "the older roadmap has errors; it is compared as far as it is understood",
            ru: "в прежней карте есть ошибки; она сравнивается, насколько понята"))
      }
      let changes = RoadmapChanges(
        from: before.roadmap, to: after.roadmap, withSchedules: !before.hasErrors)
      switch format {
      case .text: Console.print(String(changes.text(Speech.language).dropLast()))
      case .json: Console.print(changes.json(Speech.language))
      case .markdown: Console.print(String(changes.markdown(Speech.language).dropLast()))
      }
    }

    /// A roadmap from a file or from the past of one.
    private static func roadmap(_ name: String) throws -> CompiledRoadmap {
      guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), !RoadmapFile.exists(name)
      else {
        return try readRoadmap(name)
      }
      let path = String(name[name.utf8.index(after: colon)...])
      let revision = String(name[..<colon])
      let compiled: CompiledRoadmap
      do throws(GitProblem) {
        compiled = try GitRevision(revision).existing(path)
      } catch {
        throw Failure(error)
      }
      return compiled
    }
  }
}
