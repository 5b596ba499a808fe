import Testing

@Suite struct `The language of the program` {
  let place: Workplace
  /// The commands as they are listed.
  static let groups: [(en: String, ru: String, commands: String)] = [
    (
      en: "WRITE AND CHECK:", ru: "НАПИСАТЬ И ПРОВЕРИТЬ:",
      commands: "init validate explain fmt eval graph diff"
    ),
    ("PLAN AND PROVE:", "РАССЧИТАТЬ И ДОКАЗАТЬ:", "prove schedule whatif simulate term"),
    (
      "CARRY OUT:", "ИСПОЛНЕНИЕ:",
      "start status next due why advance attach content receive extend tick"
    ),
    ("APPROVE:", "СОГЛАСОВАНИЕ:", "approve return reject abstain retract withdraw"),
    ("ACT FOR OTHERS:", "ЗА ДРУГИХ:", "substitute delegate absent revoke"),
    (
      "OUTSIDE OF THE USUAL COURSE:", "В ОСОБЫХ СЛУЧАЯХ:",
      "waive skip suspend resume cancel reopen"
    ),
    ("JOURNAL AND EVIDENCE:", "ЖУРНАЛ И ПОДПИСИ:", "history audit key doctor"),
    ("EDITORS:", "РЕДАКТОРЫ:", "schema lsp"),
  ]
  static let commands = groups.flatMap { $0.commands.split(separator: " ").map(String.init) }

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  @Test(arguments: [
    (["LC_ALL": "ru_RU.UTF-8"], "ru"), (["LC_ALL": "en_GB.UTF-8", "LANG": "ru_RU"], "en"),
    (["LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "en_US"], "ru"),
    (["LC_ALL": "", "LANG": "ru"], "ru"), (["LC_ALL": "", "LANG": ""], "en"),
    (["LC_ALL": "C"], "en"), (["LC_ALL": "de_DE.UTF-8"], "en"),
  ])
  func `it is that of the locale, unless another is asked for`(
    environment: [String: String], language: String
  ) throws {
    place.environment = environment
    let word = ["en": "no store here", "ru": "хранилища здесь нет"]
    #expect(try place.vekha("status").err.contains(word[language] ?? "?"))
    #expect(try place.vekha("status --lang en").err.contains("no store here"))
    #expect(try place.vekha("--lang=ru status").err.contains("хранилища здесь нет"))
  }

  @Test(arguments: commands)
  func `every command is explained in both languages`(command: String) throws {
    let english = try place.vekha("\(command) --help")
    #expect(english.exit == 0 && english.out.hasPrefix("OVERVIEW: "))
    #expect(!english.out.unicodeScalars.contains { (0x400..<0x530).contains($0.value) })
    for words in ["\(command) --help --lang ru", "help \(command) --lang ru"] {
      let russian = try place.vekha(words)
      #expect(russian.exit == 0 && russian.out.hasPrefix("НАЗНАЧЕНИЕ: "))
      #expect(Self.englishSentences(in: russian.out) == [], "\(words)")
    }
  }

  @Test func `the list of commands is in the order of use and names them all`() throws {
    let help = try place.vekha("--help").out
    #expect(Self.listed(in: help) == Self.groups.map { "\($0.en) \($0.commands)" })
    #expect(try place.vekha("").out == help)
    let russian = try place.vekha("--lang ru").out
    #expect(Self.listed(in: russian) == Self.groups.map { "\($0.ru) \($0.commands)" })
    #expect(Self.englishSentences(in: russian) == [])
  }

  /// The headings of the list of commands, each with its commands.
  private static func listed(in help: String) -> [String] {
    var groups: [String] = []
    for line in help.split(separator: "\n") {
      if !line.hasPrefix(" ") {
        groups.append(String(line))
      } else if !line.hasPrefix("   "), line.prefix(24).hasSuffix("  "),
        let name = line.split(separator: " ").first,
        let group = groups.popLast()
      {
        groups.append("\(group) \(name)")
      }
    }
    // Those before are the purpose of the program, its call and its options.
    return Array(groups.drop { !$0.hasSuffix(" diff") })
  }

  @Test(arguments: [
    "", "validate", "advance", "status --format xml", "status --nonsense", "status --stroe x",
    "status a b", "status a b c", "status --format", "validate --strict=1 x", "status --wait soon",
    "frobnicate", "statsu", "receive x --number 1",
  ])
  func `typical mistakes are explained in Russian, too`(words: String) throws {
    let answer = try place.vekha(words + " --lang ru")
    #expect(answer.exit == (words == "" ? 0 : 64))
    #expect(Self.englishSentences(in: answer.out + answer.err) == [])
  }

  @Test func `nothing is coloured where it is no terminal`() throws {
    try place.edit(Workplace.library) { $0.replacing("kind: rules", with: "kind: rulez") }
    for words in ["validate library-opening.yaml", "status", "nonsense"] {
      let answer = try place.vekha(words)
      #expect(!(answer.out + answer.err).unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test(arguments: [("", true), ("1", false)])
  func `problems are coloured at a terminal, unless NO_COLOR is set`(value: String, isColored: Bool)
    throws
  {
    try place.edit(Workplace.library) { $0.replacing("kind: rules", with: "kind: rulez") }
    place.environment = ["NO_COLOR": value, "TERM": "xterm"]
    let answer = try place.shell(
      "script -qec '\"$VEKHA\" validate library-opening.yaml' /dev/null </dev/null")
    guard answer.exit != 127 else { return }
    #expect(answer.out.unicodeScalars.contains("\u{1B}") == isColored)
  }

  /// Lines with two English words in a row that are no names, values or commands.
  private static func englishSentences(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let plain = words.map { word in
        word.count > 1 && word.allSatisfy { $0.isASCII && $0.isLetter && $0.isLowercase }
      }
      return zip(plain, plain.dropFirst()).contains { $0 && $1 } && !line.contains("vekha ")
    }
  }
}
