import RoadmapModel

/// What a step says of people beside who may decide in it.
struct StepVoices {
  /// Who may pass the step alone, where somebody may.
  let chair: Crew?
  /// Whose voices weigh more than 1, and how much.
  let weights: [(crew: Crew, weight: Int)]
  /// The groups from each of which people are needed.
  let groups: [Crew]

  /// - Parameters:
  ///   - step: the step.
  ///   - isLeader: whether it is the first to open of the steps bound to it; only that has a chair.
  ///   - roadmap: the roadmap.
  init(_ step: Route.Step, isLeader: Bool, in roadmap: Roadmap) {
    chair =
      step.chair.isEmpty || !isLeader
      ? nil : Crew(step.chair, not: step.excluded, in: roadmap)
    weights =
      step.quorum.unit == .weight
      ? step.weights.map {
        (Crew([$0.people], in: roadmap), min($0.weight, Quorum.largest))
      } : []
    groups = step.quorum.groups.map { Crew([$0.members], in: roadmap) }
  }

  /// Every list of people among these.
  var crews: [Crew] { (chair.map { [$0] } ?? []) + weights.map(\.crew) + groups }

  /// Whether somebody can surely pass the step alone, as far as nothing is separated.
  func hasUsableChair(owners: ArraySlice<PersonIndex>, keyless: Set<PersonIndex>) -> Bool {
    guard let chair else { return false }
    return chair.hasRequester
      || chair.people(owners: owners, requester: nil).contains { !keyless.contains($0) }
  }

  /// How voices count for a measure with these owners, when this person asks.
  func meter(owners: ArraySlice<PersonIndex>, requester: PersonIndex?) -> VoiceMeter {
    VoiceMeter(
      weights: weights.map {
        (Set($0.crew.people(owners: owners, requester: requester)), $0.weight)
      },
      groups: groups.map { Set($0.people(owners: owners, requester: requester)) }, joker: nil)
  }

  /// The same where it is not known who asks: one more voice, if that may be one of the step's
  /// people, which weighs as much and belongs to as many groups as any can.
  func meter(owners: ArraySlice<PersonIndex>, mayBeRequester: Bool) -> VoiceMeter {
    var meter = meter(owners: owners, requester: nil)
    let asksForRequester = crews.contains(where: \.hasRequester)
    if mayBeRequester || asksForRequester {
      meter.joker = weights.map(\.weight).max() ?? 1
      meter.isJokerExtra = mayBeRequester
    }
    return meter
  }
}

/// Counts how far people carry a quorum together.
struct VoiceMeter {
  /// Whose voices weigh how much; of several weights the greatest holds.
  let weights: [(people: Set<PersonIndex>, weight: Int)]
  /// Who belongs to each group.
  let groups: [Set<PersonIndex>]
  /// The weight of whoever asks, who may be anybody.
  var joker: Int?
  /// Whether whoever asks may be one more than the people.
  var isJokerExtra = false

  /// What a voice weighs.
  func weight(of person: PersonIndex) -> Int {
    weights.reduce(1) { $1.people.contains(person) ? max($0, $1.weight) : $0 }
  }

  /// How far people carry a quorum together, in its unit.
  func reach(of people: [PersonIndex], towards quorum: Quorum) -> Int {
    switch quorum.unit {
    case .people: return people.count + (isJokerExtra ? 1 : 0)
    case .weight: return people.reduce(0) { $0 + weight(of: $1) } + (joker ?? 0)
    case .places:
      var seating = Seating(seats: quorum.groups.map { min(max($0.count, 1), Quorum.largest) })
      for person in people { seating.seat(in: places(of: person)) }
      if joker != nil { seating.seat(in: Array(groups.indices)) }
      return seating.count
    }
  }

  /// The groups of a person.
  func places(of person: PersonIndex) -> [Int] {
    groups.indices.filter { groups[$0].contains(person) }
  }

  /// The first group that none of these people belong to.
  func emptyGroup(among people: [PersonIndex], of quorum: Quorum) -> Int? {
    guard quorum.unit == .places, joker == nil else { return nil }
    return groups.firstIndex { group in !people.contains(where: group.contains) }
  }
}
