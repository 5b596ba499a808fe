import Bilingual

extension RecordShape {
  /// The root file of a roadmap.
  static let rootFile = RecordShape(
    Noun(
      en: "a roadmap file", "roadmap files",
      ru: "файл дорожной карты", "файла дорожной карты", "файлов дорожных карт"),
    keys: [
      .required(
        .vekha, .integer, en: "the version of the language: 1", ru: "версия языка: 1"),
      .optional(
        .include, .oneOrMore(.text), en: "other files, by relative path",
        ru: "другие файлы, по относительному пути"),
      .required(
        .roadmap, .record(.heading), en: "what the roadmap says of itself",
        ru: "сведения о самой дорожной карте"),
      .optional(
        .powers, .record(.powers), en: "who may do what no measure gives a right to",
        ru: "кому дано то, чего не даёт ни одно мероприятие"),
    ] + shared)

  /// A file that another one includes.
  static let includedFile = RecordShape(
    Noun(
      en: "an included file", "included files",
      ru: "подключаемый файл", "подключаемого файла", "подключаемых файлов"),
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
      .separations, .list(.record(.dutySeparation)),
      en: "what different people must do, across routes and measures",
      ru: "что должны делать разные люди, на разных маршрутах и в разных мероприятиях"),
    .optional(
      .bindings, .list(.record(.dutyBinding)),
      en: "what the same people must do, across routes and measures",
      ru: "что должны делать одни и те же люди, на разных маршрутах и в разных мероприятиях"),
    .optional(
      .variables, .named(.text), en: "named expressions in CEL, for rules and tables",
      ru: "именованные выражения на CEL для правил и таблиц"),
    .optional(
      .tables, .named(.record(.table)), en: "tables that choose routes and quorums, by id",
      ru: "таблицы решений, которые выбирают маршруты и кворумы, по идентификаторам"),
    .optional(
      .rules, .list(.record(.rule)), en: "what the roadmap must keep",
      ru: "правила, которые дорожная карта должна соблюдать"),
    .optional(
      .sections, .list(.record(.section)), en: "the headings of the document, with their measures",
      ru: "разделы документа с их мероприятиями"),
  ]

  static let heading = RecordShape(
    Noun(
      en: "the heading of the roadmap", "headings",
      ru: "заголовок дорожной карты", "заголовка дорожной карты", "заголовков"),
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
      .optional(
        .resilience, .integer, en: "how many people may be absent: 0, 1 or 2",
        ru: "скольких участников может не быть: 0, 1 или 2"),
      .optional(
        .calendar, .text, en: "the working days: ru, weekdays, or a file by relative path",
        ru: "рабочие дни: ru, weekdays или файл по относительному пути"),
      .optional(
        .terms, .record(.termPolicies), en: "how terms are read, and who sets them",
        ru: "как читать сроки и кто их устанавливает"),
      .optional(
        .timers, .record(.timers), en: "when people are reminded of terms",
        ru: "когда напоминать о сроках"),
    ])

  static let termPolicies = RecordShape(
    Noun(
      en: "the reading of terms", "readings of terms",
      ru: "чтение сроков", "чтения сроков", "способов чтения сроков"),
    keys: [
      .optional(
        .until, .text, en: "whether the day after «до» belongs to a term: inclusive or exclusive",
        ru: "входит ли в срок день после «до»: inclusive или exclusive"),
      .optional(
        .dayOff, .text, en: "where a last day that is a day off moves: keep, previous or next",
        ru: "куда переносится последний день, если он выходной: keep, previous или next"),
      .optional(
        .setBy, .oneOrMore(.reference), en: "who sets terms, and alone may extend them",
        ru: "кто устанавливает сроки и один вправе их продлевать"),
    ])

  static let timers = RecordShape(
    Noun(
      en: "timers", "timers",
      ru: "напоминания", "напоминаний", "напоминаний"),
    keys: [
      .optional(
        .dueSoon, .text, en: "how long before its last day a term is due soon: 3 working days",
        ru: "за сколько дней до последнего дня напоминать о сроке: 3 working days"),
      .optional(
        .escalate, .oneOrMore(.reference), en: "who hears of overdue measures",
        ru: "кому сообщать о просроченных мероприятиях"),
    ])

  static let person = RecordShape(
    Noun(
      en: "a person", "people",
      ru: "участник", "участника", "участников"),
    mayBeEmpty: true,
    keys: [
      .optional(.name, .text, en: "the name that documents print", ru: "имя, как в документах"),
      .optional(
        .roles, .oneOrMore(.reference), en: "the roles that this person holds",
        ru: "роли этого участника"),
      .optional(
        .keys, .oneOrMore(.either(.text, .record(.personKey))),
        en: "the public keys with which this person signs",
        ru: "открытые ключи, которыми подписывает участник"),
      .optional(
        .substitutes, .oneOrMore(.record(.substitution)),
        en: "who stands in for this person, when and by which order",
        ru: "кто замещает участника, когда и по какому приказу"),
    ])

  static let personKey = RecordShape(
    Noun(
      en: "a signing key", "signing keys",
      ru: "ключ подписи", "ключа подписи", "ключей подписи"),
    keys: [
      .required(
        .key, .text, en: "the public key, as `vekha key new` prints it",
        ru: "открытый ключ, как его печатает `vekha key new`"),
      .optional(
        .valid, .text, en: "the days on which it counts, such as ../2020-12-31",
        ru: "дни, когда он действует, например ../2020-12-31"),
    ])

  static let document = RecordShape(
    Noun(
      en: "an external document", "external documents",
      ru: "внешний документ", "внешнего документа", "внешних документов"), mayBeEmpty: true,
    keys: [.optional(.title, .text, en: "what the document is called", ru: "название документа")])

  static let kind = RecordShape(
    Noun(
      en: "a kind", "kinds",
      ru: "вид", "вида", "видов"),
    keys: [
      .optional(.title, .text, en: "what people call it", ru: "название"),
      .required(
        .lifecycle, .reference, en: "the lifecycle of such measures",
        ru: "жизненный цикл таких мероприятий"),
      .optional(
        .follows, .reference, en: "the kind that must come before",
        ru: "вид, который предшествует"),
    ])
}
