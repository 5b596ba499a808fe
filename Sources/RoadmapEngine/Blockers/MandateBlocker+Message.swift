import Bilingual
import CivilTime
import RoadmapModel

extension MandateBlocker {
  func message(_ names: Names) -> Text {
    switch self {
    case .mayNotSubstitute(let actor, let people):
      let list = names.people(people)
      return Text(
        en: "\(names.person(actor)) may not record who stands in for whom; by the key "
          + "`powers: {substitute: …}` these may: \(list.en)",
        ru: "\(names.person(actor)): отмечать замещения нельзя; по ключу "
          + "`powers: {substitute: …}` это вправе: \(list.ru)")
    case .appointsThemselves(let person):
      return Text(
        en: "\(names.person(person)) cannot give themselves the duties of another",
        ru: "\(names.person(person)): нельзя самому назначить себя замещающим")
    case .orderMissing:
      return Text(
        en: "the number of the order is missing; a substitution stands on an act",
        ru: "не указан номер приказа, а без него замещения нет")
    case .notTheirs(let actor, let principal):
      return Text(
        en: "this is for \(names.person(principal)) to say, not for \(names.person(actor))",
        ru: "это решает \(names.person(principal)), а не \(names.person(actor))")
    case .toThemselves(let person):
      return Text(
        en: "\(names.person(person)) cannot stand in for themselves",
        ru: "\(names.person(person)) не может замещать сам себя")
    default: return aboutDays ?? aboutActs(names)
    }
  }

  private var aboutDays: Text? {
    switch self {
    case .endsBeforeItBegins(let from, let until):
      Text(
        en: "it would end on \(until.iso), before it begins on \(from.iso)",
        ru: "конец \(until.iso) раньше начала \(from.iso)")
    case .isPast(let until, let today):
      Text(
        en: "its last day \(until.iso) is past; it is \(today.iso)",
        ru: "последний день \(until.iso) уже прошёл: сегодня \(today.iso)")
    case .endMissing: Text(en: "its last day is missing", ru: "не указан последний день")
    case .startsInThePast(let from, let today):
      Text(
        en: "votes cannot be delegated from \(from.iso) on any more; it is \(today.iso)",
        ru: "передать голоса с \(from.iso) уже нельзя: сегодня \(today.iso)")
    default: nil
    }
  }

  private func aboutActs(_ names: Names) -> Text {
    switch self {
    case .nothingToDelegate(let scope):
      let place = names.words(for: scope)
      return Text(
        en: "no step\(place.en) lets votes be delegated; the key `delegate` of a step or a route "
          + "would allow it",
        ru: "ни один этап\(place.ru) не позволяет передать голос; это разрешил бы ключ `delegate` "
          + "этапа или маршрута")
    case .alreadyStands(let number):
      return Text(
        en: "event \(number) says just this, and it stands",
        ru: "событие \(number) говорит то же самое и действует")
    case .noSuchAct(let number):
      return Text(
        en: "event \(number) holds no substitution, delegation or absence that stands",
        ru: "за событием \(number) нет действующего замещения, делегирования или отсутствия")
    case .noSuchOrder(let order):
      return Text(
        en: "no substitution of the roadmap stands on the order «\(order)»",
        ru: "по приказу «\(order)» действующего замещения в дорожной карте нет")
    default: return Text(verbatim: code)
    }
  }

  func fields(_ names: Names) -> [Blocker.Field] {
    switch self {
    case .mayNotSubstitute(let actor, let people):
      [
        .text("actor", names.id(of: actor)),
        Blocker.Field(name: "people", value: .list(people.map { names.id(of: $0) })),
      ]
    case .appointsThemselves(let person), .toThemselves(let person):
      [.text("actor", names.id(of: person))]
    case .notTheirs(let actor, let principal):
      [.text("actor", names.id(of: actor)), .text("principal", names.id(of: principal))]
    case .endsBeforeItBegins(let from, let until):
      [.text("from", from.iso), .text("until", until.iso)]
    case .isPast(let until, let today): [.text("until", until.iso), .text("today", today.iso)]
    case .startsInThePast(let from, let today):
      [.text("from", from.iso), .text("today", today.iso)]
    case .nothingToDelegate(let scope): names.fields(of: scope)
    case .alreadyStands(let number), .noSuchAct(let number):
      [Blocker.Field(name: "act", value: .number(number))]
    case .noSuchOrder(let order): [.text("order", order)]
    case .orderMissing, .endMissing: []
    }
  }
}

extension Names {
  /// What a delegation is for, as part of a sentence; empty where it is for everything.
  fileprivate func words(for scope: Mandate.Scope) -> Text {
    guard let route = scope.route else { return Text(verbatim: "") }
    guard let step = scope.step else {
      return Text(en: " of route `\(id(of: route))`", ru: " маршрута `\(id(of: route))`")
    }
    let name = id(of: step, on: route)
    return Text(
      en: " called `\(name)` of route `\(id(of: route))`",
      ru: " `\(name)` маршрута `\(id(of: route))`")
  }

  fileprivate func fields(of scope: Mandate.Scope) -> [Blocker.Field] {
    var fields: [Blocker.Field] = []
    if let measure = scope.measure { fields.append(.measure(measure, self)) }
    if let route = scope.route { fields.append(.text("route", id(of: route))) }
    if let step = scope.step, let route = scope.route {
      fields.append(.text("step", id(of: step, on: route)))
    }
    return fields
  }
}
