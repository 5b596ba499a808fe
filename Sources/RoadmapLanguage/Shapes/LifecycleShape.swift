import Bilingual

extension RecordShape {
  static let lifecycle = RecordShape(
    Noun(
      en: "a lifecycle", "lifecycles",
      ru: "жизненный цикл", "жизненного цикла", "жизненных циклов"),
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(
        .initial, .reference, en: "the state in which a measure begins",
        ru: "состояние, с которого мероприятие начинается"),
      .required(
        .states, .named(.record(.state)), en: "the states, by id",
        ru: "состояния, по идентификаторам"),
      .optional(
        .transitions, .named(.record(.transition)), en: "the transitions, by id",
        ru: "переходы, по идентификаторам"),
    ])

  static let state = RecordShape(
    Noun(
      en: "a state", "states",
      ru: "состояние", "состояния", "состояний"),
    mayBeEmpty: true,
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .optional(
        .done, .flag, en: "whether a measure that reached it counts as carried out",
        ru: "считается ли достигшее его мероприятие исполненным"),
      .optional(
        .final, .flag, en: "whether a measure may stay there for good",
        ru: "может ли мероприятие остаться в нём навсегда"),
    ])

  static let transition = RecordShape(
    Noun(
      en: "a transition", "transitions",
      ru: "переход", "перехода", "переходов"),
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(
        .from, .oneOrMore(.reference), en: "the states that it leaves",
        ru: "состояния, из которых он ведёт"),
      .required(
        .to, .reference, en: "the state that it enters", ru: "состояние, в которое он ведёт"),
      .required(
        .by, .oneOrMore(.reference), en: "who may ask for it", ru: "кто может его запросить"),
      .optional(
        .route, .either(.reference, .record(.tableUse)), en: "the approvals that it needs",
        ru: "нужный маршрут согласования"),
      .optional(
        .when, .text, en: "a condition in CEL that must hold, at the request and again at the end",
        ru: "условие на CEL, верное и при запросе, и при самом переходе"),
      .optional(
        .onReturn, .oneOrMore(.reference),
        en: "the state after a return for rework, or several, the usual one first",
        ru: "состояние после возврата на доработку или несколько, обычное — первым"),
      .optional(
        .onReject, .reference, en: "the state after a rejection", ru: "состояние после отказа"),
    ])

  static let route = RecordShape(
    Noun(
      en: "a route", "routes",
      ru: "маршрут", "маршрута", "маршрутов"),
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(
        .steps, .list(.either(.record(.step), .record(.parallel))), en: "the steps, in order",
        ru: "этапы по порядку"),
      .optional(
        .separate, .list(.oneOrMore(.reference)),
        en: "`requester` and steps that must be different people",
        ru: "`requester` и этапы, за которыми должны стоять разные люди"),
      .optional(
        .bind, .list(.oneOrMore(.reference)), en: "steps that the same people must decide",
        ru: "этапы, на которых должны решать одни и те же люди"),
      .optional(
        .signatures, .text,
        en: "what must be signed: optional, required (decisions) or throughout (requests too)",
        ru: "что нужно подписывать: optional, required (решения) или throughout (и запросы)"),
      .optional(
        .afterReturn, .text,
        en: "who decides again after a return: everybody, not-agreed or changed",
        ru: "кто решает заново после возврата: everybody, not-agreed или changed"),
      .optional(
        .delegate, delegability, en: "to whom votes may be delegated: true, false, or these",
        ru: "кому можно передать голос: true, false или перечень"),
    ])

  /// Whether votes may be delegated, or to whom.
  private static let delegability = Shape.either(.flag, .oneOrMore(.reference))

  static let step = RecordShape(
    Noun(
      en: "a step", "steps",
      ru: "этап", "этапа", "этапов"),
    keys: [
      .required(.id, .text, en: "the id, unique in the route", ru: "идентификатор в маршруте"),
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(.by, .oneOrMore(.reference), en: "who may decide", ru: "кто решает"),
      .optional(
        .not, .oneOrMore(.reference), en: "who may not decide, though `by` means them",
        ru: "кто не решает, хотя и назван в `by`"),
      .optional(
        .quorum, .either(.text, .record(.quorumForm)),
        en: "how many must agree: all, any, a number, a percentage, a weight or groups",
        ru: "сколько голосов нужно: all, any, число, процент, вес или группы"),
      .optional(
        .weights, .numbered, en: "what voices weigh, 1 where nothing is said",
        ru: "вес голосов; 1, если не указан"),
      .optional(
        .veto, .either(.flag, .oneOrMore(.reference)),
        en: "whose refusal ends the round at once: true (everybody's), false, or whose",
        ru: "чей отказ сразу завершает круг: true (любой), false или чей именно"),
      .optional(
        .chair, .oneOrMore(.reference),
        en: "who may decide out of turn, and pass the step alone",
        ru: "кто может решить вне очереди и пройти этап единолично"),
      .optional(
        .within, .text, en: "how many days it may take, such as 3 working days",
        ru: "сколько дней он может занять, например 3 working days"),
      .optional(
        .escalate, .either(.oneOrMore(.reference), .record(.escalation)),
        en: "who hears of it when these days have passed",
        ru: "кому сообщить, когда эти дни истекли"),
      .optional(
        .covers, .oneOrMore(.text),
        en: "the names of the files and fields decided on; all if left out",
        ru: "имена файлов и полей, о которых здесь решают; без ключа — все"),
      .optional(
        .delegate, delegability, en: "to whom votes in it may be delegated: true, false, or these",
        ru: "кому можно передать голос на этом этапе: true, false или перечень"),
    ])

  static let quorumForm = RecordShape(
    Noun(en: "a quorum", "quorums", ru: "кворум", "кворума", "кворумов"),
    keys: [
      .optional(
        .table, .reference, en: "the table that chooses", ru: "таблица, которая выбирает"),
      .optional(
        .weight, .integer, en: "what the voices of those who agree must weigh together",
        ru: "сколько вместе должны весить голоса согласных"),
      .optional(
        .each, .either(.oneOrMore(.reference), .numbered),
        en: "groups that must each agree, or how many of each",
        ru: "группы, каждая из которых должна согласиться, или сколько от каждой"),
    ])

  static let parallel = RecordShape(
    Noun(
      en: "a group of parallel steps", "groups of parallel steps",
      ru: "группа параллельных этапов", "группы параллельных этапов", "групп параллельных этапов"),
    keys: [
      .required(
        .parallel, .list(.record(.step)), en: "steps that are open at the same time",
        ru: "этапы, открытые одновременно")
    ])
}
