import ArgumentParser
import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha prove FILE`: show who can carry the approvals; exit 0 proved, 1 not.
  struct Prove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Show who can carry the approvals, or why nobody can.",
        ru: "Показать, кто может провести согласования, или почему некому."))

    @Argument(help: help(en: "The roadmap file.", ru: "Файл дорожной карты.", valueName: "file"))
    var file: String

    @Option(
      help: help(
        en: "Only this measure: its id or number.",
        ru: "Только это мероприятие: идентификатор или номер.", valueName: "measure"))
    var measure: String?

    @Option(
      help: help(
        en: "People who are away, by id, with commas between them.",
        ru: "Кого нет: идентификаторы через запятую.", valueName: "people"))
    var absent: String?

    @Option(
      help: help(
        en: "How many people may be away at once: 0, 1 or 2; else as the roadmap says.",
        ru: "Скольких может не быть сразу: 0, 1 или 2; иначе как в дорожной карте.",
        valueName: "count"))
    var resilience: Int?

    @OptionGroup var output: OutputOptions

    func run() throws {
      let compiled = try readRoadmap()
      let question = try question(about: compiled.roadmap)
      let people = PeopleProof(compiled.roadmap, question)
      let sound = SoundnessProof(compiled.roadmap, people, absent: question.absent)
      let report = ProofReport(
        compiled: compiled, question: question, people: people, sound: sound)
      switch output.format {
      case .text: Console.print(report.text(width: Console.width))
      case .json: Console.print(report.json)
      }
      if !report.isProved { throw ExitCode(ExitStatus.refused) }
    }

    private func question(about roadmap: Roadmap) throws -> PeopleProof.Question {
      var question = PeopleProof.Question()
      question.resilience = resilience ?? roadmap.heading.resilience
      guard (0...2).contains(question.resilience) else {
        throw Failure(
          Text(
            en: "`--resilience` takes 0, 1 or 2", ru: "`--resilience` принимает 0, 1 или 2"),
          exit: ExitStatus.usage)
      }
      for id in (absent ?? "").split(separator: ",") {
        question.absent.insert(
          try answering { () throws(ServiceError) in try roadmap.knownPerson(String(id)) })
      }
      if let measure {
        question.measures = [
          try answering { () throws(ServiceError) in try roadmap.knownMeasure(measure) }
        ]
      }
      return question
    }

    /// Reads the roadmap without proving it, so that what cannot be proved is shown here.
    private func readRoadmap() throws -> CompiledRoadmap {
      let compiled: CompiledRoadmap
      do throws(FileProblem) {
        compiled = try RoadmapFile(path: file).compiled(proving: false)
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
      guard compiled.hasErrors else { return compiled }
      let renderer = TextRenderer(
        files: compiled.files, language: Speech.language, color: Console.colorsProblems)
      Console.problems(renderer.render(compiled.problems))
      throw ExitCode(ExitStatus.refused)
    }
  }
}
