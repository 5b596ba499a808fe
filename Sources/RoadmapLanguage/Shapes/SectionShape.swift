import Bilingual

extension RecordShape {
  static let section = RecordShape(
    Noun(
      en: "a section", "sections",
      ru: "раздел", "раздела", "разделов"),
    keys: [
      .optional(
        .number, .text, en: "the number that the document prints", ru: "номер, как в документе"),
      .required(.title, .text, en: "the heading", ru: "заголовок"),
      .optional(
        .measures, .list(.record(.measure)), en: "the measures under this heading",
        ru: "мероприятия этого раздела"),
      .optional(
        .sections, .list(.record(.section)), en: "the sections under this heading", ru: "подразделы"
      ),
    ])

  static let measure = RecordShape(
    Noun(
      en: "a measure", "measures",
      ru: "мероприятие", "мероприятия", "мероприятий"),
    keys: measureKeys(kind: .required(.kind, .reference, en: kindMeaning.en, ru: kindMeaning.ru)))

  /// A part leaves out what it shares with its parent.
  static let part = RecordShape(
    Noun(
      en: "a part", "parts",
      ru: "часть мероприятия", "части мероприятия", "частей мероприятия"),
    keys: measureKeys(kind: .optional(.kind, .reference, en: kindMeaning.en, ru: kindMeaning.ru)))

  private static let kindMeaning = Text(en: "what sort of work it is", ru: "вид мероприятия")

  private static func measureKeys(kind: KeyShape) -> [KeyShape] {
    [
      .required(
        .id, .text, en: "the id, unique in the roadmap",
        ru: "идентификатор, единственный в дорожной карте"),
      .optional(
        .number, .text, en: "the number that the document prints", ru: "номер, как в документе"),
      .required(.title, .text, en: "the text of the measure", ru: "текст мероприятия"),
      kind,
      .optional(
        .lifecycle, .reference, en: "its own lifecycle in place of its kind's",
        ru: "собственный жизненный цикл вместо цикла вида"),
      .optional(
        .routes, .named(.reference), en: "its own routes, by transition",
        ru: "собственные маршруты, по переходам"),
      .optional(
        .term, .text, en: "when, in the words of the document", ru: "срок, как в документе"),
      .optional(
        .due, .text, en: "the reading of the term as dates, in ISO 8601",
        ru: "прочтение срока в датах по ISO 8601"),
      .optional(
        .every, .text, en: "how often it comes again: quarter, or a rule of RFC 5545",
        ru: "как часто оно повторяется: квартал или правило RFC 5545"),
      .optional(
        .takes, .text, en: "how long it takes at least, such as 5 working days",
        ru: "сколько дней оно займёт не меньше, например 5 working days"),
      .optional(
        .owners, .oneOrMore(.reference), en: "who does it; the first one leads",
        ru: "исполнители; первый — ответственный"),
      .optional(
        .after, .oneOrMore(.either(.reference, .record(.dependency))),
        en: "the measures that come first", ru: "мероприятия, которые предшествуют"),
      .optional(
        .awaits, .oneOrMore(.either(.reference, .record(.awaited))),
        en: "the external documents that open the window",
        ru: "внешние документы, которые открывают срок"),
      .optional(.parts, .list(.record(.part)), en: "its sub-items", ru: "подпункты"),
    ]
  }
}
