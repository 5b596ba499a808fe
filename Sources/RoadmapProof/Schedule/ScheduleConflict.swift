public import Bilingual
public import RoadmapModel

/// Why a roadmap cannot keep its terms: a chain of terms, durations and dependencies that do not
/// go together, though all but any one of them would.
public struct ScheduleConflict: Hashable, Sendable {
  /// What a link of the chain is.
  public enum Kind: String, Hashable, Sendable {
    /// A first day: of a term, of the period, of a delay that is tried out.
    case notBefore = "not-before"
    /// How long a measure takes.
    case takes
    /// How long an approval may take.
    case approval
    /// A dependency, with the least days between.
    case dependency
    /// The most days that a dependency leaves between.
    case atMost = "at-most"
    /// A part of a measure.
    case part
    /// A paper from outside that must have come first.
    case paper
    /// How soon after a paper a measure is due.
    case window
    /// A last day: of a term, of the period.
    case notAfter = "not-after"
  }

  /// One of the things that do not go together.
  public struct Link: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// Where the roadmap says so.
    public let element: Element
    /// The measure that it is about; `nil` for the period.
    public let measure: MeasureIndex?
    /// What it says, with the days that follow.
    public let message: Text
    /// The day that the chain has come to with it.
    public let day: Int
    /// Who may relax it.
    public let people: [PersonIndex]
    /// By how many days it must be relaxed to resolve the conflict; `nil` where it can only be
    /// removed.
    public let days: Int?
    /// Whether these are working days.
    public let countsWorkingDays: Bool
  }

  /// What is wrong.
  public let message: Text
  /// The chain, in order.
  public let links: [Link]
  /// How many days are missing.
  public let excess: Int
  /// What the conflict is told of.
  public let element: Element
}
