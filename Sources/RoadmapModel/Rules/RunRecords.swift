import CEL
import CivilTime

/// One transition of one measure, in one row.
final class TransitionRecord: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap
  private let people: PersonRecords
  private let measure: MeasureIndex
  private let index: TransitionIndex
  private let lifecycle: Lifecycle
  private let transition: Transition

  /// Nil where the measure has no such transition.
  init?(
    _ index: TransitionIndex, of measure: MeasureIndex, _ roadmap: Roadmap, _ people: PersonRecords
  ) {
    guard let lifecycle = roadmap.lifecycle(of: measure),
      lifecycle.transitions.indices.contains(index.position)
    else { return nil }
    self.roadmap = roadmap
    self.people = people
    self.measure = measure
    self.index = index
    self.lifecycle = lifecycle
    transition = lifecycle[index]
    super.init(TransitionField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = TransitionField.allCases
    guard fields.indices.contains(field) else { return nil }
    switch fields[field] {
    case .id: return .string(transition.id)
    case .title: return .string(transition.title)
    case .from: return .list(transition.from.states.map { .string(stateID($0)) })
    case .to: return .string(stateID(transition.to))
    case .finishes: return .bool(lifecycle.doneStates.contains(transition.to))
    case .route:
      // A route that tables chose quorums for is known by the name that is written.
      let written = route?.origin.map { roadmap.routes[$0.position].id } ?? route?.id
      return written.map { .string($0) }
    case .steps:
      return .list(route.map { route in route.steps.indices.map { step($0, route) } } ?? [])
    }
  }

  private var route: Route? {
    roadmap.route(of: index, for: measure).flatMap { route in
      roadmap.routes.indices.contains(route.position) ? roadmap.routes[route.position] : nil
    }
  }

  private func stateID(_ state: StateIndex) -> String {
    lifecycle.states.indices.contains(state.position) ? lifecycle[state].id : ""
  }

  private func step(_ position: Int, _ route: Route) -> Value {
    let step = route.steps[position]
    let meant = roadmap.people(meant: step.by, for: measure, requester: nil)
    let isApart = route.separations.contains {
      $0.contains(.requester) && $0.contains(.step(StepIndex(position)))
    }
    return .record(
      StoredRecord(
        StepField.shape,
        [
          StepField.id.rawValue: .string(step.id), StepField.title.rawValue: .string(step.title),
          StepField.people.rawValue: people.list(meant),
          StepField.needed.rawValue: .int(Int64(step.quorum.needed(of: meant.count))),
          StepField.excludesRequester.rawValue: .bool(isApart),
        ]), row: 0)
  }
}

/// The external documents of a roadmap, a row each.
final class DocumentRecords: RecordTable, @unchecked Sendable {
  private let documents: [ExternalDocument]
  private let run: (any RunFacts)?

  init(_ documents: [ExternalDocument], _ run: (any RunFacts)?) {
    self.documents = documents
    self.run = run
    super.init(DocumentField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = DocumentField.allCases
    guard documents.indices.contains(row), fields.indices.contains(field) else { return nil }
    switch fields[field] {
    case .id: return .string(documents[row].id)
    case .title: return .string(documents[row].title)
    case .received: return run.map { .bool($0.receipt(of: DocumentIndex(row)) != nil) }
    case .number: return run?.receipt(of: DocumentIndex(row)).map { .string($0.number) }
    case .date: return run?.receipt(of: DocumentIndex(row)).flatMap { .day($0.date) }
    }
  }
}

extension Attachment {
  /// The attachment as a record.
  func record(_ people: PersonRecords) -> Value {
    var fields: [String: Value] = [
      AttachmentField.name.rawValue: .string(name), AttachmentField.size.rawValue: .int(size),
      AttachmentField.digest.rawValue: .string(digest.hex),
      AttachmentField.person.rawValue: people.record(person),
      AttachmentField.revision.rawValue: .int(Int64(revision)),
    ]
    fields[AttachmentField.time.rawValue] = .instant(time)
    return .record(StoredRecord(AttachmentField.shape, fields), row: 0)
  }
}

extension RoundFacts {
  /// The round as a record.
  func record(in roadmap: Roadmap, _ people: PersonRecords) -> Value {
    let steps =
      route.map {
        roadmap.routes.indices.contains($0.position) ? roadmap.routes[$0.position].steps : []
      } ?? []
    let name = { (step: StepIndex) in
      Value.string(steps.indices.contains(step.position) ? steps[step.position].id : "")
    }
    let votes = votes.map { vote in
      Value.record(
        StoredRecord(
          VoteField.shape,
          [
            VoteField.step.rawValue: name(vote.step),
            VoteField.person.rawValue: people.record(vote.person),
            VoteField.principal.rawValue: people.record(vote.principal),
            VoteField.remarks.rawValue: .bool(vote.hasRemarks),
          ]), row: 0)
    }
    let transitions = roadmap.lifecycle(of: measure)?.transitions ?? []
    let isKnown = transitions.indices.contains(transition.position)
    var fields: [String: Value] = [
      RoundField.number.rawValue: .int(Int64(number)),
      RoundField.transition.rawValue: .string(isKnown ? transitions[transition.position].id : ""),
      RoundField.votes.rawValue: .list(votes), RoundField.passed.rawValue: .list(passed.map(name)),
    ]
    fields[RoundField.requester.rawValue] = requester.map { people.record($0) }
    return .record(StoredRecord(RoundField.shape, fields), row: 0)
  }
}

extension Value {
  /// The first moment of a day in UTC.
  static func day(_ date: CivilDate) -> Value? {
    Timestamp(seconds: Int64(date.dayNumber) * 86_400).map(Value.timestamp)
  }

  /// A moment.
  static func instant(_ instant: Instant) -> Value? {
    let (seconds, rest) = instant.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    let isBefore = rest < 0
    return Timestamp(
      seconds: isBefore ? seconds - 1 : seconds,
      nanoseconds: Int32(truncatingIfNeeded: (isBefore ? rest + 1_000_000 : rest) * 1000)
    ).map(Value.timestamp)
  }
}

extension RunFacts {
  /// The fields of a measure, by name; nil, which is an error, where names cannot be told apart.
  func fields(of measure: MeasureIndex) -> Value? {
    let fields = attachments(of: measure).compactMap { field in
      field.value.map { (key: Value.string(field.name), value: Value.string($0)) }
    }
    return MapValue(fields).map(Value.map)
  }
}
