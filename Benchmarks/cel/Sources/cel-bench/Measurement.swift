import CEL
import Foundation

/// CPU time of one rule.
struct Measurement {
  let evaluateNanoseconds: Double
  let compileNanoseconds: Double
  /// The same with every map of text turned into a record that the host declares.
  let recordNanoseconds: Double

  struct Mismatch: Error {
    let rule: String
    let result: String
  }

  init(_ rule: Suite.Rule, in suite: Suite) throws {
    let environment = Environment(variables: suite.variables)
    evaluateNanoseconds = try Self.time(rule, environment, suite.values)
    compileNanoseconds = Self.best { count in
      for _ in 0..<count { _ = environment.compile(rule.source) }
    }
    let records = Records(suite)
    recordNanoseconds = try Self.time(rule, records.environment, records.values)
  }

  private static func time(
    _ rule: Suite.Rule, _ environment: Environment, _ values: [String: Value]
  ) throws -> Double {
    let program = try environment.compile(rule.source).get()
    let bindings = Bindings(environment)
    for (name, value) in values { bindings[name] = value }
    let result = program.evaluate(bindings)
    guard case .bool(rule.expected) = result else {
      throw Mismatch(rule: rule.name, result: result.quotation)
    }
    return best { count in
      for _ in 0..<count { _ = program.evaluate(bindings) }
    }
  }

  /// The median of seven, each of some 20 ms.
  private static func best(_ body: (Int) -> Void) -> Double {
    var count = 1
    while cpu({ body(count) }) < 20_000_000 { count *= 2 }
    let times = (0..<7).map { _ in cpu { body(count) } / Double(count) }.sorted()
    return times[3]
  }

  static func cpu(_ body: () -> Void) -> Double {
    let start = clock_gettime_nsec()
    body()
    return Double(clock_gettime_nsec() - start)
  }

  private static func clock_gettime_nsec() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
