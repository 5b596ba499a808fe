import CivilTime
public import RoadmapEngine
public import RoadmapModel

/// Turns events into the bytes that a journal keeps, and back.
///
/// Version 1: a JSON object in canonical form (RFC 8785, whole numbers only) that names measures,
/// people, states, transitions, steps and documents by their ids in the definition, so that an
/// auditor can read it with nothing but the definition beside it. Times are in UTC (RFC 3339).
public struct EventCodec: Sendable {
  /// The version of the format, under the key `v`.
  public static let version: Int64 = 1

  let roadmap: Roadmap
  let index: NameIndex

  /// Creates the codec for the events of runs of a roadmap.
  public init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    index = NameIndex(roadmap)
  }

  /// The bytes of events that follow the end of a journal, in order.
  ///
  /// - Parameters:
  ///   - events: the events of one decision.
  ///   - stamp: when, and on whose word.
  ///   - head: the end of the journal.
  ///   - state: the state at that end, which knows the routes of open rounds.
  /// - Returns: the bytes of each event.
  public func encode(
    _ events: [Event], _ stamp: Stamp, after head: JournalHead, in state: RunState
  ) -> [[UInt8]] {
    records(of: events, stamp, after: head, in: state).map { encode($0) }
  }

  /// The records of events that follow the end of a journal.
  func records(
    of events: [Event], _ stamp: Stamp, after head: JournalHead, in state: RunState
  ) -> [EventRecord] {
    let opened = events.first.flatMap { route(openedBy: $0) }
    return events.enumerated().map { position, event in
      EventRecord(
        number: head.events + Int64(position) + 1, journal: head.id, stamp: stamp, event: event,
        route: event.stepMeasure.flatMap { opened ?? state.openRound(of: $0)?.route })
    }
  }

  /// The route of the round that an event opens, whose steps the events behind it name.
  private func route(openedBy event: Event) -> RouteIndex? {
    guard case .roundOpened(let measure, let transition, _, _) = event else { return nil }
    return roadmap.route(of: transition, for: measure)
  }

  /// The bytes of one event; without its signature, what that covers.
  public func encode(_ record: EventRecord, withSignature: Bool = true) -> [UInt8] {
    let stamp = record.stamp
    var members: [JSONObject.Member] = [
      .init(key: "v", value: .integer(Self.version)),
      .init(key: "n", value: .integer(record.number)),
      .init(key: "run", value: .string(record.journal.description)),
      .init(key: "at", value: .string(stamp.effective.rfc3339)),
      .init(key: "recorded", value: .string(stamp.recorded.rfc3339)),
      .init(key: "auth", value: .string(stamp.authentication.rawValue)),
      .init(key: "request", value: .string(stamp.request.text)),
    ]
    members += fields(of: record.event, on: record.route).map {
      .init(key: $0.key, value: $0.value)
    }
    if let signature = record.signature {
      members.append(.init(key: "key", value: .string(signature.key.description)))
      if withSignature {
        let text = Base64.text(of: signature.bytes)
        members.append(.init(key: "signature", value: .string(text)))
      }
    }
    return JSONValue.object(JSONObject(members)).canonicalBytes
  }

  /// What an event says in its own keys, `event` and `by` among them.
  private func fields(
    of event: Event, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    switch event {
    case .started(let person): named("run-started", person)
    case .roundOpened(let measure, let transition, let round, let person):
      named("round-opened", person) + of(measure) + transitionField(transition, of: measure)
        + [("round", .integer(Int64(round)))]
    case .voted(let measure, let vote):
      named("step-decided", vote.person) + of(measure) + fields(of: vote, of: measure, on: route)
    case .retracted(let measure, let round, let step, let remarks, let person):
      named("vote-retracted", person) + of(measure)
        + fields(retracting: step, of: round, on: route, remarks)
    case .stepPassed(let measure, let round, let step):
      [("event", .string("step-passed"))] + of(measure) + stepFields(route, round, step)
    case .roundClosed(let measure, let round, let outcome, let person, let remarks):
      named("round-closed", person) + of(measure) + closingFields(round, outcome, remarks)
    case .moved(let measure, let transition, let from, let to, let cause, let person):
      named("measure-moved", person) + of(measure) + transitionField(transition, of: measure)
        + stateFields(measure, from, to) + [("cause", .string(cause.word))]
    case .received(let document, let number, let date, let person):
      named("document-received", person) + receiptFields(document, number, date)
    case .reminded(let reminder, let person):
      fields(of: reminder, "reminded", on: route, by: person)
    case .escalated(let reminder, let person):
      fields(of: reminder, "escalated", on: route, by: person)
    case .extended(let measure, let from, let until, let reason, let person):
      named("term-extended", person) + of(measure) + extensionFields(from, until, reason)
    case .attached(let measure, let file, let person):
      named("attached", person) + of(measure) + fields(of: file)
    case .approvalsKept(let measure, let kept):
      [("event", .string("approvals-kept"))] + of(measure) + fields(of: kept, on: route)
    case .stepsReopened(let measure, let reopening):
      named("steps-reopened", reopening.person) + of(measure) + fields(of: reopening, on: route)
    case .mandated(let mandate, let person): fields(of: mandate, by: person)
    case .revoked(let act, let reason, let person):
      fields(revoking: act, reason, by: person)
    case .exceptional(let act): fields(of: act, on: route)
    }
  }

  private func fields(
    of vote: Event.Vote, of measure: MeasureIndex, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    let said = stepFields(route, vote.round, vote.step) + [("decision", .string(vote.verdict.word))]
    return said + remarksField(vote.remarks) + fields(of: vote.representation)
      + chairField(vote.isChair) + seenField(vote.seen)
      + targetField(vote.target, of: measure, on: route)
  }

  private func closingFields(
    _ round: Int, _ outcome: RoundOutcome, _ remarks: String?
  ) -> [(key: String, value: JSONValue)] {
    [("round", .integer(Int64(round))), ("outcome", .string(outcome.word))] + remarksField(remarks)
  }

  private func extensionFields(
    _ from: CivilDate, _ until: CivilDate, _ reason: String
  ) -> [(key: String, value: JSONValue)] {
    [("from", .string(from.iso)), ("until", .string(until.iso)), ("reason", .string(reason))]
  }

  private func receiptFields(
    _ document: DocumentIndex, _ number: String, _ date: CivilDate
  ) -> [(key: String, value: JSONValue)] {
    [
      ("document", .string(roadmap.documents.id(document.position))),
      ("number", .string(number)), ("date", .string(date.iso)),
    ]
  }

  func named(_ name: String, _ person: PersonIndex) -> [(key: String, value: JSONValue)] {
    [("event", .string(name)), ("by", .string(roadmap.people.id(person.position)))]
  }

  func of(_ measure: MeasureIndex) -> [(key: String, value: JSONValue)] {
    [("measure", .string(roadmap.id(of: measure)))]
  }

  private func transitionField(
    _ transition: TransitionIndex, of measure: MeasureIndex
  ) -> [(key: String, value: JSONValue)] {
    let transitions = roadmap.lifecycle(of: measure)?.transitions ?? []
    return [("transition", .string(transitions.id(transition.position)))]
  }

  private func stateFields(
    _ measure: MeasureIndex, _ from: StateIndex, _ to: StateIndex
  ) -> [(key: String, value: JSONValue)] {
    let states = roadmap.lifecycle(of: measure)?.states ?? []
    return [("from", .string(states.id(from.position))), ("to", .string(states.id(to.position)))]
  }

  func stepFields(
    _ route: RouteIndex?, _ round: Int, _ step: StepIndex
  ) -> [(key: String, value: JSONValue)] {
    let position = route?.position ?? -1
    let steps = roadmap.routes.indices.contains(position) ? roadmap.routes[position].steps : []
    return [
      ("round", .integer(Int64(round))), ("route", .string(roadmap.routes.id(position))),
      ("step", .string(steps.id(step.position))),
    ]
  }

  func remarksField(_ remarks: String?) -> [(key: String, value: JSONValue)] {
    remarks.map { [("remarks", .string($0))] } ?? []
  }
}

extension Event {
  /// The measure in whose round a step is named, where one is.
  fileprivate var stepMeasure: MeasureIndex? {
    switch self {
    case .voted(let measure, _), .stepPassed(let measure, _, _), .stepsReopened(let measure, _),
      .approvalsKept(let measure, _), .retracted(let measure, _, _, _, _):
      measure
    case .reminded(let reminder, _), .escalated(let reminder, _):
      reminder.place == nil ? nil : reminder.measure
    case .exceptional(let act): act.step == nil ? nil : act.measure
    default: nil
    }
  }
}
