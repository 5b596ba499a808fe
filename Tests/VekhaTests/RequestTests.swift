import Testing

@Suite struct `Repeated commands` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start \(Workplace.library) --as dana")
  }

  private func events() throws -> Int? {
    try place.vekha("status --format json").json()["events"] as? Int
  }

  @Test(arguments: [
    "advance founding-order --as dana --request one",
    "advance founding-order begin --as dana --request two --at 2027-01-05",
    "receive building-permit --number 7 --date 2026-01-02 --as ivo --request three",
  ])
  func `the same words under the same request are carried out once`(words: String) throws {
    let first = try place.vekha(words)
    #expect(first.exit == 0 && !first.out.contains("already done"))
    let count = try events()
    for _ in 0..<2 {
      let again = try place.vekha(words)
      #expect(again.exit == 0 && again.out.hasPrefix("already done by this request:\n"))
      #expect(again.out.hasSuffix(first.out))
      #expect(try place.vekha(words + " --format json").json()["alreadyDone"] as? Bool == true)
    }
    #expect(try events() == count)
  }

  @Test(arguments: [
    "advance founding-order --as ivo --request one",
    "advance founding-order begin --as dana --request one",
    "advance opening-plan --as dana --request one",
    "advance founding-order --as dana --request one --at 2027-01-01",
    "approve founding-order --as dana --request one",
  ])
  func `other words under the same request are refused`(words: String) throws {
    try place.vekha("advance founding-order --as dana --request one")
    let count = try events()
    let answer = try place.vekha(words)
    #expect(answer.exit == 1 && answer.err.contains("`one` was used for another command"))
    #expect(try events() == count)
  }

  @Test func `a repeated start is no second run, and another file under its request is refused`()
    throws
  {
    let start = "start \(Workplace.library) --as dana --run second --request begin"
    #expect(try place.vekha(start).out == "started the run `second`\n")
    #expect(try place.vekha(start).out.contains("already done: the run `second`"))
    #expect(
      try place.vekha("start \(Workplace.school) --as osotova --run second --request begin").exit
        == 1)
    #expect(try place.vekha("start \(Workplace.library) --as dana").err.contains("`--run NAME`"))
  }

  @Test func `what was refused may be asked again under the same request`() throws {
    let words = "advance opening-plan drop --as dana --request later"
    #expect(try place.vekha("advance opening-plan --as dana --request early").exit == 1)
    #expect(try place.vekha(words).exit == 0)
    #expect(try place.vekha("advance opening-plan --as dana --request early").exit == 1)
  }
}
