import RoadmapModel

/// What keeps a route from ever being passed.
enum RouteProblem: Hashable {
  /// Nobody may decide in a step.
  case nobody(StepIndex)
  /// A step needs more people than there are.
  case tooFew(StepIndex, needed: Int, there: Int)
  /// A step whose decisions must be signed needs more people with keys than there are.
  case tooFewKeys(StepIndex, needed: Int, keyed: Int)
  /// In a step only whoever asks may decide, though that must be somebody else.
  case onlyRequester(StepIndex)
  /// In a step only whoever asks may decide.
  case selfApproval(StepIndex)
  /// Parties who must differ cannot, by the position of the separation.
  case inseparable(Int)
}

/// A route as a transition takes it, ready to be asked whether people can fill it.
struct RouteCrew {
  let route: Route
  /// Who may ask.
  let requesters: Crew
  /// Who may decide in each step.
  let crews: [Crew]
  /// Which steps must be decided by somebody else than the requester, and by which separation.
  private(set) var apart: [Int?]
  /// The separations that name two steps or more, with their steps, each once.
  private(set) var separated: [(position: Int, steps: [Int])] = []
  /// For each step, the steps that must share nobody with it, as bits of the first 64.
  private(set) var rivals: [UInt64]
  /// Who has a key, where the route wants signatures; else nobody need have one.
  private let hasKey: [Bool]?
  /// Whether some step is in several separations, so that they must be filled together.
  private(set) var overlaps = false
  /// Whether somebody is unknown, so that nobody can be missed.
  let isIncomplete: Bool

  init(_ route: Route, _ transition: Transition, in roadmap: Roadmap) {
    self.route = route
    requesters = Crew(transition.by, in: roadmap)
    crews = route.steps.map { Crew($0.by, in: roadmap) }
    hasKey = route.signatures == .optional ? nil : roadmap.people.map { !$0.keys.isEmpty }
    isIncomplete =
      route.isIncomplete || transition.isIncomplete
      || route.steps.contains(where: \.isIncomplete)
    apart = Array(repeating: nil, count: route.steps.count)
    rivals = Array(repeating: 0, count: route.steps.count)
    separate()
  }

  private mutating func separate() {
    var uses = [Int](repeating: 0, count: route.steps.count)
    for (position, parties) in route.separations.enumerated() {
      let steps = Set(parties.compactMap(\.step)).filter { route.steps.indices.contains($0) }
        .sorted()
      if parties.contains(.requester) {
        for step in steps where apart[step] == nil { apart[step] = position }
      }
      guard steps.count > 1 else { continue }
      separated.append((position, steps))
      let bits = steps.reduce(into: UInt64(0)) { bits, step in
        if step < 64 { bits |= 1 << UInt64(step) }
      }
      for step in steps {
        rivals[step] |= bits & ~(step < 64 ? 1 << UInt64(step) : 0)
        uses[step] += 1
      }
    }
    overlaps = uses.contains { $0 > 1 }
  }

  /// Whether who asks makes a difference.
  var dependsOnRequester: Bool {
    apart.contains { $0 != nil } || crews.contains(where: \.hasRequester)
  }

  /// Whether the separations depend on who owns the measure.
  var separationDependsOnMeasure: Bool {
    let names = separated.flatMap(\.steps) + apart.indices.filter { apart[$0] != nil }
    return names.contains { crews[$0].dependsOnMeasure }
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
      guard crews[position].dependsOnMeasure == wanted, !route.steps[position].isIncomplete else {
        return nil
      }
      return problem(ofStep: position, owners: owners)
    }
  }

  private func problem(ofStep position: Int, owners: ArraySlice<PersonIndex>) -> RouteProblem? {
    let crew = crews[position]
    let step = StepIndex(position)
    let people = crew.people(owners: owners, requester: nil)
    let known = people.count
    if known == 0 {
      guard crew.hasRequester else { return .nobody(step) }
      return apart[position] == nil ? .selfApproval(step) : .onlyRequester(step)
    }
    let there = known + (crew.hasRequester ? 1 : 0)
    if case .count(let count) = route.steps[position].quorum, count > there {
      return .tooFew(step, needed: count, there: there)
    }
    return problem(ofKeysOf: people, in: position)
  }

  /// Whether who has a key makes a difference.
  var dependsOnKeys: Bool { hasKey != nil }

  /// Whoever asks is taken to have a key.
  private func problem(ofKeysOf people: [PersonIndex], in position: Int) -> RouteProblem? {
    guard let hasKey else { return nil }
    let extra = crews[position].hasRequester ? 1 : 0
    let keyed = people.count { hasKey.indices.contains($0.position) && hasKey[$0.position] } + extra
    let needed = route.steps[position].quorum.needed(of: people.count)
    return keyed < needed
      ? .tooFewKeys(StepIndex(position), needed: needed, keyed: keyed) : nil
  }

  /// What keeps parties who must differ from differing, when no requester makes it possible.
  ///
  /// The quorum of a step is counted of the people left when the requester is taken out.
  func problemOfSeparations(owners: ArraySlice<PersonIndex>) -> RouteProblem? {
    guard !separated.isEmpty || apart.contains(where: { $0 != nil }) else { return nil }
    guard dependsOnRequester else { return problemOfSeparations(owners: owners, requester: nil) }
    var first: RouteProblem?
    for requester in requesters.people(owners: owners, requester: nil) {
      guard let problem = problemOfSeparations(owners: owners, requester: requester) else {
        return nil
      }
      first = first ?? problem
    }
    return first
  }

  private func problemOfSeparations(
    owners: ArraySlice<PersonIndex>, requester: PersonIndex?
  ) -> RouteProblem? {
    var posts: [Staffing.Post] = []
    for (position, crew) in crews.enumerated() {
      var people = crew.people(owners: owners, requester: requester)
      if let requester, let separation = apart[position] {
        people.removeAll { $0 == requester }
        if people.isEmpty { return .onlyRequester(StepIndex(position)) }
        if route.steps[position].quorum.needed(of: people.count) > people.count {
          return .inseparable(separation)
        }
      }
      posts.append(
        Staffing.Post(
          people: people, needed: route.steps[position].quorum.needed(of: people.count)))
    }
    for (position, steps) in separated where !Staffing.canFill(steps.map { posts[$0] }) {
      return .inseparable(position)
    }
    guard overlaps else { return nil }
    let together = posts.indices.filter { rivals[$0] != 0 }
    guard posts.count <= 64 else { return nil }
    let places = Dictionary(
      uniqueKeysWithValues: together.enumerated().map { ($0.element, $0.offset) })
    let bits = together.map { step in
      together.reduce(into: UInt64(0)) { bits, other in
        if rivals[step] & (1 << UInt64(other)) != 0 { bits |= 1 << UInt64(places[other] ?? 0) }
      }
    }
    let canFill = Staffing.canFill(together.map { posts[$0] }, rivals: bits)
    return canFill ? nil : .inseparable(separated[0].position)
  }
}
