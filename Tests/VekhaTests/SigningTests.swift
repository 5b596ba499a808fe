import Foundation
import Testing

@Suite struct `Signing with a key` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    var keys: [String: String] = [:]
    for person in ["ana", "ben", "dana"] {
      let answer = try place.vekha("key new --out \(person).key")
      try #require(answer.exit == 0, "\(answer)")
      keys[person] = answer.out.trimmingCharacters(in: .newlines)
    }
    try place.write(Self.roadmap(keys), to: "office.yaml")
    try place.vekha("start office.yaml --as dana --key dana.key")
    try place.vekha("advance order --as dana --key dana.key")
  }

  private static func roadmap(_ keys: [String: String]) -> String {
    """
    vekha: 1
    roadmap: {id: office, title: Office, language: en}
    people:
      ana: {keys: "\(keys["ana"] ?? "")"}
      ben: {keys: [{key: "\(keys["ben"] ?? "")", valid: ../2020-12-31}]}
      dana: {keys: "\(keys["dana"] ?? "")"}
    kinds: {order: {title: Order, lifecycle: paper}}
    lifecycles:
      paper:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: owner, route: adoption}}
    routes:
      adoption: {signatures: throughout, steps: [{id: agree, by: [ana, ben], quorum: any}]}
    sections:
      - title: All
        measures: [{id: order, title: The order, kind: order, owners: dana}]
    """
  }

  @Test func `a key is made once, for its owner alone, and shows its public half`() throws {
    let shown = try place.vekha("key show ana.key")
    #expect(shown.out.hasPrefix("ed25519:") && shown.out.count == 53)
    #expect(try place.vekha("key show ana.key --format json").json()["key"] as? String != nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: place.path("ana.key"))
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    let again = try place.vekha("key new --out ana.key")
    #expect(again.exit == 74 && again.err.contains("it is there already"), "\(again)")
    #expect(try place.vekha("key show ana.key").out == shown.out)
    #expect(try place.vekha("key new").exit == 64)
    #expect(try place.vekha("key show office.yaml").exit == 66)
  }

  @Test func `a route that wants signatures takes no other votes`() throws {
    let unsigned = try place.vekha("approve order --as ana")
    #expect(unsigned.exit == 1 && unsigned.err.contains("wants this signed with a key of"))
    #expect(unsigned.err.contains("`--key FILE`"))
    let data = try place.vekha("approve order --as ana --format json").json()
    let blockers = data["blockers"] as? [[String: Any]]
    #expect(blockers?.first?["code"] as? String == "signature-required")
    let foreign = try place.vekha("approve order --as ana --key dana.key")
    #expect(foreign.exit == 1 && foreign.err.contains("the key is not one that the roadmap"))
    let expired = try place.vekha("approve order --as ben --key ben.key --at 2019-01-01")
    #expect(expired.exit == 1 && expired.err.contains("is not valid on"), "\(expired)")
    #expect(try place.vekha("withdraw order --as dana").err.contains("wants this signed"))
    #expect(try place.vekha("approve order --as ana --key nowhere.key").exit == 66)
    #expect(try place.vekha("approve order --as ana --key ana.key").exit == 0)
    #expect(try place.vekha("audit").exit == 0)
    let history = try place.vekha("history --format json").out
    #expect(history.components(separatedBy: #""signature":""#).count == 4)
  }

  @Test func `the key may come from the environment, and is not read where others can`() throws {
    place.environment["VEKHA_KEY"] = place.path("ana.key")
    #expect(try place.shell("chmod 640 ana.key").exit == 0)
    let open = try place.vekha("approve order --as ana")
    #expect(open.exit == 66 && open.err.contains("chmod 600"), "\(open)")
    #expect(try place.vekha("approve order --as ana --lang ru").err.contains("не только владелец"))
    #expect(try place.shell("chmod 600 ana.key").exit == 0)
    #expect(try place.vekha("approve order --as ana").exit == 0)
  }

  @Test func `a checkpoint may be signed, and be trusted by its signature alone`() throws {
    let key = try place.vekha("key show dana.key").out.trimmingCharacters(in: .newlines)
    let other = try place.vekha("key show ana.key").out.trimmingCharacters(in: .newlines)
    #expect(try place.vekha("audit --write-checkpoint p --key dana.key --as dana").exit == 0)
    #expect(try place.read("p").contains("\n\n— dana "))
    #expect(try place.vekha("audit --checkpoint p --signed-by \(key)").exit == 0)
    let unsigned = try place.vekha("audit --checkpoint p --signed-by \(other)")
    #expect(unsigned.exit == 1 && unsigned.err.contains("is not signed by this key"))
    try place.write(try place.read("p").replacing("\n2\n", with: "\n1\n"), to: "p")
    let forged = try place.vekha("audit --checkpoint p --signed-by \(key)")
    #expect(forged.exit == 1 && forged.err.contains("is forged"), "\(forged)")
    for words in ["--key dana.key", "--signed-by \(key)", "--checkpoint p --signed-by x"] {
      #expect(try place.vekha("audit \(words)").exit == 64, "\(words)")
    }
  }
}
