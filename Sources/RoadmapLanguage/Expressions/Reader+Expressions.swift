import Bilingual
import CEL
import RoadmapModel
import RoadmapProof
package import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A text that is no expression, or one that cannot be meant as it stands.
  package static let invalidExpression = DiagnosticCode("invalid-expression")
  /// A condition that speaks of nothing, and so is always true or always false.
  static let constantCondition = DiagnosticCode("constant-condition")
  /// A text that is compared with ids, and is none.
  static let unknownLiteral = DiagnosticCode("unknown-literal")
}

extension Reader {
  /// Reads a condition, or answers nil where it has mistakes.
  mutating func condition(_ place: Place, in environment: Environment) -> Program? {
    let whole = text(place)
    guard let program = expression(whole, at: 0, of: place, in: environment) else { return nil }
    switch program.resultType {
    case .bool, .dyn: break
    case let type:
      report(.noCondition(type, at: span(of: 0..<whole.utf8.count, in: place)))
      return nil
    }
    if program.reads.isEmpty {
      report(.constantCondition(at: span(of: 0..<whole.utf8.count, in: place)))
    } else if let truth = Self.onlyTruth(of: program) {
      report(.constantCondition(truth, at: span(of: 0..<whole.utf8.count, in: place)))
    }
    return program
  }

  /// The only truth value that a condition can have, whatever its parts stand for; nil where both
  /// may be.
  private static func onlyTruth(of program: Program) -> Bool? {
    var solver = FormulaSolver()
    let formula = program.formula
    if solver.canHold([formula]) == false { return false }
    return solver.canHold([formula.negation]) == false ? true : nil
  }

  /// Reads a text with expressions in braces, or answers nil where one has mistakes.
  mutating func message(_ place: Place, in environment: Environment) -> [Rule.MessagePart]? {
    let template = MessageTemplate(text(place))
    var parts: [Rule.MessagePart] = []
    var isWhole = true
    for part in template.parts {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .expression(let source, let offset):
        if let program = expression(source, at: offset, of: place, in: environment) {
          parts.append(.value(program, source: source))
        } else {
          isWhole = false
        }
      }
    }
    if let open = template.unclosed {
      report(.unclosedBrace(at: span(of: open..<(open + 1), in: place)))
      isWhole = false
    }
    return isWhole ? parts : nil
  }

  /// Compiles the expression that stands at `offset` in the text of a scalar.
  mutating func expression(
    _ source: String, at offset: Int, of place: Place, in environment: Environment
  ) -> Program? {
    guard variablesAreKnown(source, at: offset, of: place, in: environment) else { return nil }
    switch environment.compile(source, worstCaseLimit: boundsCosts ? Rule.costLimit : nil) {
    case .success(let program):
      for literal in names?.unknown(in: program) ?? [] {
        let range = (offset + literal.range.lowerBound)..<(offset + literal.range.upperBound)
        report(.unknownLiteral(literal, at: span(of: range, in: place)))
      }
      return affordable(program, at: offset, of: place, in: environment)
    case .failure(let problems):
      for problem in problems.list {
        let start = offset + problem.range.start
        let range = start..<max(start, offset + problem.range.end)
        report(.expression(problem, at: span(of: range, in: place)))
      }
      return nil
    }
  }

  /// Where a range of bytes of a scalar's text stands in its file.
  func span(of range: Range<Int>, in place: Place) -> SourceSpan {
    ScalarPositions(tree(place), place.node, symbols, files)?.span(of: range) ?? span(place)
  }
}

extension Diagnostic {
  fileprivate static func expression(_ problem: Problem, at span: SourceSpan) -> Diagnostic {
    guard problem.code == .tooCostly else {
      return Diagnostic(
        .invalidExpression, at: span, message: problem.message, help: problem.help)
    }
    return Diagnostic(
      DiagnosticCode(FindingCode.ruleTooCostly.name), at: span, message: problem.message,
      help: Text(
        en: "go through fewer measures: ask `after`, `parts` or `parent` in place of all",
        ru: "перебирайте меньше мероприятий: `after`, `parts` или `parent` вместо всех"))
  }

  fileprivate static func noCondition(_ type: CELType, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidExpression, at: span,
      message: Text(
        en: "a condition is true or false, and this is of type \(type)",
        ru: "условие бывает истинным или ложным, а тип этого выражения — \(type)"),
      help: Text(
        en: "compare it with something, as in `measure.kind == \"event\"`",
        ru: "сравните значение с чем-нибудь, например `measure.kind == \"event\"`"))
  }

  fileprivate static func constantCondition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .constantCondition, .warning, at: span,
      message: Text(
        en: "this condition is the same whatever the roadmap says",
        ru: "это условие одинаково, что бы ни говорила дорожная карта"),
      help: Text(
        en: "let it speak of `measure` or `roadmap`, or remove it",
        ru: "сошлитесь в нём на `measure` или `roadmap` или уберите его"))
  }

  fileprivate static func constantCondition(_ truth: Bool, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .constantCondition, .warning, at: span,
      message: truth
        ? Text(
          en: "this condition is never false, whatever the roadmap says",
          ru: "это условие никогда не бывает ложным, что бы ни говорила дорожная карта")
        : Text(
          en: "this condition is never true, whatever the roadmap says",
          ru: "это условие никогда не бывает верным, что бы ни говорила дорожная карта"),
      help: Text(
        en: "its parts contradict or repeat each other: change or remove them",
        ru: "его части противоречат друг другу или повторяются: измените или уберите их"))
  }

  static func unknownLiteral(
    _ literal: UnknownLiteral, at span: SourceSpan
  ) -> Diagnostic {
    let near = NearNames(to: literal.text, in: literal.known)
    return Diagnostic(
      .unknownLiteral, .warning, at: span,
      message: Text(
        en: "\(literal.complaint.en) `\(literal.text)`",
        ru: "\(literal.complaint.ru) `\(literal.text)`"),
      help: near.help ?? listing(literal.known), choices: near.choices)
  }

  /// What there is, where that is not much.
  private static func listing(_ known: [String]) -> Text? {
    guard !known.isEmpty, known.count <= 12 else { return nil }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Text(en: "there are \(list)", ru: "есть \(list)")
  }

  fileprivate static func unclosedBrace(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidExpression, at: span,
      message: Text(en: "this `{` is never closed", ru: "эта скобка `{` не закрыта"),
      help: Text(
        en: "close it with `}`, or write `{{` for a brace",
        ru: "закройте её знаком `}` или напишите `{{`, если нужна сама скобка"))
  }
}
