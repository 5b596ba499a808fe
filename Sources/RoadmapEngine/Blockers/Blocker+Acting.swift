import Bilingual
import CivilTime
import RoadmapModel

extension Blocker {
  func aboutActing(_ names: Names) -> Text? {
    switch self {
    case .acting(let blocker): blocker.message(names)
    case .mandate(let blocker): blocker.message(names)
    default: nil
    }
  }

  func aboutActing(_ names: Names) -> [Field]? {
    switch self {
    case .acting(let blocker): blocker.fields(names)
    case .mandate(let blocker): blocker.fields(names)
    default: nil
    }
  }
}

extension ActingBlocker {
  fileprivate func message(_ names: Names) -> Text {
    switch self {
    case .noAct(let place, let actor, let principal, let lack):
      return names.refusal(of: actor, for: principal, in: place).appending(
        lack.message(place, principal, names))
    case .ownRight(let place, let actor, let principal):
      return names.refusal(of: actor, for: principal, in: place).appending(
        Text(
          en: "\(names.person(actor)) decides there by a right of their own",
          ru: "\(names.person(actor)) решает там по собственному праву"))
    case .excluded(let place, let actor, let principal):
      return names.refusal(of: actor, for: principal, in: place).appending(
        Text(
          en: "`not` of the step shuts \(names.person(actor)) out, for others, too",
          ru: "`not` этого этапа исключает и решения \(names.person(actor)) за других"))
    case .otherHand(let place, let actor, let principal):
      return names.refusal(of: actor, for: principal, in: place).appending(
        Text(
          en: "it is bound to a step that was decided through another hand",
          ru: "он связан с этапом, где это решение приняло другое лицо"))
    case .choosePrincipal(let measure, let route, let choices):
      let list = choices.map { choice in
        "`--step \(names.id(of: choice.step, on: route)) --for \(names.id(of: choice.principal))`"
      }.joined(separator: ", ")
      return Text(
        en: "you can decide on \(names.measure(measure)) for several; name one: \(list)",
        ru: "по \(names.measure(measure)) вы можете решать за нескольких; укажите за кого: \(list)")
    }
  }

  fileprivate func fields(_ names: Names) -> [Blocker.Field] {
    switch self {
    case .noAct(let place, let actor, let principal, let lack):
      place.fields(actor, principal, names) + [.text("why", lack.word)] + lack.fields(names)
    case .ownRight(let place, let actor, let principal),
      .excluded(let place, let actor, let principal),
      .otherHand(let place, let actor, let principal):
      place.fields(actor, principal, names)
    case .choosePrincipal(let measure, let route, let choices):
      [
        .measure(measure, names),
        Blocker.Field(
          name: "steps", value: .list(choices.map { names.id(of: $0.step, on: route) })),
        Blocker.Field(
          name: "principals", value: .list(choices.map { names.id(of: $0.principal) })),
      ]
    }
  }
}

extension ActingBlocker.Place {
  fileprivate func fields(
    _ actor: PersonIndex, _ principal: PersonIndex, _ names: Names
  ) -> [Blocker.Field] {
    [
      .measure(measure, names), .text("step", names.id(of: step, on: route)),
      .text("actor", names.id(of: actor)), .text("principal", names.id(of: principal)),
    ]
  }
}

extension ActingBlocker.Lack {
  fileprivate var word: String {
    switch self {
    case .nothing: "nothing"
    case .notYet: "not-yet"
    case .over: "over"
    case .revoked: "revoked"
    case .outOfScope: "out-of-scope"
    case .notDelegable: "not-delegable"
    case .notToThem: "not-to-them"
    }
  }

  fileprivate func message(
    _ place: ActingBlocker.Place, _ principal: PersonIndex, _ names: Names
  ) -> Text {
    let step = "`\(names.id(of: place.step, on: place.route))`"
    switch self {
    case .nothing:
      return Text(
        en: "no substitution and no delegation of \(names.person(principal)) lets them",
        ru: "нет ни замещения, ни делегирования от \(names.person(principal))")
    case .notYet(let act, let from):
      let name = names.act(act)
      return Text(
        en: "\(name.en) holds from \(from.iso) on", ru: "\(name.ru) действует с \(from.iso)")
    case .over(let act, let until):
      let name = names.act(act)
      return Text(
        en: "\(name.en) held until \(until.iso)", ru: "\(name.ru): срок истёк \(until.iso)")
    case .revoked(let act):
      let name = names.act(act)
      return Text(en: "\(name.en) was revoked", ru: "\(name.ru): действие прекращено")
    case .outOfScope(let act):
      let name = names.act(act)
      return Text(en: "\(name.en) is for something else", ru: "\(name.ru): это о другом")
    case .notDelegable(let act):
      let name = names.act(act)
      return Text(
        en: "\(name.en) does not reach \(step): votes in it are given in person; "
          + "the key `delegate` of the step or the route would allow it",
        ru: "\(name.ru) не действует на этапе \(step): там решают лично; "
          + "делегировать позволил бы ключ `delegate` этапа или маршрута")
    case .notToThem(let act, let people):
      let (name, list) = (names.act(act), names.people(people))
      return Text(
        en: "\(name.en) does not reach \(step), whose votes go to: \(list.en)",
        ru: "\(name.ru) не действует на этапе \(step): его голоса можно передать так: \(list.ru)")
    }
  }

  fileprivate func fields(_ names: Names) -> [Blocker.Field] {
    switch self {
    case .nothing: []
    case .notYet(let act, let from): names.fields(of: act) + [.text("from", from.iso)]
    case .over(let act, let until): names.fields(of: act) + [.text("until", until.iso)]
    case .revoked(let act), .outOfScope(let act), .notDelegable(let act): names.fields(of: act)
    case .notToThem(let act, let people):
      names.fields(of: act) + [
        Blocker.Field(name: "people", value: .list(people.map { names.id(of: $0) }))
      ]
    }
  }
}

extension Names {
  fileprivate func refusal(
    of actor: PersonIndex, for principal: PersonIndex, in place: ActingBlocker.Place
  ) -> Text {
    let step = id(of: place.step, on: place.route)
    return Text(
      en: "\(person(actor)) cannot decide for \(person(principal)) in step `\(step)` of "
        + "\(measure(place.measure)): ",
      ru: "\(person(actor)) не может решать за \(person(principal)) на этапе `\(step)` по "
        + "\(measure(place.measure)): ")
  }

  /// An act under which people act for others.
  func act(_ act: ActReference) -> Text {
    switch act {
    case .event(let number): Text(en: "event \(number)", ru: "событие \(number)")
    case .order(let index):
      Text(en: "the order «\(order(index))»", ru: "приказ «\(order(index))»")
    }
  }

  /// What the act of a substitution of the definition is called.
  func order(_ index: SubstitutionIndex) -> String {
    roadmap.substitutions.indices.contains(index.position)
      ? roadmap.substitutions[index.position].order : "#\(index.raw)"
  }

  fileprivate func fields(of act: ActReference) -> [Blocker.Field] {
    switch act {
    case .event(let number): [Blocker.Field(name: "act", value: .number(number))]
    case .order(let index): [.text("order", order(index))]
    }
  }
}
