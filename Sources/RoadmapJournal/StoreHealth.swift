public import Bilingual

/// What a store found when it looked at itself.
public struct StoreHealth: Hashable, Sendable {
  /// The findings, in the order of a report.
  public let facts: [HealthFact]

  /// Creates a report.
  public init(facts: [HealthFact]) {
    self.facts = facts
  }

  /// The worst verdict among the findings; fine where there are none.
  public var verdict: HealthFact.Verdict {
    facts.map(\.verdict).max { $0.rawValue < $1.rawValue } ?? .fine
  }
}

/// One finding about a store.
public struct HealthFact: Hashable, Sendable {
  /// How a finding is to be taken.
  public enum Verdict: Int, Hashable, Sendable {
    /// As it should be.
    case fine
    /// It works, but somebody should know.
    case warning
    /// The store must not be relied on.
    case fault
  }

  /// A name for programs, such as `journal-mode`; it keeps its meaning.
  public let key: String
  /// What was found, for programs.
  public let value: String
  /// How to take it.
  public let verdict: Verdict
  /// What was found and what follows, for people.
  public let text: Text

  /// Creates a finding.
  public init(key: String, value: String, verdict: Verdict = .fine, text: Text) {
    self.key = key
    self.value = value
    self.verdict = verdict
    self.text = text
  }
}
