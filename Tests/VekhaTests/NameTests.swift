import Testing

@Suite struct `Names that people type` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start \(Workplace.school) --as ponomareva")
  }

  @Test(arguments: [
    "advance 2.2.1 --as osotova", "status 2.2.1", "why 2.2.1", "history 2.2.1",
    "approve 2.2.1 --as osotova",
  ])
  func `a number of two measures lists both and does nothing`(words: String) throws {
    let before = try place.vekha("audit --format json").out
    let answer = try place.vekha(words)
    #expect(answer.exit == 64 && answer.out == "")
    #expect(
      answer.err.contains("`parents-engagement`") && answer.err.contains("`russian-language`"))
    #expect(try place.vekha("audit --format json").out == before)
  }

  @Test func `a number of one measure names it as its id does`() throws {
    #expect(try place.vekha("status 1.2.2").out == place.vekha("status programme-order").out)
  }

  @Test(arguments: [
    ("status programe-order", "`programme-order`", 64),
    ("status 1.2.22", "`1.2.2`", 64),
    ("advance programme-order begn --as ponomareva", "`begin`", 64),
    ("advance programme-order --as ponomarova", "`ponomareva`", 1),
    ("next --as osotva", "`osotova`", 1),
    ("status --run school-suport", "`school-support`", 64),
    ("receive regional-ordr --number 1 --date 2018-01-01 --as osotova", "`regional-order`", 64),
    ("stauts", "`status`", 64),
    ("status --stroe x", "`--store`", 64),
  ])
  func `an unknown name gets a proposal, in both languages`(
    words: String, proposal: String, exit: Int32
  ) throws {
    let english = try place.vekha(words)
    #expect(english.exit == exit && english.out == "")
    #expect(english.err.contains("did you mean \(proposal)?"), "\(english.err)")
    let russian = try place.vekha(words + " --lang ru")
    #expect(russian.exit == exit)
    #expect(russian.err.contains("может быть, \(proposal)?"), "\(russian.err)")
  }

  @Test func `a step that the open round does not have is refused, and the steps are listed`()
    throws
  {
    try place.draft("programme-order", by: "ponomareva")
    try place.vekha("advance programme-order --as ponomareva")
    let answer = try place.vekha("approve programme-order --as education-deputy --step sign")
    #expect(answer.exit == 64 && answer.err.contains("`endorse`, `law`, `money`, `confirm`"))
  }

  @Test func `where several transitions could be meant, all are listed and nothing is done`() throws
  {
    try place.write(
      """
      vekha: 1
      roadmap: {id: fork, title: Fork, language: en}
      people: {ana: {name: Ana}}
      lifecycles:
        fork:
          initial: a
          states: {a: {}, b: {done: true}, c: {done: true}}
          transitions:
            left: {from: a, to: b, by: owner}
            right: {from: a, to: c, by: owner}
      kinds: {fork: {title: Fork, lifecycle: fork}}
      sections:
        - number: "1"
          title: All
          measures: [{id: m, number: "1", title: M, kind: fork, owners: [ana]}]
      """, to: "fork.yaml")
    let start = try place.vekha("start fork.yaml --as ana --store fork.db")
    #expect(start.exit == 0, "\(start.err)")
    let answer = try place.vekha("advance m --as ana --store fork.db")
    #expect(answer.exit == 64 && answer.err.contains("`left`") && answer.err.contains("`right`"))
    #expect(try place.vekha("advance m right --as ana --store fork.db").exit == 0)
    #expect(try place.vekha("advance m --as ana --store fork.db").exit == 1)
  }
}
