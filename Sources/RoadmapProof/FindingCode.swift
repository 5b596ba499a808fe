/// The name of a check, as diagnostics print it; a released name keeps its meaning.
///
/// Each is declared beside its check; `docs/diagnostics.md` explains them.
public struct FindingCode: Hashable, Sendable {
  /// The name, such as `dependency-cycle`.
  public let name: String

  init(_ name: String) { self.name = name }
}
