import RoadmapModel

/// Whom a `by` means, apart from the measure and the requester.
struct Crew {
  /// The people whom it names, themselves or by their roles, each once, in order.
  let fixed: [PersonIndex]
  /// Whether it means all owners of the measure.
  let hasOwners: Bool
  /// Whether it means the first owner of the measure.
  let hasLead: Bool
  /// Whether it means whoever asked.
  let hasRequester: Bool

  init(_ by: [Principal], in roadmap: Roadmap) {
    var people: [PersonIndex] = []
    for principal in by {
      switch principal {
      case .person(let person): people.append(person)
      case .role(let role): people += roadmap.holders[role.position]
      case .owner, .lead, .requester: break
      }
    }
    var kept: [PersonIndex] = []
    for person in people.sorted() where kept.last != person { kept.append(person) }
    fixed = kept
    hasOwners = by.contains(.owner)
    hasLead = by.contains(.lead)
    hasRequester = by.contains(.requester)
  }

  /// Whether it depends on the measure whom it means.
  var dependsOnMeasure: Bool { hasOwners || hasLead }

  /// Whether it means nobody, whatever the measure and whoever asks.
  var isEmpty: Bool { fixed.isEmpty && !dependsOnMeasure && !hasRequester }

  /// Whether only owners of the measure belong to it.
  var isOfOwnersOnly: Bool { fixed.isEmpty && !hasRequester && dependsOnMeasure }

  /// The people whom it means, each once, in order.
  func people(owners: ArraySlice<PersonIndex>, requester: PersonIndex?) -> [PersonIndex] {
    var people = fixed
    if hasOwners { people += owners }
    if hasLead { people += owners.prefix(1) }
    if hasRequester, let requester { people.append(requester) }
    guard people.count > fixed.count else { return fixed }
    var kept: [PersonIndex] = []
    for person in people.sorted() where kept.last != person { kept.append(person) }
    return kept
  }
}
