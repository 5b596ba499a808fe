public import CivilTime

/// The approvals that a transition must pass, in order.
public struct Route: Hashable, Sendable {
  /// One decision of a route: who must agree, and how many of them.
  public struct Step: Hashable, Sendable {
    /// The id, unique in the route.
    public let id: String
    /// What people call it; the id where the roadmap gives no title.
    public let title: String
    /// Who may decide; any of these.
    public let by: [Principal]
    /// Who may not decide, though ``by`` means them.
    public let excluded: [Principal]
    /// How many of them must agree.
    public fileprivate(set) var quorum: Quorum
    /// How many days the step may be open, 0 or more, the day on which it opens not counted;
    /// `nil` where it may take any time. When they have passed, nothing is approved by that.
    public let within: DayCount?
    /// Who hears of it when they have passed; whoever hears of it gets no vote by that.
    public let escalate: [Principal]
    /// Whose voices weigh more than 1, where ``quorum`` counts weights.
    public var weights: [Weight] = []
    /// Whose refusal ends the round at once.
    public var veto = Veto.everybody
    /// Who may decide out of turn, and pass the step alone.
    public var chair: [Principal] = []
    /// The names of the files and fields of the measure that are decided on here; `nil` for all.
    public let covers: [String]?
    /// To whom votes in it may be delegated.
    public var delegability = Delegability.nobody
    /// Whether those who hear of it when it is late may then decide for those who have not.
    public var escalationDecides = false
    /// Whether somebody in ``by`` or ``excluded`` could not be resolved, so that checks which need
    /// everybody must hold back.
    public let isIncomplete: Bool

    /// Creates a step.
    public init(
      id: String, title: String, by: [Principal], not excluded: [Principal] = [],
      quorum: Quorum, within: DayCount? = nil, escalate: [Principal] = [],
      covers: [String]? = nil, isIncomplete: Bool = false
    ) {
      self.id = id
      self.title = title
      self.by = by
      self.excluded = excluded
      self.quorum = quorum
      self.within = within
      self.escalate = escalate
      self.covers = covers
      self.isIncomplete = isIncomplete
    }

    /// Everybody who is named in saying who may decide, and how much their voices count.
    public var voices: [Principal] {
      by + excluded + chair + veto.named + weights.map(\.people) + quorum.groups.map(\.members)
    }
  }

  /// Somebody whom a separation of duties names.
  public enum Party: Hashable, Sendable {
    /// Whoever asked for the transition.
    case requester
    /// Whoever decides in a step.
    case step(StepIndex)
  }

  /// The id used in `route:`.
  public private(set) var id: String
  /// What people call it; the id where the roadmap gives no title.
  public let title: String
  /// The steps of all stages, in the order written.
  public private(set) var steps: [Step]
  /// The stages in their order, each a range of ``steps`` that are open at the same time.
  public let stages: [Range<Int>]
  /// Sets of parties who must all be different people.
  public let separations: [[Party]]
  /// Sets of steps that the same people must decide.
  public let bindings: [[StepIndex]]
  /// What of its rounds must be signed.
  public let signatures: Signatures
  /// Whose agreement counts on after a return for rework.
  public let afterReturn: AfterReturn
  /// Whether a step could not be resolved, so that checks which need all of them must hold back.
  public let isIncomplete: Bool

  /// The route in the document that this one is made from, where tables chose its quorums.
  public private(set) var origin: RouteIndex?

  /// Creates a route whose `stages` cover `steps` without gaps.
  public init(
    id: String, title: String, steps: [Step], stages: [Range<Int>], separations: [[Party]],
    bindings: [[StepIndex]] = [], signatures: Signatures = .optional,
    afterReturn: AfterReturn = .everybody, isIncomplete: Bool = false
  ) {
    self.id = id
    self.title = title
    self.steps = steps
    self.stages = stages
    self.separations = separations
    self.bindings = bindings
    self.signatures = signatures
    self.afterReturn = afterReturn
    self.isIncomplete = isIncomplete
  }

  /// This route under another id, with these quorums of its steps.
  ///
  /// - Parameters:
  ///   - id: the id of the new route.
  ///   - quorums: a quorum for each of ``steps``.
  ///   - origin: the position of this route.
  /// - Returns: the new route, which tells where it comes from.
  public func specialised(as id: String, quorums: [Quorum], of origin: RouteIndex) -> Route {
    var route = self
    route.id = id
    for (step, quorum) in zip(steps.indices, quorums) { route.steps[step].quorum = quorum }
    route.origin = origin
    return route
  }

  /// For each step, all steps that the same people must decide, itself among them and the first to
  /// open first. Bindings that share a step are one.
  public var boundSteps: [[StepIndex]] {
    var groups = steps.indices.map { [StepIndex($0)] }
    for binding in bindings {
      let known = binding.filter { groups.indices.contains($0.position) }
      let joined = Set(known.flatMap { groups[$0.position] }).sorted()
      for step in joined { groups[step.position] = joined }
    }
    return groups
  }

  /// The step at `index`.
  public subscript(index: StepIndex) -> Step { steps[index.position] }

  /// The step named `id`, compared byte by byte.
  public func step(named id: String) -> StepIndex? {
    steps.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }.map { StepIndex($0) }
  }
}

/// Who must decide again after a return for rework.
public enum AfterReturn: String, CaseIterable, Hashable, Sendable {
  /// Everybody.
  case everybody
  /// Those who had not agreed; whoever had counts as having agreed to what was reworked, too.
  case notAgreed = "not-agreed"
  /// Those who had not agreed, and those who agreed to something else than is there now.
  case changed
}

/// What of the rounds of a route must be signed with a key of whoever says it.
public enum Signatures: String, CaseIterable, Hashable, Sendable {
  /// Nothing, though everything may be.
  case optional
  /// Every decision in a step.
  case required
  /// Every decision in a step, the request that opens the round, and its withdrawal.
  case throughout
}
