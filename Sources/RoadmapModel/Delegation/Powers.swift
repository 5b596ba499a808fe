/// Who may do what no measure and no step gives a right to; nobody where the roadmap does not say.
///
/// Source: language reference, `powers`.
public struct Powers: Hashable, Sendable {
  /// Who may record in a run that one person stands in for another.
  public var substitute: [Principal] = []

  /// Creates the powers of a roadmap that does not speak of them.
  public init() {}
}
