public import CivilTime

/// When people are reminded of the terms of measures, and who hears of what is late.
public struct Timers: Hashable, Sendable {
  /// How long before the last day of its term a measure is due soon; three working days where the
  /// roadmap does not say.
  public var dueSoon: DayCount?
  /// Who hears of an overdue measure besides its owners; whoever hears of it gets no right by that.
  public var escalate: [Principal] = []
  /// Who sets terms, and alone may extend them; nobody where the roadmap does not say.
  public var termSetters: [Principal] = []

  /// Creates the timers of a roadmap that does not speak of them.
  public init() {
    dueSoon = DayCount(3, .working)
  }
}
