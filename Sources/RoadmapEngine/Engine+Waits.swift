import CivilTime
import RoadmapModel

extension Engine {
  /// What a measure waits for before it begins: its dependencies and documents and those of every
  /// measure that it is a part of, since a part waits for what the whole waits for.
  ///
  /// These gate a transition that takes a measure out of the initial state. Two cases follow from
  /// what a cancelled state (final, not done) means. A transition that can only end in such a state
  /// or the initial one is not gated: a measure whose predecessor was dropped can be dropped too.
  /// And a transition that leads from a cancelled state to work is gated like the first, or else
  /// dropping and taking up again would be a way around.
  ///
  /// A dependency holds once its predecessor has ever reached the state, so what is fulfilled
  /// stays fulfilled.
  func addWaits(
    of move: CyclePlan.Move, for measure: MeasureIndex, in state: RunState, at time: Instant?,
    to found: inout [Blocker]
  ) {
    guard move.begins else { return }
    let cycle = Int(plan.measures[measure.position].cycle)
    let current = UInt64(1) << UInt64(state.standings[measure.position].current & 63)
    guard plan.cycles[cycle].idle & move.from & current != 0 else { return }
    addDependencies(of: measure, in: state, at: time, to: &found)
    addDocuments(of: measure, in: state, to: &found)
  }

  private func addDependencies(
    of measure: MeasureIndex, in state: RunState, at time: Instant?, to found: inout [Blocker]
  ) {
    var holder = measure
    while true {
      for dependency in roadmap.measures.dependencies[holder.position]
      where dependency.holdsBack && dependency.kind.gatesStart && isOpen(dependency, in: state) {
        addWait(dependency, of: measure, through: holder, in: state, at: time, to: &found)
      }
      let parent = plan.measures[holder.position].parent
      guard parent >= 0 else { return }
      holder = MeasureIndex(raw: parent)
    }
  }

  /// What a measure waits for before it is carried out, besides its parts: the dependencies that
  /// hold back its finish. A part does not have those of the measure that it is a part of.
  func addWaitsOfFinish(
    of move: CyclePlan.Move, for measure: MeasureIndex, in state: RunState, at time: Instant?,
    to found: inout [Blocker]
  ) {
    let cycle = Int(plan.measures[measure.position].cycle)
    guard plan.cycles[cycle].done & (1 << UInt64(move.to)) != 0 else { return }
    for dependency in roadmap.measures.dependencies[measure.position]
    where dependency.holdsBack && !dependency.kind.gatesStart && isOpen(dependency, in: state) {
      addWait(dependency, of: measure, through: measure, in: state, at: time, to: &found)
    }
  }

  /// Whether a dependency may hold anybody back: it is not fulfilled, or days must pass after that.
  @inline(__always)
  private func isOpen(_ dependency: Dependency, in state: RunState) -> Bool {
    dependency.hasLag || !isFulfilled(dependency, in: state)
  }

  /// Adds what a dependency still waits for: its predecessor, or a day that its lag names.
  @inline(never)
  private func addWait(
    _ dependency: Dependency, of measure: MeasureIndex, through holder: MeasureIndex,
    in state: RunState, at time: Instant?, to found: inout [Blocker]
  ) {
    let blocker =
      isFulfilled(dependency, in: state)
      ? dayBarred(by: dependency, in: state, at: time).map {
        Blocker.waitsUntil(wait(dependency, of: measure, through: holder, in: state), $0)
      } : blocker(for: dependency, of: measure, through: holder, in: state, at: time)
    guard let blocker, !found.contains(where: { $0.isSameWait(as: blocker) }) else { return }
    found.append(blocker)
  }

  private func addDocuments(
    of measure: MeasureIndex, in state: RunState, to found: inout [Blocker]
  ) {
    var holder = measure
    while true {
      for document in roadmap.measures.awaits[holder.position]
      where state.receipts[document.position] == nil {
        let blocker = Blocker.waitsForDocument(measure, document, through: holder)
        if !found.contains(where: { $0.isSameWait(as: blocker) }) { found.append(blocker) }
      }
      let parent = plan.measures[holder.position].parent
      guard parent >= 0 else { return }
      holder = MeasureIndex(raw: parent)
    }
  }

  /// The states of the predecessor that fulfil a dependency, as bits: a done one, the one named, or
  /// where its start is awaited any that is neither the initial one nor a cancelled one; none where
  /// the predecessor is unsound.
  private func needed(by dependency: Dependency) -> UInt64 {
    let cycle = plan.measures[dependency.predecessor.position].cycle
    guard cycle >= 0 else { return 0 }
    guard dependency.kind.awaitsFinish else { return plan.cycles[Int(cycle)].begun }
    guard let state = dependency.reaches else { return plan.cycles[Int(cycle)].done }
    return 1 << UInt64(state.raw & 63)
  }

  func isFulfilled(_ dependency: Dependency, in state: RunState) -> Bool {
    state.standings[dependency.predecessor.position].reached & needed(by: dependency) != 0
  }

  private func wait(
    _ dependency: Dependency, of measure: MeasureIndex, through holder: MeasureIndex,
    in state: RunState
  ) -> Blocker.Wait {
    Blocker.Wait(
      measure: measure, through: holder, predecessor: dependency.predecessor,
      state: state.state(of: dependency.predecessor), reaches: dependency.reaches,
      kind: dependency.kind)
  }

  /// Whether nobody could wait for a dependency, since it goes around: only where its minimum is
  /// negative, so that it orders nothing.
  private func isOnCircle(_ dependency: Dependency, of holder: MeasureIndex) -> Bool {
    guard dependency.mayLead, let leads = plan.leads else { return false }
    return leads.goesAround(dependency, of: holder, awaitsEnd: awaitsEnd(dependency))
  }

  /// Why a dependency that is not fulfilled holds a measure back; `nil` where the measure may come
  /// so many days before its predecessor.
  private func blocker(
    for dependency: Dependency, of measure: MeasureIndex, through holder: MeasureIndex,
    in state: RunState, at time: Instant?
  ) -> Blocker? {
    let wait = wait(dependency, of: measure, through: holder, in: state)
    guard let cycle = plan.cycle(of: dependency.predecessor),
      cycle.reachable.indices.contains(wait.state.position)
    else { return .brokenDefinition(dependency.predecessor) }
    let canStill = cycle.reachable[wait.state.position] & needed(by: dependency) != 0
    guard canStill else { return .waitsForDropped(wait) }
    guard let lead = dayOfLead(dependency, in: state) else {
      return isOnCircle(dependency, of: holder) ? nil : .waitsForMeasure(wait)
    }
    guard let now = time ?? state.latest, now.date >= lead else { return .waitsUntil(wait, lead) }
    return nil
  }

  /// A transition into a done state waits until every direct part has reached a done state of its
  /// own; parts wait for theirs in turn. A dropped part still blocks.
  func addUnfinishedParts(
    of move: CyclePlan.Move, for measure: MeasureIndex, in state: RunState,
    to found: inout [Blocker]
  ) {
    let cycle = Int(plan.measures[measure.position].cycle)
    guard plan.cycles[cycle].done & (1 << UInt64(move.to)) != 0 else { return }
    for part in roadmap.parts[measure.position] {
      let done = plan.cycle(of: part)?.done ?? 0
      guard state.standings[part.position].reached & done == 0 else { continue }
      found.append(.waitsForPart(measure, part: part, state: state.state(of: part)))
    }
  }
}
