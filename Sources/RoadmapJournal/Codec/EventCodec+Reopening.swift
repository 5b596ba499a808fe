import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// What a reopening says in its own keys.
  func fields(
    of reopening: Reopening, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    let steps = reopening.steps.map { step -> JSONValue in
      let people = step.dropped.map { JSONValue.string(roadmap.people.id($0.position)) }
      return ["step": .string(stepID(step.step, on: route)), "dropped": .array(people)]
    }
    return roundFields(route, reopening.round) + fields(of: reopening.cause, on: route)
      + [("steps", .array(steps))]
  }

  private func fields(
    of cause: Reopening.Cause, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    switch cause {
    case .edited(let name): [("cause", .string("edited")), ("name", .string(name))]
    case .returned(let step):
      [("cause", .string("returned")), ("to-step", .string(stepID(step, on: route)))]
    }
  }

  /// Reads a reopening.
  func reopening(_ fields: EventFields) throws(EventCodecError) -> Reopening {
    guard let route = try route(fields) else { throw .missing("route") }
    var steps: [Reopening.Step] = []
    for item in try fields.objects("steps") {
      var dropped: [PersonIndex] = []
      for id in try item.strings("dropped") { dropped.append(try person(id, for: "dropped")) }
      let step = try step(named: try item.string("step"), on: route)
      steps.append(Reopening.Step(step, dropped: dropped))
    }
    return Reopening(
      round: try fields.count("round"), try cause(fields, on: route), steps, by: try person(fields))
  }

  private func cause(
    _ fields: EventFields, on route: RouteIndex
  ) throws(EventCodecError) -> Reopening.Cause {
    let word = try fields.string("cause")
    switch word {
    case "edited": return .edited(name: try fields.string("name"))
    case "returned":
      return .returned(to: try step(named: try fields.string("to-step"), on: route))
    default: throw .unknown("cause", word)
    }
  }

  func stepID(_ step: StepIndex, on route: RouteIndex?) -> String {
    let position = route?.position ?? -1
    guard roadmap.routes.indices.contains(position) else { return "" }
    return roadmap.routes[position].steps.id(step.position)
  }

  /// The round and its route.
  func roundFields(_ route: RouteIndex?, _ round: Int) -> [(key: String, value: JSONValue)] {
    [
      ("round", .integer(Int64(round))),
      ("route", .string(roadmap.routes.id(route?.position ?? -1))),
    ]
  }

  func step(named id: String, on route: RouteIndex) throws(EventCodecError) -> StepIndex {
    guard let step = roadmap.routes[route.position].steps.position(of: id) else {
      throw .unknown("step", id)
    }
    return StepIndex(step)
  }

  func person(_ id: String, for key: String) throws(EventCodecError) -> PersonIndex {
    guard let person = index.people[Array(id.utf8)] else { throw .unknown(key, id) }
    return person
  }
}

extension EventFields {
  /// A list of objects.
  func objects(_ key: String) throws(EventCodecError) -> [EventFields] {
    try list(key) { $0.object.map { EventFields($0) } }
  }
}
