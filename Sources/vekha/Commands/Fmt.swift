import ArgumentParser
import Bilingual
import Glibc
import RoadmapEditor
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha fmt FILE…`: lay files out as usual; with `--check` only name those that are not.
  struct Fmt: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Lay roadmap files out as usual, keeping comments.",
        ru: "Привести оформление файлов к обычному, сохранив комментарии."))

    @Argument(
      help: help(
        en: "YAML files; folders, for their roadmaps and what these include; patterns.",
        ru: "Файлы YAML; папки — их дорожные карты и что те подключают; шаблоны путей.",
        valueName: "file"), completion: .roadmaps)
    var files: [String]

    @Flag(
      help: help(
        en: "Change nothing; name the files that would change, and end with 1 if there are any.",
        ru: "Ничего не менять; назвать файлы, которые изменились бы, и при них закончить с 1."))
    var check = false

    @Flag(
      help: help(
        en: "Change nothing; show what would change, as `patch` reads it.",
        ru: "Ничего не менять; показать, что изменилось бы, как это понимает `patch`."))
    var diff = false

    @OptionGroup var output: OutputOptions

    func run() throws {
      var changed: [String] = []
      var difference: [UInt8] = []
      var invalid = false
      for path in try Self.paths(files) {
        let file = try Self.read(path)
        switch Formatting.of(file.bytes, path: path) {
        case .formatted(let bytes):
          guard bytes != file.bytes else { continue }
          if diff {
            difference += UnifiedDiff(path: path, EditedText(file.bytes, becoming: bytes)).bytes
          } else if !check {
            try writeFile(bytes, to: path)
          }
          changed.append(path)
        case .invalid(let sources, let problems):
          invalid = true
          let renderer = TextRenderer(
            files: sources, language: Speech.language, color: Console.colorsProblems)
          Console.problems(renderer.render(problems))
        case .fault: throw Self.fault(path)
        }
      }
      if diff, output.format == .text {
        if !difference.isEmpty {
          Console.print(String(decoding: difference.dropLast(), as: UTF8.self))
        }
      } else {
        report(changed)
      }
      if invalid || (check && !changed.isEmpty) { throw ExitCode(ExitStatus.refused) }
    }

    private func report(_ changed: [String]) {
      switch output.format {
      case .text:
        for path in changed { Console.print(harmless(path)) }
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.key("changed")
          writer.array { writer in
            for path in changed { writer.string(path) }
          }
        }
        Console.print(writer.text)
      }
    }

    private static func paths(_ arguments: [String]) throws -> [String] {
      var found: [String] = []
      for argument in arguments {
        do throws(FileProblem) {
          for path in try InputPaths.expandWithIncluded(argument) where !found.contains(path) {
            found.append(path)
          }
        } catch {
          throw Failure(error.message, exit: ExitStatus.input)
        }
      }
      return found
    }

    private static func read(_ path: String) throws -> LoadedFile {
      do throws(FileProblem) {
        return try LoadedFile(path: path)
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
    }

    private static func fault(_ path: String) -> Failure {
      Failure(
        Text(
          en: "`\(path)` was left as it is: formatting it would have changed what it says",
          ru: "`\(path)` оставлен как есть: оформление изменило бы его смысл"),
        help: Text(
          en: "this is a fault of the program: please report it with the file",
          ru: "это ошибка программы: пожалуйста, сообщите о ней вместе с файлом"),
        exit: ExitStatus.fault)
    }
  }
}
