import Foundation
import Testing

/// From the order to the event of the shipped road map, through the approvals of its people.
@Suite(.serialized) struct `The chain from order to event` {
  let place: Workplace
  private static let approvers = [
    "education-head", "education-deputy", "department-lawyer", "chief-accountant",
  ]
  private static let people = [
    "ponomareva", "osotova", "education-head", "education-deputy", "department-lawyer",
    "chief-accountant",
  ]

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.write("Text.\n", to: "order.txt")
    #expect(try place.vekha("start \(Workplace.school) --as osotova").exit == 0)
  }

  /// What the document's approvals take: who acts, step by step.
  private static func adoption(of measure: String) -> [(words: String, people: [String])] {
    let owners = measure == "development-plan" ? ["ponomareva", "osotova"] : ["ponomareva"]
    return [
      ("advance \(measure) begin", owners),
      ("attach \(measure) order.txt", owners + Self.approvers),
      ("advance \(measure) adopt", ["ponomareva"]),
      ("approve \(measure) --step endorse", ["education-deputy"]),
      ("approve \(measure) --step law", ["department-lawyer"]),
      ("approve \(measure) --step money", ["chief-accountant"]),
      ("approve \(measure) --step confirm", ["education-head"]),
    ]
  }

  private func events() throws -> Int? {
    try place.vekha("audit --format json").json()["events"] as? Int
  }

  /// Everybody else is refused with a reason and nothing is journalled; then the first may.
  private func carryOut(_ words: String, by people: [String]) throws {
    let before = try events()
    for other in Self.people where !people.contains(other) {
      let answer = try place.vekha("\(words) --as \(other)")
      #expect(answer.exit == 1 && answer.err.contains("`\(other)`"), "\(words) by \(other)")
    }
    #expect(try events() == before)
    let answer = try place.vekha("\(words) --as \(people[0])")
    #expect(answer.exit == 0, "\(words): \(answer.err)")
  }

  /// The measure cannot begin yet, and the reason names what it waits for in both languages.
  private func expectWaiting(_ measure: String, for predecessor: String, by owner: String) throws {
    let before = try events()
    #expect(try place.vekha("advance \(measure) --as \(owner)").exit == 1)
    #expect(try events() == before)
    for (language, word) in [("en", "waits for"), ("ru", "ждёт, пока")] {
      let why = try place.vekha("why \(measure) --lang \(language)").out
      #expect(why.contains(word) && why.contains("`\(predecessor)`"), "\(why)")
    }
  }

  @Test func `every step is taken by those entitled, in order, and by nobody else`() throws {
    try expectWaiting("coordinator", for: "programme-order", by: "ponomareva")
    for step in Self.adoption(of: "programme-order") { try carryOut(step.words, by: step.people) }
    try expectWaiting("development-plan", for: "coordinator", by: "osotova")
    for step in Self.adoption(of: "coordinator") { try carryOut(step.words, by: step.people) }
    try expectWaiting("plan-approval", for: "development-plan", by: "ponomareva")
    for step in Self.adoption(of: "development-plan") { try carryOut(step.words, by: step.people) }
    try expectWaiting("festival", for: "plan-approval", by: "osotova")
    try carryOut("advance plan-approval", by: ["ponomareva"])
    try carryOut("approve plan-approval", by: ["education-head"])
    try carryOut("advance festival begin", by: ["osotova"])
    try carryOut("advance festival finish", by: ["osotova"])
    let status = try place.vekha("status festival --format json").json()
    let festival = try #require((status["measures"] as? [[String: Any]])?.first)
    #expect(festival["state"] as? String == "held" && festival["done"] as? Bool == true)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `an approval out of turn is refused, and says which step comes first`() throws {
    try place.draft("programme-order", by: "ponomareva")
    try place.vekha("advance programme-order --as ponomareva")
    for (person, step) in [
      ("department-lawyer", "law"), ("chief-accountant", "money"), ("education-head", "confirm"),
    ] {
      let answer = try place.vekha("approve programme-order --as \(person)")
      #expect(answer.exit == 1 && answer.err.contains("step `\(step)`"), "\(answer.err)")
      #expect(answer.err.contains("`endorse`"))
    }
  }

  @Test func `a return leads back to the draft, and the next request opens the next round`() throws
  {
    try place.draft("programme-order", by: "ponomareva")
    try place.vekha("advance programme-order --as ponomareva")
    try place.vekha("approve programme-order --as education-deputy")
    #expect(
      try place.vekha("return programme-order --as chief-accountant --remarks Why?").exit == 0)
    #expect(try place.vekha("approve programme-order --as department-lawyer").exit == 1)
    #expect(try place.vekha("advance programme-order --as ponomareva").out.contains("round 2"))
    #expect(try place.vekha("approve programme-order --as department-lawyer").exit == 1)
  }
}
