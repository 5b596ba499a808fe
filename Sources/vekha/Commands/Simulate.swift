import ArgumentParser
import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha simulate [FILE] --until DATE`: play a run forward without any effect; exit 1 where
  /// something is late.
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Play a roadmap or its run forward, without any effect on the store.",
        ru: "Проиграть дорожную карту или её исполнение вперёд, ничего не меняя в хранилище."))

    @Argument(
      help: help(
        en: "The roadmap file; without it, the run from where it stands.",
        ru: "Файл дорожной карты; без него — исполнение с того места, где оно сейчас."))
    var file: String?

    @Option(help: help(en: "The last day.", ru: "Последний день.", valueName: "date"))
    var until: String

    @Option(
      help: help(
        en: "The first day; else that of a roadmap's first date, or today for a run.",
        ru: "Первый день; иначе первая дата дорожной карты, а для исполнения — сегодня.",
        valueName: "date"))
    var from: String?

    @Option(
      help: help(
        en: "People who are not there: ids, separated by commas.",
        ru: "Кого нет: идентификаторы через запятую.", valueName: "people"))
    var absent: String?

    @Option(
      help: help(
        en: "Give only these approvals: MEASURE or MEASURE:STEP; repeatable.",
        ru: "Давать только эти согласования: MEASURE или MEASURE:STEP; можно повторять.",
        valueName: "measure"))
    var approve: [String] = []

    @Option(
      help: help(
        en: "Papers from outside that do not come: ids, separated by commas.",
        ru: "Внешние документы, которые не поступят: идентификаторы через запятую.",
        valueName: "documents"))
    var missing: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let last = try Moment.parseDate(until)
      let (engine, state, name) = try subject()
      let first = try from.map(Moment.parseDate) ?? beginning(of: engine.roadmap)
      guard first <= last else {
        throw Failure(
          Text(
            en: "`\(last.iso)` comes before the first day, `\(first.iso)`",
            ru: "`\(last.iso)` раньше первого дня, `\(first.iso)`"),
          help: Text(en: "name a first day with `--from`", ru: "укажите первый день: `--from`"),
          exit: ExitStatus.usage)
      }
      let simulation = Simulation(
        engine, from: state, on: first, through: last, assuming: try assumptions(engine.roadmap))
      let report = SimulationReport(simulation: simulation, roadmap: engine.roadmap, run: name)
      switch output.format {
      case .text: Console.print(report.text(width: Console.width))
      case .json: Console.print(report.json)
      }
      if simulation.courses.contains(where: \.isLate) { throw ExitCode(ExitStatus.refused) }
    }

    /// What is played: a new run of the file, or the run in the store.
    private func subject() throws -> (Engine, RunState, String?) {
      guard let file else {
        let session = try place.openForReading()
        return (session.engine, session.state, session.head.name)
      }
      guard place.run == nil, place.storage.store == nil else {
        throw Failure(
          Text(
            en: "a file is played from its beginning, so that no run and no store can be named",
            ru: "файл проигрывают с начала: ни исполнение, ни хранилище с ним не указывают"),
          help: Text(
            en: "leave the file out to play the run",
            ru: "чтобы проиграть исполнение, уберите файл"),
          exit: ExitStatus.usage)
      }
      let engine = Engine(try compiledRoadmap(file).roadmap)
      return (engine, engine.initialState, nil)
    }

    private func beginning(of roadmap: Roadmap) -> CivilDate {
      guard file != nil else { return Moment.now.date }
      let periods =
        roadmap.measures.entries.compactMap(\.due)
        + [roadmap.heading.period]
        .compactMap(\.self)
      return periods.compactMap { $0.from ?? $0.to }.min() ?? Moment.now.date
    }

    private func assumptions(_ roadmap: Roadmap) throws -> Simulation.Assumptions {
      var assumptions = Simulation.Assumptions()
      for id in Self.names(absent) {
        let person = try answering { () throws(ServiceError) in try roadmap.knownPerson(id) }
        assumptions.absent.insert(person)
      }
      for id in Self.names(missing) {
        let document = try answering { () throws(ServiceError) in try roadmap.knownDocument(id) }
        assumptions.missing.insert(document)
      }
      if !approve.isEmpty {
        assumptions.approvals = try approve.map { try Self.approval($0, in: roadmap) }
      }
      return assumptions
    }

    private static func names(_ list: String?) -> [String] {
      (list ?? "").split(separator: ",").map(String.init)
    }

    private static func approval(
      _ words: String, in roadmap: Roadmap
    ) throws -> Simulation.Approval {
      let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
      let measure = try answering { () throws(ServiceError) in
        try roadmap.knownMeasure(parts.first ?? "")
      }
      guard parts.count == 2 else { return Simulation.Approval(measure, step: nil) }
      let steps = roadmap.steps(of: measure)
      guard steps.contains(where: { $0.utf8.elementsEqual(parts[1].utf8) }) else {
        throw Failure(
          Text(
            en: "no route of `\(parts[0])` has a step `\(parts[1])`",
            ru: "ни в одном маршруте `\(parts[0])` нет этапа `\(parts[1])`"),
          help: didYouMean(parts[1], in: steps), exit: ExitStatus.usage)
      }
      return Simulation.Approval(measure, step: parts[1])
    }
  }
}

extension Roadmap {
  /// The ids of the steps of all routes that a measure may take.
  fileprivate func steps(of measure: MeasureIndex) -> [String] {
    let transitions = lifecycle(of: measure)?.transitions.indices ?? 0..<0
    return transitions.flatMap { position -> [String] in
      route(of: TransitionIndex(position), for: measure).map {
        routes[$0.position].steps.map(\.id)
      } ?? []
    }
  }
}
