public import Bilingual

/// A mistake in an expression, found before it runs.
public struct Problem: Error, Hashable, Sendable {
  /// The kind of a mistake: a stable name for machines.
  public enum Code: String, Hashable, Sendable {
    /// The text is not an expression of the language.
    case syntax
    /// The text is longer or nested deeper than is allowed.
    case tooComplex = "too-complex"
    /// A name stands for nothing that is declared.
    case unknownName = "unknown-name"
    /// A record has no such field.
    case unknownField = "unknown-field"
    /// There is no function of that name.
    case unknownFunction = "unknown-function"
    /// A function or operator does not take operands of these types.
    case noMatchingOverload = "no-matching-overload"
    /// A value has a type that does not fit where it stands.
    case typeMismatch = "type-mismatch"
    /// A literal that is read at once, such as a pattern, is wrong.
    case badLiteral = "bad-literal"
    /// The worst case costs more than the host allows.
    case tooCostly = "too-costly"
  }

  /// What kind of mistake this is.
  public let code: Code
  /// Where it is, in bytes of the source.
  public let range: SourceRange
  /// What is wrong.
  public let message: Text
  /// How to mend it, where that can be guessed.
  public let help: Text?

  /// Creates a problem.
  public init(_ code: Code, at range: SourceRange, _ message: Text, help: Text? = nil) {
    self.code = code
    self.range = range
    self.message = message
    self.help = help
  }
}
