import ArgumentParser
import Bilingual
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha start FILE --as PERSON`: begin carrying a roadmap out.
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Start carrying out a roadmap, pinned to the file as it is now.",
        ru: "Начать исполнение дорожной карты в её нынешнем виде."))

    @Argument(
      help: help(en: "The roadmap file.", ru: "Файл дорожной карты.", valueName: "file"),
      completion: .roadmaps)
    var file: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let compiled = try compiledRoadmap(file)
      let starter = Starter(try actor.actor(), effective: try actor.effective())
      let circumstances = try actor.circumstances()
      try answering { () throws(ServiceError) in
        _ = try compiled.roadmap.knownPerson(starter.person)
      }
      let store = try place.storage.openOrCreate()
      let run = try answering { () throws(ServiceError) in
        try startRun(of: compiled, named: place.run, by: starter, in: store, circumstances)
      }
      report(run)
    }

    private func report(_ run: StartedRun) {
      switch output.format {
      case .text:
        let text =
          run.wasStartedBefore
          ? say(
            en: "already done: the run `\(run.head.name)` was started by this request",
            ru: "уже сделано: исполнение `\(run.head.name)` начато этим запросом")
          : say(
            en: "started the run `\(run.head.name)`", ru: "исполнение `\(run.head.name)` начато")
        Console.print(text)
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.key("run")
          writer.string(run.head.name)
          writer.key("definition")
          writer.string(run.head.definition.description)
          writer.key("events")
          writer.integer(Int(run.head.events))
          writer.key("head")
          writer.string(run.head.hash.description)
          writer.key("alreadyDone")
          writer.bool(run.wasStartedBefore)
        }
        Console.print(writer.text)
      }
    }
  }
}
