import Bilingual
import Glibc
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Validation {
  /// Reports to programs.
  func printData(as format: ValidateFormat, strict: Bool) throws {
    switch format {
    case .text: printText(strict: strict)
    case .json: printJSON()
    case .sarif:
      let renderer = SARIFRenderer(
        language: Speech.language, version: ProgramFacts.version,
        reference: ProgramFacts.reference, root: ProgramFacts.workingFolder)
      Console.print(renderer.render(reported))
    case .junit:
      let renderer = JUnitRenderer(language: Speech.language, isStrict: strict)
      Console.print(renderer.render(reported, checked: checked.map(\.file)))
    case .gitlab: Console.print(GitLabRenderer(language: Speech.language).render(reported))
    case .github: try printForGitHub()
    }
  }

  private func printForGitHub() throws {
    let renderer = GitHubRenderer(language: Speech.language)
    let annotations = renderer.annotations(reported)
    if !annotations.isEmpty { Console.print(String(annotations.dropLast())) }
    guard let path = Environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    let summary = renderer.summary(reported, roadmaps: checked.count)
    do throws(FileProblem) {
      try appendText(summary + "\n", toFileAt: path)
    } catch {
      throw Failure(
        Text(
          en: "the summary of the job cannot be written: ", ru: "сводка задания не записывается: "
        ).appending(error.reason), exit: ExitStatus.store)
    }
  }

  private func printJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("diagnostics")
      writer.array { writer in
        for checked in checked {
          let renderer = JSONRenderer(files: checked.roadmap.files, language: Speech.language)
          for problem in checked.problems { renderer.write(problem.diagnostic, to: &writer) }
        }
      }
      writer.key("roadmaps")
      writer.array { writer in
        for checked in checked { checked.roadmap.write(to: &writer) }
      }
    }
    Console.print(writer.text)
  }
}

extension CompiledRoadmap {
  fileprivate func write(to writer: inout JSONWriter) {
    let counts = counts
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.heading.id)
      writer.key("measures")
      writer.integer(counts.measures)
      writer.key("parts")
      writer.integer(counts.parts)
      writer.key("dependencies")
      writer.integer(counts.dependencies)
    }
  }
}
