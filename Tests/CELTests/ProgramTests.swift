import Bilingual
import Testing

@testable import CEL

@Suite struct ProgramTests {
  @Test(
    arguments: [
      (source: "\"e\\u0301\" == \"\\u00e9\"", result: false),
      (source: "{\"e\\u0301\": 1, \"\\u00e9\": 2}.size() == 2", result: true),
      (source: "\"e\\u0301\".startsWith(\"e\")", result: true),
      (source: "\"\\u00e9\" > \"f\"", result: true),
      (source: "size(\"e\\u0301😀\") == 3", result: true),
      (source: "{1: 'a'}[dyn(1u)] == 'a' && dyn(1.0) in {1u: 1}", result: true),
      (source: "dyn(9223372036854775807) < 9223372036854775808.0", result: false),
      (source: "optional.of(1).orValue(1 / 0) == 1", result: true),
      (source: "cel.bind(x, 1 / 0, true)", result: true),
      (source: "[1, [2]].flatten() == [1, 2]", result: true),
      (source: "[[1], [2, [3]]].flatten(2) == [1, 2, 3]", result: true),
      (source: "[3, 1, 2].sortBy(x, -x) == [3, 2, 1]", result: true),
      (source: "regex.replace('ab', '(a)(b)', r'\\2\\1') == 'ba'", result: true),
      (source: "regex.extract('a12', r'a(\\d+)').value() == '12'", result: true),
      (source: "regex.extractAll('1a22', r'\\d+') == ['1', '22']", result: true),
      (source: "sets.equivalent(dyn([1, 1]), dyn([1u]))", result: true),
      (source: "string(5.0) == '5' && string(1e20) == '1e+20'", result: true),
      (
        source:
          "'%.2f|%e|%s|%x'.format([2.675, 0.0, [1, 'a'], -255]) == '2.67|0.000000e+00|[1, a]|-ff'",
        result: true
      ),
      (source: "[1, 2, 3].transformMapEntry(i, v, {v: i}) == {1: 0, 2: 1, 3: 2}", result: true),
      (source: "r.name == 'ana' && has(r.age) && !has(r.nick)", result: true),
      (source: "Person{name: 'x', ?age: optional.none()} == Person{name: 'x'}", result: true),
    ] as [(source: String, result: Bool)])
  func `values follow the letter of the language`(source: String, result: Bool) throws {
    guard case .bool(result) = try World.value(source) else {
      Issue.record("\(try World.value(source).quotation)")
      return
    }
  }

  @Test(
    arguments: [
      (source: "1 / 0 > 0", code: EvaluationError.Code.divisionByZero, at: 0...5),
      (source: "flag && missing == 1", code: .unboundVariable, at: 8...15),
      (source: "l[3] == 1", code: .outOfRange, at: 0...4),
      (source: "m.nothing == 1", code: .noSuchKey, at: 0...9),
      (source: "r.nick == ''", code: .noSuchKey, at: 0...6),
      (source: "9223372036854775807 + n > 0", code: .overflow, at: 0...23),
      (source: "dyn('a') < 1", code: .noMatchingOverload, at: 0...12),
      (source: "dyn(1) && true", code: .noMatchingOverload, at: 0...6),
      (source: "[1].map(x, [2].map(y, y / (x - 1)))[0] == []", code: .divisionByZero, at: 22...33),
    ] as [(source: String, code: EvaluationError.Code, at: ClosedRange<Int>)])
  func `an error tells what went wrong and where`(
    source: String, code: EvaluationError.Code, at: ClosedRange<Int>
  ) throws {
    guard case .error(let error) = try World.value(source) else {
      Issue.record("\(source) gave a value")
      return
    }
    #expect(error.code == code)
    #expect(error.range.map { $0.start...$0.end } == at)
    #expect(!error.message.en.isEmpty && !error.message.ru.isEmpty)
  }

  @Test(arguments: [
    "lists.range(1000).all(x, lists.range(1000).all(y, true))",
    "lists.range(1000).exists(x, lists.range(1000).exists(y, false)) || true",
    "lists.range(1000).map(x, lists.range(1000)).size() > lists.range(100000).map(x, x).size()",
    "l.map(x, lists.range(1000).filter(y, y in lists.range(1000)).size()).size() == 3",
  ])
  func `what costs more than the budget ends with an error that nothing absorbs`(
    source: String
  ) throws {
    guard case .error(let error) = try World.value(source) else {
      Issue.record("\(source) ended with a value")
      return
    }
    #expect(error.code == .budgetExceeded)
  }

  @Test func `doubling a text again and again ends before memory does`() throws {
    let doublings = (0..<60).reduce("size(a60)") { body, step in
      "cel.bind(a\(60 - step), a\(59 - step) + a\(59 - step), \(body))"
    }
    let source = "cel.bind(a0, 'xxxxxxxxxxxxxxxx', \(doublings))"
    let environment = Environment(costLimit: .max)
    let value = try environment.compile(source).get().evaluate(Bindings(environment))
    #expect(value.isError)
  }

  @Test(
    arguments: [
      (source: "n", cost: 1), (source: "n + 1", cost: 2), (source: "m.a", cost: 2),
      (source: "[1, 2]", cost: 10), (source: "{'a': 1}", cost: 30), (source: "has(m.a)", cost: 2),
      (source: "s == 'abcdefghijk'", cost: 3), (source: "s.contains('a')", cost: 3),
      (source: "n in l", cost: 5), (source: "flag ? n : 1", cost: 2),
    ] as [(source: String, cost: Int)])
  func `costs are those of cel-go`(source: String, cost: Int) throws {
    let program = try World.environment.compile(source).get()
    #expect(program.evaluateWithCost(World.bindings()).cost == cost)
  }

  @Test func `the worst case follows from the declared sizes`() throws {
    func worst(_ size: Int) throws -> Int {
      let environment = Environment(
        variables: [.init("l", .list(.int))], sizes: SizeLimits(["l": size]))
      return try environment.compile("l.all(x, x > 0)").get().worstCaseCost
    }
    #expect(try worst(10) == 1 + 1 + 10 * (3 + 1 + 1))
    #expect(try worst(1_000) == 1 + 1 + 1_000 * (3 + 1 + 1))
  }

  @Test func `a rule whose worst case is too costly is refused`() {
    let result = World.environment.compile(
      "people.all(a, people.all(b, people.all(c, a == b)))", worstCaseLimit: 10_000_000)
    #expect(result.problems.map(\.code) == [.tooCostly])
  }

  @Test func `the worst case is never below what an evaluation costs`() {
    var maker = ExpressionMaker(seed: 77)
    let environment = Environment(
      variables: World.environment.variables, records: [World.shape],
      sizes: SizeLimits(unknown: 40), costLimit: 20_000)
    let bindings = World.bindings(environment)
    for _ in 0..<1_000 {
      let source = maker.expression(3)
      guard case .success(let program) = environment.compile(source, checksLiterals: false) else {
        continue
      }
      #expect(program.evaluateWithCost(bindings).cost <= program.worstCaseCost, "\(source)")
    }
  }

  @Test(
    arguments: [
      (source: "r.name == s && has(r.nick)", reads: ["r.name", "r.nick", "s"]),
      (source: "people.exists(p, p.a == n)", reads: ["n", "people", "people.@items.a"]),
      (
        source: "people.filter(p, p.a == 1).map(q, q.b)",
        reads: ["people", "people.@items.a", "people.@items.b"]
      ),
      (source: "m['a'].b", reads: ["m.a.b"]), (source: "l[0] + 1", reads: ["l.@items"]),
      (source: "1 + 1", reads: []),
    ] as [(source: String, reads: [String])])
  func `a program knows what it reads`(source: String, reads: [String]) throws {
    #expect(try World.environment.compile(source).get().reads == reads)
  }
}

extension ProgramTests {
  @Test(arguments: [
    "lists.range(100000).map(x, lists.range(100000)).size() > 0",
    "lists.range(1000).map(x, 'aaaaaaaaaa'.replace('a', '%.900f'.format([1.0]))).size() > 0",
    "lists.range(1000).map(x, [lists.range(1000), lists.range(1000)].flatten()).size() > 0",
  ])
  func `results that fill the memory are charged for`(source: String) throws {
    let environment = Environment(costLimit: 100_000)
    let value = try environment.compile(source).get().evaluate(Bindings(environment))
    guard case .error(let error) = value, error.code == .budgetExceeded else {
      Issue.record("\(source) gave \(value.quotation)")
      return
    }
  }
}
