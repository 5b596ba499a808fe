import CivilTime
import RoadmapModel

extension RunState {
  /// Reads a snapshot of a run of the engine's roadmap.
  ///
  /// - Returns: `nil` where it is damaged, of another version or of a roadmap of another shape:
  ///   every position must exist, every measure stand in a state that it has reached, every round
  ///   be one that could be open. Keep the digest of the roadmap beside it: roadmaps of the same
  ///   shape cannot be told apart here.
  public init?(decoding bytes: [UInt8], for engine: Engine) {
    guard let body = Self.unsealed(bytes) else { return nil }
    var reader = SnapshotReader(body)
    self = engine.initialState
    guard readHeader(&reader, engine), readMeasures(&reader, engine),
      readRounds(&reader, engine), readReceipts(&reader), readDays(&reader, engine),
      readAttachments(&reader, engine), readReturned(&reader, engine),
      readMandates(&reader, engine),
      let acts = PastActs.read(&reader, measures: standings.count, engine),
      readExceptions(&reader, engine), reader.left == 0
    else { return nil }
    self.acts = acts
  }

  /// The bytes without their check sum, or `nil` where that is wrong.
  private static func unsealed(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let body = bytes.dropLast(8)
    guard bytes.count > 8 else { return nil }
    let sum = bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return checkSum(of: body) == sum ? body : nil
  }

  private mutating func readHeader(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    for byte in Self.snapshotTag {
      guard reader.byte() == byte else { return false }
    }
    guard reader.byte() == Self.snapshotVersion,
      let starter = reader.number(below: engine.roadmap.people.count + 1),
      let events = reader.number(below: .max), let hasTime = reader.byte(), hasTime < 2
    else { return false }
    startedBy = starter == 0 ? nil : PersonIndex(starter - 1)
    eventCount = events
    guard hasTime == 1 else { return true }
    guard let bits = reader.number(),
      let time = Instant(microseconds: Int64(bitPattern: bits))
    else { return false }
    latest = time
    return true
  }

  private mutating func readMeasures(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard reader.number(below: .max) == standings.count else { return false }
    for position in standings.indices {
      let cycle = engine.plan.cycle(of: MeasureIndex(position))
      let states = cycle?.stateCount ?? 1
      guard let state = reader.byte(), Int(state) < states, let reached = reader.number(),
        let rounds = reader.number(below: Int(Int32.max))
      else { return false }
      let stood = UInt64(1) << UInt64(state) | 1 << UInt64(cycle?.initial ?? 0)
      let beyond = states >= 64 ? 0 : ~UInt64(0) << UInt64(states)
      guard reached & stood == stood, reached & beyond == 0 else { return false }
      standings[position] = Standing(
        current: state, rounds: Int32(truncatingIfNeeded: rounds), reached: reached)
    }
    return true
  }

  private mutating func readReceipts(_ reader: inout SnapshotReader) -> Bool {
    guard reader.number(below: .max) == receipts.count else { return false }
    for position in receipts.indices {
      guard let isThere = reader.byte(), isThere < 2 else { return false }
      guard isThere == 1 else { continue }
      guard let number = reader.text(), let bits = reader.number(below: 1 << 32),
        let date = CivilDate(dayNumber: Int32(truncatingIfNeeded: bits))
      else { return false }
      receipts[position] = Receipt(number: number, date: date)
    }
    return true
  }
}

// MARK: - Rounds

extension RunState {
  private mutating func readRounds(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let count = reader.number(below: standings.count + 1) else { return false }
    var last: Int32 = -1
    for _ in 0..<count {
      guard let measure = readRound(&reader, engine), measure.raw > last else { return false }
      last = measure.raw
    }
    return true
  }

  /// Reads a round by opening it and giving its votes, so that only what can happen is read.
  private mutating func readRound(
    _ reader: inout SnapshotReader, _ engine: Engine
  ) -> MeasureIndex? {
    guard let position = reader.number(below: standings.count),
      let transition = reader.number(below: Int(Int32.max)),
      let number = reader.number(below: Int(Int32.max)),
      let requester = reader.number(below: engine.roadmap.people.count),
      let opened = reader.number().flatMap({ Instant(microseconds: Int64(bitPattern: $0)) }),
      let reminded = reader.steps(), let skips = reader.skips(engine),
      let pauses = reader.pauses()
    else { return nil }
    let measure = MeasureIndex(position)
    guard number > 0, number == Int(standings[position].rounds), !rounds.isOpen(measure) else {
      return nil
    }
    standings[position].rounds -= 1
    engine.openRound(
      measure, TransitionIndex(transition), number: number, by: PersonIndex(requester),
      at: opened, in: &self)
    guard var round = rounds[measure], round.take(skips),
      let passed = readPassed(&reader, of: round),
      readVotes(&reader, in: &round, passed, engine),
      let escalations = reader.escalations(of: round, engine),
      reminded.allSatisfy({ round.passed.indices.contains($0.position) })
    else { return nil }
    round.reminded = reminded
    round.escalations = escalations
    round.pauses = pauses
    rounds.update(measure) { $0 = round }
    return measure
  }

  private func readPassed(_ reader: inout SnapshotReader, of round: OpenRound) -> [Bool]? {
    guard reader.number(below: .max) == round.passed.count else { return nil }
    var passed: [Bool] = []
    for _ in round.passed {
      guard let byte = reader.byte(), byte < 2 else { return nil }
      passed.append(byte == 1)
    }
    return passed
  }

  /// Reads the votes and checks them against the steps that have passed: nobody votes twice in a
  /// step, and no step has passed without a vote. A vote may be ahead of its stage, since a step
  /// before it may have been reopened, and chairs decide out of turn.
  private func readVotes(
    _ reader: inout SnapshotReader, in round: inout OpenRound, _ passed: [Bool], _ engine: Engine
  ) -> Bool {
    let plan = engine.plan.routes[round.route.position]
    guard let votes = reader.votes(on: plan, engine),
      let dissents = reader.votes(on: plan, areApprovals: false, engine)
    else { return false }
    for vote in votes + dissents {
      guard !round.hasVoted(vote.person, in: vote.step),
        !round.hasVoted(vote.principal, in: vote.step)
      else { return false }
      if vote.verdict.isApproval { round.votes.append(vote) } else { round.dissents.append(vote) }
    }
    round.passed = passed
    return passed.indices.allSatisfy { step in
      round.skip(of: StepIndex(step)) == nil
        ? !passed[step] || round.votes.contains { $0.step.position == step } : passed[step]
    }
  }
}
