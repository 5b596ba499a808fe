/// An act outside of the usual course of a measure, for which a roadmap says who may do it.
public enum Power: String, CaseIterable, Hashable, Sendable {
  /// Let a measure go on without something that it waits for.
  case waive
  /// Pass over a step of an open round.
  case skip
  /// Give a measure up for good.
  case cancel
  /// Let a measure stand still for a time.
  case suspend
  /// End such a time.
  case resume
  /// Take a measure that is over back to an earlier state.
  case reopen
}

/// Who may do what no measure and no step gives a right to, as `powers:` says it; nobody where it
/// does not say.
public struct Powers: Hashable, Sendable {
  private var holders: [Power: [Principal]] = [:]
  /// Who may record in a run that one person stands in for another; only the roadmap says that.
  public var substitute: [Principal] = []

  /// Creates the powers of a roadmap that gives none.
  public init() {}

  /// Who holds a power; `nil` where nothing is said of it, and then nobody does.
  public subscript(power: Power) -> [Principal]? {
    get { holders[power] }
    set { holders[power] = newValue }
  }
}

extension Roadmap {
  /// Who holds a power over a measure: those whom its kind names, else those whom the roadmap
  /// names; `nil` where neither says anything, and then nobody does.
  public func holders(of power: Power, over measure: MeasureIndex) -> [Principal]? {
    guard measures.entries.indices.contains(measure.position) else { return nil }
    let kind = measures[measure].kind.flatMap { kind in
      kinds.indices.contains(kind.position) ? kinds[kind.position] : nil
    }
    return kind?.powers[power] ?? powers[power]
  }
}
