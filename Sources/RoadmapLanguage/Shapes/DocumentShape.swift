import Bilingual

extension RecordShape {
  /// The root file of a roadmap.
  static let rootFile = RecordShape(
    Text(en: "a roadmap", ru: "дорожная карта"), plural: Text(en: "roadmaps", ru: "дорожных карт"),
    keys: [
      .required(
        .vekha, .integer, en: "the version of the language: 1", ru: "версия языка: 1"),
      .optional(
        .include, .oneOrMore(.text), en: "other files, by relative path",
        ru: "другие файлы, по относительному пути"),
      .required(
        .roadmap, .record(.heading), en: "what the roadmap says of itself",
        ru: "сведения о самой дорожной карте"),
    ] + shared)

  /// A file that another one includes.
  static let includedFile = RecordShape(
    Text(en: "an included file", ru: "подключаемый файл"),
    plural: Text(en: "included files", ru: "подключаемых файлов"),
    keys: [
      .optional(
        .vekha, .integer, en: "the version of the language: 1", ru: "версия языка: 1"),
      .optional(
        .include, .oneOrMore(.text), en: "other files, by relative path",
        ru: "другие файлы, по относительному пути"),
    ] + shared)

  /// What the root file and included files may both declare.
  private static let shared: [KeyShape] = [
    .optional(
      .people, .named(.record(.person)), en: "who takes part, by id",
      ru: "участники, по идентификаторам"),
    .optional(
      .roles, .named(.text), en: "the offices that people hold, by id",
      ru: "роли участников, по идентификаторам"),
    .optional(
      .documents, .named(.record(.document)), en: "external papers that measures wait for, by id",
      ru: "внешние документы, которых ждут мероприятия, по идентификаторам"),
    .optional(
      .kinds, .named(.record(.kind)), en: "the sorts of measures, by id",
      ru: "виды мероприятий, по идентификаторам"),
    .optional(
      .lifecycles, .named(.record(.lifecycle)), en: "states and transitions of measures, by id",
      ru: "состояния и переходы мероприятий, по идентификаторам"),
    .optional(
      .routes, .named(.record(.route)), en: "approvals that transitions need, by id",
      ru: "маршруты согласования, по идентификаторам"),
    .optional(
      .sections, .list(.record(.section)), en: "the headings of the document, with their measures",
      ru: "разделы документа с их мероприятиями"),
  ]

  static let heading = RecordShape(
    Text(en: "the roadmap", ru: "дорожная карта"), plural: Text(en: "roadmaps", ru: "карт"),
    keys: [
      .required(.id, .text, en: "the id of the roadmap", ru: "идентификатор дорожной карты"),
      .required(
        .title, .text, en: "the title that documents print", ru: "название, как в документе"),
      .optional(
        .period, .text, en: "the span that it covers, such as 2018-01-01/2020-12-31",
        ru: "срок действия, например 2018-01-01/2020-12-31"),
      .optional(
        .language, .text, en: "the language of its terms and documents: en or ru",
        ru: "язык сроков и документов: en или ru"),
    ])

  static let person = RecordShape(
    Text(en: "a person", ru: "участник"), plural: Text(en: "people", ru: "участников"),
    mayBeEmpty: true,
    keys: [
      .optional(.name, .text, en: "the name that documents print", ru: "имя, как в документах"),
      .optional(
        .roles, .oneOrMore(.reference), en: "the roles that this person holds",
        ru: "роли этого участника"),
    ])

  static let document = RecordShape(
    Text(en: "an external document", ru: "внешний документ"),
    plural: Text(en: "external documents", ru: "внешних документов"), mayBeEmpty: true,
    keys: [.optional(.title, .text, en: "what the document is called", ru: "название документа")])

  static let kind = RecordShape(
    Text(en: "a kind", ru: "вид"), plural: Text(en: "kinds", ru: "видов"),
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(
        .lifecycle, .reference, en: "the lifecycle of such measures",
        ru: "жизненный цикл таких мероприятий"),
      .optional(
        .follows, .reference, en: "the kind that must come before", ru: "вид, который предшествует"),
    ])
}
