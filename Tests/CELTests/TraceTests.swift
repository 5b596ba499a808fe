import Testing

@testable import CEL

@Suite struct TraceTests {
  private func grounds(_ source: String) throws -> [String] {
    let program = try World.environment.compile(source).get()
    return program.trace(World.bindings()).decision.grounds.map { program.text($0.range) }
  }

  @Test(
    arguments: [
      (source: "flag && n > 10 && s == 'x'", grounds: ["n > 10", "s == 'x'"]),
      (source: "n > 10 || flag", grounds: ["flag"]),
      (source: "n > 10 || s == ''", grounds: ["n > 10", "s == ''"]),
      (source: "!(n > 1)", grounds: ["(n > 1)"]),
      (source: "flag ? n > 10 : true", grounds: ["flag", "n > 10"]),
      (source: "l.all(x, x > 1)", grounds: ["x > 1"]),
      (source: "has(r.nick) && flag", grounds: ["has(r.nick)"]),
      (source: "cel.bind(k, n, k < 3 && flag)", grounds: ["k < 3"]),
      (source: "s.startsWith('x')", grounds: ["s.startsWith('x')"]),
    ] as [(source: String, grounds: [String])])
  func `a trace names the parts that decided`(source: String, grounds: [String]) throws {
    #expect(try self.grounds(source) == grounds)
  }

  @Test func `a trace lets the host say how many are missing`() throws {
    let program = try World.environment.compile("people.filter(p, p.a == 2).size() >= 2").get()
    let decision = program.trace(World.bindings()).decision
    guard case .comparison(">=", .int(1), .int(2)) = decision.reason else {
      Issue.record("\(decision.reason)")
      return
    }
    guard case .bool(false) = decision.value else {
      Issue.record("\(decision.value)")
      return
    }
  }

  @Test func `a trace names the element that broke a rule`() throws {
    let program = try World.environment.compile("l.all(x, x > 1)").get()
    let decision = program.trace(World.bindings()).decision
    guard case .quantifier("all", 3, 2) = decision.reason, decision.parts.count == 1,
      case .element(.int(1), .int(1)) = decision.parts[0].reason
    else {
      Issue.record("\(decision)")
      return
    }
  }
}
