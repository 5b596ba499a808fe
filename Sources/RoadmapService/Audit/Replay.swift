import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel

/// Decides every act of a journal again and compares.
struct Replay {
  /// What is wrong with a journal, and from which event on.
  struct Fault {
    let number: EventNumber
    let text: Text
  }

  private let engine: Engine
  private let judge: SignatureJudge
  private let journal: JournalHead
  private let requests: [RequestID: ClosedRange<EventNumber>]
  private let snapshot: Snapshot?
  private var state: RunState
  private var group: [EventRecord] = []
  /// The hash of the last event that was taken, and of the one before the group.
  private var hash: Digest
  private var hashBefore: Digest
  private var lastRecorded: Instant?
  /// The first fault, or nil as long as there is none.
  private(set) var fault: Fault?

  /// Creates a replay from the beginning of a journal.
  ///
  /// - Parameters:
  ///   - engine: the rules.
  ///   - journal: the journal that all events must belong to.
  ///   - requests: the numbers of the events that the store says each request has written.
  ///   - snapshot: a state that the events must lead to.
  init(
    engine: Engine, journal: JournalHead, requests: [RequestID: ClosedRange<EventNumber>],
    snapshot: Snapshot?
  ) {
    self.engine = engine
    judge = SignatureJudge(engine.roadmap, digest: journal.definition)
    self.journal = journal
    hash = journal.chain.opening
    hashBefore = hash
    self.requests = requests
    self.snapshot = snapshot
    state = engine.initialState
  }

  /// Takes the next event, and judges the request before it once that is complete.
  mutating func take(_ record: EventRecord, from stored: StoredEvent) {
    guard record.journal == journal.id, record.number == stored.number else {
      return find(
        stored.number,
        Text(
          en: "event \(stored.number) belongs to another run or another place",
          ru: "событие \(stored.number) относится к другому исполнению или другому месту"))
    }
    if let first = group.first, first.stamp.request != record.stamp.request { finish() }
    if group.isEmpty { hashBefore = hash }
    group.append(record)
    hash = stored.hash
  }

  /// Judges the events of the request that has been collected.
  mutating func finish() {
    defer { group = [] }
    guard fault == nil, let first = group.first, let last = group.last else { return }
    judgeStamp(of: first, last)
    judgeAct(of: first)
    guard fault == nil else { return }
    for record in group { engine.evolve(&state, record.event, at: record.stamp.effective) }
    lastRecorded = last.stamp.recorded
    judgeSnapshot(at: first.number...last.number)
  }

  private mutating func judgeStamp(of first: EventRecord, _ last: EventRecord) {
    guard requests[first.stamp.request] == first.number...last.number else {
      return find(
        first.number,
        Text(
          en: "event \(first.number) names another request than the one that wrote it",
          ru: "событие \(first.number) называет не тот запрос, которым записано"))
    }
    if let lastRecorded, first.stamp.recorded < lastRecorded {
      find(
        first.number,
        Text(
          en: "event \(first.number) was recorded before the event that it follows",
          ru: "событие \(first.number) записано раньше предыдущего"))
    }
  }

  private mutating func judgeAct(of first: EventRecord) {
    guard fault == nil else { return }
    guard let command = first.event.command,
      let voucher = judgeSignature(of: first, by: command.actor ?? .nobody),
      engine.decide(command, in: state, at: first.stamp.effective, vouched: voucher).events
        == group.map(\.event),
      group.allSatisfy({ $0.stamp == first.stamp })
    else {
      guard fault == nil else { return }
      return find(
        first.number,
        Text(
          en: "event \(first.number) records an act that the rules do not allow there",
          ru: "событие \(first.number) описывает действие, которое правила там не допускают"))
    }
  }

  /// What stands behind the act, or nil where its signature is wrong.
  private mutating func judgeSignature(of act: EventRecord, by person: PersonIndex?) -> Voucher? {
    if let stray = group.dropFirst().first(where: { $0.signature != nil }) {
      find(stray.number, judge.text(.misplaced, at: stray.number, of: person))
      return nil
    }
    do throws(SignatureProblem) {
      return try judge.voucher(of: act, by: person, after: hashBefore)
    } catch {
      find(act.number, judge.text(error, at: act.number, of: person))
      return nil
    }
  }

  /// A snapshot is what commands start from, so it must not tell another story than the events.
  private mutating func judgeSnapshot(at numbers: ClosedRange<EventNumber>) {
    guard let snapshot, numbers.contains(snapshot.number) else { return }
    let told = RunState(decoding: snapshot.bytes, for: engine)
    guard snapshot.number != numbers.upperBound || told != state else { return }
    find(
      snapshot.number,
      Text(
        en: "the snapshot after event \(snapshot.number) tells another state than the events",
        ru: "снимок после события \(snapshot.number) расходится с событиями"))
  }

  private mutating func find(_ number: EventNumber, _ text: Text) {
    fault = Fault(number: number, text: text)
  }
}

extension Event {
  /// The command whose first event this can be.
  var command: Command? {
    switch self {
    case .started(let person): .start(by: person)
    case .roundOpened(let measure, let transition, _, let person):
      .advance(measure, transition, by: person)
    case .moved(let measure, let transition, _, _, .direct, let person):
      .advance(measure, transition, by: person)
    case .voted(let measure, let vote): .vote(measure, Command.Vote(vote))
    case .retracted(let measure, _, let step, let remarks, let person):
      .retract(measure, step: step, remarks: remarks, by: person)
    case .roundClosed(let measure, _, .withdrawn, let person, let remarks):
      .withdraw(measure, remarks: remarks, by: person)
    case .received(let document, let number, let date, let person):
      .receive(document, number: number, date: date, by: person)
    case .reminded(_, let person), .escalated(_, let person): .tick(by: person)
    case .extended(let measure, _, let day, let reason, let person):
      .extend(measure, until: day, reason: reason, by: person)
    case .attached(let measure, let file, let person): .attach(file, to: measure, by: person)
    case .mandated(let mandate, let person): .mandate(mandate, by: person)
    case .revoked(let act, let reason, let person): .revoke(act, reason: reason, by: person)
    case .exceptional(let act): .exceptional(act)
    case .moved, .stepPassed, .stepsReopened, .approvalsKept, .roundClosed: nil
    }
  }
}

extension Command.Vote {
  /// The decision as it must have been asked for.
  fileprivate init(_ vote: Event.Vote) {
    self.init(
      vote.verdict, step: vote.step, remarks: vote.remarks,
      seen: vote.seen.map { .digest($0.hex) }, to: vote.target, by: vote.person,
      for: vote.representation?.principal ?? vote.person)
  }
}
