import RoadmapModel

/// Sorts measures by what their owners can do in a route: measures of one class have the same
/// verdict, whoever their owners are.
///
/// Two people can do the same if the same lists of the route name them. The lead counts apart
/// where the route speaks of leads.
struct OwnerClasses {
  /// What the owners of a measure come to.
  struct Key: Hashable {
    /// The sorts of up to five owners, 12 bits each, counted from 1; -1 where they do not fit.
    fileprivate let packed: Int64
    /// The sorts of the owners where they do not fit.
    fileprivate let sorts: [Int32]
  }

  /// The sort of each person.
  private(set) var sorts: [Int32]
  private let hasLead: Bool

  init(_ crew: RouteCrew, personCount: Int, absent: Set<PersonIndex> = []) {
    sorts = Array(repeating: 0, count: personCount)
    var names: [PersonIndex: [Int]] = [:]
    let crews = crew.lists + [crew.requesters]
    for (list, people) in (crews.map(\.fixed) + crews.map { $0.barred.sorted() }).enumerated() {
      for person in people { names[person, default: []].append(list) }
    }
    for person in absent { names[person, default: []].append(-1) }
    for person in crew.keyless { names[person, default: []].append(-2) }
    var known: [[Int]: Int32] = [:]
    for person in names.keys.sorted() where sorts.indices.contains(person.position) {
      let lists = names[person] ?? []
      let sort = known[lists] ?? Int32(truncatingIfNeeded: known.count + 1)
      known[lists] = sort
      sorts[person.position] = sort
    }
    hasLead = crews.contains { $0.hasLead || $0.barsLead }
  }

  /// The class of a measure with these owners.
  func key(owners: ArraySlice<PersonIndex>) -> Key {
    let found = sorted(owners).map { sort(of: $0) }
    guard found.count <= 5, found.allSatisfy({ $0 < 4095 }) else {
      return Key(packed: -1, sorts: found)
    }
    return Key(packed: found.reduce(0) { $0 << 12 | Int64($1 + 1) }, sorts: [])
  }

  /// Owners in the order of their sorts, the lead first where leads count apart.
  func sorted(_ owners: ArraySlice<PersonIndex>) -> [PersonIndex] {
    guard owners.count > 1 else { return Array(owners) }
    let rest = hasLead ? owners.dropFirst() : owners
    let inOrder = rest.sorted { (sort(of: $0), $0) < (sort(of: $1), $1) }
    return hasLead ? owners.prefix(1) + inOrder : inOrder
  }

  /// The sort of a person; one that there is not is of the sort that nothing names.
  func sort(of person: PersonIndex) -> Int32 {
    sorts.indices.contains(person.position) ? sorts[person.position] : 0
  }
}
