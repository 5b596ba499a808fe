extension RoadmapTemplate {
  static let openingInEnglish = [
    "lang": "en", "title": "Opening of a branch library, <year>", "mayor": "Mayor",
    "lawyer": "Lawyer", "treasurer": "Treasurer", "trustee": "Library trustee",
    "dana": "Dana Example", "ivo": "Ivo Sample", "ruth": "Ruth Model", "lea": "Lea Pattern",
    "tom": "Tom Specimen", "ana": "Ana Example", "ben": "Ben Sample", "permit": "Building permit",
    "order": "Order", "plan": "Plan", "task": "Task", "event": "Event", "planned": "Planned",
    "drafting": "Being drafted", "force": "In force", "under": "Under way", "done": "Done",
    "dropped": "Dropped", "checking": "Being checked", "passed": "Passed", "board": "Board",
    "legal": "Legal review", "budget": "Budget review", "sign": "Signature", "tour": "Tour",
    "ground": "Ground", "house": "House and stock", "first": "Order on the opening",
    "second": "Plan of the works and the opening", "rooms": "Repair of the rooms",
    "wiring": "New wiring", "shelves": "Shelves", "check": "Safety check", "books": "First books",
    "day": "Opening day", "planned-works": "works are planned before they begin",
    "different": "who asks, agrees and signs are different people",
    "paint": "the paint dries", "parallel": "both are open at the same time",
    "waits": "it begins once the county permits",
  ]

  static let openingInRussian = [
    "lang": "ru", "title": "Открытие филиала библиотеки, <year> год", "mayor": "Глава",
    "lawyer": "Юрист", "treasurer": "Казначей", "trustee": "Член совета библиотеки",
    "dana": "Д. Д. Окунева", "ivo": "И. И. Борисов", "ruth": "Р. Р. Орлова",
    "lea": "Л. Л. Морозова",
    "tom": "Т. Т. Ганин", "ana": "А. А. Рудина", "ben": "Б. Б. Клюев",
    "permit": "Разрешение на строительство", "order": "Приказ", "plan": "План", "task": "Работа",
    "event": "Мероприятие", "planned": "Запланировано", "drafting": "Готовится",
    "force": "Действует", "under": "Выполняется", "done": "Выполнено", "dropped": "Снято",
    "checking": "Проверяется", "passed": "Принято", "board": "Совет",
    "legal": "Правовая экспертиза",
    "budget": "Проверка сметы", "sign": "Утверждение", "tour": "Обход", "ground": "Основания",
    "house": "Помещение и фонд", "first": "Приказ об открытии", "second": "План работ и открытия",
    "rooms": "Ремонт помещений", "wiring": "Новая проводка", "shelves": "Стеллажи",
    "check": "Проверка безопасности", "books": "Первые книги", "day": "День открытия",
    "planned-works": "работы начинаются после плана",
    "different": "запрашивают, согласуют и утверждают разные люди", "paint": "краска сохнет",
    "parallel": "оба этапа открыты одновременно", "waits": "начинается после разрешения",
  ]

  static let openingFrame = """
    vekha: 1

    roadmap:
      id: opening-<year>
      title: <title>
      period: <year>-01-01/<year>-12-31
      language: <lang>
      timers: {due-soon: 5 working days}

    people:
      dana: {name: <dana>}
      ivo: {name: <ivo>}
      ruth: {name: <ruth>, roles: [mayor]}
      lea: {name: <lea>, roles: [lawyer]}
      tom: {name: <tom>, roles: [treasurer]}
      ana: {name: <ana>, roles: [trustee]}
      ben: {name: <ben>, roles: [trustee]}
    roles:
      mayor: <mayor>
      lawyer: <lawyer>
      treasurer: <treasurer>
      trustee: <trustee>
    documents:
      building-permit: {title: <permit>}

    kinds:
      order: {title: <order>, lifecycle: document}
      plan: {title: <plan>, lifecycle: document, follows: order}
      task: {title: <task>, lifecycle: activity}
      check: {title: <check>, lifecycle: inspection}
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
          begin: {from: planned, to: drafting, by: owner}
          adopt: {from: drafting, to: in-force, by: lead, route: adoption}
          drop: {from: [planned, drafting], to: dropped, by: role:mayor}
      activity:
        initial: planned
        states:
          planned: {title: <planned>}
          under-way: {title: <under>}
          done: {title: <done>, done: true}
          dropped: {title: <dropped>, final: true}
        transitions:
          begin: {from: planned, to: under-way, by: owner}
          finish: {from: under-way, to: done, by: lead}
          drop: {from: [planned, under-way], to: dropped, by: role:mayor}
      inspection:
        initial: planned
        states:
          planned: {title: <planned>}
          checking: {title: <checking>}
          passed: {title: <passed>, done: true}
        transitions:
          begin: {from: planned, to: checking, by: owner}
          pass: {from: checking, to: passed, by: lead, route: walk-through}

    routes:
      adoption:
        steps:
          - {id: board, title: <board>, by: role:trustee, quorum: any, within: 5 working days}
          - parallel: # <parallel>
              - {id: law, title: <legal>, by: role:lawyer}
              - {id: money, title: <budget>, by: role:treasurer}
          - {id: confirm, title: <sign>, by: role:mayor}
        separate: [requester, board, confirm] # <different>
      walk-through:
        steps:
          - {id: tour, title: <tour>, by: [role:trustee, role:treasurer], quorum: 2}

    rules:
      - id: planned-works
        where: measure.kind == "task" && !measure.is_part
        require: measure.ancestors.exists(a, a.kind == "plan")
        message: "{measure.full_number}: <planned-works>"

    sections:
      - number: "1"
        title: <ground>
        measures:
          - id: founding-order
            number: "1"
            title: <first>
            kind: order
            due: ../<year>-01-31
            owners: [dana]
          - id: opening-plan
            number: "2"
            title: <second>
            kind: plan
            due: ../<year>-02-28
            takes: 5 working days
            owners: [dana, ivo]
            after: [founding-order]
      - number: "2"
        title: <house>
        measures:
          - id: rooms
            number: "1"
            title: <rooms>
            kind: task
            due: <year>-03/<year>-06
            owners: [ivo]
            after: [opening-plan]
            awaits: [building-permit] # <waits>
            parts:
              - {id: wiring, number: "1", title: <wiring>, takes: 10 working days}
              - {id: shelves, number: "2", title: <shelves>, takes: 5 working days, after: [wiring]}
          - id: safety-check
            number: "2"
            title: <check>
            kind: check
            due: ../<year>-07-31
            owners: [ivo]
            after: [{measure: rooms, lag: 2 working days}] # <paint>
          - id: books
            number: "3"
            title: <books>
            kind: task
            due: ../<year>-08-31
            owners: [dana]
            after: [opening-plan]
          - id: opening-day
            number: "4"
            title: <day>
            kind: event
            due: <year>-09
            owners: [dana]
            after: [safety-check, books]

    """
}
