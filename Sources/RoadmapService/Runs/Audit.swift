public import Bilingual
import CivilTime
import RoadmapEngine
public import RoadmapJournal
import RoadmapModel

/// What an audit of a run found.
public struct RunAudit: Sendable {
  /// The events that are in order, counted up to the first fault.
  public let events: EventNumber
  /// The head to keep elsewhere.
  public let hash: Digest
  /// The first fault, or nil where there is none.
  public let fault: Text?
}

extension RunSession {
  /// Audits a run: the chain of hashes, a head kept elsewhere, and that every act was one that the
  /// rules allow, decided again from the beginning.
  ///
  /// A chain shows that bytes were changed; deciding again shows events that nobody was entitled
  /// to, even where somebody has recomputed all hashes.
  ///
  /// - Throws: ``ServiceError`` where the journal cannot be read at all.
  public static func audit(
    _ name: String?, in store: any JournalStore, against kept: Digest?
  ) throws(ServiceError) -> RunAudit {
    let head = try find(name, in: store)
    let chain = try attempt { () throws(StoreError) in
      try store.audit(head.id, against: kept.map { KeptHead(hash: $0) })
    }
    if let fault = chain.firstBreak {
      return RunAudit(events: chain.events, hash: chain.hash, fault: fault.text)
    }
    let bytes = try attempt { () throws(StoreError) in try store.definition(head.definition) }
    let session = RunSession(
      store: store, head: head, engine: Engine(try compiledDefinition(bytes)))
    let fault = try session.firstUnlawfulAct()
    return RunAudit(
      events: fault.map { $0.number - 1 } ?? chain.events, hash: chain.hash, fault: fault?.text)
  }

  private func firstUnlawfulAct() throws(ServiceError) -> (number: EventNumber, text: Text)? {
    var replay = Replay(engine: engine, journal: head.id)
    var failure: ServiceError?
    try attempt { () throws(StoreError) in
      try store.walk(head.id) { stored in
        do throws(ServiceError) {
          replay.take(try record(of: stored))
        } catch {
          failure = error
        }
        return failure == nil && replay.fault == nil
      }
    }
    if case .brokenEvent(let number, let text) = failure { return (number, text) }
    if let failure { throw failure }
    replay.finish()
    return replay.fault
  }
}

/// Decides every act of a journal again and compares.
private struct Replay {
  let engine: Engine
  let journal: JournalID
  private var state: RunState
  private var group: [EventRecord] = []
  private(set) var fault: (number: EventNumber, text: Text)?

  init(engine: Engine, journal: JournalID) {
    self.engine = engine
    self.journal = journal
    state = engine.initialState
  }

  mutating func take(_ record: EventRecord) {
    guard record.journal == journal else {
      fault = (
        record.number,
        Text(
          en: "event \(record.number) belongs to another run",
          ru: "событие \(record.number) относится к другому исполнению")
      )
      return
    }
    if let first = group.first, first.stamp.request != record.stamp.request { finish() }
    group.append(record)
  }

  /// Judges the events of the request that has been collected.
  mutating func finish() {
    defer { group = [] }
    guard fault == nil, let first = group.first else { return }
    let events = group.map(\.event)
    let time = first.stamp.effective
    guard let command = first.event.command,
      engine.decide(command, in: state, at: time).events == events,
      group.allSatisfy({ $0.stamp == first.stamp })
    else {
      fault = (
        first.number,
        Text(
          en: "event \(first.number) records an act that the rules do not allow there",
          ru: "событие \(first.number) описывает действие, которое правила там не допускают")
      )
      return
    }
    for event in events { engine.evolve(&state, event, at: time) }
  }
}

extension Event {
  /// The command whose first event this can be.
  fileprivate var command: Command? {
    switch self {
    case .started(let person): .start(by: person)
    case .roundOpened(let measure, let transition, _, let person):
      .advance(measure, transition, by: person)
    case .moved(let measure, let transition, _, _, .direct, let person):
      .advance(measure, transition, by: person)
    case .voted(let measure, _, let step, let person, let verdict, let remarks):
      switch verdict {
      case .approve, .approveWithRemarks:
        .approve(measure, step: step, remarks: remarks, by: person)
      case .returnForRework: .returnForRework(measure, step: step, remarks: remarks, by: person)
      case .reject: .reject(measure, step: step, remarks: remarks, by: person)
      }
    case .roundClosed(let measure, _, .withdrawn, let person, let remarks):
      .withdraw(measure, remarks: remarks, by: person)
    case .received(let document, let number, let date, let person):
      .receive(document, number: number, date: date, by: person)
    case .moved, .stepPassed, .roundClosed: nil
    }
  }
}
