import ArgumentParser
import CivilTime
import Glibc
import RoadmapEditor
import RoadmapModel
import RoadmapService

extension Vekha {
  /// `vekha lsp`: serve editors over standard input and output, until they say that they end.
  struct Lsp: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Serve an editor: problems, hovers, completion (language server protocol).",
        ru: "Служить редактору: ошибки, подсказки, дополнение (language server protocol)."))

    @Flag(
      help: help(
        en: "Talk over standard input and output, as it does anyway.",
        ru: "Работать через стандартный ввод и вывод, как и без этого ключа."))
    var stdio = false

    @OptionGroup var place: RunOptions
    @OptionGroup var language: LanguageOptions

    func run() throws {
      let server = LanguageServer(language: Speech.language, runStates: states)
      var conversation = Conversation(server, input: STDIN_FILENO, output: STDOUT_FILENO)
      let status = conversation.run()
      if status != 0 { throw ExitCode(status) }
    }

    /// The states of the measures in the run of this folder, where it is one of the roadmap; an
    /// editor works without a run, too, so that what keeps it from being read is passed over.
    private func states(ofRoadmap id: String) -> [String: LanguageServer.MeasureState] {
      guard place.storage.hasStore, let session = try? place.openForReading(),
        session.roadmap.heading.id.utf8.elementsEqual(id.utf8)
      else { return [:] }
      let roadmap = session.roadmap
      var states: [String: LanguageServer.MeasureState] = [:]
      for measure in roadmap.measures.indices {
        let status = session.status(of: measure, at: Moment.now)
        let title = roadmap.lifecycle(of: measure)?[status.state].title ?? ""
        states[roadmap.id(of: measure)] = LanguageServer.MeasureState(
          title: title, isDone: status.isDone, isOverdue: status.isOverdue)
      }
      return states
    }
  }
}
