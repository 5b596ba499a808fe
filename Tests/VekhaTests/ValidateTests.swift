import Foundation
import Testing

@Suite struct `What validate checks and reports` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  /// The school's road map with a second mistake of a kind that it has, and an error.
  private func addMistakes() throws {
    try place.edit(Workplace.school) {
      $0.replacing("term: Марть 2018", with: "term: Марть 2018\n            nonsense: 1")
    }
  }

  private func codes(_ words: String) throws -> [String] {
    let problems = try place.vekha(words + " --format json").json()["diagnostics"]
    return (problems as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test func `a folder stands for its roadmaps, and not for their libraries`() throws {
    try place.shell("mkdir -p deep/er .hidden && cp *.yaml .hidden && echo 'a: 1' > other.yaml")
    try place.shell("mv library-opening.yaml deep/er/план.yml && cp -r library deep/er/library")
    let answer = try place.vekha("validate .")
    #expect(answer.exit == 0)
    #expect(
      answer.out.split(separator: "\n").compactMap { $0.split(separator: ":").first } == [
        "deep/er/план.yml", "school-support-2018-2020.yaml",
      ])
    let empty = try place.vekha("validate library/en")
    #expect(empty.exit == 66 && empty.err.contains("there is no roadmap in this folder"))
  }

  @Test(arguments: [
    ("**/library-*.yaml", 1), ("*-[a-z]*.yaml", 2), ("./*.yaml", 2), ("**/lifecycles.yaml", 2),
    ("library/??/kinds.yaml", 1), ("*.yaml library-opening.yaml", 2),
  ])
  func `a pattern stands for the files that match, each once`(words: String, count: Int) throws {
    let report = try place.vekha("validate \(words) --format json").json()
    #expect((report["roadmaps"] as? [Any])?.count == count)
  }

  @Test func `a pattern without a match, and a broken one, are inputs that are missing`() throws {
    for words in ["nothing-*.yaml", "**/x.yaml", "[", "[a", "library/*/"] {
      #expect(try place.vekha("validate \(words)").exit == 66, "\(words)")
    }
    try place.shell("cp library-opening.yaml 'a[1]*.yaml'")
    #expect(try place.vekha("validate a[1]*.yaml").out.hasPrefix("a[1]*.yaml: no problems"))
  }

  @Test func `standard input is checked in a place of one's choice`() throws {
    let plain = try place.shell("\"$VEKHA\" validate - < library-opening.yaml")
    #expect(plain.exit == 0 && plain.out.hasPrefix("stdin: no problems"))
    let deep = try place.shell(
      "mkdir x && mv library x && cat library-opening.yaml | \"$VEKHA\" validate - --stdin-path x/y.yaml"
    )
    #expect(deep.exit == 0 && deep.out.hasPrefix("x/y.yaml: no problems"), "\(deep)")
    #expect(try place.vekha("validate a.yaml --stdin-path b.yaml").exit == 64)
    #expect(try place.vekha("validate - --stdin-path missing/b.yaml").exit == 66)
  }

  @Test func `codes are chosen and left out`() throws {
    let all = try codes("validate .")
    #expect(
      try codes("validate . --select term-typo,duplicate-number") == ["term-typo"]
        + Array(repeating: "duplicate-number", count: 3))
    #expect(
      try codes("validate . --ignore duplicate-number --ignore term-typo").count == all.count - 4)
    #expect(try place.vekha("validate . --strict --select unknown-key").exit == 0)
    #expect(try place.vekha("validate . --strict --select term-typo").exit == 1)
    let answer = try place.vekha("validate . --select term-tipo")
    #expect(answer.exit == 64 && answer.err.contains("did you mean `term-typo`?"))
    let hidden = try place.vekha("validate school-support-2018-2020.yaml --select unknown-key")
    #expect(hidden.out.contains("nothing to report") && hidden.out.contains("8 problems not shown"))
  }

  @Test func `an old roadmap starts clean, and reports only what is new`() throws {
    #expect(try place.vekha("validate . --write-baseline known.txt").exit == 0)
    #expect(try place.vekha("validate . --baseline known.txt --strict").exit == 0)
    try place.edit(Workplace.school) { "# Одна строка.\n# И другая.\n" + $0 }
    #expect(try place.vekha("validate . --baseline known.txt --strict").exit == 0, "lines moved")
    try addMistakes()
    #expect(try codes("validate . --baseline known.txt") == ["unknown-key"])
    #expect(try place.vekha("validate . --baseline known.txt").exit == 1)
    try place.edit(Workplace.school) {
      $0.replacing("nonsense: 1", with: "").replacing("Марть", with: "Март")
    }
    let mended = try place.vekha("validate . --baseline known.txt --strict")
    #expect(mended.exit == 0 && mended.err.contains("write it anew"), "\(mended)")
    #expect(try place.vekha("validate . --baseline missing.txt").exit == 66)
    #expect(try place.vekha("validate . --baseline library-opening.yaml").exit == 66)
    #expect(try place.vekha("validate . --baseline a --write-baseline b").exit == 64)
    #expect(try place.vekha("validate . --write-baseline missing/known.txt").exit == 74)
  }

  @Test func `only what a change brought in is reported, with the includes of then`() throws {
    let git = "git -c user.name=a -c user.email=a@b -c init.defaultBranch=main"
    try place.shell("\(git) init -q && git add . && \(git) commit -qm first && git tag then")
    #expect(try place.vekha("validate . --strict --diff HEAD").exit == 0)
    try place.shell("mkdir sub && cp -r library sub/ && cp library-opening.yaml sub/new.yaml")
    try addMistakes()
    // The old file included what is renamed now.
    try place.shell(
      "mv library/en library/english && sed -i 's|library/en/|library/english/|' *.yaml")
    #expect(try codes("validate . --diff then") == ["unknown-key"])
    try place.shell("git add . && \(git) commit -qm second")
    #expect(try codes("validate . --diff HEAD") == [])
    #expect(
      try codes(
        "validate ../\(place.folder.lastPathComponent)/school-support-2018-2020.yaml --diff HEAD~1")
        == ["unknown-key"])
    for revision in ["nope", "--help", "HEAD:library-opening.yaml"] {
      let answer = try place.run(["validate", ".", "--diff=\(revision)"])
      #expect(answer.exit == 64 && answer.err.contains("there is no revision"), "\(answer)")
    }
  }

  @Test func `what a past needs and is not there is named`() throws {
    let outside = try place.vekha("validate . --diff HEAD")
    #expect(outside.exit == 66 && outside.err.contains("in no Git repository"), "\(outside)")
    place.environment["PATH"] = "/nowhere"
    let missing = try place.vekha("validate . --diff HEAD")
    #expect(missing.exit == 66 && missing.err.contains("`git` cannot be run"), "\(missing)")
  }

  @Test func `a comment hides a warning of the next line, and never an error`() throws {
    try place.edit(Workplace.school) {
      $0.replacing(
        "            term: Марть 2018",
        with: "            # vekha: ignore[term-typo] так в документе\n            term: Марть 2018"
      )
    }
    #expect(try !codes("validate .").contains("term-typo"))
    #expect(try place.vekha("start school-support-2018-2020.yaml --as ponomareva").exit == 0)
  }

  @Test func `GitHub gets annotations and a summary of the job`() throws {
    try addMistakes()
    place.environment["GITHUB_STEP_SUMMARY"] = place.path("summary.md")
    for _ in 0..<2 {
      let answer = try place.vekha("validate . --format github")
      #expect(answer.exit == 1 && answer.err == "")
      let lines = answer.out.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("::warning file=") || $0.hasPrefix("::error file=") })
    }
    let summary = try place.read("summary.md")
    #expect(summary.components(separatedBy: "### Vekha").count == 3, "steps of a job add to it")
    #expect(summary.contains("errors: 1"))
    place.environment["GITHUB_STEP_SUMMARY"] = place.path("missing/summary.md")
    #expect(try place.vekha("validate . --format github").exit == 74)
  }
}
