import Foundation
import Testing

@Suite struct `Acts outside of the usual course` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      vekha: 1
      roadmap: {id: fair, title: Village fair}
      people:
        ada: {name: Ada Lovell, roles: [mayor]}
        joe: {name: Joe Finch}
        eve: {name: Eve Moss, roles: [clerk]}
      roles: {mayor: Mayor, clerk: Clerk}
      documents: {permit: {title: Permit}}
      powers:
        waive: role:mayor
        skip: role:mayor
        suspend: [role:mayor, lead]
        resume: role:mayor
        reopen: role:mayor
      kinds:
        task: {lifecycle: work, powers: {cancel: role:mayor}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, doing: {}, held: {done: true}}
          transitions:
            begin: {from: planned, to: doing, by: owner}
            finish: {from: doing, to: held, by: owner, route: consent}
      routes:
        consent:
          steps:
            - {id: check, title: Check, by: role:clerk}
            - {id: agree, title: Consent, by: role:mayor}
      sections:
        - title: The fair
          measures:
            - {id: tents, title: Tents, kind: task, owners: [joe]}
            - {id: stalls, title: Stalls, kind: task, owners: [joe], after: tents, awaits: permit}
      """, to: "fair.yaml")
    try place.vekha("start fair.yaml --as ada --at 2027-03-01")
  }

  private func measure(_ id: String) throws -> [String: Any] {
    let json = try place.vekha("status \(id) --format json").json()
    return try #require((json["measures"] as? [[String: Any]])?.first)
  }

  @discardableResult
  private func act(_ words: String, because reason: String, at day: String = "2027-03-02") throws
    -> Workplace.Answer
  {
    let words = words.split(separator: " ").map(String.init)
    return try place.run(words + ["--reason", reason, "--at", day])
  }

  @Test func `a dependency and a paper are waived by name, and everybody can see why`() throws {
    let refused = try act("waive stalls tents --as joe", because: "in a hurry")
    #expect(refused.exit == 1)
    #expect(
      refused.err.contains(
        "Joe Finch (`joe`) does not hold the power `waive` over `stalls`; it is held by: Ada Lovell"
      )
    )
    let done = try act("waive stalls tents --as ada", because: "the tents are lent")
    #expect(done.exit == 0)
    #expect(done.out == "`stalls`: Ada Lovell waived the wait for `tents`: the tents are lent\n")
    #expect(try act("waive stalls permit --as ada", because: "not needed").exit == 0)
    #expect(try act("waive stalls permit --as ada", because: "again").err.contains("any more"))
    #expect(try act("waive stalls nothing --as ada", because: "so").exit == 64)
    let why = try place.vekha("why stalls")
    #expect(
      why.out.contains("need not wait for `tents`, 2027-03-02, Ada Lovell: the tents are lent"))
    let waived = try #require(try measure("stalls")["waived"] as? [[String: Any]])
    #expect(waived.map { $0["predecessor"] as? String } == ["tents", nil])
    #expect(waived.map { $0["document"] as? String } == [nil, "permit"])
    #expect(waived[1]["by"] as? String == "ada" && waived[1]["reason"] as? String == "not needed")
    #expect(try place.vekha("advance stalls --as joe --at 2027-03-03").exit == 0)
    #expect(try measure("tents")["done"] as? Bool == false)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `a step is skipped, and the sheet and the data show that nobody decided in it`() throws
  {
    try place.vekha("advance tents --as joe --at 2027-03-02")
    try place.vekha("advance tents --as joe --at 2027-03-02")
    let done = try act("skip tents --step check --as ada", because: "Eve is ill")
    #expect(done.out == "`tents`: Ada Lovell skipped «Check» of round 1: Eve is ill\n")
    let last = try act("skip tents --step agree --as ada", because: "so")
    #expect(last.exit == 1 && last.err.contains("at least one step of a round is decided"))
    #expect(try act("skip tents --step no --as ada", because: "so").err.contains("no step `no`"))
    let sheet = try place.vekha("status tents").out
    #expect(sheet.contains("– Check (`check`) 0/1; skipped by Ada Lovell (Eve is ill)"))
    let round = try #require(try measure("tents")["round"] as? [String: Any])
    let steps = try #require(round["steps"] as? [[String: Any]])
    let skipped = try #require(steps[0]["skipped"] as? [String: Any])
    #expect(skipped["reason"] as? String == "Eve is ill" && steps[1]["skipped"] is NSNull)
    #expect(try place.vekha("approve tents --as ada --at 2027-03-03").exit == 0)
    #expect(try measure("tents")["done"] as? Bool == true)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `a measure stands still and goes on where it stopped`() throws {
    try act("suspend tents --as joe", because: "flood")
    let refused = try place.vekha("advance tents --as joe --at 2027-03-03 --format json")
    #expect(refused.exit == 1)
    let blocker = try #require((try refused.json()["blockers"] as? [[String: Any]])?.first)
    #expect(blocker["code"] as? String == "suspended" && blocker["by"] as? String == "joe")
    #expect(blocker["reason"] as? String == "flood")
    #expect(try place.vekha("status").out.contains("planned (suspended)"))
    #expect(try place.vekha("next").out.contains("nothing can be done now"))
    #expect(try place.vekha("resume tents --as joe --at 2027-03-04").exit == 1)
    let resumed = try place.vekha("resume tents --as ada --at 2027-03-04 --lang ru")
    #expect(resumed.out == "`tents`: Ada Lovell: возобновлено\n")
    #expect(try place.vekha("advance tents --as joe --at 2027-03-04").exit == 0)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `a measure is cancelled, blocks what comes after it, and is reopened`() throws {
    try place.vekha("advance tents --as joe --at 2027-03-02")
    try place.vekha("advance tents --as joe --at 2027-03-02")
    let done = try act("cancel tents --as ada", because: "no money")
    #expect(
      done.out == """
        `tents`: Ada Lovell cancelled it: no money
        `tents`: round 1 ended: the measure is cancelled

        """)
    #expect(try place.vekha("status").out.contains("doing (cancelled)"))
    #expect(try measure("tents")["round"] is NSNull)
    #expect(try place.vekha("why stalls").out.contains("`tents`, which is cancelled"))
    let reopened = try act("reopen tents --to planned --as ada", because: "money came")
    #expect(reopened.out == "`tents`: Ada Lovell reopened it in «planned»: money came\n")
    #expect(
      try act("reopen tents --to gone --as ada", because: "so").err.contains("no state `gone`"))
    let mark = try #require(try measure("tents")["reopened"] as? [String: Any])
    #expect(mark["at"] as? String == "2027-03-02T00:00:00Z")
    #expect(try place.vekha("history tents").out.contains("reopened it in «planned»: money came"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `what is reopened counts as reached for those that come after it`() throws {
    for command in [
      "advance tents --as joe", "advance tents --as joe", "approve tents --as eve",
      "approve tents --as ada",
    ] { #expect(try place.vekha("\(command) --at 2027-03-02").exit == 0) }
    try act("reopen tents --to doing --as ada", because: "a tent is missing")
    let why = try place.vekha("why stalls")
    #expect(why.out.contains("`tents` was carried out and has been reopened"))
    #expect(!why.out.contains("waits for `tents`"))
    #expect(try measure("stalls")["reopenedBefore"] as? [String] == ["tents"])
    #expect(try place.vekha("status").out.contains("0 of 2 done"))
  }

  @Test func `failure 5: a person assigns the approver role to themselves`() throws {
    try place.vekha("advance tents --as joe --at 2027-03-02")
    try place.vekha("advance tents --as joe --at 2027-03-02")
    let text = try place.read("fair.yaml")
    try place.write(
      text.replacing("name: Joe Finch", with: "name: Joe Finch, roles: [clerk, mayor]"),
      to: "fair.yaml")
    let vote = try place.vekha("approve tents --step check --as joe --at 2027-03-03")
    #expect(vote.exit == 1 && vote.err.contains("Joe Finch (`joe`) may not decide in step `check`"))
    #expect(try act("skip tents --step check --as joe", because: "so").exit == 1)
    #expect(try act("cancel tents --as joe", because: "so").exit == 1)
  }

  @Test func `an act is repeated under its request without being done twice`() throws {
    let words = "cancel tents --as ada --request c-1"
    #expect(try act(words, because: "no money").exit == 0)
    let again = try act(words, because: "no money")
    #expect(again.exit == 0 && again.out.hasPrefix("already done by this request:"))
    #expect(try act(words, because: "another reason").exit != 0)
  }
}
