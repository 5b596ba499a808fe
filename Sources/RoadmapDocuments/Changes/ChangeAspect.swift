public import Bilingual

extension RoadmapChanges {
  /// What of a thing became otherwise.
  public enum Aspect: String, Hashable, Sendable {
    /// The title.
    case title
    /// The id of the roadmap.
    case id
    /// The span of time of the roadmap.
    case period
    /// The language of the roadmap.
    case language
    /// The number with those of section and parents.
    case number
    /// The section.
    case section
    /// The measure that it is a part of.
    case partOf = "part-of"
    /// The kind.
    case kind
    /// The lifecycle.
    case lifecycle
    /// The words for when.
    case term
    /// The dates.
    case due
    /// How long it takes.
    case takes
    /// The first owner.
    case lead
    /// An owner.
    case owner
    /// What a measure waits for.
    case after
    /// An external document that a measure waits for.
    case awaits
    /// The route of a transition of one measure.
    case route
    /// The kind that a kind comes after.
    case follows
    /// The state that a lifecycle begins in.
    case initial
    /// A state of a lifecycle.
    case state
    /// A transition of a lifecycle.
    case transition
    /// A step of a route.
    case step
    /// The order of the steps of a route.
    case order
    /// Who must be different people.
    case separation
    /// A role of a person.
    case role
    /// What a rule demands.
    case requirement
    /// What those are told who break a rule.
    case message
    /// The working days.
    case calendar
    /// How words of terms are read.
    case reading
    /// Who sets terms.
    case termSetter = "term-setter"
    /// How long before its last day a term is due soon.
    case dueSoon = "due-soon"
    /// Who hears of what is late.
    case escalation
    /// How many people may be absent.
    case resilience
    /// What a measure costs.
    case cost
    /// The steps that the same people decide.
    case binding
    /// What must be signed.
    case signatures
    /// Who decides again after a return.
    case afterReturn = "after-return"
    /// Who stands in for a person.
    case substitution
    /// Who may record who stands in for whom.
    case power
    /// The key that a person signs with.
    case key
    /// What a variable stands for.
    case expression
    /// Which rows of a table count.
    case hit
    /// What a table gives.
    case gives
    /// What the columns of a table ask.
    case column
    /// A row of a table.
    case row

    /// The aspect as people call it.
    public var noun: Text {
      switch self {
      case .title: Text(en: "title", ru: "название")
      case .id: Text(en: "id", ru: "идентификатор")
      case .period: Text(en: "period", ru: "период")
      case .language: Text(en: "language", ru: "язык")
      case .number: Text(en: "number", ru: "номер")
      case .section: Text(en: "section", ru: "раздел")
      case .partOf: Text(en: "part of", ru: "часть мероприятия")
      case .kind: Text(en: "kind", ru: "вид")
      case .lifecycle: Text(en: "lifecycle", ru: "жизненный цикл")
      case .term: Text(en: "term", ru: "срок")
      case .due: Text(en: "dates", ru: "даты")
      case .takes: Text(en: "duration", ru: "длительность")
      case .lead: Text(en: "lead", ru: "ответственный")
      case .owner: Text(en: "owner", ru: "исполнитель")
      case .after: Text(en: "waits for", ru: "ждёт")
      case .awaits: Text(en: "awaits the document", ru: "ждёт документа")
      case .route: Text(en: "route", ru: "маршрут")
      case .follows: Text(en: "follows", ru: "следует за")
      case .initial: Text(en: "first state", ru: "начальное состояние")
      case .state: Text(en: "state", ru: "состояние")
      case .transition: Text(en: "transition", ru: "переход")
      case .step: Text(en: "step", ru: "этап")
      case .order: Text(en: "order of the steps", ru: "порядок этапов")
      case .separation: Text(en: "different people", ru: "разные люди")
      case .role: Text(en: "role", ru: "роль")
      case .requirement: Text(en: "requirement", ru: "требование")
      case .message: Text(en: "message", ru: "сообщение")
      default: laterNoun
      }
    }

    private var laterNoun: Text {
      switch self {
      case .calendar: Text(en: "calendar", ru: "календарь")
      case .reading: Text(en: "reading of terms", ru: "чтение сроков")
      case .termSetter: Text(en: "sets terms", ru: "устанавливает сроки")
      case .dueSoon: Text(en: "reminder before the term", ru: "напоминание до срока")
      case .escalation: Text(en: "hears of what is late", ru: "узнаёт о просрочке")
      case .resilience: Text(en: "people who may be absent", ru: "сколько участников может не быть")
      case .cost: Text(en: "cost", ru: "стоимость")
      case .binding: Text(en: "the same people", ru: "одни и те же люди")
      case .afterReturn:
        Text(en: "decides again after a return", ru: "решает заново после возврата")
      case .signatures: Text(en: "signatures", ru: "подписи")
      case .substitution: Text(en: "stood in for", ru: "замещение")
      case .power: Text(en: "records substitutions", ru: "отмечает замещения")
      case .key: Text(en: "signing key", ru: "ключ подписи")
      case .expression: Text(en: "expression", ru: "выражение")
      case .hit: Text(en: "rows that count", ru: "какие строки считаются")
      case .gives: Text(en: "gives", ru: "даёт")
      case .column: Text(en: "column", ru: "столбец")
      case .row: Text(en: "row", ru: "строка")
      default: Text(verbatim: rawValue)
      }
    }
  }
}

extension RoadmapChanges.Subject {
  /// The subject as a heading, of several.
  var heading: Text {
    switch self {
    case .roadmap: Text(en: "the roadmap", ru: "дорожная карта")
    case .measure: Text(en: "measures", ru: "мероприятия")
    case .route: Text(en: "routes", ru: "маршруты")
    case .lifecycle: Text(en: "lifecycles", ru: "жизненные циклы")
    case .kind: Text(en: "kinds", ru: "виды")
    case .person: Text(en: "people", ru: "участники")
    case .role: Text(en: "roles", ru: "роли")
    case .document: Text(en: "external documents", ru: "внешние документы")
    case .rule: Text(en: "rules", ru: "правила")
    case .variable: Text(en: "variables", ru: "переменные")
    case .table: Text(en: "decision tables", ru: "таблицы решений")
    }
  }
}
