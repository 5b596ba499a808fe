extension Roadmap {
  /// A principal as roadmaps write it; `?` stands for what the roadmap does not have.
  public func text(of principal: Principal) -> String {
    switch principal {
    case .owner: "owner"
    case .lead: "lead"
    case .requester: "requester"
    case .person(let index):
      people.indices.contains(index.position) ? people[index.position].id : "?"
    case .role(let index):
      "role:" + (roles.indices.contains(index.position) ? roles[index.position].id : "?")
    }
  }

  /// A quorum as roadmaps write it.
  public func text(of quorum: Quorum) -> String {
    switch quorum {
    case .all: return "all"
    case .any: return "any"
    case .count(let count): return "\(count)"
    case .percent(let percent): return "\(percent)%"
    case .moreThan(let percent): return ">\(percent)%"
    case .weight(let weight): return "{weight: \(weight)}"
    case .each(let groups):
      let isPlain = groups.allSatisfy { $0.count == 1 }
      let list = groups.map { text(of: $0.members) + (isPlain ? "" : ": \($0.count)") }
        .joined(separator: ", ")
      return isPlain ? "{each: [\(list)]}" : "{each: {\(list)}}"
    }
  }
}
