import Bilingual
public import RoadmapModel

/// A step that rules about duties leave to too few.
public struct DutyShortage: Hashable, Sendable {
  /// The measure.
  public let measure: MeasureIndex
  /// The route of the step.
  public let route: RouteIndex
  /// The step.
  public let step: StepIndex
  /// What keeps people out of it.
  public let clashes: [DutyClash]
  /// How much it needs, in ``unit``.
  public let needed: Int
  /// What its quorum counts.
  public let unit: Quorum.Unit
  /// Those who are left.
  public let people: [PersonIndex]
}

extension Blocker {
  func aboutDuties(_ names: Names) -> Text? {
    switch self {
    case .dutySeparated(let clash, let actor):
      let done = clash.done(by: [actor], names)
      return Text(
        en: "\(done.en), so that somebody else must do `\(clash.duty)` of "
          + "\(names.measure(clash.measure)): `\(clash.id(names))` wants different people",
        ru: "\(done.ru), и потому `\(clash.duty)` по \(names.measure(clash.measure)) — "
          + "дело кого-то другого: `\(clash.id(names))` требует разных людей")
    case .dutyBound(let clash, let actor):
      let done = clash.done(by: clash.people, names)
      return Text(
        en: "\(done.en), and `\(clash.id(names))` wants the same people for `\(clash.duty)` of "
          + "\(names.measure(clash.measure)), so that \(names.person(actor)) may not",
        ru: "\(done.ru), и `\(clash.id(names))` требует тех же людей для `\(clash.duty)` по "
          + "\(names.measure(clash.measure)), поэтому \(names.person(actor)) не может")
    case .dutyLeavesNobody(let shortage):
      return Text.dutyShortage(shortage, names)
    default: return nil
    }
  }

  func fieldsAboutDuties(_ names: Names) -> [Field]? {
    switch self {
    case .dutySeparated(let clash, let actor), .dutyBound(let clash, let actor):
      return [
        .measure(clash.measure, names), .text("actor", names.id(of: actor)),
        .text("duty", clash.duty), .text("rule", clash.id(names)), .text("other", clash.other),
        .measure(clash.otherMeasure, names, name: "of"),
        Field(name: "people", value: .list(clash.people.map { names.id(of: $0) })),
      ]
    case .dutyLeavesNobody(let shortage):
      var rules: [String] = []
      for clash in shortage.clashes where !rules.contains(clash.id(names)) {
        rules.append(clash.id(names))
      }
      let step = names.id(of: shortage.step, on: shortage.route)
      return [
        .measure(shortage.measure, names), Field(name: "steps", value: .list([step])),
        Field(name: "needed", value: .number(shortage.needed)),
        Field(name: "unit", value: .text(shortage.unit.rawValue)),
        Field(name: "people", value: .list(shortage.people.map { names.id(of: $0) })),
        Field(name: "rules", value: .list(rules)),
      ]
    default: return nil
    }
  }
}

extension DutyClash {
  /// The id of the rule.
  fileprivate func id(_ names: Names) -> String {
    let rules = names.roadmap.dutyRules
    return rules.indices.contains(rule) ? rules[rule].id : "#\(rule)"
  }

  /// Who did what, for which measure.
  fileprivate func done(by people: [PersonIndex], _ names: Names) -> Text {
    let list = names.people(people)
    return Text(
      en: "`\(other)` of \(names.measure(otherMeasure)) was done by \(list.en)",
      ru: "`\(other)` по \(names.measure(otherMeasure)) — дело рук \(list.ru)")
  }
}

extension DutyShortage {
  /// How much the step needs, in words.
  fileprivate var quantity: Text {
    switch unit {
    case .people: Text(en: "\(needed)", ru: "людей: \(needed)")
    case .weight: Text(en: "a weight of \(needed)", ru: "веса голосов: \(needed)")
    case .places: Text(en: "\(needed) from its groups", ru: "людей от групп: \(needed)")
    }
  }
}

extension Text {
  fileprivate static func dutyShortage(_ shortage: DutyShortage, _ names: Names) -> Text {
    let step = names.id(of: shortage.step, on: shortage.route)
    let left = names.people(shortage.people)
    var reasons: [Text] = []
    for clash in shortage.clashes {
      let done = clash.done(by: clash.people, names)
      let reason = Text(
        en: "\(done.en) (`\(clash.id(names))`)", ru: "\(done.ru) (`\(clash.id(names))`)")
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let (en, ru) = (reasons.map(\.en), reasons.map(\.ru))
    let needed = shortage.quantity
    return Text(
      en: "step `\(step)` of \(names.measure(shortage.measure)) needs \(needed.en), and "
        + "rules about duties leave \(left.en): \(en.joined(separator: "; "))",
      ru: "на этапе `\(step)` по \(names.measure(shortage.measure)) нужно \(needed.ru), "
        + "а правила об обязанностях оставляют — \(left.ru): " + ru.joined(separator: "; "))
  }
}
