import Foundation
import Testing

@Suite struct `A run whose votes weigh, count for groups, or are cast by a chair` {
  let place: Workplace

  private static let roadmap = """
    vekha: 1
    roadmap: {id: house, title: A house of flats}
    people:
      ana: {name: Ana Reyes, roles: [lawyer, founder]}
      ben: {name: Ben Cole, roles: [lawyer, accountant]}
      eva: {name: Eva Stein, roles: [accountant]}
      kim: {name: Kim Novak, roles: [governor]}
      leo: {name: Leo Marsh}
    roles:
      {lawyer: Lawyer, accountant: Accountant, founder: Founder, governor: Governor}
    kinds: {plan: {lifecycle: document}}
    lifecycles:
      document:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: lead, route: adoption}}
    routes:
      adoption:
        steps:
          - id: board
            by: [role:lawyer, role:accountant]
            weights: {role:founder: 3, role:lawyer: 2}
            quorum: {weight: 3}
            veto: [leo]
          - id: experts
            by: [role:lawyer, role:accountant]
            quorum: {each: [role:lawyer, role:accountant]}
          - {id: confirm, by: [ana, ben], quorum: more than 50%, chair: role:governor}
    sections:
      - title: Ground
        measures: [{id: statute, title: Statute, kind: plan, owners: leo}]

    """

  init() throws {
    place = try Workplace()
    try place.write(Self.roadmap, to: "house.yaml")
    #expect(try place.vekha("start house.yaml --as leo").exit == 0)
    #expect(try place.vekha("advance statute --as leo").exit == 0)
  }

  private func step(_ position: Int) throws -> [String: Any] {
    let report = try place.vekha("status statute --format json").json()
    let measure = (report["measures"] as? [[String: Any]])?.first
    let round = measure?["round"] as? [String: Any]
    let steps = try #require(round?["steps"] as? [[String: Any]])
    return steps[position]
  }

  /// What a command prints, on one line.
  private func words(_ command: String) throws -> String {
    try place.vekha(command).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `tells what voices weigh and who abstained`() throws {
    #expect(try place.vekha("abstain statute --as ben --remarks later").exit == 0)
    #expect(try place.vekha("return statute --as eva").exit == 0)
    let board = try step(0)
    #expect(board["unit"] as? String == "weight" && board["needed"] as? Int == 3)
    #expect(board["weights"] as? [String: Int] == ["ana": 3, "ben": 2])
    let dissents = try #require(board["dissents"] as? [[String: Any]])
    #expect(dissents.map { $0["by"] as? String } == ["ben", "eva"])
    #expect(dissents.map { $0["decision"] as? String } == ["abstain", "return"])
    #expect(dissents.allSatisfy { $0["for"] is NSNull })
    #expect(board["veto"] as? [String] == ["leo"])
    let text = try words("status statute")
    #expect(text.contains("0/3 by weight; abstained: Ben Cole ×2; for a return: Eva Stein"))
    #expect(text.contains("veto: Leo Marsh (leo)"))
    // Nobody is left without ana.
    let refused = try place.vekha("abstain statute --as ana")
    #expect(refused.exit == 1 && refused.err.contains("return or reject it instead"))
    #expect(try place.vekha("retract statute --as ben").exit == 0)
    #expect(try place.vekha("abstain statute --as ana --lang ru").exit == 1)
    #expect(try place.vekha("approve statute --as ana").exit == 0)
    let history = try place.vekha("history").out
    #expect(history.contains("Ben Cole abstained in «board»: later"))
    #expect(history.contains("Ben Cole took back the decision in «board»"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `tells for which group each approval counts`() throws {
    try place.vekha("approve statute --as ana")
    #expect(try place.vekha("approve statute --as ben").exit == 0)
    #expect(
      try words("why statute").contains(
        "counted for: `role:lawyer` — Ben Cole, `role:accountant` — …"))
    #expect(try place.vekha("approve statute --as ana").exit == 0)
    let groups = try #require(try step(1)["groups"] as? [[String: Any]])
    #expect(groups.map { $0["given"] as? [String] } == [["ana"], ["ben"]])
    #expect(try step(1)["passed"] as? Bool == true)
  }

  @Test func `lets a chair decide out of turn, and says so`() throws {
    let next = try place.vekha("next --as kim --format json").json()["actions"] as? [[String: Any]]
    #expect(next?.map { $0["outOfTurn"] as? Bool } == [true])
    #expect(try place.vekha("approve statute --as kim").exit == 1)
    let done = try place.vekha("approve statute --step confirm --as kim")
    #expect(done.exit == 0 && done.out.contains("as the chair, which passes the step"))
    #expect(try step(2)["passedBy"] as? String == "kim")
    #expect(try place.vekha("history --format json").out.contains(#""as":"chair""#))
    for person in ["ana", "ben", "ana"] {
      #expect(try place.vekha("approve statute --as \(person)").exit == 0)
    }
    #expect(try place.vekha("status").out.contains("1 of 1 done"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `ends the round where somebody with a veto refuses`() throws {
    #expect(try place.vekha("reject statute --as kim").exit == 1)
    #expect(try place.vekha("reject statute --as leo").exit == 0)
    #expect(try place.vekha("history").out.contains("round 1 ended with a rejection"))
    #expect(try place.vekha("audit").exit == 0)
  }
}
