import Bilingual
import CivilTime
import RoadmapModel

extension Blocker {
  /// What speaks against extending a term, in one sentence.
  func aboutTerm(_ names: Names) -> Text? {
    switch self {
    case .notTermSetter(let measure, let actor, let people):
      Text.notTermSetter(measure, actor, people, names)
    case .noTerm(let measure):
      Text(
        en: "\(names.measure(measure)) has no term that ends on a day, so none can be extended",
        ru: "у \(names.measure(measure)) нет срока с последним днём: продлевать нечего")
    case .notAnExtension(let measure, let day, let deadline):
      Text(
        en:
          "the term of \(names.measure(measure)) ends on \(deadline.words.en), and \(day.words.en) "
          + "is not later",
        ru: "срок \(names.measure(measure)) истекает \(deadline.words.ru), "
          + "а \(day.words.ru) — не позже")
    case .alreadyOver(let measure, let state):
      Text(
        en:
          "\(names.measure(measure)) stands in `\(names.id(of: state, of: measure))` and is over; "
          + "its term is not extended any more",
        ru: "\(names.measure(measure)) уже завершено (`\(names.id(of: state, of: measure))`): "
          + "срок больше не продлевают")
    case .reasonMissing(let measure):
      Text(
        en: "a reason is needed to extend the term of \(names.measure(measure))",
        ru: "чтобы продлить срок \(names.measure(measure)), нужно указать причину")
    default: nil
    }
  }

  /// The data of what speaks against extending a term.
  func fieldsAboutTerm(_ names: Names) -> [Field]? {
    switch self {
    case .notTermSetter(let measure, let actor, let people):
      [
        Field(name: "measure", value: .text(names.id(of: measure))),
        Field(name: "actor", value: .text(names.id(of: actor))),
        Field(name: "people", value: .list(people.map { names.id(of: $0) })),
      ]
    case .noTerm(let measure), .reasonMissing(let measure):
      [Field(name: "measure", value: .text(names.id(of: measure)))]
    case .notAnExtension(let measure, let day, let deadline):
      [
        Field(name: "measure", value: .text(names.id(of: measure))),
        Field(name: "until", value: .text(day.iso)),
        Field(name: "deadline", value: .text(deadline.iso)),
      ]
    case .alreadyOver(let measure, let state):
      [
        Field(name: "measure", value: .text(names.id(of: measure))),
        Field(name: "state", value: .text(names.id(of: state, of: measure))),
      ]
    default: nil
    }
  }
}

extension Text {
  fileprivate static func notTermSetter(
    _ measure: MeasureIndex, _ actor: PersonIndex, _ people: [PersonIndex], _ names: Names
  ) -> Text {
    guard !people.isEmpty else {
      return Text(
        en: "nobody may extend the term of \(names.measure(measure)): the roadmap does not say who "
          + "sets terms",
        ru: "срок \(names.measure(measure)) продлить некому: в дорожной карте не сказано, "
          + "кто устанавливает сроки")
    }
    let allowed = names.people(people)
    return Text(
      en: "\(names.person(actor)) did not set the term of \(names.measure(measure)) and may not "
        + "extend it; entitled: \(allowed.en)",
      ru:
        "\(names.person(actor)) не устанавливает срок \(names.measure(measure)) и продлить его не "
        + "вправе; вправе: \(allowed.ru)")
  }
}
