import Bilingual
import RoadmapModel

extension FindingCode {
  /// A power that nobody holds.
  public static let powerWithoutPeople = FindingCode("power-without-people")
}

extension Facts {
  /// Finds powers that the roadmap gives to nobody; of those that it does not speak of, nobody is
  /// told, since nobody need have them.
  func powersWithoutPeople() -> [Finding] {
    let kinds = roadmap.kinds.indices.map { ($0, roadmap.kinds[$0].powers) }
    let own = Power.allCases.compactMap { finding(for: $0, roadmap.powers, of: nil) }
    return own
      + kinds.flatMap { kind, powers in
        Power.allCases.compactMap { finding(for: $0, powers, of: KindIndex(kind)) }
      }
  }

  private func finding(for power: Power, _ powers: Powers, of kind: KindIndex?) -> Finding? {
    guard let principals = powers[power] else { return nil }
    let crew = Crew(principals, in: roadmap)
    guard crew.fixed.isEmpty, !crew.dependsOnMeasure else { return nil }
    let hasRoles = principals.contains { if case .role = $0 { true } else { false } }
    let why =
      hasRoles
      ? emptyRoles(in: principals)
      : Text(en: ": the key names nobody", ru: ": под этим ключом никто не назван")
    return .powerWithoutPeople(power, why: why, at: .power(power, of: kind))
  }
}

extension Finding {
  fileprivate static func powerWithoutPeople(
    _ power: Power, why: Text, at element: Element
  ) -> Self {
    Finding(
      .warning, .powerWithoutPeople, at: element,
      Text(
        en: "nobody holds the power `\(power.rawValue)`",
        ru: "полномочие `\(power.rawValue)` никому не дано"
      ).appending(why),
      help: Text(
        en: "name people who hold it, or leave the key out",
        ru: "назовите тех, у кого оно есть, или уберите ключ"))
  }
}
