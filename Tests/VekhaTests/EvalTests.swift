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
}
