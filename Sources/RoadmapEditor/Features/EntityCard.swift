import Bilingual
import CEL
import CivilTime
import RoadmapLanguage
import RoadmapModel

/// Says in Markdown what a roadmap says of something.
struct EntityCard {
  let roadmap: Roadmap
  let language: Language

  /// The card of an entity; `nil` where the roadmap does not have it, or it has errors of its own.
  func card(of entity: Entity) -> String? {
    switch entity.kind {
    case .roadmap: roadmapCard
    case .file: "`\(entity.name)`"
    case .person: roadmap.person(named: entity.name).map(card)
    case .role: roadmap.roles.first { Self.same($0.id, entity.name) }.map(card)
    case .document:
      roadmap.document(named: entity.name).map { index in
        lines(
          heading(say(en: "external document", ru: "внешний документ"), entity.name),
          roadmap.documents[index.position].title)
      }
    case .kind: roadmap.kinds.first { Self.same($0.id, entity.name) }.map(card)
    case .lifecycle: lifecycle(entity.name).map(card)
    case .state: lifecycle(entity.owner).flatMap { stateCard(entity.name, of: $0) }
    case .transition: lifecycle(entity.owner).flatMap { transitionCard(entity.name, of: $0) }
    case .route: route(entity.name).map(card)
    case .step:
      route(entity.owner).flatMap { route in
        route.step(named: entity.name).map { stepLine(route[$0]) }
      }
    case .section: nil
    case .measure: measureCard(entity.name)
    case .rule: roadmap.rules.first { Self.same($0.id, entity.name) }.map(card)
    case .variable: roadmap.variables.first { Self.same($0.id, entity.name) }.map(card)
    case .table: roadmap.tables.first { Self.same($0.id, entity.name) }.map(card)
    }
  }

  static func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  func say(en: String, ru: String) -> String { Text(en: en, ru: ru)[language] }

  func heading(_ noun: String, _ id: String) -> String { "\(noun) `\(id)`" }

  func lines(_ lines: String?...) -> String {
    lines.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func row(en: String, ru: String, _ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    return "*\(say(en: en, ru: ru))*: \(value)"
  }

  func lifecycle(_ id: String) -> Lifecycle? {
    roadmap.lifecycles.first { Self.same($0.id, id) }
  }

  func route(_ id: String) -> Route? { roadmap.routes.first { Self.same($0.id, id) } }
}

// MARK: - People

extension EntityCard {
  private var roadmapCard: String {
    lines(
      "**\(roadmap.heading.title)**",
      row(en: "covers", ru: "срок действия", roadmap.heading.period?.edtf))
  }

  private func card(_ index: PersonIndex) -> String {
    let person = roadmap.people[index.position]
    let roles = person.roles.map { roadmap.roles[$0.position].title }
    let owned = roadmap.measures.indices.count {
      roadmap.measures.owners[$0.position].contains(index)
    }
    return lines(
      heading(say(en: "person", ru: "участник"), person.id), "**\(person.name)**",
      row(en: "roles", ru: "роли", roles.joined(separator: ", ")),
      row(en: "owns measures", ru: "мероприятий за ним", owned == 0 ? nil : "\(owned)"))
  }

  private func card(_ role: Role) -> String {
    let position = roadmap.roles.firstIndex { Self.same($0.id, role.id) } ?? 0
    let holders = roadmap.holders[position].map { roadmap.people[$0.position].name }
    return lines(
      heading(say(en: "role", ru: "роль"), role.id), "**\(role.title)**",
      row(
        en: "held by", ru: "у кого",
        holders.isEmpty ? say(en: "nobody", ru: "ни у кого") : holders.joined(separator: ", ")))
  }

  func name(_ principal: Principal) -> String {
    switch principal {
    case .owner: say(en: "any owner", ru: "любой исполнитель")
    case .lead: say(en: "the lead", ru: "ответственный")
    case .requester: say(en: "whoever asked", ru: "кто запросил")
    case .person(let index): roadmap.people[index.position].name
    case .role(let index): roadmap.roles[index.position].title
    }
  }

  private func names(_ principals: [Principal]) -> String {
    principals.map(name).joined(separator: ", ")
  }
}

// MARK: - How measures live

extension EntityCard {
  private func card(_ kind: Kind) -> String {
    lines(
      heading(say(en: "kind", ru: "вид"), kind.id), "**\(kind.title)**",
      row(
        en: "lifecycle", ru: "жизненный цикл",
        kind.lifecycle.map { "`\(roadmap.lifecycles[$0.position].id)`" }),
      row(
        en: "follows", ru: "следует за", kind.follows.map { "`\(roadmap.kinds[$0.position].id)`" }))
  }

  private func card(_ lifecycle: Lifecycle) -> String {
    let transitions = lifecycle.transitions.map { "- " + arrow($0, of: lifecycle) }
    return lines(
      heading(say(en: "lifecycle", ru: "жизненный цикл"), lifecycle.id), "**\(lifecycle.title)**",
      transitions.joined(separator: "\n"))
  }

  private func stateCard(_ id: String, of lifecycle: Lifecycle) -> String? {
    guard let index = lifecycle.state(named: id) else { return nil }
    let state = lifecycle[index]
    let isInitial = lifecycle.initial == index
    return lines(
      heading(say(en: "state of `\(lifecycle.id)`", ru: "состояние `\(lifecycle.id)`"), id),
      "**\(state.title)**",
      isInitial ? say(en: "measures begin here", ru: "здесь мероприятия начинаются") : nil,
      state.isDone ? say(en: "counts as carried out", ru: "считается исполнением") : nil,
      state.isFinal ? say(en: "measures may stay here", ru: "здесь можно остаться навсегда") : nil)
  }

  private func arrow(_ transition: Transition, of lifecycle: Lifecycle) -> String {
    let from = lifecycle.states.indices.filter { transition.from.contains(StateIndex($0)) }
      .map { lifecycle.states[$0].id }
    return "`\(transition.id)`: \(from.joined(separator: ", ")) → \(lifecycle[transition.to].id)"
  }

  private func transitionCard(_ id: String, of lifecycle: Lifecycle) -> String? {
    guard let index = lifecycle.transition(named: id) else { return nil }
    let transition = lifecycle[index]
    return lines(
      heading(say(en: "transition of `\(lifecycle.id)`", ru: "переход `\(lifecycle.id)`"), id),
      transition.title == id ? nil : "**\(transition.title)**", arrow(transition, of: lifecycle),
      row(en: "asked for by", ru: "запрашивает", names(transition.by)),
      transition.route.map { card(roadmap.routes[$0.position]) })
  }

  private func card(_ route: Route) -> String {
    let stages = route.stages.enumerated().map { number, stage in
      stage.map { "\(number + 1). \(stepLine(route.steps[$0]))" }.joined(separator: "\n")
    }
    return lines(
      heading(say(en: "route", ru: "маршрут"), route.id),
      route.title == route.id ? nil : "**\(route.title)**", stages.joined(separator: "\n"),
      row(
        en: "different people", ru: "разные люди",
        route.separations.map { parties($0, of: route) }.joined(separator: "; ")))
  }

  private func parties(_ parties: [Route.Party], of route: Route) -> String {
    parties.map { party in
      switch party {
      case .requester: "`requester`"
      case .step(let index): "`\(route[index].id)`"
      }
    }.joined(separator: ", ")
  }

  private func stepLine(_ step: Route.Step) -> String {
    let quorum =
      switch step.quorum {
      case .all: say(en: "all of", ru: "все из")
      case .any: say(en: "any of", ru: "любой из")
      case .count(let count): say(en: "\(count) of", ru: "\(count) из")
      case .percent(let percent): say(en: "\(percent)% of", ru: "\(percent)% из")
      case .moreThan(let percent):
        say(en: "more than \(percent)% of", ru: "больше \(percent)% из")
      case .weight(let weight): say(en: "a weight of \(weight) among", ru: "вес \(weight) среди")
      case .each(let groups):
        say(en: "from each of", ru: "из каждой группы")
          + " (\(listed(groups)))"
          + say(en: " among", ru: " среди")
      }
    return "\(step.title) (`\(step.id)`) — \(quorum): \(names(step.by))"
  }

  private func listed(_ groups: [Quorum.Group]) -> String {
    groups.map { "`\(roadmap.text(of: $0.members))` \($0.count)" }.joined(separator: ", ")
  }
}

// MARK: - Measures

extension EntityCard {
  private func measureCard(_ name: String) -> String? {
    guard let index = roadmap.measures(named: name).first else { return nil }
    let entry = roadmap.measures[index]
    let number = roadmap.number(of: index).map { "\($0). " } ?? ""
    let kind = entry.kind.map { roadmap.kinds[$0.position].title }
    let owners = roadmap.measures.owners[index.position].map { roadmap.people[$0.position].name }
    let documents = roadmap.measures.awaits[index.position]
      .map { roadmap.documents[$0.position].title }
    let cycle = entry.lifecycle.map { "`\(roadmap.lifecycles[$0.position].id)`" }
    return lines(
      heading(kind ?? say(en: "measure", ru: "мероприятие"), roadmap.id(of: index)),
      "**\(number)\(roadmap.title(of: index))**", row(en: "term", ru: "срок", term(entry)),
      row(en: "owners", ru: "исполнители", owners.joined(separator: ", ")),
      row(en: "lifecycle", ru: "жизненный цикл", cycle),
      row(en: "comes after", ru: "после", predecessors(of: index)),
      row(en: "awaits", ru: "ждёт документов", documents.joined(separator: ", ")))
  }

  /// The words of a term, and the days that they mean.
  private func term(_ entry: Measures.Entry) -> String {
    let words = entry.term.isEmpty ? nil : "«\(roadmap.texts[entry.term])»"
    let dates = entry.due.map { "`\($0.edtf)`" }
    return [words, dates].compactMap { $0 }.joined(separator: " — ")
  }

  private func predecessors(of index: MeasureIndex) -> String {
    roadmap.measures.dependencies[index.position].prefix(20).map { dependency in
      let title = roadmap.title(of: dependency.predecessor)
      let id = roadmap.id(of: dependency.predecessor)
      guard let state = dependency.reaches,
        let cycle = roadmap.lifecycle(of: dependency.predecessor)
      else { return "\(title) (`\(id)`)" }
      return "\(title) (`\(id)` → \(cycle[state].title))"
    }.joined(separator: ", ")
  }
}
