import Bilingual
import RoadmapModel

extension FindingCode {
  /// A step that needs more people than may decide in it.
  public static let quorumTooLarge = FindingCode("quorum-too-large")
}

extension Facts {
  /// The finding for a quorum that cannot be reached.
  func quorumTooLarge(_ step: StepIndex, needed: Int, there: Int, _ found: RouteCase) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    return Finding(
      .error, .quorumTooLarge, at: place(found, or: .quorum(found.use.route, step)),
      Text(
        en: "\(name.en) needs \(needed) people\(scope.en), but only \(there) may decide in it",
        ru: "на \(name.ru) нужно согласие \(agreeing(needed).ru)\(scope.ru), а решать "
          + (there == 1 ? "может" : "могут") + " только \(deciding(there).ru)"),
      help: Text(
        en: "lower `quorum`, or let more people decide",
        ru: "уменьшите `quorum` или добавьте тех, кто решает"),
      related: notes(found, .quorum(found.use.route, step), stepNote(step, found)))
  }

  /// The finding for a weight that all people of a step do not bring.
  func weightTooLarge(_ step: StepIndex, needed: Int, there: Int, _ found: RouteCase) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    return Finding(
      .error, .quorumTooLarge, at: place(found, or: .quorum(found.use.route, step)),
      Text(
        en: "\(name.en) needs a weight of \(needed)\(scope.en), but all who may decide in it weigh "
          + "\(there) together",
        ru: "на \(name.ru) нужен вес голосов \(needed)\(scope.ru), а у всех, кто решает, вместе "
          + "\(there)"),
      help: Text(
        en: "lower the weight that `quorum` asks for, or give more `weights`",
        ru: "уменьшите вес в `quorum` или увеличьте `weights`"),
      related: notes(found, .quorum(found.use.route, step), stepNote(step, found)))
  }

  /// The finding for groups that share too few people.
  func groupsTooLarge(_ step: StepIndex, needed: Int, there: Int, _ found: RouteCase) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    return Finding(
      .error, .quorumTooLarge, at: place(found, or: .quorum(found.use.route, step)),
      Text(
        en: "\(name.en) needs \(needed) different people from its groups\(scope.en), but only "
          + "\(there) can be found: whoever belongs to several counts for one",
        ru: "на \(name.ru) от групп нужно разных людей: \(needed)\(scope.ru), а найти можно только "
          + "\(there): входящий в несколько групп считается за одну"),
      help: Text(
        en: "let more people belong to these groups, or name fewer groups",
        ru: "добавьте людей в эти группы или назовите меньше групп"),
      related: notes(found, .quorum(found.use.route, step), stepNote(step, found)))
  }
}

/// People whose agreement is needed; in Russian in the genitive.
private let agreeing = CountedNoun(
  en: "person", "people", ru: "человека", "человек", "человек")

/// People who may decide.
private let deciding = CountedNoun(
  en: "person", "people", ru: "человек", "человека", "человек")
