import Bilingual
import Testing

@testable import CEL

@Suite struct CheckerTests {
  static let environment = Environment(
    variables: [
      .init("measure", .record("Measure")), .init("approvals", .list(.record("Approval"))),
      .init("limits", .map(.string, .double)), .init("now", .timestamp),
    ],
    records: [
      RecordShape(
        "Measure",
        fields: [
          ("kind", .string), ("parent", .record("Measure")), ("parts", .list(.record("Measure"))),
        ]),
      RecordShape("Approval", fields: [("by", .string), ("at", .timestamp)]),
    ],
    functions: [
      Function(
        "workdays",
        [
          .init("workdays_timestamp_timestamp", [.timestamp, .timestamp], .int) { _ in .int(5) }
        ])
    ])

  @Test(
    arguments: [
      (source: "measure.knd == 'plan'", code: Problem.Code.unknownField, at: 8...11, help: "kind"),
      (source: "mesure.kind", code: .unknownName, at: 0...6, help: "measure"),
      (source: "approvals.exists(a, a.bye == 'x')", code: .unknownField, at: 22...25, help: "by"),
      (
        source: "measure.parent.parts.all(p, p.kin != '')", code: .unknownField, at: 30...33,
        help: "kind"
      ),
      (source: "workday(now, now)", code: .unknownFunction, at: 0...7, help: "workdays"),
      (source: "Mesure{kind: 'x'}", code: .unknownName, at: 0...17, help: "Measure"),
      (source: "Measure{knd: 'x'}", code: .unknownField, at: 13...16, help: "kind"),
      (source: "measure.kind + 1", code: .noMatchingOverload, at: 13...14, help: ""),
      (source: "workdays(now, 1)", code: .noMatchingOverload, at: 0...8, help: "timestamp"),
      (source: "measure.kind && true", code: .typeMismatch, at: 0...12, help: ""),
      (source: "now.all(x, true)", code: .typeMismatch, at: 0...3, help: ""),
      (source: "true ? 1 : 'a'", code: .typeMismatch, at: 5...6, help: ""),
      (source: "measure.kind.length", code: .typeMismatch, at: 13...19, help: ""),
      (source: "measure.kind == 1", code: .noMatchingOverload, at: 13...15, help: ""),
      (source: "now < timestamp('tomorrow')", code: .badLiteral, at: 16...26, help: ""),
      (source: "measure.kind.matches('(?=x)')", code: .badLiteral, at: 21...28, help: ""),
      (source: "duration('3 days') > duration('1h')", code: .badLiteral, at: 9...17, help: ""),
      (source: "now.getHours('Mars/Olympus')", code: .badLiteral, at: 13...27, help: ""),
    ] as [(source: String, code: Problem.Code, at: ClosedRange<Int>, help: String)])
  func `a mistake of types is found before anything runs`(
    source: String, code: Problem.Code, at: ClosedRange<Int>, help: String
  ) throws {
    let problems = Self.environment.compile(source).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.code == code)
    #expect(problem.range.start...problem.range.end == at)
    #expect(help.isEmpty || problem.help?.en.contains(help) == true)
    #expect(!problem.message.en.isEmpty && !problem.message.ru.isEmpty)
  }

  @Test(
    arguments: [
      (source: "measure.parts.map(p, p.kind)", type: CELType.list(.string)),
      (source: "measure.parts.filter(p, p.kind == 'x')", type: .list(.record("Measure"))),
      (source: "limits.?EUR", type: .optional(.double)),
      (source: "[1, 'a']", type: .list(.dyn)),
      (source: "[]", type: .list(.dyn)),
      (source: "now - now", type: .duration),
      (source: "workdays(now, now) + 1", type: .int),
      (source: "Measure{kind: 'x'}.kind", type: .string),
      (source: "true ? null : duration('1s')", type: .duration),
      (source: "cel.bind(x, [1u], x[0])", type: .uint),
      (source: "math.greatest(1, 2.0)", type: .dyn),
      (source: "math.greatest(1, 2, 3)", type: .int),
      (source: "{'a': 1}.transformMap(k, v, string(v))", type: .map(.string, .string)),
      (source: "type(1)", type: .type(.int)),
    ] as [(source: String, type: CELType)])
  func `the type of a result is deduced`(source: String, type: CELType) throws {
    #expect(try Self.environment.compile(source).get().resultType == type)
  }

  @Test func `several mistakes are all reported, in the order of the source`() {
    let problems = Self.environment.compile("measure.a + mesure.b && limit['x'] > 1").problems
    #expect(problems.map(\.range.start) == [8, 12, 24])
  }
}
