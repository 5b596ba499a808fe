import Bilingual
import RoadmapModel

extension FindingCode {
  /// A step whose decisions must be signed, of people too few of whom have keys.
  public static let stepWithoutKeys = FindingCode("step-without-keys")
}

extension Facts {
  /// The finding for a step in which too few can sign.
  func stepWithoutKeys(_ step: StepIndex, needed: Int, keyed: Int, _ found: RouteCase) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    return Finding(
      .error, .stepWithoutKeys, at: place(found, or: .stepBy(found.use.route, step)),
      keyed == 0
        ? Text(
          en: "nobody who may decide in \(name.en)\(scope.en) has a key, "
            + "and decisions must be signed",
          ru: "на \(name.ru) ни у кого из решающих\(scope.ru) нет ключа, "
            + "а решения нужно подписывать")
        : Text(
          en: "\(name.en) needs \(signing(needed).en)\(scope.en), but the roadmap has keys of "
            + "only \(keyed) of those who may decide in it",
          ru: "на \(name.ru) нужны подписи\(scope.ru): \(signing(needed).ru), "
            + "а ключи есть только у \(keyed)"),
      help: Text(
        en: "add `keys` to these people: `vekha key new` makes one and prints the line",
        ru: "добавьте этим участникам `keys`: строку печатает `vekha key new`"),
      related: notes(found, .stepBy(found.use.route, step), stepNote(step, found)))
  }
}

/// Signatures that are needed.
private let signing = CountedNoun(
  en: "signature", "signatures", ru: "подпись", "подписи", "подписей")
