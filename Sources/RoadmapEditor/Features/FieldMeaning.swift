import Bilingual

/// What the variables and the fields mean that expressions may ask for.
enum FieldMeaning {
  /// What a variable is.
  static func of(_ variable: String) -> Text? { variables[variable] }

  /// What a field of a record type is.
  static func of(_ field: String, in record: String) -> Text? { fields[record]?[field] }

  private static let variables = [
    "measure": Text(
      en: "the measure that the rule is being decided for",
      ru: "мероприятие, для которого решается правило"),
    "roadmap": Text(en: "the roadmap as a whole", ru: "дорожная карта в целом"),
    "now": Text(
      en: "the moment for which this is decided", ru: "момент, на который решается условие"),
    "variables": Text(
      en: "the roadmap's own named expressions", ru: "именованные выражения дорожной карты"),
    "transition": Text(
      en: "the transition that is being asked for", ru: "переход, который запрашивается"),
    "round": Text(en: "the round of approvals", ru: "круг согласования"),
    "actor": Text(en: "whoever asks for the transition", ru: "кто запрашивает переход"),
  ]

  private static let fields: [String: [String: Text]] = [
    "Measure": measure, "Person": person, "Section": section, "Kind": kind, "Period": period,
    "Roadmap": roadmap, "Document": document, "Transition": transition, "Step": step,
    "Attachment": attachment, "Round": round, "Vote": vote,
  ]

  static let id = Text(en: "the id", ru: "идентификатор")

  private static let measure = [
    "id": id,
    "number": Text(en: "the number beside it; unset without one", ru: "номер, если он есть"),
    "full_number": Text(
      en: "the number with those of its section, such as `1.1.6`; unset without one",
      ru: "номер вместе с номером раздела, например `1.1.6`, если он есть"),
    "title": Text(en: "the text of the measure", ru: "текст мероприятия"),
    "kind": Text(en: "the id of its kind", ru: "идентификатор вида"),
    "lifecycle": Text(en: "the id of its lifecycle", ru: "идентификатор жизненного цикла"),
    "term": Text(en: "the words of its term; unset without one", ru: "слова срока, если он есть"),
    "section": Text(en: "the section that it stands in", ru: "раздел, в котором оно стоит"),
    "owners": Text(en: "the people who do it", ru: "исполнители"),
    "lead": Text(
      en: "the first-named owner; unset without one", ru: "первый из исполнителей, если он есть"),
    "is_part": Text(en: "whether it is a part of another", ru: "является ли оно подпунктом"),
    "parent": Text(
      en: "the measure that it is a part of; unset for others",
      ru: "мероприятие, частью которого оно является, если оно подпункт"),
    "parts": Text(en: "its parts", ru: "его подпункты"),
    "after": Text(en: "the measures right before it", ru: "мероприятия прямо перед ним"),
    "ancestors": Text(
      en: "all that come before it, directly or through others",
      ru: "все, что предшествуют ему прямо или через другие"),
    "awaits": Text(
      en: "the ids of the documents that it awaits",
      ru: "идентификаторы документов, которых оно ждёт"),
    "due": Text(
      en: "the dates of its term; unset where it has none", ru: "даты срока, если они есть"),
    "cost": Text(en: "what it costs; unset without one", ru: "стоимость, если она указана"),
    "state": Text(
      en: "the id of the state that it is in; known in a run only",
      ru: "идентификатор состояния; известен только при исполнении"),
    "reached": Text(
      en: "the ids of the states that it has been in; known in a run only",
      ru: "идентификаторы состояний, в которых оно побывало; известны только при исполнении"),
    "done": Text(
      en: "whether it has reached a state that counts as carried out; known in a run only",
      ru: "исполнено ли оно; известно только при исполнении"),
    "attachments": Text(
      en: "the files attached to it; known in a run only",
      ru: "приложенные файлы; известны только при исполнении"),
    "fields": Text(
      en: "the values of its fields, by name; known in a run only",
      ru: "значения его полей по именам; известны только при исполнении"),
    "round": Text(
      en: "its round of approvals that is open; unset where none is; known in a run only",
      ru: "открытый круг согласования, если он есть; известен только при исполнении"),
  ]

  private static let person = [
    "id": id, "name": Text(en: "the name that documents print", ru: "имя, как в документах"),
    "roles": Text(en: "the ids of the roles", ru: "идентификаторы ролей"),
  ]

  private static let section = [
    "number": Text(en: "the number; unset without one", ru: "номер, если он есть"),
    "title": Text(en: "the heading", ru: "заголовок"),
    "parent": Text(
      en: "the section around it; unset for the outermost", ru: "объемлющий раздел, если он есть"),
  ]

  private static let kind = [
    "id": id, "title": Text(en: "what people call it", ru: "название"),
    "lifecycle": Text(en: "the id of its lifecycle", ru: "идентификатор жизненного цикла"),
    "follows": Text(
      en: "the id of the kind that comes before; unset without one",
      ru: "идентификатор предшествующего вида, если он есть"),
  ]

  private static let period = [
    "from": Text(
      en: "the beginning of its first day; unset where it is open",
      ru: "начало первого дня, если он известен"),
    "to": Text(
      en: "the beginning of its last day; unset where it is open",
      ru: "начало последнего дня, если он известен"),
  ]

  private static let roadmap = [
    "id": id, "title": Text(en: "the title", ru: "название"),
    "period": Text(
      en: "the days that it covers; unset without them", ru: "срок действия, если он указан"),
    "measures": Text(en: "all measures, parts among them", ru: "все мероприятия и подпункты"),
    "people": Text(en: "all people", ru: "все участники"),
    "kinds": Text(en: "all kinds", ru: "все виды"),
    "sections": Text(en: "all sections", ru: "все разделы"),
    "documents": Text(en: "all external documents", ru: "все внешние документы"),
  ]
}
