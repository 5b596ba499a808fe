import CivilTime
import RoadmapEngine
import RoadmapModel

/// A field of an event in its own keys.
private typealias Field = (key: String, value: JSONValue)

extension EventCodec {
  /// What a substitution, a delegation or an absence says in its own keys.
  func fields(
    of mandate: Mandate, by person: PersonIndex
  ) -> [(key: String, value: JSONValue)] {
    var fields: [Field] = [
      ("event", .string(mandate.kind.word)), ("by", id(of: person)),
      ("person", id(of: mandate.principal)),
    ]
    if let deputy = mandate.deputy { fields.append(("deputy", id(of: deputy))) }
    if let from = mandate.from { fields.append(("from", .string(from.iso))) }
    if let until = mandate.until { fields.append(("until", .string(until.iso))) }
    if let order = mandate.order { fields.append(("order", .string(order))) }
    if let reason = mandate.reason { fields.append(("reason", .string(reason))) }
    if mandate.scope != Mandate.Scope() {
      fields.append(("scope", self.scope(mandate.scope)))
    }
    return fields
  }

  private func scope(_ scope: Mandate.Scope) -> JSONValue {
    var members: [JSONObject.Member] = []
    if let route = scope.route {
      members.append(.init(key: "route", value: .string(roadmap.routes.id(route.position))))
    }
    if let step = scope.step, let route = scope.route,
      roadmap.routes.indices.contains(route.position)
    {
      let steps = roadmap.routes[route.position].steps
      members.append(.init(key: "step", value: .string(steps.id(step.position))))
    }
    if let measure = scope.measure {
      members.append(.init(key: "measure", value: .string(roadmap.id(of: measure))))
    }
    return .object(JSONObject(members))
  }

  /// What a revocation says in its own keys.
  func fields(
    revoking act: ActReference, _ reason: String?, by person: PersonIndex
  ) -> [(key: String, value: JSONValue)] {
    var fields: [Field] = [("event", .string("act-revoked")), ("by", id(of: person))]
    if case .order(let order) = act, let known = substitution(order) {
      fields += [("person", id(of: known.principal)), ("deputy", id(of: known.deputy))]
    }
    fields.append(actField(act))
    if let reason { fields.append(("reason", .string(reason))) }
    return fields
  }

  /// For whom a vote was given, and under which act, where it was not the giver's own.
  func fields(
    of representation: Representation?
  ) -> [(key: String, value: JSONValue)] {
    guard let representation else { return [] }
    return [("for", id(of: representation.principal)), actField(representation.act)]
  }

  private func actField(_ act: ActReference) -> Field {
    switch act {
    case .event(let number): ("act", .integer(Int64(number)))
    case .order(let order): ("order", .string(substitution(order)?.order ?? ""))
    }
  }

  private func substitution(_ index: SubstitutionIndex) -> Substitution? {
    roadmap.substitutions.indices.contains(index.position)
      ? roadmap.substitutions[index.position] : nil
  }

  private func id(of person: PersonIndex) -> JSONValue {
    .string(roadmap.people.id(person.position))
  }

  // MARK: Reading

  /// Reads a substitution, a delegation or an absence; `nil` for an event of another name.
  func mandate(_ name: String, _ fields: EventFields) throws(EventCodecError) -> Mandate? {
    guard let kind = Mandate.Kind(word: name) else { return nil }
    return Mandate(
      kind, of: try person("person", fields),
      by: fields.has("deputy") ? try person("deputy", fields) : nil,
      from: try fields.date("from"), until: fields.has("until") ? try fields.date("until") : nil,
      scope: try scope(fields), order: try fields.optionalString("order"),
      reason: try fields.optionalString("reason"))
  }

  private func scope(_ fields: EventFields) throws(EventCodecError) -> Mandate.Scope {
    var scope = Mandate.Scope()
    guard let inner = try fields.optionalObject("scope") else { return scope }
    if inner.has("route") { scope.route = try route(inner) }
    if inner.has("step") { scope.step = try step(inner) }
    if inner.has("measure") { scope.measure = try measure(inner) }
    return scope
  }

  /// Reads which act is revoked.
  func revocation(_ fields: EventFields) throws(EventCodecError) -> ActReference {
    guard fields.has("order") else { return try event(fields) }
    let (principal, deputy) = (try person("person", fields), try person("deputy", fields))
    return try order(fields, of: principal, by: deputy)
  }

  /// Reads for whom a vote of `actor` was given; `nil` where it is their own.
  func representation(
    of actor: PersonIndex, _ fields: EventFields
  ) throws(EventCodecError) -> Representation? {
    guard fields.has("for") else { return nil }
    let principal = try person("for", fields)
    let act =
      fields.has("order") ? try order(fields, of: principal, by: actor) : try event(fields)
    return Representation(of: principal, under: act)
  }

  private func event(_ fields: EventFields) throws(EventCodecError) -> ActReference {
    let number = try fields.integer("act")
    guard number > 0, let event = Int(exactly: number) else { throw .missing("act") }
    return .event(event)
  }

  private func order(
    _ fields: EventFields, of principal: PersonIndex, by deputy: PersonIndex
  ) throws(EventCodecError) -> ActReference {
    let order = try fields.string("order")
    guard let found = roadmap.substitution(of: principal, by: deputy, order: order) else {
      throw .unknown("order", order)
    }
    return .order(found)
  }
}

extension Mandate.Kind: Worded {
  var word: String {
    switch self {
    case .substitution: "substitution-recorded"
    case .delegation: "delegation-recorded"
    case .absence: "absence-recorded"
    }
  }
}
