/// How many of a step's people must agree.
public enum Quorum: Hashable, Sendable {
  /// Everybody.
  case all
  /// Anybody.
  case any
  /// So many different people, 1 or more.
  case count(Int)
  /// So many percent of the people, 1 through 100, rounded up to whole people.
  case percent(Int)
  /// More than so many percent of the people, 1 through 99.
  case moreThan(Int)
  /// People whose voices weigh so much together, 1 or more.
  case weight(Int)
  /// So many people from each of these groups; whoever belongs to several counts for one of them.
  case each([Group])

  /// People of whom some must agree.
  public struct Group: Hashable, Sendable {
    /// Who belongs to it, of the step's people.
    public let members: Principal
    /// How many of them must agree, 1 through ``Quorum/largest``.
    public let count: Int

    /// Creates a group.
    public init(_ members: Principal, count: Int = 1) {
      self.members = members
      self.count = count
    }
  }

  /// What a quorum counts.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// People, each once.
    case people
    /// What their voices weigh together.
    case weight
    /// Places in groups, each taken by another person.
    case places
  }

  /// The largest weight of a voice, and the most people of a group.
  public static let largest = 1_000_000

  /// What it counts.
  public var unit: Unit {
    switch self {
    case .all, .any, .count, .percent, .moreThan: .people
    case .weight: .weight
    case .each: .places
    }
  }

  /// Whether it is taken of the people who remain, so that it shrinks with them.
  public var isRelative: Bool {
    switch self {
    case .all, .percent, .moreThan: true
    case .any, .count, .weight, .each: false
    }
  }

  /// The groups, where it counts places in groups.
  public var groups: [Group] {
    if case .each(let groups) = self { groups } else { [] }
  }

  /// How much is needed out of `people`, in its ``unit``; never 0, so that nobody never suffices.
  public func needed(of people: Int) -> Int {
    switch self {
    case .all: max(1, people)
    case .any: 1
    case .count(let count): max(1, count)
    case .percent(let percent): max(1, (people * min(max(percent, 1), 100) + 99) / 100)
    case .moreThan(let percent): max(1, people * min(max(percent, 0), 99) / 100 + 1)
    case .weight(let weight): max(1, weight)
    case .each(let groups):
      max(1, groups.reduce(0) { $0 + min(max($1.count, 1), Self.largest) })
    }
  }
}

extension Route {
  /// What somebody's voice weighs in a step.
  public struct Weight: Hashable, Sendable {
    /// Whose.
    public let people: Principal
    /// How much, 1 through ``Quorum/largest``.
    public let weight: Int

    /// Creates a weight.
    public init(_ people: Principal, _ weight: Int) {
      self.people = people
      self.weight = weight
    }
  }

  /// Whose refusal ends a round at once; everybody else's only counts against.
  public enum Veto: Hashable, Sendable {
    /// That of anybody who may decide in the step.
    case everybody
    /// Nobody's.
    case nobody
    /// That of these, though the step may not be theirs to approve.
    case only([Principal])

    /// Those named.
    public var named: [Principal] {
      if case .only(let people) = self { people } else { [] }
    }
  }
}
