import Bilingual
import CEL
import RoadmapModel

extension FindingCode {
  /// Two rules that no measure can keep to which both apply.
  public static let ruleContradiction = FindingCode("rule-contradiction")
}

/// Finds pairs of rules that no measure can keep both, and rules that no measure can keep at all.
///
/// Only what follows from the words of the rules counts: comparisons of the same part with values,
/// joined by and, or and not. It must be certain, too, that both rules can apply to one measure:
/// there is such a measure, or their scopes ask for nothing but fields that are free of each other.
struct RuleContradictions {
  private struct Sides {
    let rule: Int
    let scope: Formula?
    let requirement: Formula
    /// Whether it is certain from the scope alone that the rule can apply.
    let isFree: Bool
  }

  /// The most rules that are compared, each with each.
  private static let mostRules = 200

  private let facts: Facts
  private var solver: FormulaSolver
  private var sides: [Sides] = []
  private(set) var findings: [Finding] = []

  init(_ facts: Facts) {
    self.facts = facts
    let kinds = facts.roadmap.kinds.map { ValuePoint.text(TextPoint($0.id)) }
    let cycles = facts.roadmap.lifecycles.map { ValuePoint.text(TextPoint($0.id)) }
    solver = FormulaSolver(
      domains: [
        "measure.kind": ValueSet(kinds), "measure.lifecycle": ValueSet(cycles),
        "measure.cost": ValueSet(from: .double(0), before: .double(.infinity)),
      ], steps: 2_000_000)
  }

  /// Compares the rules for measures; `applies` tells whether a rule applies to a measure.
  mutating func find(_ applies: (Rule, MeasureIndex) -> Bool) {
    let rules = facts.roadmap.rules
    for position in rules.indices.prefix(Self.mostRules) where rules[position].target == .measure {
      add(rules[position], at: position)
    }
    for second in sides.indices {
      for first in sides.indices[..<second] { compare(sides[first], sides[second], applies) }
    }
  }

  private mutating func add(_ rule: Rule, at position: Int) {
    let scope = rule.scope?.formula
    let requirement = rule.requirement.formula
    // What is wrong with one side alone is told of it, and not of every pair that it is in.
    guard scope.map({ solver.canHold([$0]) != false }) ?? true,
      solver.canHold([requirement]) != false
    else { return }
    if let scope, solver.canHold([scope, requirement]) == false {
      findings.append(.ruleAgainstItself(rule.id, RuleIndex(position)))
      return
    }
    let isFree = scope?.subjects.isSubset(of: Self.freeFields) ?? true
    sides.append(
      Sides(rule: position, scope: scope, requirement: requirement, isFree: isFree))
  }

  /// Fields of which each may have any of its values whatever the others are.
  private static let freeFields: Set<String> = [
    "measure.kind", "measure.cost", "measure.is_part", "measure.number", "measure.title",
    "has(measure.cost)", "has(measure.due)",
  ]

  private mutating func compare(
    _ first: Sides, _ second: Sides, _ applies: (Rule, MeasureIndex) -> Bool
  ) {
    let scopes = [first.scope, second.scope].compactMap { $0 }
    guard solver.canHold(scopes + [first.requirement, second.requirement]) == false else { return }
    let rules = (facts.roadmap.rules[first.rule], facts.roadmap.rules[second.rule])
    let measure = facts.roadmap.measures.indices.first {
      applies(rules.0, $0) && applies(rules.1, $0)
    }
    let canMeet = first.isFree && second.isFree && solver.canHold(scopes) == true
    guard measure != nil || canMeet else { return }
    findings.append(
      .rulesContradict(
        rules.0, rules.1, RuleIndex(first.rule), RuleIndex(second.rule), measure: measure))
  }
}

extension Finding {
  fileprivate static func rulesContradict(
    _ first: Rule, _ second: Rule, _ firstIndex: RuleIndex, _ secondIndex: RuleIndex,
    measure: MeasureIndex?
  ) -> Self {
    let isError = first.severity == .error && second.severity == .error
    return Finding(
      isError ? .error : .warning, .ruleContradiction,
      at: .condition(secondIndex, .requirement, nil),
      Text(
        en: "the rules `\(first.id)` and `\(second.id)` cannot both be kept where both apply",
        ru: "правила `\(first.id)` и `\(second.id)` нельзя соблюсти вместе там, где применяются оба"
      ),
      help: Text(
        en: "narrow one of them with `where`, or change what it requires",
        ru: "сузьте одно из них с помощью `where` или измените его требование"),
      related: [
        Related(
          .condition(firstIndex, .requirement, nil),
          Text(
            en: "the rule `\(first.id)` requires this", ru: "этого требует правило `\(first.id)`"))
      ]
        + (measure.map {
          [
            Related(
              .measure($0),
              Text(en: "both apply to this measure", ru: "к этому мероприятию применяются оба"))
          ]
        } ?? []))
  }

  fileprivate static func ruleAgainstItself(_ rule: String, _ index: RuleIndex) -> Self {
    Finding(
      .warning, .ruleContradiction, at: .condition(index, .requirement, nil),
      Text(
        en: "the rule `\(rule)` can never be kept where it applies",
        ru: "правило `\(rule)` нельзя соблюсти там, где оно применяется"),
      help: Text(
        en: "compare `require` with `where`", ru: "сверьте `require` с `where`"),
      related: [
        Related(
          .condition(index, .scope, nil),
          Text(en: "it applies where this holds", ru: "оно применяется там, где верно это"))
      ])
  }
}
