import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A substitution that can never hold.
  static let invalidSubstitution = DiagnosticCode("invalid-substitution")
}

extension Reader {
  /// Reads who stands in for whom, once all people are read.
  mutating func readSubstitutions(_ pending: [(principal: PersonIndex, place: Place)]) {
    for (principal, list) in pending {
      for place in items(list) { readSubstitution(of: principal, place) }
    }
  }

  private mutating func readSubstitution(of principal: PersonIndex, _ place: Place) {
    let shape = RecordShape.substitution
    guard tree(place).kind(tree(place).resolved(place.node)) == .mapping,
      let record = record(place, as: shape)
    else { return }
    let by = value(record, shape.slot(of: .by))
    let deputy = by.flatMap { resolve($0, among: people, .person).index }
    let first = value(record, shape.slot(of: .from))
    let from = first.flatMap { place in period(place).map { ($0.from, place) } }
    let last = value(record, shape.slot(of: .to))
    let until = last.flatMap { place in period(place).map { ($0.to, place) } }
    let order = value(record, shape.slot(of: .order))
    if let by, deputy == principal { report(.invalidSubstitution(.themselves, at: span(by))) }
    if let order, text(order).allSatisfy(\.isWhitespace) {
      report(.invalidSubstitution(.withoutOrder, at: span(order)))
    }
    guard let from, let until else { return }
    guard let begin = from.0, let end = until.0 else {
      let open = from.0 == nil ? from.1 : until.1
      return report(.invalidSubstitution(.open, at: span(open)))
    }
    if end < begin { report(.invalidSubstitution(.reversed, at: span(until.1))) }
    guard let deputy, let order, deputy != principal, begin <= end else { return }
    substitutions.append(
      Substitution(of: principal, by: deputy, from: begin, until: end, order: text(order)))
  }

  /// Reads `powers`.
  mutating func readPowers(_ place: Place?) {
    guard let place, let record = record(place, as: .powers) else { return }
    let people = value(record, RecordShape.powers.slot(of: .substitute))
    if let people { powers.substitute = principals(people).values }
  }

  /// Reads who may decide in a step in place of others.
  ///
  /// A step that says nothing of delegating obeys its route, one that is misread lets nobody.
  mutating func acting(in record: Record, else common: Delegability?) -> ActingInStep {
    let shape = RecordShape.step
    let escalation = escalation(value(record, shape.slot(of: .escalate)))
    let delegate = shape.slot(of: .delegate)
    let own = delegability(value(record, delegate))
    return ActingInStep(
      delegability: isPresent(record, delegate) ? own?.value ?? .nobody : common ?? .nobody,
      superiors: escalation.people, superiorsDecide: escalation.decides,
      isWhole: own?.isWhole ?? true)
  }

  /// Reads to whom votes may be delegated; what is not understood lets nobody.
  mutating func delegability(_ place: Place?) -> (value: Delegability, isWhole: Bool)? {
    guard let place else { return nil }
    if let flag = tree(place).bool(tree(place).resolved(place.node)) {
      return (flag ? .anybody : .nobody, true)
    }
    let found = principals(place)
    return (.people(found.values), found.isWhole)
  }

  /// Reads who hears of a late step, and whether they may then decide.
  mutating func escalation(_ place: Place?) -> (people: [Principal], decides: Bool) {
    guard let place else { return ([], false) }
    guard tree(place).kind(tree(place).resolved(place.node)) == .mapping else {
      return (principals(place).values, false)
    }
    let shape = RecordShape.escalation
    guard let record = record(place, as: shape) else { return ([], false) }
    let people = value(record, shape.slot(of: .to)).map { principals($0).values } ?? []
    let flag = value(record, shape.slot(of: .mayDecide))
    return (people, flag.flatMap { tree($0).bool(tree($0).resolved($0.node)) } ?? false)
  }
}

/// Who may decide in a step in place of others, and who hears of it when it is late.
struct ActingInStep {
  let delegability: Delegability
  let superiors: [Principal]
  let superiorsDecide: Bool
  /// Whether everybody whom `delegate` names could be resolved.
  let isWhole: Bool
}

private enum SubstitutionMistake {
  case themselves, reversed, open, withoutOrder
}

extension Diagnostic {
  fileprivate static func invalidSubstitution(
    _ mistake: SubstitutionMistake, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.invalidSubstitution, at: span, message: mistake.message, help: mistake.help)
  }
}

extension SubstitutionMistake {
  fileprivate var message: Text {
    switch self {
    case .themselves:
      Text(en: "nobody stands in for themselves", ru: "никто не замещает сам себя")
    case .reversed:
      Text(
        en: "this substitution ends before it begins",
        ru: "замещение кончается раньше, чем начинается")
    case .open:
      Text(
        en: "a substitution has a first and a last day",
        ru: "у замещения есть первый и последний день")
    case .withoutOrder:
      Text(en: "a substitution stands on an order", ru: "основание замещения — приказ")
    }
  }

  fileprivate var help: Text {
    switch self {
    case .themselves: Text(en: "name somebody else", ru: "назовите другого участника")
    case .reversed: Text(en: "both days belong to it", ru: "оба дня входят в замещение")
    case .open: Text(en: "write both as 2019-10-24", ru: "напишите оба дня как 2019-10-24")
    case .withoutOrder:
      Text(en: "write its number and its date", ru: "напишите его номер и дату")
    }
  }
}
