import RoadmapModel

/// What keeps a route from ever being passed.
enum RouteProblem: Hashable {
  /// Nobody may decide in a step.
  case nobody(StepIndex)
  /// A step needs more people than there are.
  case tooFew(StepIndex, needed: Int, there: Int)
  /// All people of a step do not bring the weight that it needs.
  case tooLight(StepIndex, needed: Int, there: Int)
  /// Nobody of a step belongs to one of the groups from each of which it needs people.
  case emptyGroup(StepIndex, group: Int)
  /// The groups of a step share too few people for each of them to count for one group.
  case tooFewPlaces(StepIndex, needed: Int, there: Int)
  /// A step whose decisions must be signed needs more people with keys, or more weight or places
  /// of theirs, than there are.
  case tooFewKeys(StepIndex, needed: Int, keyed: Int)
  /// In a step only whoever asks may decide, though that must be somebody else.
  case onlyRequester(StepIndex)
  /// In a step only whoever asks may decide.
  case selfApproval(StepIndex)
  /// The people of some steps must differ and cannot.
  case inseparable(Conflict)
  /// The people of some steps must be the same and cannot.
  case unbindable(Conflict)

  /// Rules about people that cannot be kept together, though they could with any one of them, or
  /// any one of the steps, away.
  struct Conflict: Hashable {
    /// The positions of the separations, in order.
    let separations: [Int]
    /// The positions of the bindings, in order.
    let bindings: [Int]
    /// The steps, in order.
    let steps: [StepIndex]
  }
}

/// A route as a transition takes it, ready to be asked whether people can fill it.
struct RouteCrew {
  let route: Route
  /// Who may ask.
  let requesters: Crew
  /// Who may decide in each step.
  let crews: [Crew]
  /// What else each step says of people: who may pass it alone, and whose voices weigh more or
  /// count for which group.
  let voices: [StepVoices]
  /// The stage of each step.
  let stages: [Int]
  /// The separations that are judged, by position, with the steps of each, once and in order.
  private(set) var separations: [(position: Int, steps: [Int], namesRequester: Bool)]
  /// The bindings that are judged, by position.
  private(set) var bindings: [Int]
  /// The steps that are judged, in order.
  private(set) var steps: [Int]
  /// Those without a key, where the route wants decisions signed: they cannot decide, though they
  /// count among a step's people.
  let keyless: Set<PersonIndex>
  /// Whether somebody is unknown, so that nobody can be missed.
  let isIncomplete: Bool

  init(_ route: Route, _ transition: Transition, in roadmap: Roadmap) {
    self.route = route
    requesters = Crew(transition.by, in: roadmap)
    crews = route.steps.map { Crew($0, in: roadmap) }
    let leaders = route.boundSteps.map { $0.first?.position }
    voices = route.steps.enumerated().map { position, step in
      StepVoices(step, isLeader: leaders[position] == position, in: roadmap)
    }
    stages = Self.stages(of: route)
    steps = Array(route.steps.indices)
    bindings = Array(route.bindings.indices)
    keyless =
      route.signatures == .optional
      ? []
      : Set(
        roadmap.people.indices.filter { roadmap.people[$0].keys.isEmpty }
          .map { PersonIndex($0) })
    isIncomplete =
      route.isIncomplete || transition.isIncomplete
      || route.steps.contains(where: \.isIncomplete)
    separations = route.separations.enumerated().map { position, parties in
      let steps = Set(parties.compactMap(\.step)).filter { route.steps.indices.contains($0) }
      return (position, steps.sorted(), parties.contains(.requester))
    }
  }

  private static func stages(of route: Route) -> [Int] {
    var stages = [Int](repeating: 0, count: route.steps.count)
    for (stage, steps) in route.stages.enumerated() {
      for step in steps where stages.indices.contains(step) { stages[step] = stage }
    }
    return stages
  }

  /// The separation by which a step must be decided by somebody else than the requester.
  func separation(fromRequester step: Int) -> Int? {
    separations.first { $0.namesRequester && $0.steps.contains(step) }?.position
  }

  /// For each step, the steps that must share nobody with it.
  var rivals: [Set<Int>] {
    var found = [Set<Int>](repeating: [], count: route.steps.count)
    for separation in separations {
      for step in separation.steps { found[step].formUnion(separation.steps) }
    }
    for step in found.indices { found[step].remove(step) }
    return found
  }

  /// The same route with fewer separations judged.
  func without(separation position: Int) -> RouteCrew {
    var copy = self
    copy.separations.removeAll { $0.position == position }
    return copy
  }

  /// The same route with fewer bindings judged.
  func without(binding position: Int) -> RouteCrew {
    var copy = self
    copy.bindings.removeAll { $0 == position }
    return copy
  }

  /// For each step, the judged steps that the same people must decide, itself among them and the
  /// first to open first.
  var bound: [[Int]] {
    var groups = route.steps.indices.map { [$0] }
    for position in bindings {
      let known = route.bindings[position].map(\.position).filter(steps.contains)
      let joined = Set(known.flatMap { groups[$0] }).sorted { (stages[$0], $0) < (stages[$1], $1) }
      for step in joined { groups[step] = joined }
    }
    return groups
  }

  /// The same route with fewer steps judged.
  func without(step: Int) -> RouteCrew {
    var copy = self
    copy.steps.removeAll { $0 == step }
    return copy
  }

  /// Whether a separation makes anybody's part harder.
  var isSeparated: Bool {
    !bindings.isEmpty || crews.indices.contains { dependsOnAsking(step: $0) }
      || separations.contains { $0.steps.count + ($0.namesRequester ? 1 : 0) > 1 }
  }

  /// Whether who asks makes a difference.
  var dependsOnRequester: Bool {
    separations.contains { $0.namesRequester && !$0.steps.isEmpty }
      || crews.contains { $0.hasRequester || $0.barsRequester }
      || voices.contains { $0.crews.contains { $0.hasRequester || $0.barsRequester } }
  }

  /// Whether who owns the measure makes a difference.
  var dependsOnMeasure: Bool {
    requesters.dependsOnMeasure || crews.indices.contains { dependsOnMeasure(step: $0) }
  }

  /// Whether who owns the measure makes a difference to a step.
  func dependsOnMeasure(step: Int) -> Bool {
    crews[step].dependsOnMeasure || voices[step].crews.contains(where: \.dependsOnMeasure)
  }

  /// Whether it depends on who asks if a step can be passed, apart from separations.
  private func dependsOnAsking(step: Int) -> Bool {
    let quorum = route.steps[step].quorum
    return crews[step].barsRequester || voices[step].crews.contains(where: \.hasRequester)
      || (crews[step].hasRequester && !quorum.isRelative && quorum != .any)
  }

  /// Every list of people that the route names, beside those who ask.
  var lists: [Crew] { crews + voices.flatMap(\.crews) }

  /// Whether the separations depend on who owns the measure.
  var separationDependsOnMeasure: Bool {
    let names =
      separations.filter { $0.steps.count > 1 || $0.namesRequester }.flatMap(\.steps)
      + crews.indices.filter { dependsOnAsking(step: $0) }
      + route.bindings.joined().map(\.position).filter(crews.indices.contains)
    return names.contains { dependsOnMeasure(step: $0) }
      || (!names.isEmpty && dependsOnRequester && requesters.dependsOnMeasure)
  }
}

extension Route.Party {
  /// The position of the step, unless it is the requester.
  fileprivate var step: Int? {
    if case .step(let step) = self { step.position } else { nil }
  }
}

// MARK: - Judging

extension RouteCrew {
  /// What is wrong with single steps, of those that depend on the measure or of the others.
  func problemsOfSteps(
    owners: ArraySlice<PersonIndex>, dependingOnMeasure wanted: Bool
  ) -> [RouteProblem] {
    crews.indices.compactMap { position in
      guard dependsOnMeasure(step: position) == wanted, !route.steps[position].isIncomplete else {
        return nil
      }
      return problem(ofStep: position, owners: owners)
    }
  }

  private func problem(ofStep position: Int, owners: ArraySlice<PersonIndex>) -> RouteProblem? {
    let crew = crews[position]
    let step = StepIndex(position)
    let people = crew.people(owners: owners, requester: nil)
    guard !voices[position].hasUsableChair(owners: owners, keyless: keyless) else { return nil }
    let known = people.count
    if known == 0 {
      guard crew.hasRequester else { return .nobody(step) }
      return separation(fromRequester: position) == nil ? .selfApproval(step) : .onlyRequester(step)
    }
    let there = known + (crew.hasRequester ? 1 : 0)
    // Of bound steps only the first has a quorum of its own.
    guard bound[position].first == position else { return nil }
    if case .count(let count) = route.steps[position].quorum, count > there {
      return .tooFew(step, needed: count, there: there)
    }
    return problem(ofVoicesOf: people, owners: owners, in: position)
      ?? problem(ofKeysOf: people, owners: owners, in: position)
  }

  /// What is wrong with weights and groups; whoever asks is taken to bring all that they can.
  private func problem(
    ofVoicesOf people: [PersonIndex], owners: ArraySlice<PersonIndex>, in position: Int
  ) -> RouteProblem? {
    let quorum = route.steps[position].quorum
    let meter = voices[position].meter(owners: owners, mayBeRequester: crews[position].hasRequester)
    let needed = quorum.needed(of: people.count)
    if let empty = meter.emptyGroup(among: people, of: quorum) {
      return .emptyGroup(StepIndex(position), group: empty)
    }
    let there = meter.reach(of: people, towards: quorum)
    guard there < needed else { return nil }
    switch quorum.unit {
    case .people: return nil
    case .weight: return .tooLight(StepIndex(position), needed: needed, there: there)
    case .places: return .tooFewPlaces(StepIndex(position), needed: needed, there: there)
    }
  }

  /// Whoever asks is taken to have a key.
  private func problem(
    ofKeysOf people: [PersonIndex], owners: ArraySlice<PersonIndex>, in position: Int
  ) -> RouteProblem? {
    guard !keyless.isEmpty else { return nil }
    let quorum = route.steps[position].quorum
    let meter = voices[position].meter(owners: owners, mayBeRequester: crews[position].hasRequester)
    let keyed = meter.reach(of: people.filter { !keyless.contains($0) }, towards: quorum)
    let needed = quorum.needed(of: people.count)
    return keyed < needed
      ? .tooFewKeys(StepIndex(position), needed: needed, keyed: keyed) : nil
  }

  /// Those of these people who may ask: where requests are signed, too, those with keys.
  func ableToAsk(_ people: [PersonIndex], absent: Set<PersonIndex> = []) -> [PersonIndex] {
    people.filter { person in
      !absent.contains(person) && (route.signatures != .throughout || !keyless.contains(person))
    }
  }

  /// What keeps parties who must differ from differing, when no requester makes it possible.
  func problemOfSeparations(owners: ArraySlice<PersonIndex>) -> RouteProblem? {
    guard isSeparated else { return nil }
    let requester = requesters.people(owners: owners, requester: nil).first
    guard !dependsOnRequester || requester != nil, isImpossible(owners: owners) else { return nil }
    if dependsOnRequester, let requester,
      let step = stepOfRequesterOnly(owners: owners, requester)
    {
      return .onlyRequester(StepIndex(step))
    }
    let conflict = conflict(owners: owners)
    guard conflict.separations.isEmpty else { return .inseparable(conflict) }
    guard conflict.bindings.isEmpty, let step = conflict.steps.first else {
      return .unbindable(conflict)
    }
    return problem(leftBy: requester, in: step, owners: owners)
  }

  /// What keeps a single step from being passed where there is no separation: that its `not`, or
  /// who asks, leaves too few.
  private func problem(
    leftBy requester: PersonIndex?, in step: StepIndex, owners: ArraySlice<PersonIndex>
  ) -> RouteProblem {
    let people = crews[step.position].people(owners: owners, requester: requester)
    let quorum = route.steps[step.position].quorum
    let needed = quorum.needed(of: people.count)
    let there = voices[step.position].meter(owners: owners, requester: requester)
      .reach(of: people, towards: quorum)
    return switch quorum.unit {
    case .people: .tooFew(step, needed: max(needed, there + 1), there: there)
    case .weight: .tooLight(step, needed: max(needed, there + 1), there: there)
    case .places: .tooFewPlaces(step, needed: max(needed, there + 1), there: there)
    }
  }

  private func isImpossible(
    owners: ArraySlice<PersonIndex>, absent: Set<PersonIndex> = []
  ) -> Bool {
    staffing(owners: owners, absent: absent, mostTries: Self.mostTries) == .impossible
  }

  /// How many people are tried before a route is passed over as too hard to judge.
  private static let mostTries = 100_000

  /// The first step in which nobody is left without the requester.
  private func stepOfRequesterOnly(
    owners: ArraySlice<PersonIndex>, _ requester: PersonIndex
  ) -> Int? {
    crews.indices.first { step in
      guard voices[step].chair == nil else { return false }
      let people = crews[step].people(owners: owners, requester: requester)
      if separation(fromRequester: step) != nil, people == [requester] { return true }
      return crews[step].barsRequester && people.isEmpty
        && crews[step].people(owners: owners, requester: nil) == [requester]
    }
  }

  /// The smallest conflict that is left when separations and steps are taken away one by one,
  /// the last ones first, as long as it stays impossible.
  func conflict(
    owners: ArraySlice<PersonIndex>, absent: Set<PersonIndex> = []
  ) -> RouteProblem.Conflict {
    var crew = self
    for separation in separations.reversed() {
      let less = crew.without(separation: separation.position)
      if less.isImpossible(owners: owners, absent: absent) { crew = less }
    }
    for binding in bindings.reversed() {
      let less = crew.without(binding: binding)
      if less.isImpossible(owners: owners, absent: absent) { crew = less }
    }
    for step in steps.reversed() {
      let less = crew.without(step: step)
      if less.isImpossible(owners: owners, absent: absent) { crew = less }
    }
    return RouteProblem.Conflict(
      separations: crew.separations.map(\.position), bindings: crew.bindings,
      steps: crew.steps.map { StepIndex($0) })
  }
}
