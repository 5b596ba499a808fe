import CEL
public import RoadmapModel

/// Decides every rule of `roadmap`, for every measure or for the roadmap as a whole.
///
/// A condition that cannot be decided is an error of the roadmap, never a rule that is kept.
///
/// - Parameters:
///   - roadmap: a definition that could be read without errors.
///   - costLimit: the cost of one rule for all measures at which it is given up, which is an error.
/// - Returns: the findings, rule by rule in the order written.
public func decideRules(
  of roadmap: Roadmap, costLimit: Int = Rule.totalCostLimit
) -> [Finding] {
  guard !roadmap.rules.isEmpty else { return [] }
  let facts = Facts(roadmap)
  let ancestry = Ancestry(facts)
  let records = RuleRecords(of: roadmap) { ancestry.ancestors(of: $0) }
  let names = KnownNames(roadmap)
  let findings = roadmap.rules.indices.flatMap { position -> [Finding] in
    var decider = RuleDecider(RuleIndex(position), facts, ancestry, records, costLimit)
    decider.explainsScope = !roadmap.rules[position].isScopeInDoubt(names)
    return decider.decide()
  }
  return findings + contradictions(in: facts, records)
}

/// The rules that contradict each other.
private func contradictions(in facts: Facts, _ records: RuleRecords) -> [Finding] {
  var contradictions = RuleContradictions(facts)
  let bindings = Bindings(Rule.environment(for: .measure, of: facts.roadmap))
  contradictions.find { rule, measure in
    guard let scope = rule.scope else { return true }
    records.bind(measure, in: bindings)
    if case .bool(true) = scope.evaluate(bindings) { return true }
    return false
  }
  return contradictions.findings
}

extension Rule {
  /// Whether it has been told already why the rule applies to nothing.
  fileprivate func isScopeInDoubt(_ names: KnownNames) -> Bool {
    guard let scope else { return false }
    var solver = FormulaSolver()
    return !names.unknown(in: scope).isEmpty || solver.canHold([scope.formula]) == false
  }
}

/// Decides one rule.
private struct RuleDecider {
  /// Where an expression failed.
  private struct Failure: Hashable {
    let part: Rule.Part
    let range: SourceRange?
    /// The variable that the range is in, if it is in one.
    let variable: String?
  }

  private let index: RuleIndex
  private let rule: Rule
  private let facts: Facts
  private let ancestry: Ancestry
  private let records: RuleRecords
  private let bindings: Bindings
  private let costLimit: Int
  /// Whether nothing has been told yet of a scope that is false everywhere.
  var explainsScope = true
  private var cost = 0
  private var broken: [Finding] = []
  private var errors: [Failure: (position: Int, count: Int)] = [:]
  private var failures: [(failure: Failure, error: EvaluationError, subject: MeasureIndex?)] = []

  init(
    _ index: RuleIndex, _ facts: Facts, _ ancestry: Ancestry, _ records: RuleRecords,
    _ costLimit: Int
  ) {
    self.costLimit = costLimit
    self.index = index
    self.facts = facts
    self.ancestry = ancestry
    self.records = records
    rule = facts.roadmap.rules[index.position]
    bindings = Bindings(Rule.environment(for: rule.target, of: facts.roadmap))
    records.bind(nil, in: bindings)
  }

  mutating func decide() -> [Finding] {
    let subjects = rule.target == .measure ? facts.columns.count : 1
    var applied = 0
    for subject in 0..<subjects {
      if decide(rule.target == .measure ? MeasureIndex(subject) : nil) { applied += 1 }
      guard cost <= costLimit else {
        return report() + [
          .ruleOverrun(
            rule.id, after: subject + 1, limit: costLimit, at: element(.requirement, nil))
        ]
      }
    }
    if applied == 0, subjects > 0, failures.isEmpty {
      return !explainsScope ? [] : [.ruleNeverApplies(rule.id, at: element(.scope, nil))]
    }
    return report()
  }

  /// Decides the rule for one measure, or for the roadmap; answers whether it applies.
  private mutating func decide(_ measure: MeasureIndex?) -> Bool {
    if let measure { records.bind(measure, in: bindings) }
    if let scope = rule.scope {
      guard let applies = truth(scope, .scope, measure) else { return false }
      guard applies else { return false }
    }
    if truth(rule.requirement, .requirement, measure) == false {
      broken.append(
        .ruleBroken(
          rule.id, rule.severity == .error ? .error : .warning,
          by: measure.map { facts.name($0) }, words: words(),
          at: measure.map { .measure($0) } ?? .roadmap, requirement: element(.requirement, nil)))
    }
    return true
  }

  /// The value of a condition; nil, and noted as a failure, where it has none.
  private mutating func truth(
    _ program: Program, _ part: Rule.Part, _ measure: MeasureIndex?
  ) -> Bool? {
    let before = ancestry.steps + records.variableCost
    let (value, units) = program.evaluateWithCost(bindings)
    cost += units + ancestry.steps + records.variableCost - before
    switch value {
    case .bool(let flag): return flag
    case .error(let error): note(error, part, measure)
    default: note(.noTruth(value), part, measure)
    }
    return nil
  }

  private mutating func note(
    _ error: EvaluationError, _ part: Rule.Part, _ measure: MeasureIndex?
  ) {
    let failure = Failure(part: part, range: error.range, variable: error.origin)
    if let known = errors[failure] {
      errors[failure] = (known.position, known.count + 1)
    } else {
      errors[failure] = (failures.count, 1)
      failures.append((failure, error, measure))
    }
  }

  /// The rule's own words for those who break it; nil where it has none.
  private func words() -> String? {
    guard !rule.message.isEmpty else { return nil }
    return rule.message.map { part in
      switch part {
      case .text(let text): return text
      case .value(let program, let source):
        switch program.evaluate(bindings) {
        case .string(let text): return text
        case .error: return "{\(source)}"
        case let value: return value.quotation
        }
      }
    }.joined()
  }

  private func element(_ part: Rule.Part, _ range: SourceRange?) -> Element {
    .condition(index, part, range.map { $0.start..<max($0.start, $0.end) })
  }

  private func report() -> [Finding] {
    broken
      + failures.map { failure, error, measure in
        .ruleError(
          rule.id, error, for: measure.map { facts.name($0) },
          others: (errors[failure]?.count ?? 1) - 1,
          at: facts.roadmap.element(of: error) ?? element(failure.part, failure.range),
          use: failure.variable.map { _ in element(failure.part, nil) },
          subject: measure.map { .measure($0) })
      }
  }
}
