extension Roadmap {
  /// The people whom `principals` mean for a measure, each once, in the order of the people;
  /// without a `requester`, the word `requester` means nobody.
  public func people(
    meant principals: [Principal], for measure: MeasureIndex, requester: PersonIndex?
  ) -> [PersonIndex] {
    if principals.count == 1, case .role(let role) = principals[0] {
      return Array(holders[role.position])
    }
    var found: [PersonIndex] = []
    for principal in principals {
      switch principal {
      case .owner: found.append(contentsOf: measures.owners[measure.position])
      case .lead: found.append(contentsOf: measures.owners[measure.position].prefix(1))
      case .requester: if let requester { found.append(requester) }
      case .person(let person): found.append(person)
      case .role(let role): found.append(contentsOf: holders[role.position])
      }
    }
    return found.sortedOnce()
  }

  /// Whether `person` is one of the people whom `principals` mean for a measure.
  public func person(
    _ person: PersonIndex, is principals: [Principal], for measure: MeasureIndex,
    requester: PersonIndex?
  ) -> Bool {
    principals.contains { principal in
      switch principal {
      case .owner: measures.owners[measure.position].contains(person)
      case .lead: measures.owners[measure.position].first == person
      case .requester: requester == person
      case .person(let named): named == person
      case .role(let role): holders[role.position].contains(person)
      }
    }
  }
}

extension [PersonIndex] {
  /// These people in order, each once.
  fileprivate func sortedOnce() -> [PersonIndex] {
    guard count > 1 else { return self }
    var kept: [PersonIndex] = []
    for person in sorted() where kept.last != person { kept.append(person) }
    return kept
  }
}
