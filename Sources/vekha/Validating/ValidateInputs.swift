import ArgumentParser
import Bilingual
import RoadmapService

/// What `validate` checks: files, folders, patterns, standard input.
struct ValidateInputs: ParsableArguments {
  @Argument(
    help: help(
      en: "Roadmap files; folders; patterns like 'plans/**/*.yaml'; - for standard input.",
      ru: "Файлы дорожных карт; папки; шаблоны вида 'plans/**/*.yaml'; - для стандартного ввода.",
      valueName: "file"),
    completion: .roadmaps)
  var files: [String]

  @Option(
    help: help(
      en:
        "The path under which standard input is checked, and from whose folder it includes files.",
      ru: "Путь, под которым проверяется стандартный ввод; из его папки подключаются файлы.",
      valueName: "path"))
  var stdinPath: String?

  /// A roadmap to check.
  struct Input {
    /// The path that it is shown under.
    let path: String
    let isStandardInput: Bool

    /// Reads the root file.
    func file() throws(FileProblem) -> RoadmapFile {
      isStandardInput ? try RoadmapFile(standardInputAs: path) : try RoadmapFile(path: path)
    }
  }

  /// Whether standard input is read.
  var readStandardInput: Bool { files.contains("-") }

  /// The roadmaps that the arguments stand for, in their order.
  func expanded(unreadable: inout [FileProblem]) -> [Input] {
    var inputs: [Input] = []
    for argument in files {
      guard argument != "-" else {
        inputs.append(Input(path: stdinPath ?? "stdin", isStandardInput: true))
        continue
      }
      do throws(FileProblem) {
        inputs += try InputPaths.expand(argument).map {
          Input(path: Self.plain($0), isStandardInput: false)
        }
      } catch {
        unreadable.append(error)
      }
    }
    return inputs
  }

  /// A path without `./` before it, since a file shall be called the same however it is named.
  private static func plain(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return rest.isEmpty ? path : String(rest)
  }

  func validate() throws {
    guard stdinPath != nil, !readStandardInput else { return }
    throw ValidationError(
      say(
        en: "`--stdin-path` needs `-` among the files",
        ru: "`--stdin-path` имеет смысл, только если среди файлов есть `-`"))
  }
}
