public import Bilingual
public import CivilTime
import RoadmapEngine
import RoadmapModel

/// Why a signature does not count.
public enum SignatureProblem: Error, Hashable, Sendable {
  /// The roadmap gives this key to nobody, or to somebody else.
  case foreignKey
  /// The person's key does not count on this day.
  case notValid(CivilDate)
  /// The signature is none of this act, in this place, by this key.
  case forged
  /// The act says that it is signed, and is not.
  case missing
  /// Something carries a signature that says that it is not signed, or is no act.
  case misplaced

  /// What is wrong, for people.
  public func text(for person: String) -> Text {
    switch self {
    case .foreignKey:
      Text(
        en: "the key is not one that the roadmap of this run gives to `\(person)`",
        ru: "дорожная карта этого исполнения не даёт `\(person)` такого ключа")
    case .notValid(let date):
      Text(
        en: "the key of `\(person)` is not valid on \(date)",
        ru: "ключ `\(person)` на \(date) не действует")
    case .forged:
      Text(
        en: "the signature is not one that the key of `\(person)` made of this act in this place",
        ru: "подпись не сделана ключом `\(person)` под этим действием на этом месте")
    case .missing:
      Text(
        en: "it says that `\(person)` signed it, and there is no signature",
        ru: "сказано, что это подписано `\(person)`, а подписи нет")
    case .misplaced:
      Text(
        en: "it carries a signature where none belongs",
        ru: "подпись стоит там, где её не должно быть")
    }
  }
}

extension Roadmap {
  /// What keeps a key from counting for a person at a time, if anything does.
  ///
  /// The time is when the act was recorded, which never goes backwards in a journal: whoever has a
  /// key that was withdrawn could choose an earlier effective time.
  func problem(
    with key: PublicKey, of person: PersonIndex, recorded: Instant
  ) -> SignatureProblem? {
    guard people.indices.contains(person.position),
      let known = people[person.position].keys.first(where: { $0.key == key })
    else { return .foreignKey }
    return known.isValid(at: recorded) ? nil : .notValid(recorded.date)
  }
}
