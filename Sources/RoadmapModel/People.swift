/// Somebody who owns, signs or coordinates measures.
public struct Person: Hashable, Sendable {
  /// The id used in the roadmap and on the command line.
  public let id: String
  /// The name as documents print it.
  public let name: String
  /// The roles this person holds, in the order written.
  public let roles: [RoleIndex]

  /// The keys with which this person signs, in the order written.
  public let keys: [PersonKey]

  /// Creates a person.
  public init(id: String, name: String, roles: [RoleIndex], keys: [PersonKey] = []) {
    self.id = id
    self.name = name
    self.roles = roles
    self.keys = keys
  }
}

/// An office that people hold, such as coordinator or lawyer.
public struct Role: Hashable, Sendable {
  /// The id used in `role:ID`.
  public let id: String
  /// What the role is called.
  public let title: String

  /// Creates a role.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// Who may act, as `by:` says it.
public enum Principal: Hashable, Sendable {
  /// Any owner of the measure.
  case owner
  /// The first-named owner of the measure, who answers for it.
  case lead
  /// Whoever asked for the transition that is being approved.
  case requester
  /// One person.
  case person(PersonIndex)
  /// Anybody who holds the role.
  case role(RoleIndex)
}

/// A paper from outside that opens a window, such as a regional order.
public struct ExternalDocument: Hashable, Sendable {
  /// The id used in `awaits`.
  public let id: String
  /// What the document is called.
  public let title: String

  /// Creates an external document.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}
