public import Bilingual

/// The first place where a journal is not what was written.
public enum ChainBreak: Hashable, Sendable {
  /// Event `number` has the hash `found`, while its bytes and the events before it give `expected`.
  case hash(number: EventNumber, expected: Digest, found: Digest)
  /// Where event `expected` should be there is event `found`.
  case number(expected: EventNumber, found: EventNumber)
  /// The journal ends at `events`, while it once had `kept` events.
  case cutOff(events: EventNumber, kept: EventNumber)
  /// Event `number` once had the hash `expected` and has the hash `found` now: history was
  /// replaced.
  case otherHistory(number: EventNumber, expected: Digest, found: Digest)
  /// The first `events` events once had the Merkle root `expected` and have `found` now: history
  /// was replaced.
  case otherRoot(events: EventNumber, expected: Digest, found: Digest)
  /// No event has the hash that was kept: the journal was cut off or its history replaced.
  case headNotFound(Digest)
  /// Event `number` belongs to no request, or to more than one.
  case request(number: EventNumber)

  /// What is wrong, for people.
  public var text: Text {
    switch self {
    case .hash(let number, let expected, let found):
      Text(
        en: "event \(number) was changed: its hash is `\(found)`, its bytes give `\(expected)`",
        ru: "событие \(number) изменено: его хеш `\(found)`, а по содержанию — `\(expected)`")
    case .number(let expected, let found):
      Text(
        en: "event \(expected) is missing: event \(found) stands in its place",
        ru: "нет события \(expected): на его месте событие \(found)")
    case .cutOff(let events, let kept):
      Text(
        en: "the end was cut off: the journal had \(kept) events and has \(events)",
        ru: "конец журнала отрезан: событий было \(kept), осталось \(events)")
    case .otherHistory(let number, let expected, let found):
      Text(
        en: "history was replaced: event \(number) had the hash `\(expected)`, now `\(found)`",
        ru: "история подменена: у события \(number) был хеш `\(expected)`, теперь `\(found)`")
    case .otherRoot(let events, let expected, let found):
      Text(
        en: "history was replaced: the first \(events) events had the root `\(expected)`, now "
          + "`\(found)`",
        ru: "история подменена: корень первых \(events) событий был `\(expected)`, теперь "
          + "`\(found)`")
    case .headNotFound(let digest):
      Text(
        en: "no event has the hash `\(digest)`: the journal was cut off or its history replaced",
        ru: "ни у одного события нет хеша `\(digest)`: журнал отрезан или история подменена")
    case .request(let number):
      Text(
        en: "event \(number) does not belong to exactly one request",
        ru: "событие \(number) не принадлежит ровно одному запросу")
    }
  }
}
