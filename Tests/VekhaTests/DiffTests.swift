import Foundation
import Testing

@Suite struct `What changed in a roadmap` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.shell("cp library-opening.yaml old.yaml")
  }

  /// Changes the shipped roadmap and tells what changed.
  private func difference(_ options: String = "", _ change: (String) -> String) throws -> String {
    try place.edit(Workplace.library, change)
    let answer = try place.vekha("diff old.yaml library-opening.yaml \(options)")
    #expect(answer.exit == 0 && answer.err == "", "\(answer)")
    return answer.out
  }

  @Test func `what is written otherwise and says the same is no change`() throws {
    let words = try difference {
      "# a comment\n" + $0.replacing("after: [safety-check]", with: "after:  safety-check")
    }
    #expect(words == "nothing changes in what the roadmap says\n")
  }

  @Test func `it is told in the roadmap's own words`() throws {
    let words = try difference {
      $0.replacing(
        "after: [safety-check]", with: "after: [{measure: safety-check, lag: 5 working days}]")
    }
    #expect(words.contains("measures: changed 1\n"), "\(words)")
    #expect(
      words.contains("waits for: `safety-check` → `safety-check, lag: 5 working days`"), "\(words)")
  }

  @Test func `terms, owners, routes and things that come and go are told`() throws {
    try place.shell("cp school-support-2018-2020.yaml old.yaml")
    try place.edit(Workplace.school) {
      $0.replacing("term: Марть 2018", with: "term: Апрель 2018")
        .replacing("id: russian-language", with: "id: russian")
        .replacing(
          "after: [programme-order, transition-support]", with: "after: [transition-support]")
    }
    let answer = try place.vekha("diff old.yaml school-support-2018-2020.yaml --lang ru")
    #expect(answer.out.contains("мероприятия: добавлено 1, убрано 1, изменено 2"), "\(answer)")
    #expect(answer.out.contains("      срок: `Марть 2018` → `Апрель 2018`\n"))
    #expect(answer.out.contains("      даты: `2018-03` → `2018-04`\n"))
    #expect(answer.out.contains("      ждёт: больше не `programme-order`\n"))
    #expect(
      answer.out.contains("  + `russian` ") && answer.out.contains("  - `russian-language` "))
    let data = try place.vekha("diff old.yaml school-support-2018-2020.yaml --format json").json()
    let changes = try #require(data["changes"] as? [[String: Any]])
    #expect(changes.map { $0["change"] as? String } == ["removed", "changed", "changed", "added"])
    let aspects = changes.flatMap { $0["aspects"] as? [[String: Any]] ?? [] }
    #expect(aspects.map { $0["aspect"] as? String } == ["term", "due", "after"])
    #expect(aspects[2]["old"] as? String == "programme-order" && aspects[2]["new"] is NSNull)
  }

  @Test func `Markdown carries words as they are`() throws {
    let words = try difference("--format markdown") {
      $0.replacing("title: Opening of the Mill Lane", with: "title: Opening *of* <the> Mill Lane")
        .replacing("  language: en", with: "  language: ru")
        .replacing("{title: Rules, lifecycle", with: "{title: \"Rules | `house`\", lifecycle")
    }
    #expect(
      words.hasPrefix("### What changes in the roadmap\n\n**the roadmap**\n\n- title: `"),
      "\(words)")
    #expect(words.contains("- language: `en` → `ru`\n"))
    #expect(words.contains("→ `Opening *of* <the> Mill Lane branch library`"))
    #expect(words.contains("\n**kinds: changed 1**\n\n- 🟡 `rules` Rules | `house`\n"))
  }

  @Test func `a past of Git is named by its revision`() throws {
    let git = "git -c user.name=a -c user.email=a@b -c init.defaultBranch=main"
    try place.shell("\(git) init -q && git add . && \(git) commit -qm first")
    try place.edit(Workplace.library) { $0.replacing("  language: en", with: "  language: ru") }
    let answer = try place.vekha("diff HEAD:library-opening.yaml library-opening.yaml")
    #expect(answer.exit == 0 && answer.out.hasPrefix("the roadmap\n  language: `en` → `ru`\n"))
    #expect(try place.vekha("diff HEAD:missing.yaml library-opening.yaml").exit == 66)
    #expect(try place.vekha("diff nope:library-opening.yaml library-opening.yaml").exit == 64)
  }

  /// A project of three tasks, one of them beside the longest chain.
  private static func project(_ tasks: String) -> String {
    """
    vekha: 1
    roadmap: {id: p, title: P, period: 2027-01-01/2027-01-31}
    people: {ann: {}}
    kinds: {task: {lifecycle: work}}
    lifecycles:
      work:
        initial: open
        states: {open: {}, done: {done: true}}
        transitions: {finish: {from: open, to: done, by: owner}}
    sections:
      - title: All
        measures:
          - {id: a, title: A, kind: task, owners: [ann], takes: 5 days}
    \(tasks)

    """
  }

  @Test func `what it does to the schedule is told, the critical path and the slack`() throws {
    let short = "      - {id: b, title: B, kind: task, owners: [ann], takes: 10 days, after: [a]}\n"
    let other = "      - {id: c, title: C, kind: task, owners: [ann], takes: 8 days, after: [a]}"
    try place.write(Self.project(short + other), to: "old.yaml")
    let longer = other.replacing("8 days", with: "12 days")
    try place.write(Self.project(short + longer), to: "new.yaml")
    let words = try place.vekha("diff old.yaml new.yaml").out
    #expect(
      words.hasSuffix(
        """
        the schedule
          length: 15 days → 17 days
          longest chain: `a` → `b` became `a` → `c`
          now critical: `c`
          no more critical: `b`
          slack of `a`: 16 days → 14 days
          slack of `c`: 18 days → 14 days

        """), "\(words)")
    let marked = try place.vekha("diff old.yaml new.yaml --format markdown --lang ru").out
    #expect(marked.contains("\n**расписание**\n\n- длительность: 15 дней → 17 дней\n"), "\(marked)")
    let data = try place.vekha("diff old.yaml new.yaml --format json").json()
    let schedule = try #require(data["schedule"] as? [String: Any])
    #expect(schedule["length"] as? [String: Int] == ["old": 15, "new": 17])
    #expect(schedule["path"] as? [String: [String]] == ["old": ["a", "b"], "new": ["a", "c"]])
    #expect(schedule["now_critical"] as? [String] == ["c"])
    let same = try place.vekha("diff new.yaml new.yaml --format json").json()
    #expect(same["schedule"] is NSNull)
    #expect(try place.vekha("diff new.yaml new.yaml").out.hasPrefix("nothing changes"))
  }

  /// A roadmap with everything in it that the language has.
  private static let whole = """
    vekha: 1
    roadmap:
      id: r
      title: R
      period: 2027-01-01/2027-12-31
      language: en
      resilience: 0
      calendar: weekdays
      terms: {until: inclusive, day-off: keep, set-by: [ann]}
      timers: {due-soon: 3 working days, escalate: [ann]}
    powers: {substitute: [ann], waive: [ann], reopen: [bob]}
    people:
      ann: {name: Ann, roles: [head]}
      bob: {name: Bob, keys: ["ed25519:Dh0sCS0F/ZEI2B/dxXFAXq2EAYIDBfqXzmvLMSISP+0="]}
      eve: {name: Eve, substitutes: [{by: bob, from: 2027-03-01, to: 2027-03-10, order: No. 1}]}
    roles: {head: Head}
    documents: {permit: {title: Permit}}
    kinds:
      order: {title: Order, lifecycle: work}
      task: {title: Task, lifecycle: work, powers: {cancel: owner, skip: []}}
    lifecycles:
      work:
        initial: open
        states: {open: {title: Open}, doing: {}, done: {done: true}, gone: {final: true}}
        transitions:
          begin: {from: open, to: doing, by: owner, when: measure.cost < 100.0}
          finish: {title: Finish, from: doing, to: done, by: owner, route: short, on-return: open, on-reject: gone}
          close: {from: doing, to: gone, by: lead, route: {table: choice}}
    routes:
      short:
        title: Short
        steps:
          - {id: one, title: One, by: [bob, eve], not: [eve], quorum: any, within: 2 days, covers: [plan.pdf], delegate: true, escalate: {to: [ann], may-decide: true}}
          - {id: two, by: [bob, ann], quorum: {table: count}}
        bind: [one, two]
        separate: [requester, one]
        signatures: optional
        after-return: not-agreed
      long:
        steps:
          - {id: one, by: role:head}
          - {id: board, by: [ann, bob, eve], quorum: {weight: 3}, weights: {bob: 2}, veto: [eve], chair: [ann]}
          - {id: panel, by: [bob, eve], quorum: {each: [bob, eve]}}
    variables: {cheap: measure.cost < 5.0}
    tables:
      choice:
        hit: first
        when: [measure.kind]
        then: route
        rows:
          - {when: [order], then: long}
          - {when: [any], then: short}
      count:
        hit: first
        when: [measure.cost]
        then: quorum
        rows:
          - {when: ["<= 10"], then: any}
          - {when: [any], then: 1}
    rules:
      - {id: owned, for: measure, where: variables.cheap, require: measure.owners.size() > 0, message: none, severity: warning}
    sections:
      - number: "1"
        title: All
        measures:
          - {id: a, number: "1", title: A, kind: order, owners: [ann], cost: 1, takes: 2 days, term: by 1 March 2027}
          - id: b
            title: B
            kind: task
            owners: [ann, bob]
            cost: 3
            due: 2027-05
            after: [{measure: a, reaches: done, lag: {min: 1 days, max: 90 days}}]
            awaits: [{document: permit, within: 60 days}]
            routes: {finish: long}

    """

  @Test(arguments: [
    ("title: R\n", "title: Q\n"), ("12-31\n", "12-30\n"), ("resilience: 0", "resilience: 1"),
    ("calendar: weekdays", "calendar: ru"), ("until: inclusive", "until: exclusive"),
    ("day-off: keep", "day-off: next"), ("set-by: [ann]", "set-by: [bob]"),
    ("due-soon: 3", "due-soon: 4"), ("escalate: [ann]}\npowers", "escalate: [bob]}\npowers"),
    ("substitute: [ann]", "substitute: [bob]"), ("order: No. 1", "order: No. 2"),
    ("waive: [ann]", "waive: [eve]"), (", reopen: [bob]", ""), ("waive:", "cancel:"),
    ("cancel: owner", "cancel: lead"), (", skip: []", ""), ("skip: []", "skip: [ann]"),
    ("by: bob, from", "by: ann, from"), ("delegate: true", "delegate: false"),
    ("may-decide: true", "may-decide: false"),
    ("name: Ann", "name: Anna"), ("roles: [head]}", "roles: []}"), ("P+0=\"]", "P+0=\"]"),
    ("head: Head", "head: Boss"), ("title: Permit", "title: Paper"), ("title: Order", "title: Act"),
    ("initial: open", "initial: doing"), ("title: Open", "title: New"),
    ("gone: {final: true}", "gone: {}"), ("< 100.0", "< 101.0"), ("title: Finish", "title: End"),
    ("on-return: open", "on-return: doing"), (", on-reject: gone", ""),
    ("{table: choice}", "long"), ("title: Short", "title: Brief"), ("title: One", "title: First"),
    (", not: [eve]", ""), ("quorum: any,", "quorum: all,"), ("within: 2 days", "within: 3 days"),
    ("{to: [ann]", "{to: [eve]"),
    ("covers: [plan.pdf]", "covers: [plan.doc]"), ("not-agreed", "everybody"),
    ("weight: 3", "weight: 4"), ("bob: 2}", "bob: 3}"), ("veto: [eve]", "veto: false"),
    ("veto: [eve]", "veto: [eve, bob]"), (", veto: [eve]", ""), ("chair: [ann]", "chair: [eve]"),
    (", chair: [ann]", ""), ("each: [bob, eve]", "each: {bob: 1, eve: 2}"),
    ("each: [bob, eve]", "each: [bob]"), ("{each: [bob, eve]}", "more than 50%"),
    ("{table: count}", "all"), ("    bind: [one, two]\n", ""),
    ("    separate: [requester, one]\n", ""), ("signatures: optional", "signatures: required"),
    ("cheap: measure.cost < 5.0", "cheap: measure.cost < 6.0"), ("when: [order]", "when: [task]"),
    ("[any], then: short", "[any], then: long"), ("<= 10", "<= 11"),
    ("[any], then: 1", "[any], then: all"),
    ("where: variables.cheap, ", ""), ("size() > 0", "size() > 1"),
    ("message: none", "message: no"),
    ("severity: warning", "severity: error"), ("number: \"1\"\n", "number: \"2\"\n"),
    ("title: All", "title: Most"), ("title: A,", "title: AA,"),
    ("kind: order, own", "kind: task, own"),
    ("cost: 1,", "cost: 2,"), ("takes: 2 days", "takes: 3 days"), ("1 March", "2 March"),
    ("[ann, bob]", "[bob, ann]"), ("2027-05", "2027-06"), ("reaches: done, ", "reaches: doing, "),
    ("min: 1 days", "min: 2 days"), ("max: 90 days", "max: 91 days"),
    ("within: 60 days", "within: 61 days"), ("finish: long", "finish: short"),
  ])
  func `every change of what a roadmap says is told`(old: String, new: String) throws {
    try place.write(Self.whole, to: "old.yaml")
    try place.write(Self.whole.replacing(old, with: new, maxReplacements: 1), to: "new.yaml")
    // Problems of a newer roadmap would be told in place of changes: the older one may have them.
    let answer = try place.vekha("diff new.yaml old.yaml")
    #expect(answer.exit == 0, "\(answer.err)")
    #expect(answer.out.hasPrefix("nothing changes") == (old == new), "\(answer.out)")
  }

  @Test func `a roadmap with errors is not compared`() throws {
    try place.write("vekha: 1\n", to: "broken.yaml")
    let answer = try place.vekha("diff old.yaml broken.yaml")
    #expect(answer.exit == 1 && answer.err.contains("missing-key"))
    #expect(try place.vekha("diff old.yaml missing.yaml").exit == 66)
    let mended = try place.vekha("diff broken.yaml old.yaml")
    #expect(mended.exit == 0 && mended.err.contains("has errors"))
    #expect(mended.out.contains("measures: added 12"), "\(mended)")
  }
}
