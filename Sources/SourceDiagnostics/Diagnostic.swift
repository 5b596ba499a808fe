public import Bilingual

/// The name of a kind of problem, such as `duplicate-key`: lower case words joined by hyphens.
///
/// A released code keeps its meaning.
public struct DiagnosticCode: Hashable, Sendable {
  /// The name as people read it.
  public let name: String

  /// Creates a code from its name.
  public init(_ name: String) {
    self.name = name
  }
}

/// How bad a problem is.
public enum Severity: String, Hashable, Sendable {
  /// The definition cannot be used.
  case error
  /// The definition can be used, and probably does not mean what its author meant.
  case warning
}

/// A second place that a problem is about, and what is there.
public struct RelatedLocation: Hashable, Sendable {
  /// The place.
  public let span: SourceSpan
  /// What is there.
  public let message: Text

  /// Creates a place from its span and what is there.
  public init(span: SourceSpan, message: Text) {
    self.span = span
    self.message = message
  }
}

/// A problem found in a text: what, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// The kind of problem.
  public let code: DiagnosticCode
  /// How bad it is.
  public let severity: Severity
  /// Where it is.
  public let span: SourceSpan
  /// What is wrong, in a sentence.
  public let message: Text
  /// What to do about it, in a sentence.
  public let help: Text?
  /// Other places that have to do with it.
  public let related: [RelatedLocation]
  /// How a machine may mend it; nil where that takes a person.
  public let mend: Mend?
  /// What a person may choose among where no machine should.
  public let choices: [Mend]

  /// Creates a diagnostic at `span`.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, at span: SourceSpan, message: Text,
    help: Text? = nil, related: [RelatedLocation] = [], mend: Mend? = nil,
    choices: [Mend] = []
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.help = help
    self.related = related
    self.mend = mend
    self.choices = choices
  }

  /// Creates a diagnostic about `file` as a whole.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, in file: SourceFileID, message: Text,
    help: Text? = nil, related: [RelatedLocation] = []
  ) {
    self.init(
      code, severity, at: .wholeFile(file), message: message, help: help, related: related)
  }
}
