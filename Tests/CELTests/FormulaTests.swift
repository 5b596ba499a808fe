import Testing

@testable import CEL

private let record = RecordShape(
  "M", fields: [("kind", .string), ("cost", .double), ("n", .int), ("flag", .bool), ("d", .dyn)])
private let environment = Environment(variables: [.init("m", .record("M"))], records: [record])

private func formula(_ source: String) throws -> Formula {
  try environment.compile(source).get().formula
}

/// Whether conditions can hold together.
private func canHold(_ sources: String...) throws -> Bool? {
  var solver = FormulaSolver()
  return solver.canHold(try sources.map { try formula($0) })
}

@Test(arguments: [
  #"m.kind == "a" && m.kind == "b""#, #"m.kind in ["a", "b"] && m.kind == "c""#,
  #"m.kind < "a" && m.kind > "b""#, #""a" == m.kind && !(m.kind == "a")"#, "m.n > 3 && m.n < 4",
  "size(m.kind) < 0", "m.kind.size() == -1", "m.n >= 5 && !(m.n > 2)",
  "m.cost < 1.0 && m.cost >= 1.0", "m.cost < 1 && m.cost > 2", "m.flag && !m.flag",
  "m.flag == true && m.flag == false", "m.flag && m.flag == false", "has(m.kind) && !has(m.kind)",
  #"m.kind.startsWith("a") && !m.kind.startsWith("a")"#,
  "(m.flag ? m.n > 1 : m.n > 2) && m.n == 0", #"m.kind == "" && m.kind > """#,
  #"timestamp(m.kind) < timestamp("2020-01-01T00:00:00Z") && timestamp(m.kind) > timestamp(1577836800)"#,
  "[1].exists(x, x == m.n) && !([1].exists(x, x == m.n))",
  "(m.n == 1 || m.n == 2) && (m.n == 3 || m.n == 4)", "!(m.flag || !m.flag)",
])
func `a condition that contradicts itself cannot hold`(source: String) throws {
  #expect(try canHold(source) == false)
}

@Test(arguments: [
  #"m.kind == "a" || m.kind == "b""#, "m.n > 3 && m.n < 5", "m.cost > 1.0 && m.cost < 1.1",
  #"m.kind > "a" && m.kind < "a1""#, "m.flag && has(m.kind)", "m.d == 1 && m.d == 2.0",
  "m.d < 1 && m.d > 1", "!(m.cost < 1.0) && !(m.cost >= 1.0)", "m.cost != m.cost",
  "m.n == m.n", #"m.kind == "a" && m.kind.size() > 5"#, "m.n > m.n",
  "[m.n].all(x, x > 5) && [m.n].all(x, x < 5)",
])
func `what may hold is not called impossible`(source: String) throws {
  #expect(try canHold(source) == true)
}

@Test func `domains of the host narrow what terms can be`() throws {
  let domain = ValueSet([.text(TextPoint("a")), .text(TextPoint("b"))])
  var solver = FormulaSolver(domains: ["m.kind": domain])
  #expect(solver.canHold([try formula(#"m.kind != "a" && m.kind != "b""#)]) == false)
  #expect(solver.canHold([try formula(#"m.kind != "a" && m.kind != "c""#)]) == true)
}

@Test func `a question that takes too many steps is left open`() throws {
  let parts = (0..<12).map { "(m.n % \($0 + 2) == 0 || m.n % \($0 + 2) == 1)" }
  let source = parts.joined(separator: " && ") + " && m.flag && !m.flag"
  var solver = FormulaSolver(steps: 50)
  #expect(solver.canHold([try formula(source)]) == nil)
}

@Test func `a formula agrees with evaluating its condition`() throws {
  var maker = ConditionMaker(state: 11)
  let values: [(String, Double, Int64, Bool)] = ["a", "b", ""].flatMap { kind in
    [0.5, 1.0, 2.0].flatMap { cost in
      [Int64(-1), 0, 1].flatMap { n in [true, false].map { (kind, cost, n, $0) } }
    }
  }
  for _ in 0..<400 {
    let source = maker.condition(3)
    let program = try environment.compile(source).get()
    var holds: Set<Bool> = []
    for (kind, cost, n, flag) in values {
      let bindings = Bindings(environment)
      bindings["m"] = .record(
        StoredRecord(
          record,
          ["kind": .string(kind), "cost": .double(cost), "n": .int(n), "flag": .bool(flag)]),
        row: 0)
      if case .bool(let truth) = program.evaluate(bindings) { holds.insert(truth) }
    }
    var solver = FormulaSolver()
    if holds.contains(true) { #expect(solver.canHold([program.formula]) != false, "\(source)") }
    if holds.contains(false) {
      #expect(solver.canHold([program.formula.negation]) != false, "\(source)")
    }
  }
}

/// Makes conditions over a few values, the same every time.
private struct ConditionMaker {
  var state: UInt64

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func condition(_ depth: Int) -> String {
    switch depth > 0 ? next(6) : 5 {
    case 0: "(\(condition(depth - 1)) && \(condition(depth - 1)))"
    case 1: "(\(condition(depth - 1)) || \(condition(depth - 1)))"
    case 2: "!\(condition(depth - 1))"
    case 3: "(\(condition(depth - 1)) ? \(condition(depth - 1)) : \(condition(depth - 1)))"
    default: leaf()
    }
  }

  private mutating func leaf() -> String {
    let sign = ["==", "!=", "<", "<=", ">", ">="][next(6)]
    return switch next(6) {
    case 0: #"(m.kind \#(sign) "\#(["a", "b", ""][next(3)])")"#
    case 1: "(m.cost \(sign) \(["0.5", "1.0", "1.5"][next(3)]))"
    case 2: "(\(["-1", "0", "1"][next(3)]) \(sign) m.n)"
    case 3: "m.flag"
    case 4: #"(m.kind in ["a", "c"])"#
    default: "(size(m.kind) \(sign) \(next(2)))"
    }
  }
}

@Test func `sets of values follow the order of their types`() throws {
  let some = ValueSet(from: .int(3), through: .int(5)).union(
    ValueSet(from: .int(6), before: .int(8)))
  #expect(some.stretches.count == 1)
  #expect(some.complement(from: .int(.min)).contains(.int(2)))
  #expect(!some.complement(from: .int(.min)).contains(.int(7)))
  #expect(some.intersection(ValueSet([.int(1), .int(5), .int(9)])) == ValueSet([.int(5)]))
  #expect(ValueSet(from: .int(5), through: .int(4)).isEmpty)
  #expect(ValueSet(from: .double(.infinity)).contains(.double(.infinity)))
  #expect(ValueSet([.bool(true), .bool(false)]) == ValueSet(from: .bool(false)))
  #expect(!ValueSet([.text(TextPoint("\u{e9}"))]).contains(.text(TextPoint("e\u{301}"))))
}
