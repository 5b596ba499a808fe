import Foundation
import Testing

@Suite struct `What is approved` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Self.roadmap, to: "office.yaml")
    try place.write("Be it so.\n", to: "order.txt")
    try place.vekha("start office.yaml --as dana")
    try place.vekha("attach order order.txt --as dana")
    _ = try place.run(["attach", "order", "--field", "budget=120 000=x", "--as", "dana"])
    try place.vekha("advance order --as dana")
  }

  private static let roadmap = """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    people: {ana: {}, ben: {}, dana: {}}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes:
      adoption:
        steps:
          - {id: law, by: ana, covers: order.txt}
          - {id: money, by: ben, covers: [budget]}
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: dana}]

    """

  private func steps() throws -> [[String: Any]] {
    let report = try place.vekha("status order --format json").json()
    let measures = try #require(report["measures"] as? [[String: Any]])
    let round = try #require(measures.first?["round"] as? [String: Any])
    return try #require(round["steps"] as? [[String: Any]])
  }

  @Test func `is shown by its revision, which anybody can recompute`() throws {
    let seen = try #require(try steps()[0]["seen"] as? String)
    #expect(try steps()[0]["covers"] as? [String] == ["order.txt"])
    let recomputed = try place.shell(
      #"""
      printf 'vekha contents 1\nmeasure order\nfile 10 %s order.txt\n' \
        "$(sha256sum order.txt | cut -d' ' -f1)" | sha256sum | cut -d' ' -f1
      """#)
    #expect(recomputed.out == seen + "\n")
    let sheet = try place.vekha("status order").out
    #expect(sheet.contains("decides on revision \(seen.prefix(12))"), "\(sheet)")
    #expect(sheet.contains("field: budget = 120 000=x, dana, "), "\(sheet)")
  }

  @Test func `is what was read, or the vote is refused`() throws {
    let seen = try #require(try steps()[0]["seen"] as? String)
    try place.write("Be it otherwise.\n", to: "order.txt")
    try place.vekha("attach order order.txt --as dana")
    let stale = try place.vekha("approve order --as ana --seen \(seen) --format json")
    let blockers = try stale.json()["blockers"] as? [[String: Any]]
    #expect(stale.exit == 1 && blockers?.first?["code"] as? String == "other-revision")
    #expect(blockers?.first?["seen"] as? String == seen)
    let present = try #require(blockers?.first?["present"] as? String)
    #expect(blockers?.first?["changed"] as? [String] == ["order.txt"])
    let short = try place.vekha("approve order --as ana --seen \(seen.prefix(12)) --lang ru")
    #expect(short.exit == 1 && short.err.contains("с тех пор изменено: `order.txt`"), "\(short)")
    #expect(try place.vekha("approve order --as ana --seen \(present.prefix(12))").exit == 0)
    let history = try place.vekha("history order").out
    #expect(
      history.contains("ana approved «law», having seen \(present.prefix(12))…"), "\(history)")
  }

  @Test func `changes under an approval, which is dropped and asked for again`() throws {
    try place.vekha("approve order --as ana")
    try place.write("Be it otherwise.\n", to: "order.txt")
    let edit = try place.vekha("attach order order.txt --as dana")
    let says = "since «order.txt» was changed, these steps of round 1 begin anew: «law»"
    #expect(edit.out.contains(says) && edit.out.contains("the approvals of ana"), "\(edit)")
    let russian = try place.vekha("history order --lang ru").out
    #expect(
      russian.contains("изменено «order.txt», поэтому этапы круга 1 начинаются заново: «law»"))
    #expect(try steps().map { $0["open"] as? Bool } == [true, false])
    #expect(try place.vekha("approve order --as ben").exit == 1)
    for person in ["ana", "ben"] { try place.vekha("approve order --as \(person)") }
    #expect(try place.vekha("status order").out.contains("in-force"))
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `is written out again as it was`() throws {
    let first = try place.read("order.txt")
    try place.write("Be it\notherwise.", to: "order.txt")
    try place.vekha("attach order order.txt --as dana")
    #expect(try place.vekha("content order order.txt").out == "Be it\notherwise.")
    #expect(try place.vekha("content order order.txt --revision 1").out == first)
    #expect(try place.vekha("content order budget").out == "120 000=x")
    #expect(try place.vekha("content order order.txt --revision 1 --out old.txt").exit == 0)
    #expect(try place.read("old.txt") == first)
    #expect(try place.vekha("content order order.txt --revision 3").exit == 64)
    #expect(try place.vekha("content order order.txt --revision 0").exit == 64)
    let unknown = try place.vekha("content order order.tx")
    #expect(unknown.exit == 64 && unknown.err.contains("`order.txt`"), "\(unknown)")
  }

  @Test(arguments: [
    "attach order --as dana", "attach order order.txt --field a=1 --as dana",
    "attach order --field a --as dana", "attach order --field a=1 --name b --as dana",
    "approve order --seen 1234 --as ana",
  ])
  func `is given in one way`(words: String) throws {
    #expect(try place.vekha(words).exit == 64)
  }
}
