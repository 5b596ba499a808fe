import Bilingual

extension FieldMeaning {
  static let document = [
    "id": id, "title": Text(en: "what it is called", ru: "название"),
    "received": Text(
      en: "whether it has come; known in a run only",
      ru: "получен ли он; известно только при исполнении"),
    "number": Text(en: "its number; unset until it has come", ru: "номер, когда документ получен"),
    "date": Text(
      en: "the beginning of the day of its date; unset until it has come",
      ru: "начало дня, которым он датирован, когда он получен"),
  ]

  static let transition = [
    "id": id, "title": Text(en: "what people call it", ru: "название"),
    "from": Text(
      en: "the ids of the states that it leaves",
      ru: "идентификаторы состояний, из которых он ведёт"),
    "to": Text(
      en: "the id of the state that it enters", ru: "идентификатор состояния, в которое он ведёт"),
    "finishes": Text(
      en: "whether it enters a state that counts as carried out", ru: "ведёт ли он к исполнению"),
    "route": Text(
      en: "the id of the route of approvals; unset where it needs none",
      ru: "идентификатор маршрута согласования, если он нужен"),
    "steps": Text(en: "the steps of that route", ru: "этапы этого маршрута"),
  ]

  static let step = [
    "id": id, "title": Text(en: "what people call it", ru: "название"),
    "people": Text(en: "the people who may decide in it", ru: "кто вправе решать на этом этапе"),
    "needed": Text(en: "how many of them must agree", ru: "сколько из них должны согласиться"),
    "excludes_requester": Text(
      en: "whether the one who asks may not decide in it",
      ru: "запрещено ли решать тому, кто запросил переход"),
  ]

  static let attachment = [
    "name": Text(en: "the name of the file", ru: "имя файла"),
    "size": Text(en: "its size in bytes", ru: "размер в байтах"),
    "digest": Text(en: "the SHA-256 of its bytes", ru: "SHA-256 содержимого"),
    "person": Text(en: "who attached it", ru: "кто приложил файл"),
    "time": Text(en: "when it was attached", ru: "когда его приложили"),
    "revision": Text(
      en: "which revision of the name it is, from 1", ru: "номер редакции файла, с 1"),
  ]

  static let round = [
    "number": Text(
      en: "the number of the round, from 1; 0 where the transition takes no route",
      ru: "номер круга, с 1; 0, если маршрута нет"),
    "transition": Text(
      en: "the id of the transition that is asked for", ru: "идентификатор запрошенного перехода"),
    "requester": Text(
      en: "whoever asked; unset until then", ru: "кто запросил, когда это известно"),
    "votes": Text(en: "the approvals that were given", ru: "данные голоса"),
    "passed": Text(
      en: "the ids of the steps that have passed", ru: "идентификаторы пройденных этапов"),
  ]

  static let vote = [
    "step": Text(en: "the id of the step", ru: "идентификатор этапа"),
    "person": Text(en: "who gave it", ru: "кто его подал"),
    "principal": Text(
      en: "whose vote it is: the same person, or the one that they acted for",
      ru: "чей это голос: того же участника или того, за кого он решал"),
    "remarks": Text(en: "whether it came with remarks", ru: "есть ли замечания"),
  ]
}
