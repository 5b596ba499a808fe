import Testing

@Suite struct `Expressions of the rules' language` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("{\"people\": [\"ana\", \"ben\"], \"limit\": 3}", to: "values.json")
  }

  @Test(arguments: [
    ("1 + 2", 0, "3\n"), ("size(people) < limit", 0, "true\n"),
    ("people.exists(p, p == 'ana')", 0, "true\n"), ("people[5]", 1, ""), ("1 +", 1, ""),
    ("nobody", 1, ""),
  ])
  func `an expression is evaluated over the values of a file, or refused with a reason`(
    expression: String, exit: Int32, out: String
  ) throws {
    let answer = try place.run(["eval", expression, "--bindings", "values.json"])
    #expect(answer.exit == exit && answer.out == out, "\(answer)")
    #expect(answer.err.isEmpty == (exit == 0))
  }

  @Test func `its value and its type are data, too`() throws {
    let value = try place.run(["eval", "[1, 2].size()", "--format", "json"])
    #expect(try value.json()["value"] as? Int == 2)
    #expect(try place.vekha("eval 1==1 --type").out == "bool\n")
    #expect(try place.vekha("eval x --bindings missing.json").exit == 66)
  }
}
