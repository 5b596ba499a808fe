import RoadmapEngine
import RoadmapModel

extension ExceptionalAct {
  /// The step that it passes over.
  var step: StepIndex? {
    if case .skip(let step, _) = deed { step } else { nil }
  }
}

extension EventCodec {
  /// What an act outside of the usual course says in its own keys.
  func fields(
    of act: ExceptionalAct, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    let reason = act.reason.map { [("reason", JSONValue.string($0))] } ?? []
    return named(act.deed.name, act.person) + of(act.measure) + fields(of: act, route) + reason
  }

  private func fields(
    of act: ExceptionalAct, _ route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    switch act.deed {
    case .waive(.measure(let other)): return [("predecessor", .string(roadmap.id(of: other)))]
    case .waive(.document(let document)):
      return [("document", .string(roadmap.documents.id(document.position)))]
    case .skip(let step, let round): return stepFields(route, round, step)
    case .cancel, .suspend, .resume: return []
    case .reopen(let target):
      let states = roadmap.lifecycle(of: act.measure)?.states ?? []
      return [("to", .string(states.id(target.position)))]
    }
  }

  /// Reads an act outside of the usual course.
  func exceptionalAct(
    _ name: String, _ fields: EventFields
  ) throws(EventCodecError) -> ExceptionalAct {
    guard let power = Power.allCases.first(where: { $0.eventName == name }) else {
      throw .unknown("event", name)
    }
    let measure = try measure(fields)
    return ExceptionalAct(
      try deed(power, on: measure, fields), on: measure,
      reason: power == .resume
        ? try fields.optionalString("reason") : try fields.string("reason"),
      by: try person(fields))
  }

  private func deed(
    _ power: Power, on measure: MeasureIndex, _ fields: EventFields
  ) throws(EventCodecError) -> ExceptionalAct.Deed {
    switch power {
    case .waive: return .waive(try awaited(fields))
    case .skip: return .skip(try step(fields), round: try fields.count("round"))
    case .cancel: return .cancel
    case .suspend: return .suspend
    case .resume: return .resume
    case .reopen: return .reopen(to: try state("to", fields, of: measure))
    }
  }

  private func awaited(_ fields: EventFields) throws(EventCodecError) -> ExceptionalAct.Awaited {
    guard !fields.has("document") else { return .document(try document(fields)) }
    let id = try fields.string("predecessor")
    guard let measure = index.measures[Array(id.utf8)] else { throw .unknown("predecessor", id) }
    return .measure(measure)
  }

  private func document(_ fields: EventFields) throws(EventCodecError) -> DocumentIndex {
    let id = try fields.string("document")
    guard let position = roadmap.documents.position(of: id) else { throw .unknown("document", id) }
    return DocumentIndex(position)
  }
}

extension ExceptionalAct.Deed {
  fileprivate var name: String { power.eventName }
}

extension Power {
  /// What an event is called that uses it.
  fileprivate var eventName: String {
    switch self {
    case .waive: "waived"
    case .skip: "step-skipped"
    case .cancel: "measure-cancelled"
    case .suspend: "measure-suspended"
    case .resume: "measure-resumed"
    case .reopen: "measure-reopened"
    }
  }
}
