import CivilTime
import RoadmapModel

extension RunMandates {
  /// Writes what stands, in the order of the journal, and the acts of the definition that were
  /// revoked.
  func write(to writer: inout SnapshotWriter) {
    writer.number(standing.count)
    for entry in standing {
      let mandate = entry.mandate
      writer.number(entry.number)
      writer.byte(mandate.kind.rawValue)
      writer.number(mandate.principal.raw)
      writer.position(mandate.deputy?.raw)
      writer.day(mandate.from)
      writer.day(mandate.until)
      writer.position(mandate.scope.route?.raw)
      writer.position(mandate.scope.step?.raw)
      writer.position(mandate.scope.measure?.raw)
      writer.textOrNone(mandate.order)
      writer.textOrNone(mandate.reason)
    }
    writer.number(revokedOrders.count)
    for order in revokedOrders { writer.number(order.raw) }
  }
}

extension RunState {
  /// Reads who acts for whom; false for what cannot have been written.
  mutating func readMandates(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let count = reader.number(below: reader.left + 1) else { return false }
    for _ in 0..<count {
      guard let number = reader.number(below: eventCount + 1), number > 0,
        acting.standing.last.map({ $0.number < number }) ?? true,
        let mandate = reader.mandate(), mandate.from != nil,
        engine.unknownParts(of: mandate).isEmpty, mandate.deputy != mandate.principal
      else { return false }
      acting.standing.append(StandingMandate(number: number, mandate: mandate))
    }
    guard let revoked = reader.number(below: engine.roadmap.substitutions.count + 1) else {
      return false
    }
    for _ in 0..<revoked {
      guard let position = reader.number(below: engine.roadmap.substitutions.count) else {
        return false
      }
      let order = SubstitutionIndex(position)
      guard engine.canonical(order) == order, !acting.revokedOrders.contains(order) else {
        return false
      }
      acting.revokedOrders.append(order)
    }
    return true
  }
}

extension SnapshotWriter {
  /// Writes a position, or that there is none.
  fileprivate mutating func position(_ raw: Int32?) { number(raw.map { Int64($0) + 1 } ?? 0) }

  fileprivate mutating func textOrNone(_ words: String?) {
    byte(words == nil ? 0 : 1)
    if let words { text(words) }
  }

  /// Writes for whom somebody acted, or that they acted for themselves.
  mutating func representation(_ representation: Representation?) {
    guard let representation else { return byte(0) }
    switch representation.act {
    case .event(let event):
      byte(1)
      number(event)
    case .order(let order):
      byte(2)
      number(order.raw)
    }
    number(representation.principal.raw)
  }

  mutating func escalations(_ escalations: [StepEscalation]) {
    number(escalations.count)
    for escalation in escalations {
      number(escalation.step.raw)
      number(escalation.number)
      day(escalation.from)
      number(escalation.people.count)
      for person in escalation.people { number(person.raw) }
    }
  }
}

extension SnapshotReader {
  /// Reads a position; the inner `nil` stands for none.
  private mutating func position() -> Int32?? {
    guard let number = number(below: Int(Int32.max)) else { return nil }
    return number == 0 ? .some(nil) : .some(Int32(truncatingIfNeeded: number - 1))
  }

  private mutating func textOrNone() -> String?? {
    guard let isThere = byte(), isThere < 2 else { return nil }
    guard isThere == 1 else { return .some(nil) }
    return text().map { .some($0) }
  }

  fileprivate mutating func mandate() -> Mandate? {
    guard let kind = byte().flatMap(Mandate.Kind.init),
      let principal = number(below: Int(Int32.max)), let deputy = position(), let from = day(),
      let until = day(), let route = position(), let step = position(), let measure = position(),
      let order = textOrNone(), let reason = textOrNone()
    else { return nil }
    let scope = Mandate.Scope(
      route: route.map { RouteIndex(raw: $0) }, step: step.map { StepIndex(raw: $0) },
      measure: measure.map { MeasureIndex(raw: $0) })
    return Mandate(
      kind, of: PersonIndex(principal), by: deputy.map { PersonIndex(raw: $0) }, from: from,
      until: until, scope: scope, order: order, reason: reason)
  }

  /// Reads for whom somebody acted; the inner `nil` stands for themselves.
  mutating func representation(_ engine: Engine) -> Representation?? {
    let act: ActReference
    switch byte() {
    case 0: return .some(nil)
    case 1:
      guard let number = number(below: .max) else { return nil }
      act = .event(number)
    case 2:
      guard let order = number(below: engine.roadmap.substitutions.count) else { return nil }
      act = .order(SubstitutionIndex(order))
    default: return nil
    }
    guard let principal = number(below: engine.roadmap.people.count) else { return nil }
    return Representation(of: PersonIndex(principal), under: act)
  }

  /// Reads the escalations of late steps of a round, each step once.
  mutating func escalations(of round: OpenRound, _ engine: Engine) -> [StepEscalation]? {
    guard let count = number(below: round.passed.count + 1) else { return nil }
    var found: [StepEscalation] = []
    for _ in 0..<count {
      guard let position = number(below: round.passed.count),
        !found.contains(where: { $0.step.position == position }),
        let event = number(below: .max), let from = day() ?? nil,
        let size = number(below: engine.roadmap.people.count + 1)
      else { return nil }
      var people: [PersonIndex] = []
      for _ in 0..<size {
        guard let person = number(below: engine.roadmap.people.count) else { return nil }
        people.append(PersonIndex(person))
      }
      found.append(
        StepEscalation(step: StepIndex(position), number: event, from: from, people: people))
    }
    return found
  }
}
