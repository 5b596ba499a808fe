public import RoadmapModel

/// The proof that every measure can come to its end: by its lifecycle, by the people who carry its
/// approvals, and by the measures that it waits for.
public struct SoundnessProof: Sendable {
  /// A measure that can never be carried out because of what it waits for.
  public struct HopelessWait: Hashable, Sendable {
    /// The measure.
    public let measure: MeasureIndex
    /// What it waits for in vain, directly.
    public let awaited: MeasureIndex

    /// Creates a wait.
    public init(measure: MeasureIndex, awaited: MeasureIndex) {
      self.measure = measure
      self.awaited = awaited
    }
  }

  /// The lifecycles that measures have, apart where different transitions are blocked.
  public let lifecycles: [LifecycleProof]
  /// The measures that wait for what can never come, in order.
  public let hopeless: [HopelessWait]
  /// The transitions that can never happen, since their conditions are false whatever a run knows.
  public let forbidden: [MeasureIndex: Set<TransitionIndex>]
  /// What only a run can judge, and what is taken to hold whenever it is asked.
  public let assumptions: [Assumption]

  /// Whether every lifecycle is sound and nobody waits in vain.
  public var isSound: Bool { lifecycles.allSatisfy(\.isSound) && hopeless.isEmpty }

  /// Proves a roadmap with the people that `people` found; a transition whose route they cannot
  /// pass, or that nobody there may ask for, is blocked, and so is one whose condition is false
  /// whatever a run knows. Other conditions that only a run can judge are taken to hold.
  public init(_ roadmap: Roadmap, _ people: PeopleProof, absent: Set<PersonIndex> = []) {
    let facts = Facts(roadmap)
    forbidden = facts.forbiddenTransitions()
    assumptions = Self.assumptions(roadmap)
    lifecycles = facts.lifecycleProofs(people, forbidden, absent: absent)
    hopeless = facts.hopelessWaits(lifecycles)
  }
}

extension Facts {
  /// The lifecycles, class by class of measures for which the same transitions are blocked.
  fileprivate func lifecycleProofs(
    _ people: PeopleProof, _ forbidden: [MeasureIndex: Set<TransitionIndex>],
    absent: Set<PersonIndex>
  ) -> [LifecycleProof] {
    var blocked = forbidden
    for verdict in people.verdicts {
      guard case .impossible = verdict.outcome else { continue }
      for measure in verdict.measures {
        blocked[measure, default: []].insert(verdict.transition)
      }
    }
    return roadmap.lifecycles.indices.flatMap { position -> [LifecycleProof] in
      guard lifecycles[position].isWhole else { return [] }
      return classes(of: position, &blocked, absent).map { transitions, measures in
        LifecycleProof(
          LifecycleIndex(position), roadmap.lifecycles[position],
          routed: lifecycles[position].routed, blocked: transitions, measures: measures)
      }
    }
  }

  /// The measures of a lifecycle by the transitions that are blocked for them.
  private func classes(
    of position: Int, _ blocked: inout [MeasureIndex: Set<TransitionIndex>],
    _ absent: Set<PersonIndex>
  ) -> [(blocked: Set<TransitionIndex>, measures: [MeasureIndex])] {
    let asking = roadmap.lifecycles[position].transitions.map { Crew($0.by, in: roadmap) }
    // Of these it depends on the owners whether there is somebody to ask.
    let doubtful = asking.indices.filter { asking[$0].fixed.allSatisfy(absent.contains) }
    var places: [Set<TransitionIndex>: Int] = [:]
    var found: [(blocked: Set<TransitionIndex>, measures: [MeasureIndex])] = []
    for measure in use.measures[position] {
      var own = blocked[measure] ?? []
      for transition in doubtful {
        let people = asking[transition].people(
          owners: roadmap.measures.owners[measure.position], requester: nil)
        if people.allSatisfy(absent.contains) { own.insert(TransitionIndex(transition)) }
      }
      if let place = places[own] {
        found[place].measures.append(measure)
      } else {
        places[own] = found.count
        found.append((own, [measure]))
      }
    }
    return found
  }

  /// The measures that wait for what can never come, though they could be carried out themselves.
  fileprivate func hopelessWaits(_ proofs: [LifecycleProof]) -> [SoundnessProof.HopelessWait] {
    var proofOf = [Int](repeating: -1, count: columns.count)
    for (number, proof) in proofs.enumerated() {
      for measure in proof.measures { proofOf[measure.position] = number }
    }
    var isHopeless = [Bool](repeating: false, count: graph.count)
    for range in order.cyclic {
      for node in order.nodes[range] { isHopeless[Int(node)] = true }
    }
    var found: [SoundnessProof.HopelessWait] = []
    for node in order.nodes.lazy.map({ Int($0) }) {
      let measure = graph.measure(of: node)
      let proof = proofOf[measure.position]
      let isEnd = Int(graph.ends[measure.position]) == node
      if isEnd, proof >= 0, proofs[proof].wayToDone == nil { isHopeless[node] = true }
      for edge in graph.edges(of: node) where graph.targets[edge] >= 0 {
        guard isHopeless[Int(graph.targets[edge])] || isVain(edge, of: node, proofs, proofOf)
        else { continue }
        isHopeless[node] = true
        let awaited = graph.measure(of: Int(graph.targets[edge]))
        if awaited != measure {
          found.append(SoundnessProof.HopelessWait(measure: measure, awaited: awaited))
        }
        break
      }
    }
    return found.sorted { ($0.measure, $0.awaited) < ($1.measure, $1.awaited) }
  }

  /// Whether an edge waits for a state that its measure cannot come to.
  private func isVain(
    _ edge: Int, of node: Int, _ proofs: [LifecycleProof], _ proofOf: [Int]
  ) -> Bool {
    guard case .dependency(let position) = graph.edge(edge, of: node) else { return false }
    let measure = graph.measure(of: node).position
    let range = roadmap.measures.dependencies.range(of: measure)
    let dependency = roadmap.measures.dependencies.values[range.lowerBound + position]
    guard let state = dependency.reaches, proofOf.indices.contains(dependency.predecessor.position)
    else { return false }
    let proof = proofOf[dependency.predecessor.position]
    return proof >= 0 && !proofs[proof].reachable.contains(state)
  }
}
