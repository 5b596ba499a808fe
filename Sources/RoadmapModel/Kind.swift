/// What sort of work a measure is: an order, a plan, an event.
public struct Kind: Hashable, Sendable {
  /// The id used in `kind:`.
  public let id: String
  /// What people call it; the id where the roadmap gives no title.
  public let title: String
  /// The lifecycle of such measures, unless a measure names another; `nil` only in a definition
  /// that has errors.
  public let lifecycle: LifecycleIndex?
  /// The kind that must come before.
  public let follows: KindIndex?
  /// Who may act outside of the usual course of such measures, where that is said of this kind.
  public var powers = Powers()

  /// Creates a kind.
  public init(id: String, title: String, lifecycle: LifecycleIndex?, follows: KindIndex?) {
    self.id = id
    self.title = title
    self.lifecycle = lifecycle
    self.follows = follows
  }
}

/// A heading of the document, with the measures under it.
public struct Section: Hashable, Sendable {
  /// The number that the document prints, such as `1.1`; empty where it prints none.
  public let number: String
  /// The heading.
  public let title: String
  /// The section that this one stands in.
  public let parent: SectionIndex?

  /// Creates a section.
  public init(number: String, title: String, parent: SectionIndex?) {
    self.number = number
    self.title = title
    self.parent = parent
  }
}
