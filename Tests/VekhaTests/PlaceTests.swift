import Foundation
import Testing

@Suite struct `Where the store is and who acts` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try FileManager.default.createDirectory(
      atPath: place.path("a/b"), withIntermediateDirectories: true)
  }

  @Test func `the nearest store above is found, and a nearer one comes first`() throws {
    try place.vekha("start library-opening.yaml --as dana --run far")
    #expect(try place.vekha("status --format json", in: "a/b").json()["run"] as? String == "far")
    try place.vekha(
      "start \(place.path(Workplace.library)) --as dana --run near --store .vekha-b.db", in: "a/b")
    #expect(try place.vekha("status", in: "a/b").out.contains("(`far`)"))
    try FileManager.default.createDirectory(
      atPath: place.path("a/.vekha"), withIntermediateDirectories: true)
    try place.vekha(
      "start \(place.path(Workplace.library)) --as dana --run near --store a/.vekha/store.db")
    #expect(try place.vekha("status", in: "a/b").out.contains("(`near`)"))
    #expect(try place.vekha("status").out.contains("(`far`)"))
  }

  @Test func `the environment names the store and the actor, and options come first`() throws {
    place.environment = ["VEKHA_STORE": place.path("mine.db"), "VEKHA_AS": "ivo"]
    #expect(try place.vekha("start library-opening.yaml").exit == 0)
    #expect(!FileManager.default.fileExists(atPath: place.path(".vekha")))
    #expect(try place.vekha("advance founding-order").err.contains("`ivo`"))
    #expect(try place.vekha("why founding-order").out.contains("`ivo`"))
    #expect(try place.vekha("next").out.hasPrefix("nothing leads forward now"))
    #expect(try place.vekha("next --as dana").out.contains("advance begin"))
    #expect(try place.vekha("advance founding-order --as dana").exit == 0)
    #expect(try place.vekha("status --store other.db").exit == 66)
    place.environment = ["VEKHA_STORE": "", "VEKHA_AS": ""]
    #expect(try place.vekha("status").exit == 66)
    #expect(try place.vekha("start library-opening.yaml").err.contains("who is acting?"))
  }

  @Test func `where a store holds several runs, one must be named`() throws {
    try place.vekha("start library-opening.yaml --as dana")
    try place.vekha("start school-support-2018-2020.yaml --as osotova")
    for words in ["status", "next", "why 1.1", "history", "audit", "advance 1.1 --as dana"] {
      let answer = try place.vekha(words)
      #expect(answer.exit == 64, "\(words)")
      #expect(answer.err.contains("`library-opening`") && answer.err.contains("`school-support`"))
      #expect(try place.vekha("\(words) --run library-opening").exit == 0, "\(words)")
    }
    #expect(try place.vekha("doctor").exit == 0)
  }
}
