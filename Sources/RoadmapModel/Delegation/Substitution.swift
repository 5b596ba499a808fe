public import CivilTime

/// One person standing in for another by a dated act (и.о., замещение).
///
/// Source: language reference, `substitutes` of a person.
public struct Substitution: Hashable, Sendable {
  /// Whose duties are carried out.
  public let principal: PersonIndex
  /// Who carries them out.
  public let deputy: PersonIndex
  /// The first day on which the act holds.
  public let from: CivilDate
  /// The last day on which it holds.
  public let until: CivilDate
  /// What the act is called, as printed on it: its number and its date.
  public let order: String

  /// Describes a substitution.
  public init(
    of principal: PersonIndex, by deputy: PersonIndex, from: CivilDate, until: CivilDate,
    order: String
  ) {
    self.principal = principal
    self.deputy = deputy
    self.from = from
    self.until = until
    self.order = order
  }

  /// Whether it holds on a day; both ends are among its days.
  public func holds(on day: CivilDate) -> Bool { from <= day && day <= until }

  /// Whether both stand on one act: the same people and the same order, by its bytes.
  public func hasSameAct(as other: Substitution) -> Bool {
    principal == other.principal && deputy == other.deputy
      && order.utf8.elementsEqual(other.order.utf8)
  }
}

/// The position of a substitution among those of the roadmap, in the order written.
public typealias SubstitutionIndex = DenseIndex<Substitution>

extension Roadmap {
  /// The first substitution that stands on this act, which is the one that journals name.
  public func substitution(
    of principal: PersonIndex, by deputy: PersonIndex, order: String
  ) -> SubstitutionIndex? {
    substitutions.firstIndex {
      $0.principal == principal && $0.deputy == deputy
        && $0.order.utf8.elementsEqual(order.utf8)
    }.map { SubstitutionIndex($0) }
  }

  /// The people whom `principals` mean wherever one looks: those named, and those who hold a role,
  /// each once, in their order. `owner`, `lead` and `requester` mean nobody.
  public func people(meantAnywhere principals: [Principal]) -> [PersonIndex] {
    var found: Set<PersonIndex> = []
    for principal in principals {
      switch principal {
      case .owner, .lead, .requester: break
      case .person(let person): found.insert(person)
      case .role(let role): found.formUnion(holders[role.position])
      }
    }
    return found.sorted()
  }
}
