public import SourceDiagnostics

/// A place where something is declared or named.
public struct Mention: Hashable, Sendable {
  /// What is meant.
  public let entity: Entity
  /// Where the name stands, without quotes and a `role:` before it.
  public let span: SourceSpan
  /// Whether it is declared here.
  public let isDeclaration: Bool
  /// All that is said of it, where it is declared; else the same as ``span``.
  public let extent: SourceSpan
  /// Whether the name stands here as it is: no number in its place, no alias, no escapes.
  public let isLiteral: Bool
  /// What a person, a section or a measure is called, where it is declared.
  public let title: String
}
