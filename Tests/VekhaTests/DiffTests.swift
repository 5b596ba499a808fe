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
    #expect(answer.exit == 0 && answer.out == "the roadmap\n  language: `en` → `ru`\n")
    #expect(try place.vekha("diff HEAD:missing.yaml library-opening.yaml").exit == 66)
    #expect(try place.vekha("diff nope:library-opening.yaml library-opening.yaml").exit == 64)
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
