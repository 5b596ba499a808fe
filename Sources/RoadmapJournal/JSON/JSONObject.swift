/// A JSON object: members in the order that RFC 8785 writes them in, by the UTF-16 code units of
/// their keys, which are distinct.
public struct JSONObject: Sendable, Equatable {
  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }

    /// Whether both are written with the same bytes.
    public static func == (left: Member, right: Member) -> Bool {
      left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
    }
  }

  /// The members, sorted.
  public let members: [Member]

  /// An object with these members, in any order; of members with the same key the last one stays.
  public init(_ members: [Member]) {
    if Self.isSorted(members) {
      self.members = members
    } else {
      self.members = Self.sorted(members)
    }
  }

  init(sorted members: [Member]) {
    self.members = members
  }

  /// The value of the member `key`, or nil where there is none.
  public subscript(key: String) -> JSONValue? {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = low + (high - low) / 2
      switch KeyOrder.compare(members[middle].key, key) {
      case .same: return members[middle].value
      case .before: low = middle + 1
      case .after: high = middle
      }
    }
    return nil
  }

  private static func isSorted(_ members: [Member]) -> Bool {
    zip(members, members.dropFirst()).allSatisfy {
      KeyOrder.compare($0.key, $1.key) == .before
    }
  }

  private static func sorted(_ members: [Member]) -> [Member] {
    var distinct: [Member] = []
    distinct.reserveCapacity(members.count)
    for member in members.stablySortedByKey() {
      if let last = distinct.last, KeyOrder.compare(last.key, member.key) == .same {
        distinct.removeLast()
      }
      distinct.append(member)
    }
    return distinct
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with these members; of members with the same key the last one stays.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension [JSONObject.Member] {
  /// The members sorted by key; those with the same key keep their order.
  func stablySortedByKey() -> [JSONObject.Member] {
    enumerated().sorted { left, right in
      switch KeyOrder.compare(left.element.key, right.element.key) {
      case .before: true
      case .after: false
      case .same: left.offset < right.offset
      }
    }.map(\.element)
  }
}
