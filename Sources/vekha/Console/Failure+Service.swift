import Bilingual
import RoadmapJournal
import RoadmapService
import SourceDiagnostics

extension Failure {
  /// The failure of a store.
  init(_ error: StoreError) {
    self.init(error.text, help: Self.help(for: error), exit: error.category.exitStatus)
  }

  /// What to do about it, where the message does not say so.
  private static func help(for error: StoreError) -> Text? {
    switch error {
    case .nameTaken:
      Text(
        en: "`vekha status` shows it; to start another, name it with `--run NAME`",
        ru: "его покажет `vekha status`; чтобы начать ещё одно, назовите его: `--run NAME`")
    case .missing:
      Text(
        en: "start a run with `vekha start FILE --as PERSON`",
        ru: "начните исполнение: `vekha start FILE --as PERSON`")
    case .requestReused:
      Text(
        en: "give every command a `--request` of its own; repeat one only with the same words",
        ru: "у каждой команды свой `--request`; повторять его можно только с теми же словами")
    default: nil
    }
  }

  /// The failure of a use case.
  init(_ error: ServiceError) {
    switch error {
    case .store(let error): self.init(error)
    case .noRun, .severalRuns, .unknownRun: self = .aboutRun(error)
    case .brokenDefinition(let reason):
      self.init(
        Text(
          en: "the definition of the run does not compile: ",
          ru: "определение исполнения не читается: "
        ).appending(reason), exit: ExitStatus.refused)
    case .brokenEvent(let number, let reason):
      self.init(
        Text(
          en: "event \(number) of the journal cannot be understood: ",
          ru: "событие \(number) журнала непонятно: "
        ).appending(reason),
        help: Text(en: "`vekha audit` says more", ru: "подробнее — `vekha audit`"),
        exit: ExitStatus.refused)
    case .unkeepablePath:
      self.init(
        Text(
          en: "a path with a line feed in it cannot be kept with the run",
          ru: "путь с переводом строки нельзя сохранить вместе с исполнением"),
        exit: ExitStatus.input)
    case .signature(let problem, let person):
      self.init(
        Text(en: "this was not signed: ", ru: "подписать не удалось: ")
          .appending(problem.text(for: person)),
        help: problem == .foreignKey
          ? Text(
            en: "a run knows the keys of the roadmap as it was at the start",
            ru: "исполнение знает ключи дорожной карты, какой она была при запуске") : nil,
        exit: ExitStatus.refused)
    case .invalidDefinition:
      self.init(
        Text(
          en: "the roadmap has errors, so it cannot be started",
          ru: "в дорожной карте ошибки, начать её нельзя"), exit: ExitStatus.refused)
    default: self = .aboutName(error)
    }
  }

  private static func aboutRun(_ error: ServiceError) -> Failure {
    switch error {
    case .severalRuns(let names):
      Failure(
        Text(en: "the store holds several runs", ru: "в хранилище несколько исполнений"),
        details: Self.shortened(names.map { "`\($0)`" }),
        help: Text(en: "choose one with `--run NAME`", ru: "выберите одно: `--run NAME`"),
        exit: ExitStatus.usage)
    case .unknownRun(let name, let known):
      Failure(
        Text(en: "no run named `\(name)`", ru: "нет исполнения `\(name)`"),
        help: didYouMean(name, in: known) ?? listed(known), exit: ExitStatus.usage)
    default:
      Failure(
        Text(en: "the store holds no run", ru: "в хранилище нет исполнений"),
        help: Text(
          en: "start one with `vekha start FILE --as PERSON`",
          ru: "начните: `vekha start FILE --as PERSON`"), exit: ExitStatus.input)
    }
  }

  private static func aboutName(_ error: ServiceError) -> Failure {
    switch error {
    case .unknownPerson(let name, let known):
      unknown(
        Text(en: "no person named `\(name)`", ru: "нет участника `\(name)`"), name, known,
        exit: ExitStatus.refused)
    case .unknownMeasure(let name, let known):
      unknown(
        Text(en: "no measure named `\(name)`", ru: "нет мероприятия `\(name)`"), name, known)
    case .unknownRoute(let name, let known):
      unknown(Text(en: "no route named `\(name)`", ru: "нет маршрута `\(name)`"), name, known)
    case .unknownDocument(let name, let known):
      unknown(
        Text(en: "no external document named `\(name)`", ru: "нет документа `\(name)`"), name, known
      )
    case .unknownStep(let name, let known):
      unknown(
        Text(
          en: "the open round has no step `\(name)`", ru: "в открытом круге нет этапа `\(name)`"),
        name, known)
    case .unknownTransition(let name, let lifecycle, let known):
      unknown(
        Text(
          en: "the lifecycle `\(lifecycle)` has no transition `\(name)`",
          ru: "у жизненного цикла `\(lifecycle)` нет перехода `\(name)`"), name, known)
    case .ambiguousMeasure(let name, let candidates):
      Failure(
        Text(
          en: "`\(name)` is the number of \(candidates.count) measures; nothing was done",
          ru: "под номером `\(name)` несколько мероприятий (\(candidates.count)); ничего не сделано"
        ),
        details: Self.shortened(candidates.map { "`\($0.id)` \($0.title)" }),
        help: Text(en: "name one by its id", ru: "назовите одно по идентификатору"),
        exit: ExitStatus.usage)
    default: aboutContents(error)
    }
  }

  private static func aboutContents(_ error: ServiceError) -> Failure {
    switch error {
    case .unknownTarget(let name, let known):
      unknown(
        Text(
          en: "neither a step of the open round nor a state is called `\(name)`",
          ru: "нет ни этапа открытого круга, ни состояния `\(name)`"), name, known)
    case .ambiguousTarget(let name):
      Failure(
        Text(
          en: "`\(name)` is both a step and a state", ru: "`\(name)` — и этап, и состояние"),
        help: Text(
          en: "write `step:\(name)` or `state:\(name)`",
          ru: "напишите `step:\(name)` или `state:\(name)`"), exit: ExitStatus.usage)
    case .unknownContent(let name, let known):
      unknown(
        Text(
          en: "nothing is attached under the name `\(name)`",
          ru: "под именем `\(name)` ничего не приложено"), name, known)
    case .unknownRevision(let name, let number, let last):
      Failure(
        Text(
          en: "`\(name)` has no revision \(number)", ru: "у `\(name)` нет редакции \(number)"),
        help: Text(en: "its last one is \(last)", ru: "последняя — \(last)"),
        exit: ExitStatus.usage)
    default: aboutTransition(error)
    }
  }

  private static func aboutTransition(_ error: ServiceError) -> Failure {
    switch error {
    case .severalTransitions(let names):
      Failure(
        Text(
          en: "several transitions could be meant; nothing was done",
          ru: "подходит несколько переходов; ничего не сделано"),
        details: Self.shortened(names.map { "`\($0)`" }),
        help: Text(
          en: "name one after the measure", ru: "назовите один после мероприятия"),
        exit: ExitStatus.usage)
    case .noTransition(let measure, let state):
      Failure(
        Text(
          en: "no transition leads out of «\(state)», where `\(measure)` stands",
          ru: "из состояния «\(state)», в котором стоит `\(measure)`, переходов нет"),
        exit: ExitStatus.refused)
    default: aboutAct(error)
    }
  }

  private static func aboutAct(_ error: ServiceError) -> Failure {
    switch error {
    case .unknownAct(let name):
      Failure(
        Text(
          en: "no act stands under `\(name)`", ru: "под `\(name)` действующего акта нет"),
        help: Text(
          en: "`vekha absent --list` shows the acts that stand",
          ru: "действующие акты покажет `vekha absent --list`"), exit: ExitStatus.refused)
    case .severalActs(let name):
      Failure(
        Text(
          en: "several acts stand on the order `\(name)`; nothing was done",
          ru: "по приказу `\(name)` действует несколько актов; ничего не сделано"),
        help: Text(
          en: "name one by the number of its event", ru: "назовите один номером его события"),
        exit: ExitStatus.usage)
    default: Failure(Text(verbatim: "\(error)"), exit: ExitStatus.fault)
    }
  }

  private static func unknown(
    _ message: Text, _ name: String, _ known: [String], exit: Int32 = ExitStatus.usage
  ) -> Failure {
    Failure(message, help: didYouMean(name, in: known) ?? listed(known), exit: exit)
  }

  /// The first twenty lines, and how many are left.
  private static func shortened(_ lines: [String]) -> [Text] {
    let shown = lines.prefix(20).map { Text(verbatim: $0) }
    let left = lines.count - shown.count
    return left == 0 ? shown : shown + [Text(en: "and \(left) more", ru: "и ещё \(left)")]
  }

  private static func listed(_ names: [String]) -> Text? {
    guard !names.isEmpty, names.count <= 20 else { return nil }
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Text(en: "known are \(list)", ru: "есть \(list)")
  }
}

/// Calls a use case and passes its errors on as failures of the command.
func answering<Value>(_ body: () throws(ServiceError) -> Value) throws -> Value {
  do throws(ServiceError) {
    return try body()
  } catch {
    throw Failure(error)
  }
}
