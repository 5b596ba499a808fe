import Bilingual
import Testing

@testable import CEL

@Suite struct GroundTests {
  @Test(
    arguments: [
      ("l.size() > 3", ["`l.size() > 3` is false: `l.size()` is 3"]),
      (
        "flag && n > 10 && n in [1, 2]",
        [
          "`n > 10` is false: `n` is 7", "`n in [1, 2]` is false: `n` is 7",
        ]
      ),
      ("l.all(x, x > 1)", ["`x > 1` is false for 1: `x` is 1"]),
      ("l.exists(x, x > 10)", ["`l.exists(x, x > 10)` is false: it holds for 0 of 3"]),
      (
        "l.filter(x, x > 10).exists(x, true)",
        [
          "`l.filter(x, x > 10).exists(x, true)` is false: it holds for 0 of 0"
        ]
      ),
      ("!l.exists(x, x == 2)", ["`x == 2` is true for 2: `x` is 2"]),
      ("l.exists_one(x, x > 1)", ["`l.exists_one(x, x > 1)` is false: it holds for 2 of 3"]),
      ("has(r.nick)", ["`has(r.nick)` is false"]), ("!flag", ["`flag` is true"]),
      ("s.startsWith('x')", ["`s.startsWith('x')` is false: `s` is \"строка\""]),
      (
        "people.all(p, has(p.name) || p.a == 1)",
        [
          "`has(p.name)` is false for {\"a\": 2}",
          "`p.a == 1` is false for {\"a\": 2}: `p.a` is 2",
        ]
      ),
      ("[r].all(p, p.age > 40)", ["`p.age > 40` is false for Person \"ana\": `p.age` is 30"]),
    ] as [(source: String, texts: [String])])
  func `the grounds of a condition say which operand decided`(
    source: String, texts: [String]
  ) throws {
    let program = try World.environment.compile(source).get()
    #expect(program.grounds(World.bindings()).map(\.text.en) == texts)
  }

  @Test func `grounds are told in Russian and to programs, too`() throws {
    let program = try World.environment.compile("flag && l.size() > 3").get()
    let grounds = program.grounds(World.bindings())
    #expect(grounds.map(\.text.ru) == ["`l.size() > 3` неверно: `l.size()` равно 3"])
    #expect(grounds.flatMap(\.facts) == ["l.size() = 3"])
  }

  @Test func `of many grounds only the first are told, and long values are cut`() throws {
    let program = try World.environment.compile("[1, 2, 3, 4, 5, 6, 7, 8].all(x, x > 10)").get()
    #expect(program.grounds(World.bindings()).count == 6)
    let bindings = World.bindings()
    bindings["s"] = .string(String(repeating: "ж", count: 500))
    let long = try World.environment.compile("s == ''").get().grounds(bindings)
    #expect(long.first?.operands.first?.value.count == 121)
  }

  @Test(
    arguments: [
      ("r.age > 1", true), ("r.?age.orValue(1) > 1", true), ("has(r.age)", true),
      ("[r].exists(p, p.age > 1)", true), ("dyn(r).age > 1", true), ("r.name == 'age'", false),
      ("optional.of(r).age.hasValue()", true), ("m.age == 1", false),
    ] as [(source: String, asks: Bool)])
  func `a program knows which fields of a record it may ask for`(
    source: String, asks: Bool
  ) throws {
    let program = try World.environment.compile(source).get()
    #expect(program.asks(for: "age", of: "Person") == asks)
  }

  @Test func `a program knows which variables it speaks of`() throws {
    let program = try World.environment.compile(
      "l.exists(n, n > 1) && cel.bind(s, 1, s > 0) && flag"
    )
    .get()
    #expect(program.variables == ["flag", "l"])
  }
}
