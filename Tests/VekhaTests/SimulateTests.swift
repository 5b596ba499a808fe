import Foundation
import Testing

@Suite struct `Playing a roadmap forward` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      vekha: 1
      roadmap: {id: fair, title: Village fair, period: 2027-03-01/2027-12-31, calendar: weekdays}
      people:
        ada: {name: Ada Lovell, roles: [mayor]}
        joe: {name: Joe Finch}
        eve: {name: Eve Moss, roles: [clerk]}
      roles: {mayor: Mayor, clerk: Clerk}
      documents: {permit: {title: Permit}}
      kinds: {task: {lifecycle: work}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, doing: {}, held: {done: true}}
          transitions:
            begin: {from: planned, to: doing, by: owner}
            finish:
              from: doing
              to: held
              by: owner
              route: consent
              when: measure.attachments.size() > 0
      routes:
        consent:
          steps:
            - {id: check, title: Check, by: role:clerk, within: 2 working days}
            - {id: agree, title: Consent, by: role:mayor}
      sections:
        - title: The fair
          measures:
            - {id: tents, title: Tents, kind: task, owners: [joe], takes: 3 days, due: ../2027-03-05}
            - {id: stalls, title: Stalls, kind: task, owners: [joe], after: tents, awaits: permit}

      """, to: "fair.yaml")
  }

  private func measures(_ answer: Workplace.Answer) throws -> [[String: Any]] {
    try #require(try answer.json()["measures"] as? [[String: Any]])
  }

  @Test func `a file is played from its first date, and what is late ends with exit 1`() throws {
    let answer = try place.vekha("simulate fair.yaml --until 2027-06-30")
    #expect(answer.exit == 0)
    #expect(answer.out.contains("2027-03-01  2027-03-05  2027-03-05"))
    #expect(answer.out.contains("supposed to have come: permit"))
    #expect(answer.out.contains("supposed to have a file attached: tents, stalls"))
    #expect(answer.out.hasSuffix("played from 2027-03-01 to 2027-06-30: 2 of 2 done, 0 late\n"))
    let late = try place.vekha("simulate fair.yaml --until 2027-06-30 --from 2027-03-02")
    #expect(late.exit == 1 && late.out.contains("2027-03-05 late"))
  }

  @Test func `people who are absent, approvals and papers are supposed as asked`() throws {
    let absent = try measures(
      try place.vekha("simulate fair.yaml --until 2027-06-30 --absent eve --format json"))
    #expect(absent.map { $0["done"] as? Bool } == [false, false])
    let why = try #require((absent[0]["why"] as? [[String: Any]])?.first)
    #expect(why["code"] as? String == "undecided")
    #expect(
      why["message"] as? String
        == "step `check` waits for Eve Moss (`eve`); absent: Eve Moss (`eve`)")
    let next = try #require((absent[1]["why"] as? [[String: Any]])?.first)
    #expect(next["code"] as? String == "waits-for-measure")
    let some = try measures(
      try place.vekha(
        "simulate fair.yaml --until 2027-06-30 --approve tents --approve stalls:check "
          + "--format json"))
    #expect(some.map { $0["done"] as? Bool } == [true, false])
    let missing = try place.vekha("simulate fair.yaml --until 2027-06-30 --missing permit")
    #expect(missing.out.contains("waits for permit\n"))
    #expect(
      missing.out.contains(
        "what stands in the way:\n  • `stalls` waits for Permit (`permit`)"),
      "\(missing.out)")
    let russian = try place.vekha(
      "simulate fair.yaml --until 2027-06-30 --missing permit --lang ru")
    #expect(russian.out.contains("проиграно с 2027-03-01 по 2027-06-30: исполнено 1 из 2"))
  }

  @Test func `what was given up is told, and what waits for it is told once in full`() throws {
    try place.write(
      try place.read("fair.yaml").replacing(
        "documents:", with: "powers: {cancel: joe, suspend: joe}\ndocuments:"
      )
      .replacing(
        "after: tents, awaits: permit}",
        with: """
          after: tents, parts: [
              {id: poles, title: Poles, kind: task, owners: [joe]},
              {id: cloth, title: Cloth, kind: task, owners: [joe]}]}
          """), to: "fair.yaml")
    try place.vekha("start fair.yaml --as ada --at 2027-03-01")
    try place.vekha("cancel tents --reason rain --as joe --at 2027-03-01")
    let answer = try place.vekha("simulate --until 2027-06-30 --from 2027-03-01")
    #expect(answer.out.contains(#/tents +— +— +2027-03-05 +cancelled\n/#), "\(answer.out)")
    #expect(answer.out.contains(#/cloth +— +— +waits for tents \(cancelled\)/#))
    let sentence =
      "waits for `tents`, which is cancelled (since 2027-03-01 by Joe Finch (`joe`): rain)"
    #expect(answer.out.replacing(/\s+/, with: " ").ranges(of: sentence).count == 1, "\(answer.out)")
    let data = try measures(
      try place.vekha("simulate --until 2027-06-30 --from 2027-03-01 --format json"))
    let why = try #require((data[0]["why"] as? [[String: Any]])?.first)
    #expect(why["code"] as? String == "cancelled" && data[0]["done"] as? Bool == false)
  }

  @Test(arguments: [
    ("simulate fair.yaml", 64), ("simulate fair.yaml --until soon", 64),
    ("simulate fair.yaml --until 2026-01-01", 64), ("simulate no.yaml --until 2027-06-30", 66),
    ("simulate --until 2027-06-30", 66), ("simulate fair.yaml --until 2027-06-30 --absent zed", 1),
    ("simulate fair.yaml --until 2027-06-30 --approve tents:no", 64),
    ("simulate fair.yaml --until 2027-06-30 --missing no", 64),
    ("simulate fair.yaml --until 2027-06-30 --run fair", 64),
  ])
  func `what cannot be played is told`(line: String, exit: Int) throws {
    let answer = try place.vekha(line)
    #expect(Int(answer.exit) == exit, "\(answer.err)")
    #expect(answer.out == "" && answer.err != "")
  }

  /// The files of the store, with their bytes: but for the marks of readers in shared memory, all
  /// that there is of it.
  private func store() throws -> [String: Data] {
    let folder = place.folder.appending(path: ".vekha")
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasSuffix("-shm") {
      let file = folder.appending(path: name)
      if let bytes = try? Data(contentsOf: file) { found[name] = bytes }
    }
    return found
  }

  @Test func `failure 18: a dry run still has effects`() throws {
    try place.vekha("start fair.yaml --as ada --at 2027-03-01")
    try place.vekha("advance tents --as joe --at 2027-03-01")
    try place.attachText(to: "tents", by: "joe")
    try place.vekha("advance tents --as joe --at 2027-03-03")
    let (before, head) = (try store(), try place.vekha("audit --format json").out)
    let answer = try place.vekha("simulate --until 2027-06-30 --from 2027-03-03 --format json")
    #expect(answer.exit == 0)
    #expect(try measures(answer).map { $0["finished"] as? String } == ["2027-03-05", "2027-03-09"])
    #expect(try answer.json()["run"] as? String == "fair")
    let after = try store()
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    #expect(try place.vekha("audit --format json").out == head)
    #expect(try place.vekha("status tents").out.contains("round 1"))
  }
}
