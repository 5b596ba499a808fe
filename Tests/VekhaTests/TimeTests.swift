import Foundation
import Testing

@Suite struct `Time in a run` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      vekha: 1
      roadmap:
        id: fair
        title: Village fair
        calendar: weekdays
        terms: {set-by: role:mayor}
        timers: {due-soon: 2 working days, escalate: role:mayor}
      people:
        ada: {name: Ada Lovell, roles: [mayor]}
        joe: {name: Joe Finch}
      roles: {mayor: Mayor}
      kinds: {task: {lifecycle: work}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, held: {done: true}}
          transitions: {finish: {from: planned, to: held, by: owner, route: consent}}
      routes:
        consent:
          steps:
            - {id: agree, title: Consent, by: role:mayor, within: 1 working day, escalate: joe}
      sections:
        - title: The fair
          measures:
            - {id: tents, title: Tents, kind: task, owners: [joe], due: ../2018-10-12}
            - id: stalls
              title: Stalls
              kind: task
              owners: [joe]
              due: 2018-10/2018-11
              after: [{measure: tents, lag: {min: 2 working days, max: 10 days}}]
      """, to: "fair.yaml")
    try place.vekha("start fair.yaml --as ada --at 2018-10-01")
  }

  private func events(_ answer: Workplace.Answer) throws -> [String] {
    try #require(try answer.json()["done"] as? [String])
  }

  @Test func `timers fire once, however often they are looked at, and approve nothing`() throws {
    #expect(try place.vekha("tick --at 2018-10-09").out == "no timer is due\n")
    let soon = try place.vekha("tick --at 2018-10-10")
    #expect(soon.exit == 0)
    #expect(soon.out == "`tents`: reminded Joe Finch: due on 12 October 2018 (Friday)\n")
    #expect(try place.vekha("tick --at 2018-10-12").out == "no timer is due\n")
    #expect(
      try events(try place.vekha("tick --at 2018-10-15 --format json")) == [
        "`tents`: reminded Joe Finch: was due on 12 October 2018 (Friday)",
        "`tents`: escalated to Ada Lovell: was due on 12 October 2018 (Friday)",
      ])
    #expect(try events(try place.vekha("tick --at 2018-10-15 --format json")) == [])

    try place.vekha("advance tents --as joe --at 2018-10-19T16:00:00Z")
    #expect(try place.vekha("tick --at 2018-10-22").out == "no timer is due\n")
    #expect(
      try place.vekha("tick --at 2018-10-23 --lang ru").out == """
        `tents`: напоминание (Ada Lovell): решение «Consent» ждали до 22 октября 2018 г. (понедельник)
        `tents`: доведено до сведения (Joe Finch): решение «Consent» ждали до 22 октября 2018 г. \
        (понедельник)

        """)
    #expect(try place.vekha("status tents").out.contains("state: planned"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `what is due is listed by day, as text and as data`() throws {
    #expect(
      try place.vekha("due --at 2018-10-01").out == "nothing is due by 3 October 2018 (Wednesday)\n"
    )
    let answer = try place.run(
      ["due", "--within", "10 working days", "--at", "2018-10-01", "--format", "json"])
    let rows = try #require(try answer.json()["due"] as? [[String: Any]])
    #expect(rows.count == 1 && rows[0]["measure"] as? String == "tents")
    #expect(rows[0]["day"] as? String == "2018-10-12" && rows[0]["days"] as? Int == 11)
    #expect(rows[0]["late"] as? Bool == false && rows[0]["what"] as? String == "measure")
    let late = try place.vekha("due --at 2018-10-15")
    #expect(late.out.contains("2018-10-12") && late.out.contains("late by 3 days"))
    try place.vekha("advance tents --as joe --at 2018-10-11")
    let step = try place.vekha("due --at 2018-10-11")
    #expect(step.out.contains("decide «Consent»") && step.out.contains("in 1 day"))
    #expect(try place.run(["due", "--within", "2 months"]).exit == 64)
    #expect(try place.run(["due", "--within", "-3 days"]).exit == 64)
  }

  @Test func `a lag holds a measure back, and its maximum is a deadline`() throws {
    try place.vekha("advance tents --as joe --at 2018-10-11")
    try place.vekha("approve tents --as ada --at 2018-10-12")
    let early = try place.vekha("advance stalls --as joe --at 2018-10-15")
    #expect(early.exit == 1 && early.err.contains("until 17 October 2018 (Wednesday)"))
    let next = { (day: String) in try place.vekha("next --as joe --at \(day)").out }
    #expect(try !next("2018-10-16").contains("stalls") && next("2018-10-17").contains("stalls"))
    let why = try place.vekha("why stalls --at 2018-10-16").out
    #expect(why.contains("until 17 October 2018 (Wednesday)"))
    #expect(try place.vekha("why stalls --at 2018-10-17").out.contains("possible now"))
    #expect(try place.vekha("why stalls --at never").exit == 64)
    let due = try place.vekha("due --at 2018-10-20")
    #expect(due.out.contains("2018-10-23") && due.out.contains("start after `tents`: Stalls"))
    #expect(try place.vekha("status stalls").out.contains("to start by: 2018-10-23 (`tents`)"))
    let json = try place.vekha("status stalls --at 2018-10-24 --format json").json()
    let measure = try #require((json["measures"] as? [[String: Any]])?.first)
    let limit = try #require((measure["limits"] as? [[String: Any]])?.first)
    #expect(limit["day"] as? String == "2018-10-23" && limit["late"] as? Bool == true)
    #expect(try place.vekha("advance stalls --as joe --at 2018-10-17").exit == 0)
  }

  @Test func `only who may asks for more time, and needs a day and a reason`() throws {
    let answer = try place.vekha("extend tents --until 2018-10-26 --reason rain --as joe")
    #expect(answer.exit == 1 && answer.err.contains("did not set the term"))
    #expect(try place.vekha("extend tents --until soon --reason rain --as ada").exit == 64)
  }

  @Test func `a term is extended by who sets it, and plan and fact are shown`() throws {
    let words = ["extend", "tents", "--until", "2018-10-26", "--reason", "rain"]
    let refused = try place.run(words + ["--as", "joe", "--at", "2018-10-10"])
    #expect(refused.exit == 1 && refused.err.contains("Ada Lovell"))
    let done = try place.run(words + ["--as", "ada", "--at", "2018-10-10"])
    #expect(
      done.out == "`tents`: Ada Lovell extended the term from 2018-10-12 to 2018-10-26: rain\n")
    try place.vekha("advance tents --as joe --at 2018-10-22")
    try place.vekha("approve tents --as ada --at 2018-10-23")
    let status = try place.vekha("status tents --at 2018-10-24")
    for line in ["due: …2018-10-12", "extended to: 2018-10-26", "carried out: 2018-10-23"] {
      #expect(status.out.contains(line))
    }
    let json = try place.vekha("status tents --at 2018-10-24 --format json").json()
    let measure = try #require((json["measures"] as? [[String: Any]])?.first)
    #expect(measure["extended"] as? String == "2018-10-26")
    #expect(measure["finished"] as? String == "2018-10-23")
    #expect(measure["overdue"] as? Bool == false)
    let history = try place.vekha("history tents")
    #expect(history.out.contains("extended the term from 2018-10-12 to 2018-10-26: rain"))
    #expect(try place.vekha("audit").exit == 0)
  }
}
