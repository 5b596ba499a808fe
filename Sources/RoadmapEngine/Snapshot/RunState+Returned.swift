import RoadmapModel

extension RunState {
  /// Writes the rounds that were returned, in the order of the measures.
  func writeReturned(to writer: inout SnapshotWriter) {
    let measures = returned.keys.sorted()
    writer.number(measures.count)
    for measure in measures {
      guard let round = returned[measure] else { continue }
      writer.number(measure.raw)
      writer.number(round.transition.raw)
      writer.number(round.route.raw)
      writer.votes(round.votes)
    }
  }

  /// Reads the rounds that were returned; false for what cannot have been written.
  mutating func readReturned(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let count = reader.number(below: standings.count + 1) else { return false }
    var last: Int32 = -1
    for _ in 0..<count {
      guard let position = reader.number(below: standings.count), Int32(position) > last,
        !rounds.isOpen(MeasureIndex(position)),
        let transition = reader.number(below: Int(Int32.max)),
        let route = reader.number(below: engine.plan.routes.count)
      else { return false }
      last = Int32(position)
      let plan = engine.plan.routes[route]
      guard plan.isSound, plan.afterReturn != .everybody,
        let votes = reader.votes(on: plan, engine), !votes.isEmpty
      else { return false }
      returned[MeasureIndex(position)] = ReturnedRound(
        transition: TransitionIndex(transition), route: RouteIndex(route), votes: votes)
    }
    return true
  }
}

extension SnapshotWriter {
  /// Writes decisions.
  mutating func votes(_ votes: [OpenRound.Vote]) {
    number(votes.count)
    for vote in votes {
      number(vote.step.raw)
      number(vote.person.raw)
      byte(vote.verdict.rawValue | (vote.isChair ? 0x80 : 0))
      representation(vote.representation)
      digest(vote.seen)
      number(UInt64(bitPattern: Int64(vote.round)))
      number(UInt64(bitPattern: Int64(vote.number)))
    }
  }
}

extension SnapshotReader {
  /// Reads approvals in the steps of a route, or whatever decisions are none.
  mutating func votes(
    on route: RoutePlan, areApprovals: Bool = true, _ engine: Engine
  ) -> [OpenRound.Vote]? {
    guard let count = number(below: left + 1) else { return nil }
    var votes: [OpenRound.Vote] = []
    for _ in 0..<count {
      guard let step = number(below: route.stages.count),
        let person = number(below: engine.roadmap.people.count), let how = byte(),
        let verdict = Verdict(rawValue: how & 0x7F), verdict.isApproval == areApprovals,
        how & 0x80 == 0 || areApprovals && route.chairs[step],
        let representation = representation(engine), let seen = digest(),
        let round = number(), let event = number()
      else { return nil }
      var vote = OpenRound.Vote(
        step: StepIndex(step), person: PersonIndex(person), verdict: verdict,
        for: representation, seen: seen,
        round: Int(truncatingIfNeeded: round), number: Int(truncatingIfNeeded: event))
      vote.isChair = how & 0x80 != 0
      votes.append(vote)
    }
    return votes
  }
}
