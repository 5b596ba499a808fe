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

  /// The people who may decide in `step`, each once, in the order of the people: those whom its
  /// `by` means without those whom its `not` means.
  public func people(
    of step: Route.Step, for measure: MeasureIndex, requester: PersonIndex?
  ) -> [PersonIndex] {
    let meant = people(meant: step.by, for: measure, requester: requester)
    guard !step.excluded.isEmpty else { return meant }
    return meant.filter { !person($0, is: step.excluded, for: measure, requester: requester) }
  }

  /// Whether `person` is one of those who may decide in `step`.
  public func person(
    _ person: PersonIndex, mayDecideIn step: Route.Step, for measure: MeasureIndex,
    requester: PersonIndex?
  ) -> Bool {
    self.person(person, is: step.by, for: measure, requester: requester)
      && !self.person(person, is: step.excluded, for: measure, requester: requester)
  }

  /// What the voice of `person` weighs in `step`: the greatest of the weights that mean the person,
  /// else 1.
  public func weight(
    of person: PersonIndex, in step: Route.Step, for measure: MeasureIndex,
    requester: PersonIndex?
  ) -> Int {
    step.weights.reduce(1) { most, entry in
      guard entry.weight > most,
        self.person(person, is: [entry.people], for: measure, requester: requester)
      else { return most }
      return min(entry.weight, Quorum.largest)
    }
  }

  /// The positions of the groups that `person` belongs to.
  public func groups(
    of person: PersonIndex, among groups: [Quorum.Group], for measure: MeasureIndex,
    requester: PersonIndex?
  ) -> [Int] {
    groups.indices.filter {
      self.person(person, is: [groups[$0].members], for: measure, requester: requester)
    }
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
