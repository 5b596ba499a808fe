import Foundation
import Testing

@Suite struct `Acting for others` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Self.roadmap, to: "office.yaml")
    try place.vekha("start office.yaml --as dana --at 2019-10-01")
    try place.vekha("advance order --as dana --at 2019-10-01")
  }

  private static let roadmap = """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    powers: {substitute: role:clerk}
    roles: {clerk: Clerk}
    people:
      dana: {name: Dana}
      ivanov:
        name: Ivanov
        substitutes: [{by: petrov, from: 2019-10-10, to: 2019-10-24, order: "№ 15-к"}]
      petrov: {name: Petrov}
      sidorov: {name: Sidorov}
      klara: {roles: clerk}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes:
      adoption:
        steps:
          - {id: agree, by: sidorov, delegate: petrov}
          - {id: sign, by: ivanov}
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: dana}]
    """

  @Test func `a deputy signs within the days of the order, and the journal says for whom`() throws {
    #expect(try place.vekha("approve order --as sidorov --at 2019-10-02").exit == 0)
    let early = try place.vekha("approve order --as petrov --at 2019-10-09")
    #expect(early.exit == 1 && early.err.contains("the order «№ 15-к» holds from 2019-10-10 on"))
    #expect(try place.vekha("approve order --as petrov --for ivanov --at 2019-10-25").exit == 1)
    let done = try place.vekha("approve order --as petrov --at 2019-10-24")
    #expect(done.exit == 0 && done.out.contains("for Ivanov (order «№ 15-к»)"), "\(done)")
    let history = try place.vekha("history --format json").out
    #expect(history.contains(#""for":"ivanov""#) && history.contains(#""order":"№ 15-к""#))
    #expect(try place.vekha("history --lang ru").out.contains("за: Ivanov (приказ «№ 15-к»)"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `votes are delegated by whose they are, where the step allows it`() throws {
    let barred = try place.vekha("delegate --to petrov --as ivanov --route adoption --step sign")
    #expect(barred.exit == 1 && barred.err.contains("the key `delegate`"), "\(barred)")
    #expect(try place.vekha("delegate --to petrov --step agree --as sidorov").exit == 64)
    let given = try place.vekha(
      "delegate --to petrov --until 2030-01-01 --measure order --as sidorov --at 2019-10-03")
    #expect(given.exit == 0 && given.out.contains("Sidorov delegates votes to Petrov"), "\(given)")
    let status = try place.vekha("status order --format json --at 2019-10-04").json()
    let acts = try #require(status["acts"] as? [[String: Any]])
    #expect(acts.count == 2 && acts[1]["act"] as? Int == 3, "\(acts)")
    let next = try place.vekha("next --as petrov")
    #expect(next.out.contains("approve agree") && next.out.contains("Petrov"), "\(next)")
    #expect(next.out.contains("for Sidorov"), "\(next)")
    #expect(try place.vekha("revoke 3 --as petrov").exit == 1)
    #expect(try place.vekha("approve order --as petrov --at 2019-10-04").exit == 0)
    #expect(try place.vekha("revoke 3 --as sidorov").exit == 0)
    #expect(try place.vekha("revoke 3 --as sidorov").err.contains("no substitution, delegation"))
    let measures = try place.vekha("status order --format json").json()["measures"]
    let round = (measures as? [[String: Any]])?.first?["round"] as? [String: Any]
    let step = (round?["steps"] as? [[String: Any]])?.first
    #expect(step?["given"] as? [String] == ["petrov"])
    let givenFor = step?["givenFor"] as? [[String: Any]]
    #expect(givenFor?.first?["for"] as? String == "sidorov")
    #expect(givenFor?.first?["act"] as? Int == 3)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `a substitution is recorded by whom the roadmap names`() throws {
    let order = "--by petrov --from 2019-10-01 --to 2019-10-05 --order 7-к --at 2019-10-01"
    let barred = try place.vekha("substitute sidorov \(order) --as dana")
    #expect(barred.exit == 1 && barred.err.contains("`powers: {substitute: …}`"), "\(barred)")
    #expect(try place.vekha("substitute sidorov \(order) --as klara").exit == 0)
    #expect(try place.vekha("substitute nobody \(order) --as klara").exit == 1)
    #expect(try place.vekha("reject order --for sidorov --as petrov --at 2019-10-06").exit == 1)
    let done = try place.vekha("return order --for sidorov --as petrov --at 2019-10-05")
    #expect(done.exit == 0 && done.out.contains("for Sidorov (event 3)"), "\(done)")
    #expect(try place.vekha("revoke 7-к --as klara").exit == 0)
    #expect(try place.vekha("revoke 8-к --as klara").exit == 1)
    #expect(try place.run(["revoke", "№ 15-к", "--as", "klara"]).exit == 0)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `who is away is shown, and lowers nothing`() throws {
    #expect(try place.vekha("absent --as sidorov").exit == 64)
    let away = try place.vekha("absent --to 2999-01-01 --reason leave --as sidorov")
    #expect(away.exit == 0 && away.out.contains("Sidorov is away from"), "\(away)")
    for command in ["status", "next", "why order", "absent --list"] {
      let shown = try place.vekha(command).out
      #expect(shown.contains("Sidorov is away from"), "\(command): \(shown)")
    }
    let list = try place.vekha("absent --list --at 2019-10-11 --format json").json()
    #expect((list["acts"] as? [[String: Any]])?.first?["holds"] as? Bool == true)
    #expect(try place.vekha("approve order --as petrov").exit == 1)
    #expect(try place.vekha("audit").exit == 0)
  }
}
