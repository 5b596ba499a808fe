import RoadmapModel

/// A way to pass a route, in which others can step in for somebody who is absent.
///
/// To look for people anew for everybody in it takes half a second for a route of 1,000 steps; most
/// people have a deputy who is free.
struct StaffingRepair {
  private let requester: PersonIndex?
  /// Who decides in each step.
  private let steps: [[PersonIndex]]
  /// Who could decide in each step.
  private let able: [[PersonIndex]]
  /// For each step, the steps that must share nobody with it.
  private let rivals: [Set<Int>]
  /// The steps in which each person decides.
  private var stepsOf: [PersonIndex: [Int]] = [:]

  /// Nil where who decides in one step may change what another one needs.
  ///
  /// - Parameters:
  ///   - crew: the route.
  ///   - owners: the owners of the measure, the lead first.
  ///   - requester: who asks.
  ///   - steps: who decides in each step.
  ///   - absent: people who cannot act.
  init?(
    _ crew: RouteCrew, owners: ArraySlice<PersonIndex>, requester: PersonIndex?,
    steps: [[PersonIndex]], absent: Set<PersonIndex>
  ) {
    guard crew.route.bindings.isEmpty,
      crew.route.steps.allSatisfy({ $0.quorum.isOfSomeOnly })
    else { return nil }
    self.requester = requester
    self.steps = steps
    let idle = absent.union(crew.keyless)
    able = crew.crews.enumerated().map { step, own in
      let isApart = crew.separation(fromRequester: step) != nil
      return own.people(owners: owners, requester: requester).filter { person in
        !idle.contains(person) && !(isApart && person == requester)
      }
    }
    rivals = crew.rivals
    for (step, people) in steps.enumerated() {
      for person in people { stepsOf[person, default: []].append(step) }
    }
  }

  /// Whether somebody who decides elsewhere in nothing that stands against it can decide in every
  /// step of a person; false is not certain.
  func canDo(without person: PersonIndex) -> Bool {
    guard person != requester else { return false }
    return (stepsOf[person] ?? []).allSatisfy { step in
      able[step].contains { other in
        other != person && !steps[step].contains(other)
          && (stepsOf[other] ?? []).allSatisfy { !rivals[step].contains($0) }
      }
    }
  }
}

extension Quorum {
  /// Whether it needs a number of people that does not depend on how many there are.
  fileprivate var isOfSomeOnly: Bool {
    switch self {
    case .any, .count: true
    default: false
    }
  }
}
