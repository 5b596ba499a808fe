public import Bilingual
public import RoadmapModel

extension Blocker {
  /// What stands in the way, and who can change it, in one sentence.
  public func message(in roadmap: Roadmap) -> Text {
    let names = Names(roadmap: roadmap)
    if let acting: Text = aboutActing(names) { return acting }
    return aboutRun(names) ?? aboutWaiting(names) ?? aboutCondition(names)
      ?? aboutRequest(names) ?? aboutRound(names) ?? aboutAttachments(names)
      ?? aboutReturns(names) ?? aboutDuties(names) ?? aboutExceptions(names)
      ?? aboutTerm(names) ?? aboutDocument(names)
  }

  private func aboutRun(_ names: Names) -> Text? {
    switch self {
    case .unknown(let missing): missing.message
    case .notStarted:
      Text(en: "the roadmap has not been started", ru: "исполнение дорожной карты ещё не начато")
    case .alreadyStarted(let person):
      Text(
        en: "the roadmap has already been started by \(names.person(person))",
        ru: "исполнение дорожной карты уже начато, начал(а) \(names.person(person))")
    case .brokenDefinition(let measure):
      Text(
        en: "what the roadmap says of \(names.measure(measure)) has errors; "
          + "nothing can be decided until they are mended",
        ru: "в описании \(names.measure(measure)) есть ошибки; "
          + "пока они не исправлены, решать нечего")
    default: nil
    }
  }

  private func aboutWaiting(_ names: Names) -> Text? {
    switch self {
    case .wrongState(let measure, let transition, let state):
      Text.wrongState(measure, transition, state, names)
    case .waitsForMeasure(let wait): Text.waits(for: wait, names)
    case .waitsForDropped(let wait): Text.waits(forDropped: wait, names)
    case .waitsUntil(let wait, let day): Text.waits(wait, until: day, names)
    case .waitsForDocument(let measure, let document, let through):
      Text(
        en: "\(names.measure(measure)) waits for \(names.document(document))"
          + "\(through == measure ? "" : ", as \(names.measure(through)) does"); "
          + "whoever has it records that it was received",
        ru: "\(names.measure(measure)) ждёт документ \(names.document(document))"
          + "\(through == measure ? "" : " вместе с \(names.measure(through))"); "
          + "его поступление отмечает тот, кто его получил")
    case .waitsForPart(let measure, let part, let state):
      Text.unfinished(part, of: measure, state, names)
    default: nil
    }
  }

  private func aboutRequest(_ names: Names) -> Text? {
    switch self {
    case .roundOpen(let measure, let transition, let round, let requester):
      Text.roundOpen(measure, transition, round, requester, names)
    case .notEntitled(let measure, let transition, let actor, let people):
      Text.notEntitled(measure, transition, actor, people, names)
    case .refusalWouldFinish(let measure, let transition, let state):
      Text(
        en: "a refusal of `\(names.id(of: transition, of: measure))` would carry "
          + "\(names.measure(measure)) into the done state `\(names.id(of: state, of: measure))`; "
          + "the lifecycle must be mended",
        ru: "отказ по переходу `\(names.id(of: transition, of: measure))` привёл бы "
          + "\(names.measure(measure)) в завершающее состояние "
          + "`\(names.id(of: state, of: measure))`; нужно исправить жизненный цикл")
    case .nobodyCanApprove(let measure, let route, let step, let separated):
      Text.nobody(measure, names.id(of: step, on: route), separated, names)
    case .quorumUnreachable(let measure, let route, let step, let needed, let people):
      Text.unreachable(measure, names.id(of: step, on: route), needed, people, names)
    case .separationLeavesNobody(let shortage, let person):
      Text.shortage(shortage, after: person, names)
    default: nil
    }
  }

  private func aboutRound(_ names: Names) -> Text? {
    switch self {
    case .noOpenRound(let measure):
      Text(
        en: "\(names.measure(measure)) has no open round; nothing has been asked for",
        ru: "по \(names.measure(measure)) нет открытого круга согласования: ничего не запрошено")
    case .stepNotOpen(let measure, let route, let step, let first):
      Text(
        en: "step `\(names.id(of: step, on: route))` of \(names.measure(measure)) is not open "
          + "yet; first comes \(names.steps(first, on: route))",
        ru: "этап `\(names.id(of: step, on: route))` по \(names.measure(measure)) ещё не "
          + "открыт; сначала \(names.steps(first, on: route))")
    case .stepClosed(let measure, let route, let step):
      Text(
        en: "step `\(names.id(of: step, on: route))` of \(names.measure(measure)) "
          + "has already passed",
        ru: "этап `\(names.id(of: step, on: route))` по \(names.measure(measure)) уже пройден")
    case .notEligible(let measure, let route, let step, let actor, let people):
      Text.notEligible(measure, names.id(of: step, on: route), actor, people, names)
    case .separated(let measure, let route, let step, let actor, let party):
      Text.separated(measure, route, step, actor, party, names)
    case .alreadyVoted(let measure, let route, let step, let actor):
      Text(
        en: "\(names.person(actor)) has already decided in step "
          + "`\(names.id(of: step, on: route))` of \(names.measure(measure)); "
          + "a person counts once in a step",
        ru: "\(names.person(actor)): решение на этапе `\(names.id(of: step, on: route))` по "
          + "\(names.measure(measure)) уже принято; на этапе каждый голосует один раз")
    default: aboutChoice(names)
    }
  }

  private func aboutChoice(_ names: Names) -> Text? {
    switch self {
    case .ofVote(let problem): problem.message(names)
    case .chooseStep(let measure, let route, let steps):
      Text(
        en: "several steps of \(names.measure(measure)) are open to you; name one of "
          + names.steps(steps, on: route),
        ru: "вам открыто несколько этапов по \(names.measure(measure)); назовите один из: "
          + names.steps(steps, on: route))
    case .unsigned(let measure, let route, let actor):
      Text.unsigned(measure, route, actor, names)
    case .notRequester(let measure, let actor, let requester):
      Text(
        en: "\(names.person(actor)) did not ask for the open round of \(names.measure(measure)); "
          + "only \(names.person(requester)) may withdraw it",
        ru: "\(names.person(actor)) не может отозвать круг согласования по "
          + "\(names.measure(measure)): его запросил(а) \(names.person(requester))")
    default: nil
    }
  }

  private func aboutDocument(_ names: Names) -> Text {
    switch self {
    case .documentNumberMissing(let document):
      Text(
        en: "the number printed on \(names.document(document)) is missing",
        ru: "не указан номер документа \(names.document(document))")
    case .documentAlreadyReceived(let document, let number, let date):
      Text(
        en: "\(names.document(document)) has already been received: `\(number)` of \(date)",
        ru: "документ \(names.document(document)) уже получен: `\(number)` от \(date)")
    case .documentFromTheFuture(let document, let date, let today):
      Text(
        en: "\(names.document(document)) is dated \(date), which is after \(today)",
        ru: "документ \(names.document(document)) датирован \(date) — это позже \(today)")
    default: Text(verbatim: code)
    }
  }
}
