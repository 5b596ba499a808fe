import Bilingual
import CivilTime
import RoadmapModel

private let approvals = CountedNoun(
  en: "person", "people", ru: "человек", "человека", "человек")

extension Text {
  static func wrongState(
    _ measure: MeasureIndex, _ transition: TransitionIndex, _ state: StateIndex, _ names: Names
  ) -> Text {
    let name = names.id(of: transition, of: measure)
    let (now, from) = (
      names.id(of: state, of: measure), names.origins(of: transition, of: measure)
    )
    return Text(
      en: "\(names.measure(measure)) stands in `\(now)`, and `\(name)` leads from \(from)",
      ru: "\(names.measure(measure)) в состоянии `\(now)`, а переход `\(name)` ведёт из \(from)")
  }

  static func waits(for wait: Blocker.Wait, _ names: Names) -> Text {
    let state = names.id(of: wait.state, of: wait.predecessor)
    let owners = names.owners(of: wait.predecessor)
    let goal = goal(of: wait, names)
    let through = through(wait, names)
    return Text(
      en: "\(names.measure(wait.measure)) waits\(through.en) for "
        + "\(names.measure(wait.predecessor)) to reach \(goal.en); it stands in `\(state)`, "
        + "owners: \(owners.en)",
      ru: "\(names.measure(wait.measure)) ждёт\(through.ru), пока "
        + "\(names.measure(wait.predecessor)) не достигнет \(goal.ru); сейчас `\(state)`, "
        + "исполнители: \(owners.ru)")
  }

  static func waits(forDropped wait: Blocker.Wait, _ names: Names) -> Text {
    let state = names.id(of: wait.state, of: wait.predecessor)
    let goal = goal(of: wait, names)
    let through = through(wait, names)
    return Text(
      en: "\(names.measure(wait.measure)) waits\(through.en) for "
        + "\(names.measure(wait.predecessor)), which stands in `\(state)` and can no longer reach "
        + "\(goal.en); somebody entitled must waive the dependency",
      ru: "\(names.measure(wait.measure)) ждёт\(through.ru) "
        + "\(names.measure(wait.predecessor)), но оттуда, из `\(state)`, уже не достичь "
        + "\(goal.ru); снять зависимость может тот, кто на это уполномочен")
  }

  static func waits(_ wait: Blocker.Wait, until day: CivilDate, _ names: Names) -> Text {
    let through = through(wait, names)
    let words = day.words
    return Text(
      en: "\(names.measure(wait.measure)) waits\(through.en) until \(words.en): so many days must "
        + "lie between it and \(names.measure(wait.predecessor))",
      ru: "\(names.measure(wait.measure)) ждёт\(through.ru), не раньше \(words.ru): столько дней "
        + "должно отделять его от \(names.measure(wait.predecessor))")
  }

  private static func goal(of wait: Blocker.Wait, _ names: Names) -> Text {
    guard let reaches = wait.reaches else {
      return wait.kind.awaitsFinish
        ? Text(en: "a done state", ru: "завершения")
        : Text(en: "its start", ru: "своего начала")
    }
    let state = names.id(of: reaches, of: wait.predecessor)
    return Text(en: "`\(state)`", ru: "состояния `\(state)`")
  }

  private static func through(_ wait: Blocker.Wait, _ names: Names) -> Text {
    guard wait.through != wait.measure else { return Text(verbatim: "") }
    let whole = names.measure(wait.through)
    return Text(en: ", as \(whole) does,", ru: " вместе с \(whole)")
  }

  static func unfinished(
    _ part: MeasureIndex, of measure: MeasureIndex, _ state: StateIndex, _ names: Names
  ) -> Text {
    let (now, owners) = (names.id(of: state, of: part), names.owners(of: part))
    return Text(
      en: "\(names.measure(measure)) waits for its part \(names.measure(part)), which stands in "
        + "`\(now)`, owners: \(owners.en)",
      ru: "\(names.measure(measure)) ждёт свою часть \(names.measure(part)); сейчас `\(now)`, "
        + "исполнители: \(owners.ru)")
  }

  static func roundOpen(
    _ measure: MeasureIndex, _ transition: TransitionIndex, _ round: Int,
    _ requester: PersonIndex, _ names: Names
  ) -> Text {
    let name = names.id(of: transition, of: measure)
    let person = names.person(requester)
    return Text(
      en: "round \(round) of \(names.measure(measure)) for `\(name)` is open; "
        + "\(person) may withdraw it",
      ru: "по \(names.measure(measure)) открыт круг согласования \(round) (`\(name)`); "
        + "отозвать его может \(person)")
  }

  static func notEntitled(
    _ measure: MeasureIndex, _ transition: TransitionIndex, _ actor: PersonIndex,
    _ people: [PersonIndex], _ names: Names
  ) -> Text {
    let (name, allowed) = (names.id(of: transition, of: measure), names.people(people))
    return Text(
      en: "\(names.person(actor)) may not ask for `\(name)` of \(names.measure(measure)); "
        + "entitled: \(allowed.en)",
      ru: "\(names.person(actor)) не вправе запросить `\(name)` по \(names.measure(measure)); "
        + "вправе: \(allowed.ru)")
  }

  static func nobody(
    _ measure: MeasureIndex, _ step: String, _ separated: [PersonIndex], _ names: Names
  ) -> Text {
    guard !separated.isEmpty else {
      return Text(
        en: "nobody can approve in step `\(step)` of \(names.measure(measure)); "
          + "the roadmap names no people for it",
        ru: "этап `\(step)` по \(names.measure(measure)) некому согласовать: "
          + "дорожная карта никого для него не называет")
    }
    let people = names.people(separated)
    return Text(
      en: "nobody can approve in step `\(step)` of \(names.measure(measure)): the requester may "
        + "not, and there is nobody but \(people.en); somebody else must ask",
      ru: "этап `\(step)` по \(names.measure(measure)) некому согласовать: запросившему нельзя, "
        + "а кроме него (\(people.ru)) никого нет; запросить должен кто-то другой")
  }

  static func unreachable(
    _ measure: MeasureIndex, _ step: String, _ needed: Int, _ people: [PersonIndex],
    _ names: Names
  ) -> Text {
    let (count, listed) = (approvals(needed), names.people(people))
    return Text(
      en: "step `\(step)` of \(names.measure(measure)) needs \(count.en), "
        + "but only \(people.count) can approve: \(listed.en)",
      ru: "на этапе `\(step)` по \(names.measure(measure)) нужно согласие: \(count.ru), "
        + "а согласовать могут только \(people.count): \(listed.ru)")
  }

  static func shortage(
    _ shortage: Shortage, after person: PersonIndex?, _ names: Names
  ) -> Text {
    let steps = names.steps(shortage.steps, on: shortage.route)
    let (count, left) = (approvals(shortage.needed), names.people(shortage.people))
    let measure = names.measure(shortage.measure)
    guard let person else {
      return Text(
        en: "different people must approve \(measure) in \(steps): \(count.en) in all, "
          + "but there is only \(left.en)",
        ru: "\(measure) должны согласовать разные люди на этапах \(steps): всего \(count.ru), "
          + "а есть только \(left.ru)")
    }
    return Text(
      en: "if \(names.person(person)) approved here, \(steps) of \(measure) would still need "
        + "\(count.en), and there would be \(left.en)",
      ru: "если здесь согласует \(names.person(person)), то по \(measure) на \(steps) всё ещё "
        + "нужно \(count.ru), а останется \(left.ru)")
  }

  static func notEligible(
    _ measure: MeasureIndex, _ step: String, _ actor: PersonIndex, _ people: [PersonIndex],
    _ names: Names
  ) -> Text {
    let allowed = names.people(people)
    return Text(
      en: "\(names.person(actor)) may not decide in step `\(step)` of \(names.measure(measure)); "
        + "it is for \(allowed.en)",
      ru: "\(names.person(actor)) не согласует этап `\(step)` по \(names.measure(measure)); "
        + "согласуют: \(allowed.ru)")
  }

  static func unsigned(
    _ measure: MeasureIndex, _ route: RouteIndex, _ actor: PersonIndex, _ names: Names
  ) -> Text {
    let (measure, route) = (names.measure(measure), names.id(of: route))
    let name = names.person(actor)
    guard names.hasKeys(actor) else {
      return Text(
        en: "the route `\(route)` of \(measure) wants a signature, and the roadmap knows no key "
          + "of \(name)",
        ru: "маршрут `\(route)` по \(measure) требует подписи, а ключа \(name) "
          + "в дорожной карте нет")
    }
    return Text(
      en: "the route `\(route)` of \(measure) wants this signed with a key of \(name)",
      ru: "маршрут `\(route)` по \(measure) требует подписи ключом \(name)")
  }

  static func separated(
    _ measure: MeasureIndex, _ route: RouteIndex, _ step: StepIndex, _ actor: PersonIndex,
    _ party: Route.Party, _ names: Names
  ) -> Text {
    let reason =
      switch party {
      case .requester: Text(en: "asked for this round", ru: "запросил(а) этот круг")
      case .step(let other):
        Text(
          en: "has approved in step `\(names.id(of: other, on: route))`",
          ru: "уже согласовал(а) этап `\(names.id(of: other, on: route))`")
      }
    let name = names.id(of: step, on: route)
    return Text(
      en: "\(names.person(actor)) \(reason.en) and so may not decide in step `\(name)` of "
        + "\(names.measure(measure)): these must be different people",
      ru: "\(names.person(actor)) \(reason.ru) и потому не может решать на этапе `\(name)` по "
        + "\(names.measure(measure)): это должны быть разные люди")
  }
}

extension Blocker.Missing {
  /// Only a program that makes up indices meets these.
  var message: Text {
    switch self {
    case .person(let position):
      Text(en: "there is no person #\(position)", ru: "нет человека #\(position)")
    case .measure(let position):
      Text(en: "there is no measure #\(position)", ru: "нет мероприятия #\(position)")
    case .transition(let position):
      Text(en: "there is no transition #\(position)", ru: "нет перехода #\(position)")
    case .step(let position):
      Text(en: "there is no step #\(position)", ru: "нет этапа #\(position)")
    case .document(let position):
      Text(en: "there is no document #\(position)", ru: "нет документа #\(position)")
    case .run:
      Text(en: "the run is that of another roadmap", ru: "это исполнение другой дорожной карты")
    }
  }
}
