import CEL
public import RoadmapModel

/// Decides every rule of `roadmap` that needs only the definition, for all that it is for.
///
/// Of a rule that asks for what only a run knows, whether it applies to anything is decided where
/// the definition tells that; the engine keeps the rest.
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
  let ancestry = Ancestry(roadmap)
  let records = RuleRecords(of: roadmap, ancestry)
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
    guard !rule.scopeNeeds.run else { return false }
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

  /// What a rule is decided for.
  private struct Subject {
    var measure: MeasureIndex?
    var transition: TransitionIndex?
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
  private var failures: [(failure: Failure, error: EvaluationError, subject: Subject)] = []

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
    guard !rule.scopeNeeds.run else { return [] }
    var (considered, applied) = (0, 0)
    for measure in measures {
      for subject in subjects(measure) {
        considered += 1
        if decide(subject) { applied += 1 }
      }
      guard cost <= costLimit else {
        return report() + [
          .ruleOverrun(
            rule.id, after: (measure?.position ?? 0) + 1, limit: costLimit,
            at: element(.requirement, nil))
        ]
      }
    }
    if applied == 0, considered > 0, failures.isEmpty {
      return !explainsScope ? [] : [.ruleNeverApplies(rule.id, at: element(.scope, nil))]
    }
    return report()
  }

  /// The measures to go through; nil for the roadmap as a whole.
  private var measures: [MeasureIndex?] {
    rule.target == .roadmap ? [nil] : (0..<facts.columns.count).map { MeasureIndex($0) }
  }

  private func subjects(_ measure: MeasureIndex?) -> [Subject] {
    guard let measure, rule.target == .transition else { return [Subject(measure: measure)] }
    let transitions = facts.lifecycle(of: measure)?.transitions ?? []
    return transitions.indices.map { Subject(measure: measure, transition: TransitionIndex($0)) }
  }

  /// Decides the rule for one subject; answers whether it applies.
  private mutating func decide(_ subject: Subject) -> Bool {
    if let measure = subject.measure { records.bind(measure, in: bindings) }
    if let measure = subject.measure, let transition = subject.transition {
      bindings["transition"] = records.transition(transition, of: measure)
    }
    if let scope = rule.scope {
      guard truth(scope, .scope, subject) == true else { return false }
    }
    guard !rule.needs.run else { return true }
    if truth(rule.requirement, .requirement, subject) == false {
      broken.append(
        .ruleBroken(
          rule.id, rule.severity == .error ? .error : .warning, by: name(of: subject),
          words: rule.words(bindings),
          at: subject.measure.map { .measure($0) } ?? .roadmap,
          requirement: element(.requirement, nil), grounds: rule.requirement.grounds(bindings)))
    }
    return true
  }

  private func name(of subject: Subject) -> String? {
    guard let measure = subject.measure else { return nil }
    let transitions = facts.lifecycle(of: measure)?.transitions ?? []
    guard let transition = subject.transition, transitions.indices.contains(transition.position)
    else { return facts.name(measure) }
    return "`\(transitions[transition.position].id)` (\(facts.name(measure)))"
  }

  /// The value of a condition; nil, and noted as a failure, where it has none.
  private mutating func truth(
    _ program: Program, _ part: Rule.Part, _ subject: Subject
  ) -> Bool? {
    let before = ancestry.steps + records.variableCost
    let (value, units) = program.evaluateWithCost(bindings)
    cost += units + ancestry.steps + records.variableCost - before
    switch Judgement(value) {
    case .holds: return true
    case .fails: return false
    case .broken(let error): note(error, part, subject)
    }
    return nil
  }

  private mutating func note(
    _ error: EvaluationError, _ part: Rule.Part, _ subject: Subject
  ) {
    let failure = Failure(part: part, range: error.range, variable: error.origin)
    if let known = errors[failure] {
      errors[failure] = (known.position, known.count + 1)
    } else {
      errors[failure] = (failures.count, 1)
      failures.append((failure, error, subject))
    }
  }

  private func element(_ part: Rule.Part, _ range: SourceRange?) -> Element {
    .condition(index, part, range.map { $0.start..<max($0.start, $0.end) })
  }

  private func report() -> [Finding] {
    broken
      + failures.map { failure, error, subject in
        .ruleError(
          rule.id, error, for: name(of: subject),
          others: (errors[failure]?.count ?? 1) - 1,
          at: facts.roadmap.element(of: error) ?? element(failure.part, failure.range),
          use: failure.variable.map { _ in element(failure.part, nil) },
          subject: subject.measure.map { .measure($0) })
      }
  }
}
