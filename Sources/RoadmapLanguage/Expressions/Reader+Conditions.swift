import Bilingual
import CEL
import RoadmapModel
import SourceDiagnostics
import YAMLSource

/// What conditions may speak of, by what they are for.
struct ConditionEnvironments {
  private let environments: [Environment]
  /// The variables that conditions may use.
  let variables: [Variable]

  /// Of a roadmap that is proved, its sizes bound what a condition may cost at worst.
  init(of roadmap: Roadmap, proving: Bool) {
    variables = roadmap.variables
    environments = Rule.Target.allCases.map {
      Rule.environment(
        for: $0, using: roadmap.variables,
        sizes: proving ? SizeLimits(of: roadmap) : SizeLimits())
    }
  }

  subscript(target: Rule.Target) -> Environment {
    environments[Rule.Target.allCases.firstIndex(of: target) ?? 0]
  }
}

extension Reader {
  /// Reads the rules and the conditions of transitions, once all else is read that they may speak
  /// of.
  mutating func readConditions(_ rules: [Place?], of roadmap: inout Roadmap, proving: Bool) {
    let conditions = whenConditions(of: roadmap)
    guard !conditions.isEmpty || rules.contains(where: { $0 != nil }) else { return }
    let environments = ConditionEnvironments(of: roadmap, proving: proving)
    if proving {
      roadmap.rules = readRules(rules, in: environments)
    } else {
      (roadmap.rules, roadmap.unreadableRules) = readStoredRules(rules, in: environments)
    }
    for (lifecycle, transition, place) in conditions {
      let environment = environments[.transition]
      let condition: TransitionGuard.Condition
      if proving {
        guard let program = self.condition(place, in: environment) else { continue }
        condition = .ready(program)
      } else {
        condition =
          switch quietly({ $0.condition(place, in: environment) }) {
          case .success(let program): .ready(program)
          case .failure(let failure): .unreadable(failure.reason)
          }
      }
      roadmap.guards.append(
        TransitionGuard(
          of: transition, in: lifecycle, source: text(place), condition,
          using: roadmap.variables))
    }
  }

  /// Where the conditions of the transitions of all lifecycles stand.
  private func whenConditions(
    of roadmap: Roadmap
  ) -> [(LifecycleIndex, TransitionIndex, Place)] {
    var found: [(LifecycleIndex, TransitionIndex, Place)] = []
    for (position, place) in lifecycles.places.enumerated() {
      let lifecycle = roadmap.lifecycles[position]
      for (name, transition) in entries(value(.transitions, of: place.value)) {
        guard let condition = value(.when, of: transition), symbol(condition) != nil,
          let index = lifecycle.transition(named: text(name))
        else { continue }
        found.append((LifecycleIndex(position), index, condition))
      }
    }
    return found
  }

  /// The value under a key of a mapping, and what an alias there stands for.
  func value(_ word: Word, of place: Place) -> Place? {
    let tree = tree(place)
    let whole = Place(tree: place.tree, node: tree.resolved(place.node))
    guard let value = entries(whole).first(where: { name($0.name)?.id == word.symbolID })?.value
    else { return nil }
    return Place(tree: value.tree, node: tree.resolved(value.node))
  }

  /// Why something could not be read.
  struct Unreadable: Error {
    let reason: Text
  }

  /// Reads something without reporting its problems; what could not be read fails with the first.
  mutating func quietly<Value>(_ read: (inout Reader) -> Value?) -> Result<Value, Unreadable> {
    var other = self
    other.diagnostics = Diagnostics()
    let value = read(&other)
    if let problem = other.diagnostics.sorted().first(where: { $0.severity == .error }) {
      return .failure(Unreadable(reason: problem.message))
    }
    guard let value else {
      return .failure(
        Unreadable(reason: Text(en: "it is incomplete", ru: "оно записано не полностью")))
    }
    return .success(value)
  }
}
