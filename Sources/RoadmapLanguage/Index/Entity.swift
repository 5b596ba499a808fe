/// The sorts of things that a roadmap gives a name to.
public enum EntityKind: String, CaseIterable, Hashable, Sendable {
  /// The roadmap itself.
  case roadmap
  /// A file, by its path within the folder of the root file.
  case file
  /// Somebody who takes part.
  case person
  /// An office.
  case role
  /// An external paper.
  case document
  /// A sort of measures.
  case kind
  /// States and transitions.
  case lifecycle
  /// A state of a lifecycle.
  case state
  /// A transition of a lifecycle.
  case transition
  /// Approvals.
  case route
  /// A step of a route.
  case step
  /// A heading, by where it stands.
  case section
  /// A measure or a part of one.
  case measure
  /// A policy.
  case rule
  /// A named expression.
  case variable
  /// Rows that choose routes or quorums.
  case table
}

/// Something that a roadmap gives a name to. Names are the same when their bytes are.
public struct Entity: Hashable, Sendable {
  /// What it is.
  public let kind: EntityKind
  private let ownerBytes: [UInt8]
  private let nameBytes: [UInt8]

  /// Creates an entity; `owner` is the lifecycle of a state or a transition, the route of a step.
  public init(_ kind: EntityKind, _ name: String, of owner: String = "") {
    self.kind = kind
    ownerBytes = Array(owner.utf8)
    nameBytes = Array(name.utf8)
  }

  /// The id.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }
  /// The lifecycle of a state or a transition, the route of a step; empty for all others.
  public var owner: String { String(decoding: ownerBytes, as: UTF8.self) }
}
