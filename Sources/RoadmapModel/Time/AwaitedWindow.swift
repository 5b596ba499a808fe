public import CivilTime

/// A window that an external document opens: the measure is due so many days after its date.
public struct AwaitedWindow: Hashable, Sendable {
  /// The document.
  public let document: DocumentIndex
  /// How many days after the date that it bears, which is not counted; 0 or more.
  public let within: DayCount

  /// Creates a window.
  public init(_ document: DocumentIndex, within: DayCount) {
    self.document = document
    self.within = within
  }
}
