import RoadmapModel

/// Whom a `by` means without those whom a `not` means, apart from the measure and the requester.
struct Crew {
  /// The people whom it names, themselves or by their roles, each once, in order; without those
  /// whom `not` names.
  let fixed: [PersonIndex]
  /// Whether it means all owners of the measure.
  let hasOwners: Bool
  /// Whether it means the first owner of the measure.
  let hasLead: Bool
  /// Whether it means whoever asked.
  let hasRequester: Bool
  /// The people whom `not` names, themselves or by their roles.
  let barred: Set<PersonIndex>
  /// Whether `not` means all owners of the measure.
  let barsOwners: Bool
  /// Whether `not` means the first owner of the measure.
  let barsLead: Bool
  /// Whether `not` means whoever asked.
  let barsRequester: Bool

  init(_ by: [Principal], not excluded: [Principal] = [], in roadmap: Roadmap) {
    let barred = Set(Self.named(by: excluded, in: roadmap))
    self.barred = barred
    barsOwners = excluded.contains(.owner)
    barsLead = excluded.contains(.lead)
    barsRequester = excluded.contains(.requester)
    fixed = Set(Self.named(by: by, in: roadmap)).subtracting(barred).sorted()
    hasOwners = by.contains(.owner) && !excluded.contains(.owner)
    hasLead = by.contains(.lead) && !excluded.contains(.owner) && !excluded.contains(.lead)
    hasRequester = by.contains(.requester) && !excluded.contains(.requester)
  }

  /// The step's people.
  init(_ step: Route.Step, in roadmap: Roadmap) {
    self.init(step.by, not: step.excluded, in: roadmap)
  }

  /// The people whom principals name, themselves or by their roles.
  private static func named(by principals: [Principal], in roadmap: Roadmap) -> [PersonIndex] {
    var people: [PersonIndex] = []
    for principal in principals {
      switch principal {
      case .person(let person): people.append(person)
      case .role(let role): people += roadmap.holders[role.position]
      case .owner, .lead, .requester: break
      }
    }
    return people
  }

  /// Whether it depends on the measure whom it means.
  var dependsOnMeasure: Bool { hasOwners || hasLead || barsOwners || barsLead }

  /// Whether only owners of the measure belong to it.
  var isOfOwnersOnly: Bool { fixed.isEmpty && !hasRequester && (hasOwners || hasLead) }

  /// The people whom it means, each once, in order.
  func people(owners: ArraySlice<PersonIndex>, requester: PersonIndex?) -> [PersonIndex] {
    var people = fixed
    if hasOwners { people += owners }
    if hasLead { people += owners.prefix(1) }
    if hasRequester, let requester { people.append(requester) }
    guard people.count > fixed.count || barsSomebody else { return fixed }
    var kept: [PersonIndex] = []
    for person in people.sorted() where kept.last != person {
      if !bars(person, owners: owners, requester: requester) { kept.append(person) }
    }
    return kept
  }

  private var barsSomebody: Bool {
    !barred.isEmpty || barsOwners || barsLead || barsRequester
  }

  /// Whether `not` means a person.
  func bars(
    _ person: PersonIndex, owners: ArraySlice<PersonIndex>, requester: PersonIndex?
  ) -> Bool {
    barred.contains(person) || (barsOwners && owners.contains(person))
      || (barsLead && owners.first == person) || (barsRequester && requester == person)
  }
}
