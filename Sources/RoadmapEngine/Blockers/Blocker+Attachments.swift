import Bilingual
import RoadmapModel

extension Blocker {
  func aboutAttachments(_ names: Names) -> Text? {
    switch self {
    case .mayNotAttach(let measure, let actor, let people):
      let list = names.people(people)
      return Text(
        en: "\(names.person(actor)) may not attach files to \(names.measure(measure)); "
          + "owners and those who act on it may: \(list.en)",
        ru: "\(names.person(actor)): прикладывать файлы к \(names.measure(measure)) нельзя; "
          + "это могут исполнители и те, кто решает по нему: \(list.ru)")
    case .attachmentsFrozen(let measure, let transition, let round, let requester):
      let name = names.id(of: transition, of: measure)
      return Text(
        en: "round \(round) for `\(name)` of \(names.measure(measure)) decides on what is "
          + "attached now; \(names.person(requester)) withdraws it, or an approver returns it, "
          + "before anything is attached",
        ru: "круг \(round), `\(name)`, по \(names.measure(measure)) решает о том, что приложено "
          + "сейчас; прежде чем что-то прикладывать, его отзывает \(names.person(requester)) или "
          + "возвращает согласующий")
    case .attachmentNameUnusable(let measure, let name):
      return Text(
        en: "nothing can be attached to \(names.measure(measure)) under the name `\(name)`; a name "
          + "has 1 to \(Attachment.longestName) bytes, no slashes and no control characters",
        ru: "под именем `\(name)` к \(names.measure(measure)) ничего не приложить: в имени от 1 до "
          + "\(Attachment.longestName) байт, без косых черт и управляющих знаков")
    case .alreadyAttached(let measure, let name, let person):
      return Text(
        en:
          "`\(name)` is attached to \(names.measure(measure)) already, with just this content, by "
          + names.person(person),
        ru: "`\(name)` с этим содержанием уже приложен к \(names.measure(measure)), приложил(а) "
          + names.person(person))
    default: return nil
    }
  }

  func aboutAttachments(_ names: Names) -> [Field]? {
    switch self {
    case .mayNotAttach(let measure, let actor, let people):
      [
        .measure(measure, names), .text("actor", names.id(of: actor)),
        Field(name: "people", value: .list(people.map { names.id(of: $0) })),
      ]
    case .attachmentsFrozen(let measure, let transition, let round, let requester):
      [
        .measure(measure, names), .transition(transition, of: measure, names),
        Field(name: "round", value: .number(round)), .text("requester", names.id(of: requester)),
      ]
    case .attachmentNameUnusable(let measure, let name):
      [.measure(measure, names), .text("name", name)]
    case .alreadyAttached(let measure, let name, let person):
      [.measure(measure, names), .text("name", name), .text("by", names.id(of: person))]
    default: nil
    }
  }

  /// The blocker that an open round is to attaching.
  static func attachmentsFrozen(_ round: OpenRound) -> Blocker {
    .attachmentsFrozen(
      round.measure, round.transition, round: round.number, requester: round.requester)
  }
}
