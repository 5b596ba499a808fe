import Bilingual
import CivilTime
import RoadmapModel

extension Blocker {
  /// What stands in the way outside of the usual course, in one sentence.
  func aboutExceptions(_ names: Names) -> Text? {
    guard case .exceptional(let reason) = self else { return nil }
    return reason.standing(names) ?? reason.objection(names) ?? reason.aboutState(names)
      ?? reason.aboutSkipping(names)
  }
}

extension Blocker.Exceptional {
  /// What holds a measure back.
  fileprivate func standing(_ names: Names) -> Text? {
    switch self {
    case .cancelled(let measure, let mark):
      return Text(
        en: "\(names.measure(measure)) is cancelled", ru: "\(names.measure(measure)) отменено"
      ).appending(mark.words(names)).appending(
        Text(
          en: "; somebody with the power `reopen` may take it back to work",
          ru: "; вернуть его в работу может тот, у кого есть полномочие `reopen`"))
    case .suspended(let measure, let mark):
      return Text(
        en: "\(names.measure(measure)) is suspended",
        ru: "\(names.measure(measure)) приостановлено"
      ).appending(mark.words(names)).appending(
        Text(
          en: "; somebody with the power `resume` may let it go on",
          ru: "; возобновить его может тот, у кого есть полномочие `resume`"))
    case .waitsForCancelled(let wait, let mark):
      let isWhole = wait.through == wait.measure
      let whole = names.measure(wait.through)
      return Text(
        en: "\(names.measure(wait.measure)) waits\(isWhole ? "" : ", as \(whole) does,") for "
          + "\(names.measure(wait.predecessor)), which is cancelled",
        ru: "\(names.measure(wait.measure)) ждёт\(isWhole ? "" : " вместе с \(whole)") "
          + "\(names.measure(wait.predecessor)), а оно отменено"
      ).appending(mark.words(names)).appending(
        Text(
          en: "; somebody with the power `waive` may waive it",
          ru: "; снять ожидание может тот, у кого есть полномочие `waive`"))
    default: return nil
    }
  }

  /// What speaks against an act.
  fileprivate func objection(_ names: Names) -> Text? {
    switch self {
    case .notEmpowered(let power, let measure, let actor, let people, let isGiven):
      return .notEmpowered(power, measure, actor, people, isGiven, names)
    case .reasonMissing(let power, let measure):
      return Text(
        en: "a reason is needed for `\(power.rawValue)` of \(names.measure(measure))",
        ru: "для `\(power.rawValue)` по \(names.measure(measure)) нужно указать причину")
    case .notSuspended(let measure):
      return Text(
        en: "\(names.measure(measure)) is not suspended",
        ru: "\(names.measure(measure)) не приостановлено")
    case .nothingToWaive(let measure, let awaited):
      let name = names.awaited(awaited)
      return Text(
        en: "\(names.measure(measure)) does not wait for \(name)",
        ru: "\(names.measure(measure)) не ждёт \(name)")
    case .alreadyWaived(let measure, let waiver):
      let name = names.awaited(waiver.awaited)
      return Text(
        en: "\(names.measure(measure)) need not wait for \(name) any more",
        ru: "\(names.measure(measure)) уже не обязано ждать \(name)"
      ).appending(waiver.mark.words(names))
    default: return nil
    }
  }

  /// What speaks against an act in the state of the measure.
  fileprivate func aboutState(_ names: Names) -> Text? {
    switch self {
    case .over(let power, let measure, let state):
      let now = names.id(of: state, of: measure)
      return Text(
        en: "\(names.measure(measure)) stands in `\(now)` and is over; there is nothing left to "
          + power.rawValue,
        ru: "\(names.measure(measure)) уже завершено (`\(now)`): "
          + (power == .cancel ? "отменять нечего" : "приостанавливать нечего"))
    case .notOver(let measure, let state):
      let now = names.id(of: state, of: measure)
      return Text(
        en: "\(names.measure(measure)) stands in `\(now)` and is not over; only what is carried "
          + "out, given up or cancelled is reopened",
        ru: "\(names.measure(measure)) в состоянии `\(now)` и не завершено; вернуть в работу можно "
          + "только исполненное, снятое или отменённое")
    case .cannotReopenInto(let measure, let state):
      let target = names.id(of: state, of: measure)
      return Text(
        en: "\(names.measure(measure)) cannot go back to `\(target)`: it must have stood there, "
          + "and not be over there",
        ru:
          "\(names.measure(measure)) нельзя вернуть в `\(target)`: оно должно было в нём побывать, "
          + "и это состояние не должно быть завершающим")
    default: return nil
    }
  }

  /// What speaks against passing over a step.
  fileprivate func aboutSkipping(_ names: Names) -> Text? {
    switch self {
    case .skipUnbinds(let measure, let route, let step, let others):
      let list = names.steps(others, on: route)
      let name = names.id(of: step, on: route)
      return Text(
        en: "step `\(name)` of \(names.measure(measure)) says who decides in \(list); "
          + "it can only be skipped after these",
        ru: "этап `\(name)` по \(names.measure(measure)) определяет, кто решает на \(list); "
          + "пропустить его можно только после них")
    case .nothingApproved(let measure, _):
      return Text(
        en: "nobody would have decided on \(names.measure(measure)) at all; at least one step of a "
          + "round is decided by people",
        ru: "по \(names.measure(measure)) не решил бы никто; хотя бы один этап круга "
          + "согласовывают люди")
    default: return nil
    }
  }
}

extension Text {
  fileprivate static func notEmpowered(
    _ power: Power, _ measure: MeasureIndex, _ actor: PersonIndex, _ people: [PersonIndex],
    _ isGiven: Bool, _ names: Names
  ) -> Text {
    let (key, target) = (power.rawValue, names.measure(measure))
    guard isGiven else {
      return Text(
        en: "nobody may do this to \(target): the roadmap that the run was started with does not "
          + "say who holds the power `\(key)`; the key `powers` gives it",
        ru: "с \(target) этого не вправе сделать никто: в дорожной карте, с которой начато "
          + "исполнение, не сказано, у кого полномочие `\(key)`; его даёт ключ `powers`")
    }
    let allowed = names.people(people)
    return Text(
      en: "\(names.person(actor)) does not hold the power `\(key)` over \(target); "
        + "it is held by: \(allowed.en)",
      ru: "у \(names.person(actor)) нет полномочия `\(key)` по \(target); "
        + "оно есть у: \(allowed.ru)")
  }
}

extension RunState.Mark {
  /// Since when, by whom and why, in brackets.
  fileprivate func words(_ names: Names) -> Text {
    let who = names.person(person)
    let why = reason.map { ": \($0)" } ?? ""
    return Text(
      en: " (since \(time.date.iso) by \(who)\(why))",
      ru: " (с \(time.date.iso), \(who)\(why))")
  }
}

extension Names {
  /// Something that is waited for.
  func awaited(_ awaited: ExceptionalAct.Awaited) -> String {
    switch awaited {
    case .measure(let measure): self.measure(measure)
    case .document(let document): self.document(document)
    }
  }
}
