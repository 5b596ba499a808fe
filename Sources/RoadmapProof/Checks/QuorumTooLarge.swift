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
}

/// People whose agreement is needed; in Russian in the genitive.
private let agreeing = CountedNoun(
  en: "person", "people", ru: "человека", "человек", "человек")

/// People who may decide.
private let deciding = CountedNoun(
  en: "person", "people", ru: "человек", "человека", "человек")
