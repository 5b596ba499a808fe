import Testing

@Suite struct `Tables on a terminal` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start \(Workplace.school) --as ponomareva")
    try place.draft("programme-order", by: "ponomareva")
    try place.vekha("advance programme-order --as ponomareva")
  }

  @Test(arguments: [40, 60, 80, 100, 120, 200], ["en", "ru"])
  func `no line is wider than the terminal, and every measure is there`(
    width: Int, language: String
  ) throws {
    place.environment["COLUMNS"] = "\(width)"
    for words in ["status", "next --all", "status programme-order", "why programme-order"] {
      let answer = try place.vekha("\(words) --lang \(language)")
      #expect(answer.exit == 0)
      let lines = answer.out.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.filter { $0.count > width } == [], "\(words) at \(width)")
      #expect(lines.filter { $0.hasSuffix(" ") } == [], "\(words) at \(width)")
    }
    let status = try place.vekha("status --lang \(language)").out
    for id in ["coordinator", "programme-order", "practice-bank", "round-tables"] {
      #expect(status.contains(id), "\(id)")
    }
  }

  @Test(arguments: [60, 100, 200])
  func `a long title takes two lines at most, and ends with an ellipsis`(width: Int) throws {
    place.environment["COLUMNS"] = "\(width)"
    #expect(try place.vekha("status").out.contains("…"))
    let sheet = try place.vekha("status pay-system").out
    #expect(sheet.contains("(эффективный контракт)"), "the sheet shows all of it")
  }

  @Test func `the width does not depend on where results go, unless it is said`() throws {
    let plain = try place.vekha("status").out
    place.environment["COLUMNS"] = "100"
    #expect(try place.vekha("status").out == plain)
    for nonsense in ["0", "-5", "wide"] {
      place.environment["COLUMNS"] = nonsense
      #expect(try place.vekha("status").out == plain)
    }
    place.environment["COLUMNS"] = "1"
    #expect(try place.vekha("status").exit == 0)
  }

  @Test func `a decision that is asked for is never hidden, what drops a measure is`() throws {
    try place.vekha("advance coordinator drop --as ponomareva")
    let mine = try place.vekha("next --as education-head").out
    #expect(mine.contains("coordinator") && mine.contains("approve confirm"))
    let hers = try place.vekha("next --as ponomareva").out
    #expect(!hers.contains("advance drop") && hers.contains("`--all` lists them"))
    #expect(try place.vekha("next --as ponomareva --all").out.contains("advance drop"))
    #expect(try place.vekha("next --as department-lawyer").out == "nothing can be done now\n")
  }

  @Test func `what people write cannot command the terminal`() throws {
    let remarks = "\u{1B}[31mred\u{7}\u{202E}\nnext line"
    let words = ["approve", "programme-order", "--as", "education-deputy", "--remarks", remarks]
    let answer = try place.run(words)
    #expect(answer.exit == 0 && answer.out.contains("red"))
    let history = try place.vekha("history programme-order").out
    for text in [answer.out, history, try place.run(["status", remarks]).err] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
    #expect(try place.vekha("history --format json").out.split(separator: "\n").count == 6)
  }
}
