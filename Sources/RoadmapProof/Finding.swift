public import Bilingual
public import RoadmapModel

/// Something that a check found wrong with a roadmap.
public struct Finding: Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: Hashable, Sendable {
    /// The roadmap cannot be carried out as it stands.
    case error
    /// The roadmap can be carried out, but surely not as meant.
    case warning
  }

  /// Another place that a finding is about.
  public struct Related: Hashable, Sendable {
    /// What stands there.
    public let element: Element
    /// What it has to do with the finding.
    public let message: Text

    /// Creates a note about another place.
    public init(_ element: Element, _ message: Text) {
      self.element = element
      self.message = message
    }
  }

  /// The most related places that one finding lists.
  static let mostRelated = 100

  /// The check's name.
  public let code: FindingCode
  /// How bad it is.
  public let severity: Severity
  /// What it is about.
  public let element: Element
  /// What is wrong.
  public let message: Text
  /// What to do about it, where that is not plain.
  public let help: Text?
  /// Other places that it is about, at most a hundred.
  public let related: [Related]

  init(
    _ severity: Severity, _ code: FindingCode, at element: Element, _ message: Text,
    help: Text? = nil, related: [Related] = []
  ) {
    self.severity = severity
    self.code = code
    self.element = element
    self.message = message
    self.help = help
    self.related = related
  }
}
