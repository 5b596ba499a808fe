import CEL
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension Reader {
  /// Reads the rules of all files, once all else is read that they may speak of.
  mutating func readRules(_ places: [Place?], in environments: ConditionEnvironments) -> [Rule] {
    var names: [Symbol: Place] = [:]
    var rules: [Rule] = []
    for site in places.flatMap({ mappings($0) }) {
      guard let rule = rule(site, among: &names, environments) else { continue }
      rules.append(rule)
      map.rules.append(site)
    }
    return rules
  }

  /// Reads the rules of a stored definition, which were decided when its run was started; those
  /// that cannot be read are kept as such.
  mutating func readStoredRules(
    _ places: [Place?], in environments: ConditionEnvironments
  ) -> (rules: [Rule], unreadable: [UnreadableRule]) {
    var names: [Symbol: Place] = [:]
    var rules: [Rule] = []
    var unreadable: [UnreadableRule] = []
    for site in places.flatMap({ mappings($0) }) {
      switch quietly({ $0.rule(site, among: &names, environments) }) {
      case .success(let rule): rules.append(rule)
      case .failure(let failure):
        unreadable.append(UnreadableRule(id: id(ofRule: site), reason: failure.reason))
      }
    }
    return (rules, unreadable)
  }

  private func id(ofRule place: Place) -> String {
    value(.id, of: place).map { text($0) } ?? ""
  }

  /// Reads a rule, or answers nil where it has mistakes.
  private mutating func rule(
    _ place: Place, among names: inout [Symbol: Place], _ environments: ConditionEnvironments
  ) -> Rule? {
    let shape = RecordShape.rule
    let errors = errorCount
    guard let record = record(place, as: shape) else { return nil }
    let value = { (self: Reader, word: Word) in self.value(record, shape.slot(of: word)) }
    let id = value(self, .id).map { ruleID($0, among: &names) }
    let target = value(self, .for).map { word($0, of: .for, Rule.Target.self) } ?? .measure
    let severity = value(self, .severity).map { word($0, of: .severity, Rule.Severity.self) }
    guard let target else { return nil }
    let environment = environments[target]
    let scopePlace = value(self, .where)
    let scope = scopePlace.flatMap { condition($0, in: environment) }
    let requirement = value(self, .require).flatMap { condition($0, in: environment) }
    let message = value(self, .message).flatMap { self.message($0, in: environment) }
    // A scope that cannot be read must not widen the rule to everything.
    guard errors == errorCount, let id, let requirement, scope != nil || scopePlace == nil else {
      return nil
    }
    return Rule(
      id: id, target: target, scope: scope, requirement: requirement, message: message ?? [],
      severity: (severity ?? .error) ?? .error, using: environments.variables)
  }

  private mutating func ruleID(_ place: Place, among names: inout [Symbol: Place]) -> String {
    guard let name = symbol(place) else { return "" }
    if !isWellFormedID(name) { report(.invalidID(text(place), at: span(place))) }
    if let first = names[name] {
      report(.duplicateID(text(place), at: span(place), first: span(first)))
    } else {
      names[name] = place
    }
    return text(place)
  }

  /// Reads one of a few words.
  mutating func word<Choice: RawRepresentable<String> & CaseIterable>(
    _ place: Place, of key: Word, _ choices: Choice.Type
  ) -> Choice? {
    if let choice = Choice(rawValue: text(place)) { return choice }
    report(
      .invalidValue(
        text(place), of: key, at: span(place), known: Choice.allCases.map(\.rawValue)))
    return nil
  }
}
