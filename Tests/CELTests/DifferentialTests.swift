import Testing

@testable import CEL
@testable import cel_rows

@Suite struct DifferentialTests {
  @Test(arguments: 0..<40)
  func `a compiled program agrees with plain evaluation in value and cost`(batch: Int) throws {
    var maker = ExpressionMaker(seed: UInt64(batch + 1))
    let bindings = World.bindings()
    for _ in 0..<100 {
      let source = maker.expression(1 + maker.next(4))
      for checksTypes in [true, false] {
        let result = World.environment.compile(
          source, checksTypes: checksTypes, checksLiterals: false)
        guard case .success(let program) = result else {
          #expect(checksTypes, "\(source) must compile without types")
          continue
        }
        let compiled = program.evaluateWithCost(bindings)
        let plain = program.evaluateByReference(bindings)
        expectSame(compiled.value, plain.value, source)
        if plain.cost <= World.environment.costLimit {
          #expect(compiled.cost == plain.cost, "\(source)")
        }
        expectSame(program.trace(bindings).value, plain.value, source)
      }
    }
  }

  private func expectSame(_ one: Value, _ other: Value, _ source: String) {
    if case .error(let a) = one, case .error(let b) = other {
      #expect(a.code == b.code, "\(source)")
    } else {
      #expect(one.isIdentical(to: other), "\(source): \(one.quotation), \(other.quotation)")
    }
  }

  @Test(arguments: 0..<10)
  func `a condition is true where its value is true`(batch: Int) {
    var maker = ExpressionMaker(seed: UInt64(batch + 1_000))
    let bindings = World.bindings()
    for _ in 0..<100 {
      let source = maker.expression(3)
      guard case .success(let program) = World.environment.compile(source) else { continue }
      let outcome = Result { () throws(EvaluationError) in try program.isTrue(bindings) }
      switch (outcome, program.evaluate(bindings)) {
      case (.success(let flag), .bool(let value)): #expect(flag == value, "\(source)")
      case (.success, let value): Issue.record("\(source) gave \(value.quotation), not a failure")
      case (.failure, .bool): Issue.record("\(source) failed as a condition")
      case (.failure, _): break
      }
    }
  }

  @Test(arguments: 0..<10)
  func `a printed expression reads back as itself`(batch: Int) throws {
    var maker = ExpressionMaker(seed: UInt64(batch + 2_000))
    for _ in 0..<100 {
      let source = maker.expression(4)
      let printed = try Expression(source).description
      #expect(try Expression(printed).description == printed, "\(source)")
    }
  }

  @Test(arguments: 0..<20)
  func `no text makes the compiler stop the process`(batch: Int) {
    var maker = ExpressionMaker(seed: UInt64(batch + 3_000))
    let pieces = [
      "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "a", "`a`", "`", "1", "0x", "1u", "1e9",
      "-", "!", "&&", "||", "&", "=", "==", "in", "true", "null", "'x'", "'", "\"\"\"", "b'\\xff'",
      "r'\\'", "'\\ud800'", "has(", ".map(x,", "cel.bind(", "cel.block([", "//", "\n", "\u{0}", "😀",
      "999999999999999999999", "all(", "has(a.b)", ".all(a.b, c)",
    ]
    for _ in 0..<200 {
      let source = (0..<(1 + maker.next(12))).map { _ in maker.pick(pieces) }.joined()
      if case .success(let program) = World.environment.compile(source, checksTypes: false) {
        _ = program.evaluate(World.bindings())
      }
    }
  }
}
