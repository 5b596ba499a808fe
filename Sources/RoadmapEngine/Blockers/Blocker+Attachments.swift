import Bilingual
import RoadmapModel

extension Blocker {
  func aboutAttachments(_ names: Names) -> Text? {
    switch self {
    case .mayNotAttach(let measure, let actor, let people):
      let list = names.people(people)
      return Text(
        en: "\(names.person(actor)) may not attach anything to \(names.measure(measure)); "
          + "owners and those who act on it may: \(list.en)",
        ru: "\(names.person(actor)): прикладывать к \(names.measure(measure)) нельзя; "
          + "это могут исполнители и те, кто решает по нему: \(list.ru)")
    case .attachmentNameUnusable(let measure, let name):
      return Text(
        en: "nothing can be attached to \(names.measure(measure)) under the name `\(name)`; a name "
          + "has 1 to \(Attachment.longestName) bytes, no slashes and no control characters",
        ru: "под именем `\(name)` к \(names.measure(measure)) ничего не приложить: в имени от 1 до "
          + "\(Attachment.longestName) байт, без косых черт и управляющих знаков")
    case .fieldUnusable(let measure, let name):
      return Text(
        en:
          "the field `\(name)` of \(names.measure(measure)) cannot have this value; a value has up "
          + "to \(Attachment.longestValue) bytes and no control characters",
        ru: "у поля `\(name)` (\(names.measure(measure))) не может быть такого значения: в нём до "
          + "\(Attachment.longestValue) байт и нет управляющих знаков")
    case .otherRevision(let measure, let route, let step, let seen, let present, let changed):
      return Revisions(seen: seen, present: present, changed: changed).text(
        names, measure, names.id(of: step, on: route))
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
    case .attachmentNameUnusable(let measure, let name), .fieldUnusable(let measure, let name):
      [.measure(measure, names), .text("name", name)]
    case .otherRevision(let measure, let route, let step, let seen, let present, let changed):
      [.measure(measure, names), .text("step", names.id(of: step, on: route))]
        + Revisions(seen: seen, present: present, changed: changed).fields
    case .alreadyAttached(let measure, let name, let person):
      [.measure(measure, names), .text("name", name), .text("by", names.id(of: person))]
    default: nil
    }
  }
}

/// What was read and what is there instead, for people and programs.
private struct Revisions {
  let seen: Seen
  let present: ContentDigest?
  let changed: [String]?

  var fields: [Blocker.Field] {
    let fields: [Blocker.Field] = [
      .text("seen", seen.word), .text("present", present?.hex ?? Seen.none),
    ]
    return fields + (changed.map { [Blocker.Field(name: "changed", value: .list($0))] } ?? [])
  }

  func text(_ names: Names, _ measure: MeasureIndex, _ step: String) -> Text {
    let now = present.map { short($0.hex) }
    let read = short(seen.word)
    return Text(
      en: "`\(step)` of \(names.measure(measure)) decides on \(now ?? "nothing") now, not on "
        + "\(read), which was read",
      ru: "на этапе `\(step)` (\(names.measure(measure))) сейчас решают о "
        + "\(now.map { "редакции \($0)" } ?? "пустом месте"), а прочитано было \(read)"
    ).appending(since)
  }

  private var since: Text {
    guard let changed, !changed.isEmpty else {
      return Text(
        en: "; that has never been what it decides on", ru: "; такой редакции у него не было")
    }
    let list = changed.map { "`\($0)`" }.joined(separator: ", ")
    return Text(en: "; changed since: \(list)", ru: "; с тех пор изменено: \(list)")
  }

  private func short(_ digits: String) -> String {
    digits.utf8.count > Seen.fewestDigits ? "`\(digits.prefix(Seen.fewestDigits))…`" : "`\(digits)`"
  }
}
