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
    }
  }
}
