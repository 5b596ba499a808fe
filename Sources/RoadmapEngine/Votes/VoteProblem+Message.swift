import Bilingual
import RoadmapModel

extension VoteProblem {
  /// What stands in the way, and who can change it, in one sentence.
  func message(_ names: Names) -> Text {
    switch self {
    case .quorumOutOfReach(let measure, let route, let step, let quorum, let there, let people):
      outOfReach(measure, names.id(of: step, on: route), quorum, there, people, names)
    case .abstentionStalls(let measure, let route, let step, let actor):
      Text(
        en: "\(names.person(actor)) cannot abstain in step `\(names.id(of: step, on: route))` of "
          + "\(names.measure(measure)): without this vote the round could no longer be passed; "
          + "return or reject it instead",
        ru: "\(names.person(actor)) не может воздержаться на этапе "
          + "`\(names.id(of: step, on: route))` по \(names.measure(measure)): без этого голоса "
          + "круг уже не пройти; верните на доработку или откажите")
    case .outOfTurn(let measure, let route, let steps, let actor):
      Text(
        en: "no step of \(names.measure(measure)) waits for \(names.person(actor)) yet; as the "
          + "chair name the one to decide out of turn: \(names.steps(steps, on: route))",
        ru: "\(names.person(actor)): ни один этап по \(names.measure(measure)) решения ещё не "
          + "ждёт; председатель, решающий вне очереди, называет этап: "
          + names.steps(steps, on: route))
    case .nothingToRetract(let measure, let actor):
      Text(
        en: "\(names.person(actor)) has decided in no step of the open round of "
          + names.measure(measure),
        ru: "\(names.person(actor)): в открытом круге по \(names.measure(measure)) нет решения, "
          + "которое можно отозвать")
    case .reliedUpon(let measure, let route, let step, let actor, let passed):
      reliedUpon(measure, names.id(of: step, on: route), actor, passed, names)
    }
  }

  private func outOfReach(
    _ measure: MeasureIndex, _ step: String, _ quorum: Quorum, _ there: Int,
    _ people: [PersonIndex], _ names: Names
  ) -> Text {
    let (needed, list) = (quorum.needed(of: people.count), names.people(people))
    guard quorum.unit == .places else {
      return Text(
        en: "step `\(step)` of \(names.measure(measure)) needs a weight of \(needed), and all who "
          + "can approve weigh \(there) together: \(list.en)",
        ru:
          "на этапе `\(step)` по \(names.measure(measure)) нужен вес голосов \(needed), а у всех, "
          + "кто может согласовать, вместе \(there): \(list.ru)")
    }
    let groups = names.groups(quorum.groups)
    return Text(
      en: "step `\(step)` of \(names.measure(measure)) needs other people from each of \(groups), "
        + "\(needed) in all, and only \(there) can be found among \(list.en)",
      ru: "на этапе `\(step)` по \(names.measure(measure)) нужны разные люди от каждой из групп "
        + "\(groups), всего \(needed), а найти можно только \(there): \(list.ru)")
  }

  private func reliedUpon(
    _ measure: MeasureIndex, _ step: String, _ actor: PersonIndex,
    _ passed: ActingBlocker.Place, _ names: Names
  ) -> Text {
    let id = names.id(of: passed.step, on: passed.route)
    let isOwn = passed.measure == measure
    let other = isOwn ? "" : names.measure(passed.measure)
    return Text(
      en: "\(names.person(actor)) cannot take back the decision in step `\(step)` of "
        + "\(names.measure(measure)): `\(id)`\(isOwn ? "" : " of " + other) has passed without "
        + "them because of it; the round can be returned, rejected or withdrawn",
      ru: "\(names.person(actor)) не может отозвать решение на этапе `\(step)` по "
        + "\(names.measure(measure)): из-за него без этого участника пройден "
        + "`\(id)`\(isOwn ? "" : " по " + other); круг можно вернуть, отклонить или отозвать")
  }
}

extension Names {
  /// Groups of a quorum, in backticks, with how many of each.
  func groups(_ groups: [Quorum.Group]) -> String {
    groups.map { group in
      "`\(roadmap.text(of: group.members))`" + (group.count == 1 ? "" : " (\(group.count))")
    }.joined(separator: ", ")
  }
}
