import Foundation
import Testing

@Suite struct `A return for rework` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.vekha("key new --out ana.key")
    let key = try place.vekha("key show ana.key").out.trimmingCharacters(in: .newlines)
    try place.write(Self.roadmap(key), to: "office.yaml")
    try place.vekha("start office.yaml --as dana")
    try place.vekha("attach order --field sum=1 --as dana")
    try place.vekha("advance order --as dana")
    try place.vekha("approve order --as ana --key ana.key")
  }

  private static func roadmap(_ key: String) -> String {
    """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    people: {ana: {keys: "\(key)"}, ben: {}, dana: {}, eve: {}}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, mending: {}, law: {}, in-force: {done: true}}
        transitions:
          adopt:
            from: [planned, mending, law]
            to: in-force
            by: owner
            route: adoption
            on-return: [mending, planned, law]
    routes:
      adoption:
        after-return: changed
        steps:
          - {id: law, by: ana, covers: sum}
          - {id: money, by: ben, covers: text}
          - {id: sign, by: eve}
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: dana}]

    """
  }

  private func round() throws -> [String: Any] {
    let report = try place.vekha("status order --format json").json()
    let measures = try #require(report["measures"] as? [[String: Any]])
    return try #require(measures.first?["round"] as? [String: Any])
  }

  private func steps() throws -> [[String: Any]] {
    try #require(try round()["steps"] as? [[String: Any]])
  }

  @Test func `to an earlier step leaves the round open`() throws {
    let answer = try place.vekha("return order --to step:law --as ben")
    #expect(answer.exit == 0, "\(answer)")
    #expect(
      answer.out.contains("since it was returned to «law», these steps of round 1 begin anew"))
    #expect(try steps().map { $0["open"] as? Bool } == [true, false, false])
    #expect(try place.vekha("next").out.contains("law"))
    let russian = try place.vekha("history order --lang ru").out
    #expect(russian.contains("возвращено на этап «law», поэтому этапы круга 1 начинаются заново"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test(arguments: [
    ("--to sign", 1, "a return leads to `law`, `mending`, `planned`, `law`"),
    ("--to in-force", 1, "cannot be returned there from step `money`"),
    ("--to law", 64, "is both a step and a state"), ("--to nowhere", 64, "`nowhere`"),
    ("--to step:mending", 64, "`step:mending`"), ("--to planned", 0, "ended with a return"),
    ("--to state:law", 0, "«law»"), ("", 0, "«mending»"),
  ])
  func `leads where it may`(words: String, exit: Int32, says: String) throws {
    let answer = try place.vekha("return order \(words) --as ben")
    #expect(answer.exit == exit && (answer.out + answer.err).contains(says), "\(answer)")
    guard exit != 0 else { return }
    #expect(try round()["returns"] as? [String] == ["mending", "planned", "law"])
  }

  @Test func `lets agreements stand, which the next round names`() throws {
    try place.vekha("return order --as ben")
    let again = try place.vekha("advance order --as dana")
    #expect(
      again.out.contains("in round 2 these approvals count on: ana («law», round 1, "), "\(again)")
    let kept = try #require(try steps()[0]["kept"] as? [[String: Any]])
    #expect(kept.count == 1 && kept[0]["by"] as? String == "ana" && kept[0]["round"] as? Int == 1)
    #expect(try steps().map { $0["passed"] as? Bool } == [true, false, false])
    #expect(try place.vekha("status order").out.contains("agreed: ana (kept from round 1)"))
    // The number is that of the event that carries the signature.
    let history = try place.vekha("history order --format json").out.split(separator: "\n")
    let number = try #require(kept[0]["event"] as? Int)
    let signed = history.first { $0.contains("\"n\":\(number),") }
    #expect(signed?.contains("signature") == true && signed?.contains("\"by\":\"ana\"") == true)
    for person in ["ben", "eve"] { try place.vekha("approve order --as \(person)") }
    #expect(try place.vekha("status order").out.contains("in-force"))
    #expect(try place.vekha("audit").exit == 0)
    try place.vekha("audit --export proof")
    #expect(try place.vekha("audit --verify proof").exit == 0)
  }

  @Test func `asks those again whose contents were changed`() throws {
    try place.vekha("return order --as ben")
    try place.vekha("attach order --field sum=2 --as dana")
    try place.vekha("advance order --as dana")
    #expect(try steps().map { ($0["kept"] as? [Any])?.count } == [0, 0, 0])
    #expect(try steps().map { $0["open"] as? Bool } == [true, false, false])
    #expect(try place.vekha("audit").exit == 0)
  }
}
