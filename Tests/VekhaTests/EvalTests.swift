import Testing

@Suite struct `Trying an expression` {
  @Test(arguments: [
    (["eval ", "1 + 2 * 3"], Int32(0), "7\n"),
    (["eval ", "[1, 2].map(x, x * x)"], 0, "[1, 4]\n"),
    (["eval ", "--type", "'a' + 'b'"], 0, "string\n"),
    (["eval ", "--bindings", "values.json", "size(people) > 1 && cost < 10"], 0, "true\n"),
    (
      ["eval ", "--format", "json", "{'a': [1, null]}"], 0,
      #"{"diagnostics":[],"type":"map(string, list(dyn))","value":{"a":[1,null]}"#
    ),
    (["eval ", "1 / 0"], 1, ""),
    (["eval ", "cost +"], 1, ""),
    (["eval ", "--bindings", "missing.json", "1"], 66, ""),
  ])
  func `it prints a value, or the problem`(words: [String], exit: Int32, out: String) throws {
    let place = try Workplace()
    try place.write(#"{"people": ["ana", "ben"], "cost": 3}"#, to: "values.json")
    let answer = try place.run(words.map { $0 == "eval " ? "eval" : $0 })
    #expect(answer.exit == exit, "\(answer.err)")
    #expect(answer.out.hasPrefix(out), "\(answer.out)")
    #expect(answer.err.isEmpty == (exit == 0))
  }

  @Test(arguments: [
    ("measure.state", Int32(0), "\"drafting\"\n"), ("measure.attachments.size()", 0, "1\n"),
    ("measure.attachments[0].name", 0, "\"founding-order.txt\"\n"),
    ("transition.id", 0, "\"adopt\"\n"), ("round.number", 0, "1\n"),
    ("now.getFullYear()", 0, "2027\n"), ("actor.name", 0, "\"Dana Okafor\"\n"),
    ("measure.lead", 0, "Person{id: \"dana\", name: \"Dana Okafor\", roles: []}\n"),
    ("measure.colour", 1, ""), ("measure.round.number", 1, ""),
  ])
  func `with a measure it is evaluated where the run stands`(
    expression: String, exit: Int32, out: String
  ) throws {
    let place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start library-opening.yaml --as dana")
    try place.draft("founding-order", by: "dana")
    let place27 = ["--measure", "1.1", "--as", "dana", "--at", "2027-01-05"]
    let answer = try place.run(["eval"] + place27 + [expression])
    #expect(answer.exit == exit && answer.out == out, "\(answer)")
    let type = try place.run(["eval", "--type"] + place27 + ["measure.attachments"])
    #expect(type.out == "list(Attachment)\n")
  }

  @Test(
    arguments: [
      (["--measure", "order", "1"], Int32(66)), (["--at", "2027-01-05", "1"], 64),
      (["--measure", "order", "--bindings", "x.json", "1"], 64),
    ] as [(words: [String], exit: Int32)])
  func `a measure needs a run, and what is said of a run needs a measure`(
    words: [String], exit: Int32
  ) throws {
    #expect(try Workplace().run(["eval"] + words).exit == exit)
  }
}
