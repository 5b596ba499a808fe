import Foundation
import Testing

@Suite struct `The daily jobs` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  @Test func `a roadmap without a mistake is praised on standard output alone`() throws {
    let answer = try place.vekha("validate library-opening.yaml")
    #expect(answer.exit == 0 && answer.err == "")
    #expect(
      answer.out == "library-opening.yaml: no problems (9 measures, 3 parts, 12 dependencies)\n")
  }

  @Test func `warnings go to standard error and pass, and count with --strict`() throws {
    let answer = try place.vekha("validate school-support-2018-2020.yaml")
    #expect(answer.exit == 0 && answer.err.contains("found 8 warnings"))
    #expect(answer.out.contains("no errors (34 measures, 15 parts, 25 dependencies)"))
    let strict = try place.vekha("validate --strict school-support-2018-2020.yaml")
    #expect(strict.exit == 1 && strict.err.contains("`--strict`, warnings count as errors"))
  }

  @Test func `a file that is named twice is checked once`() throws {
    let answer = try place.vekha("validate library-opening.yaml library-opening.yaml")
    #expect(answer.exit == 0 && answer.out.split(separator: "\n").count == 1)
  }

  @Test(arguments: [("en", "wait"), ("ru", "жд")])
  func `a dependency that closes a loop is found, and the loop is printed`(
    language: String, word: String
  ) throws {
    try place.edit(Workplace.school) {
      $0.replacing(
        "term: Марть 2018\n            owners: [ponomareva]",
        with: "term: Марть 2018\n            owners: [ponomareva]\n            after: [coordinator]"
      )
    }
    let answer = try place.vekha("validate \(Workplace.school) --lang \(language)")
    #expect(answer.exit == 1 && answer.out == "")
    #expect(answer.err.contains("[dependency-cycle]") && answer.err.contains(word))
    #expect(answer.err.contains("`programme-order`") && answer.err.contains("`coordinator`"))
  }

  @Test func `a file with mistakes is neither started nor drawn, and makes no store`() throws {
    try place.edit(Workplace.library) { $0.replacing("kind: rules", with: "kind: rulez") }
    for command in ["start \(Workplace.library) --as dana", "graph \(Workplace.library)"] {
      let answer = try place.vekha(command)
      #expect(answer.exit == 1 && answer.out == "" && answer.err.contains("did you mean `rules`?"))
    }
    #expect(!FileManager.default.fileExists(atPath: place.path(".vekha")))
  }

  @Test(arguments: ["dot", "mermaid", "json"])
  func `the dependencies are drawn in three languages`(format: String) throws {
    let answer = try place.vekha("graph \(Workplace.library) --format \(format)")
    #expect(answer.exit == 0 && answer.err == "")
    #expect(answer.out.contains("Opening day"))
    if format == "json" { #expect((try answer.json()["measures"] as? [Any])?.count == 12) }
  }

  @Test func `a measure goes through its approvals, and every refusal says why`() throws {
    let lines: [(words: String, exit: Int32, says: String)] = [
      ("start library-opening.yaml --as dana", 0, "started the run `library-opening`"),
      ("advance opening-plan --as dana", 1, "waits for 1.1 `founding-order`"),
      ("advance founding-order --as ivo", 1, "may not ask for `begin`"),
      ("advance founding-order --as dana", 0, "«drafting»"),
      ("advance founding-order adopt --as dana", 1, "`measure.attachments.size()` is 0"),
      ("why founding-order adopt", 0, "needs `measure.attachments.size() > 0`, but"),
      ("attach founding-order order.txt --as ivo", 1, "Ivo Brandt (`ivo`) may not attach anything"),
      ("attach founding-order missing.txt --as dana", 66, "`missing.txt` cannot be read"),
      ("attach founding-order order.txt --as dana", 0, "Dana"),
      (
        "attach founding-order order.txt --as dana", 1,
        "is attached to 1.1 `founding-order` already"
      ),
      ("advance founding-order adopt --as dana", 0, "round 1 is open"),
      ("attach founding-order order.txt --name b --as dana", 0, "Dana"),
      ("approve founding-order --seen none --as ana", 1, "changed since: `order.txt`, `b`"),
      ("approve founding-order --seen 123 --as ana", 64, "`123` is no revision"),
      ("approve founding-order --as dana", 1, "may not decide in step `board`"),
      ("approve founding-order --as ruth", 1, "step `confirm` of 1.1 `founding-order` is not open"),
      ("approve founding-order --as ana", 0, "Ana Ruiz approved"),
      ("approve founding-order --as ana", 1, "already decided"),
      ("approve founding-order --as ben", 0, "passed"),
      ("reject founding-order --as omar --step money --remarks no", 0, "ended with a rejection"),
      ("withdraw founding-order --as dana", 1, "has no open round"),
      ("status founding-order", 0, "dropped"),
      ("why founding-order", 0, "no transition leads on"),
      ("why opening-plan begin", 0, "`founding-order`"),
      ("next --as dana", 0, "ways to drop or cancel"),
      ("history founding-order", 0, "rejected it in «Budget review», having seen "),
      ("audit", 0, "every act allowed"),
      ("doctor", 0, "version 1 of the store"),
    ]
    try place.write("Be it so.\n", to: "order.txt")
    for line in lines {
      let answer = try place.vekha(line.words)
      #expect(answer.exit == line.exit, "\(line.words): \(answer.out)\(answer.err)")
      #expect((answer.out + answer.err).contains(line.says), "\(line.words): \(answer)")
      #expect(line.exit == 0 || answer.out == "", "\(line.words)")
    }
  }

  @Test func `a withdrawn request can be asked again, and an external paper is received once`()
    throws
  {
    try place.vekha("start library-opening.yaml --as dana")
    try place.draft("founding-order", by: "dana")
    try place.vekha("advance founding-order --as dana")
    #expect(try place.vekha("withdraw founding-order --as ben").exit == 1)
    #expect(try place.vekha("withdraw founding-order --as dana").exit == 0)
    #expect(try place.vekha("advance founding-order --as dana").out.contains("round 2"))
    let receive = "receive building-permit --number 7 --date 2026-01-02 --as ivo"
    #expect(try place.vekha(receive).out.contains("No. 7 of 2026-01-02"))
    #expect(try place.vekha("why rooms begin").out.contains("opening-plan"))
    #expect(try !place.vekha("why rooms begin").out.contains("building-permit"))
  }

  @Test func `a run keeps to the roadmap it was started with, whatever becomes of the file`() throws
  {
    try place.vekha("start library-opening.yaml --as dana")
    let before = try place.vekha("status --format json").out
    try place.edit(Workplace.library) { $0.replacing("Opening day", with: "Closing day") }
    #expect(try place.vekha("status --format json").out == before)
    try FileManager.default.removeItem(atPath: place.path(Workplace.library))
    try FileManager.default.removeItem(atPath: place.path("library"))
    #expect(try place.vekha("status --format json").out == before)
    #expect(try place.vekha("advance founding-order --as dana").exit == 0)
  }
}

extension Workplace {
  /// Changes a file; the change must change something.
  func edit(_ name: String, _ change: (String) -> String) throws {
    let before = try read(name)
    let after = change(before)
    guard after != before else { throw CocoaError(.fileNoSuchFile) }
    try write(after, to: name)
  }
}
