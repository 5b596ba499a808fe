public import RoadmapModel

/// The proof that the people of a roadmap can carry its approvals, or what stands against it.
public struct PeopleProof: Sendable {
  /// What is asked of a proof besides the roadmap.
  public struct Question: Hashable, Sendable {
    /// People who cannot act; steps in which all must agree wait for them all the same.
    public var absent: Set<PersonIndex> = []
    /// How many more people may be absent at once, whoever they are: 0 through 2.
    public var resilience = 0
    /// The measures that are looked at; all of them where it is `nil`.
    public var measures: Set<MeasureIndex>?

    /// Creates a question about everybody being there.
    public init() {}
  }

  /// A route as a transition takes it, with measures whose owners can do the same in it.
  public struct Verdict: Sendable {
    /// The lifecycle of the transition.
    public let lifecycle: LifecycleIndex
    /// The transition.
    public let transition: TransitionIndex
    /// The route that it takes.
    public let route: RouteIndex
    /// The measures, in order; never none. What follows speaks of the first.
    public let measures: [MeasureIndex]
    /// Whether people can pass it.
    public let outcome: Outcome
    /// The smallest sets of people of whom not all may be absent, up to the resilience asked for
    /// and at least one by one, in order.
    public let failures: [[PersonIndex]]
    /// For each measure, the sorts of its owners, in their order; the same sort, the same part.
    let sorts: OwnerClasses

    /// The people without each of whom it cannot be passed, in order.
    public var indispensable: [PersonIndex] { failures.filter { $0.count == 1 }.flatMap(\.self) }
  }

  /// Whether people can pass a route.
  public enum Outcome: Hashable, Sendable {
    /// They can: this one asks, and these decide in each step.
    case carried(requester: PersonIndex, steps: [[PersonIndex]])
    /// They cannot.
    case impossible(Reason)
    /// It was too hard to tell.
    case undecided
  }

  /// Why a route cannot be passed.
  public enum Reason: Hashable, Sendable {
    /// Nobody may ask.
    case nobodyAsks
    /// These separations, bindings and steps, the smallest set that suffices, are in conflict.
    case conflict(separations: [Int], bindings: [Int], steps: [StepIndex])
  }

  /// The verdicts, in the order of the lifecycles, transitions and measures.
  public let verdicts: [Verdict]

  /// The positions of the rules about duties across routes, none of which this proof judges: that
  /// each route can be passed by itself does not show that all can be under them.
  public let unjudgedRules: [Int]

  /// Whether every route of every measure can be passed, with so many absent as was asked; never
  /// where there are ``unjudgedRules``.
  public let isProved: Bool

  /// Proves what `question` asks of `roadmap`.
  ///
  /// The same roadmap and question give the same proof every time.
  public init(_ roadmap: Roadmap, _ question: Question = Question()) {
    let facts = Facts(roadmap)
    verdicts = facts.verdicts(question)
    unjudgedRules = Array(roadmap.dutyRules.indices)
    let isEachProved = verdicts.allSatisfy { verdict in
      guard case .carried = verdict.outcome else { return false }
      return verdict.failures.allSatisfy { $0.count > question.resilience }
    }
    isProved = isEachProved && unjudgedRules.isEmpty
  }
}

extension PeopleProof.Verdict {
  /// The witness for one of ``measures``: who asks and who decides in each step; `nil` where the
  /// route cannot be passed.
  public func witness(
    for measure: MeasureIndex, in roadmap: Roadmap
  ) -> (requester: PersonIndex, steps: [[PersonIndex]])? {
    guard case .carried(let requester, let steps) = outcome, let first = measures.first else {
      return nil
    }
    let exchange = exchange(first, measure, in: roadmap)
    return (
      exchange[requester] ?? requester, steps.map { $0.map { exchange[$0] ?? $0 }.sorted() }
    )
  }

  /// People of ``failures`` for one of ``measures``.
  public func failures(for measure: MeasureIndex, in roadmap: Roadmap) -> [[PersonIndex]] {
    guard let first = measures.first else { return [] }
    let exchange = exchange(first, measure, in: roadmap)
    return failures.map { $0.map { exchange[$0] ?? $0 }.sorted() }
  }

  /// Who takes whose part: the owners of one measure those of another, sort by sort, and whoever
  /// is left over the parts that these had.
  private func exchange(
    _ one: MeasureIndex, _ other: MeasureIndex, in roadmap: Roadmap
  ) -> [PersonIndex: PersonIndex] {
    let (own, others) = (owners(of: one, in: roadmap), owners(of: other, in: roadmap))
    guard own != others else { return [:] }
    var exchange = Dictionary(uniqueKeysWithValues: zip(own, others))
    let (left, taken) = (Set(own), Set(others))
    let leaving = own.filter { !taken.contains($0) }
    for person in others where !left.contains(person) {
      let sort = sorts.sort(of: person)
      let free = leaving.first { leaver in
        sorts.sort(of: leaver) == sort && !exchange.values.contains(leaver)
      }
      if let free { exchange[person] = free }
    }
    return exchange
  }

  private func owners(of measure: MeasureIndex, in roadmap: Roadmap) -> [PersonIndex] {
    sorts.sorted(roadmap.measures.owners[measure.position])
  }
}
