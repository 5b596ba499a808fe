public import Bilingual

/// A roadmap to begin with.
public enum RoadmapTemplate: String, CaseIterable, Sendable {
  /// One person, one section, two measures.
  case minimal
  /// An order, the plan that follows it, and an event, each signed by those who must.
  case orderPlanEvent = "order-plan-event"
  /// A house is opened: approvals side by side, a permit from outside, parts, durations, a rule.
  case opening

  /// The file, for the year in which it begins.
  public func yaml(in language: Language, year: Int) -> String {
    switch (self, language) {
    case (.minimal, .en):
      RoadmapDraft(
        title: "A roadmap for \(year)", language: .en, years: year...year, people: ["Ann Example"],
        section: "First steps",
        measures: [
          .init(title: "Find a place", term: "by 31 March \(year)"),
          .init(title: "Invite people", term: "by 30 June \(year)"),
        ]
      ).yaml
    case (.minimal, .ru):
      RoadmapDraft(
        title: "Дорожная карта на \(year) год", language: .ru, years: year...year,
        people: ["А. А. Иванова"], section: "Первые шаги",
        measures: [
          .init(title: "Найти место", term: "до 31 марта \(year)"),
          .init(title: "Пригласить участников", term: "до 30 июня \(year)"),
        ]
      ).yaml
    case (.orderPlanEvent, .en): Self.filled(Self.frame, Self.english, year)
    case (.orderPlanEvent, .ru): Self.filled(Self.frame, Self.russian, year)
    case (.opening, .en): Self.filled(Self.openingFrame, Self.openingInEnglish, year)
    case (.opening, .ru): Self.filled(Self.openingFrame, Self.openingInRussian, year)
    }
  }

  /// The template with the words of a language in the places of theirs.
  private static func filled(
    _ frame: String, _ words: [String: String], _ year: Int
  ) -> String {
    var text = frame
    for (key, word) in words { text = text.replacing("<\(key)>", with: word) }
    return text.replacing("<year>", with: "\(year)")
  }

  private static let english = [
    "lang": "en", "title": "Programme of <year>", "coordinator": "Coordinator", "head": "Head",
    "lawyer": "Lawyer", "ann": "Ann Example", "bob": "Bob Sample", "eve": "Eve Model",
    "order": "Order", "plan": "Plan", "event": "Event", "planned": "Planned",
    "drafting": "Being drafted", "force": "In force", "under": "Under way", "held": "Held",
    "dropped": "Dropped", "begin": "Begin", "adopt": "Adopt", "drop": "Drop", "finish": "Finish",
    "legal": "Legal review", "sign": "Signature", "section": "Programme",
    "first": "Order on the programme", "second": "Plan of the programme",
    "third": "Opening meeting", "different": "who asks and who signs are different people",
  ]

  private static let russian = [
    "lang": "ru", "title": "Программа на <year> год", "coordinator": "Координатор",
    "head": "Руководитель", "lawyer": "Юрист", "ann": "А. А. Иванова", "bob": "Б. Б. Петров",
    "eve": "В. В. Сидорова", "order": "Приказ", "plan": "План", "event": "Мероприятие",
    "planned": "Запланировано", "drafting": "Готовится", "force": "Действует",
    "under": "Проводится", "held": "Проведено", "dropped": "Снято", "begin": "Начать",
    "adopt": "Утвердить", "drop": "Снять", "finish": "Завершить",
    "legal": "Правовая экспертиза", "sign": "Подпись", "section": "Программа",
    "first": "Приказ о программе", "second": "План программы", "third": "Установочное совещание",
    "different": "запрашивают и подписывают разные люди",
  ]

  private static let frame = """
    vekha: 1

    roadmap:
      id: programme
      title: <title>
      period: <year>-01-01/<year>-12-31
      language: <lang>

    people:
      ann: {name: <ann>, roles: [coordinator]}
      bob: {name: <bob>, roles: [lawyer]}
      eve: {name: <eve>, roles: [head]}

    roles:
      coordinator: <coordinator>
      lawyer: <lawyer>
      head: <head>

    kinds:
      order: {title: <order>, lifecycle: document}
      plan: {title: <plan>, lifecycle: document, follows: order}
      event: {title: <event>, lifecycle: activity, follows: plan}

    lifecycles:
      document:
        initial: planned
        states:
          planned: {title: <planned>}
          drafting: {title: <drafting>}
          in-force: {title: <force>, done: true}
          dropped: {title: <dropped>, final: true}
        transitions:
          begin: {title: <begin>, from: planned, to: drafting, by: owner}
          adopt: {title: <adopt>, from: drafting, to: in-force, by: lead, route: adoption}
          drop: {title: <drop>, from: [planned, drafting], to: dropped, by: role:head}
      activity:
        initial: planned
        states:
          planned: {title: <planned>}
          under-way: {title: <under>}
          held: {title: <held>, done: true}
          dropped: {title: <dropped>, final: true}
        transitions:
          begin: {title: <begin>, from: planned, to: under-way, by: owner}
          finish: {title: <finish>, from: under-way, to: held, by: lead}
          drop: {title: <drop>, from: [planned, under-way], to: dropped, by: role:head}

    routes:
      adoption:
        steps:
          - {id: law, title: <legal>, by: role:lawyer}
          - {id: confirm, title: <sign>, by: role:head}
        separate: [requester, confirm] # <different>

    sections:
      - number: "1"
        title: <section>
        measures:
          - id: programme-order
            number: "1"
            title: <first>
            kind: order
            due: ../<year>-02-28
            owners: [ann]
          - id: programme-plan
            number: "2"
            title: <second>
            kind: plan
            due: ../<year>-04-30
            owners: [ann]
            after: [programme-order]
          - id: opening-meeting
            number: "3"
            title: <third>
            kind: event
            due: <year>-05
            owners: [ann]
            after: [programme-plan]

    """
}
