import ArgumentParser
import Bilingual
import RoadmapDocuments
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha graph FILE`: print the dependencies for a drawing program.
  struct Graph: ParsableCommand {
    /// The languages that a graph can be printed in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case dot
      case mermaid
      case json
    }

    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Print the dependencies as DOT, Mermaid or JSON.",
        ru: "Напечатать зависимости как DOT, Mermaid или JSON."))

    @Argument(
      help: help(en: "The roadmap file.", ru: "Файл дорожной карты.", valueName: "file"),
      completion: .roadmaps)
    var file: String

    @Option(help: help(en: "Print dot, mermaid or json.", ru: "Вид: dot, mermaid или json."))
    var format = Format.dot

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let compiled = try compiledRoadmap(file)
      let drawing = DependencyDrawing(of: compiled.roadmap)
      switch format {
      case .dot: Console.print(drawing.dot)
      case .mermaid: Console.print(drawing.mermaid)
      case .json: Console.print(drawing.json)
      }
    }
  }
}

/// Compiles a roadmap for a command that needs one without errors; shows its problems.
func compiledRoadmap(_ file: String) throws -> CompiledRoadmap {
  try sound(try readRoadmap(file))
}

/// Compiles a roadmap, be there errors in it or not.
func readRoadmap(_ file: String) throws -> CompiledRoadmap {
  do throws(FileProblem) {
    return try RoadmapFile(path: file).compiled()
  } catch {
    throw Failure(error.message, exit: ExitStatus.input)
  }
}

/// A roadmap that has no errors; shows the problems of one that has.
func sound(_ compiled: CompiledRoadmap) throws -> CompiledRoadmap {
  if compiled.hasErrors {
    compiled.printProblems()
    throw ExitCode(ExitStatus.refused)
  }
  return compiled
}
