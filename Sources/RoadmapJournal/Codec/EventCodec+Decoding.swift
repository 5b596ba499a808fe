import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// Reads the bytes of one event.
  ///
  /// - Throws: ``EventCodecError`` where they are no event of version 1 in canonical form, name
  ///   something that the definition does not have, or say more than an event says.
  public func decode(_ bytes: [UInt8]) throws(EventCodecError) -> EventRecord {
    let record = try read(bytes)
    guard encode(record) == bytes else {
      throw EventCodecError(
        Text(
          en: "it is not in the form in which events are written",
          ru: "оно записано не в том виде, в каком пишутся события"))
    }
    return record
  }

  private func read(_ bytes: [UInt8]) throws(EventCodecError) -> EventRecord {
    let object: JSONObject
    do {
      guard let parsed = try JSONValue(parsing: bytes).object else {
        throw EventCodecError(Text(en: "it is no JSON object", ru: "это не объект JSON"))
      }
      object = parsed
    } catch let error as JSONError {
      throw EventCodecError(error.text)
    } catch let error as EventCodecError {
      throw error
    } catch {
      throw EventCodecError(Text(verbatim: "\(error)"))
    }
    let fields = EventFields(object)
    guard try fields.integer("v") == Self.version else {
      throw EventCodecError(
        Text(en: "its version is not known here", ru: "его версия здесь неизвестна"))
    }
    return EventRecord(
      number: try fields.integer("n"), journal: try fields.journal("run"),
      stamp: try fields.stamp(), event: try event(fields), route: try route(fields),
      signature: try fields.signature())
  }

  private func event(_ fields: EventFields) throws(EventCodecError) -> Event {
    let name = try fields.string("event")
    switch name {
    case "run-started": return .started(by: try person(fields))
    case "round-opened":
      let measure = try measure(fields)
      return .roundOpened(
        measure, try transition(fields, of: measure), round: try fields.count("round"),
        by: try person(fields))
    case "step-decided":
      let measure = try measure(fields)
      return .voted(measure, try vote(fields, on: measure))
    case "vote-retracted": return try retracted(fields)
    case "step-passed":
      return .stepPassed(
        try measure(fields), round: try fields.count("round"), step: try step(fields))
    case "round-closed":
      return .roundClosed(
        try measure(fields), round: try fields.count("round"),
        outcome: try fields.choice("outcome"), by: try person(fields),
        remarks: try fields.optionalString("remarks"))
    case "measure-moved": return try moved(fields)
    case "document-received": return try received(fields)
    case "reminded": return .reminded(try reminder(fields), by: try optionalPerson(fields))
    case "escalated": return .escalated(try reminder(fields), by: try optionalPerson(fields))
    case "term-extended": return try extended(fields)
    case "act-revoked":
      return .revoked(
        try revocation(fields), reason: try fields.optionalString("reason"),
        by: try person(fields))
    default:
      if let event = try contentEvent(name, fields) { return event }
      if let mandate = try mandate(name, fields) {
        return .mandated(mandate, by: try person(fields))
      }
      return .exceptional(try exceptionalAct(name, fields))
    }
  }

  private func extended(_ fields: EventFields) throws(EventCodecError) -> Event {
    .extended(
      try measure(fields), from: try fields.date("from"), until: try fields.date("until"),
      reason: try fields.string("reason"), by: try person(fields))
  }

  private func moved(_ fields: EventFields) throws(EventCodecError) -> Event {
    let measure = try measure(fields)
    return .moved(
      measure, try transition(fields, of: measure), from: try state("from", fields, of: measure),
      to: try state("to", fields, of: measure), cause: try fields.choice("cause"),
      by: try person(fields))
  }

  private func vote(
    _ fields: EventFields, on measure: MeasureIndex
  ) throws(EventCodecError) -> Event.Vote {
    let person = try person(fields)
    var vote = Event.Vote(
      round: try fields.count("round"), step: try step(fields), by: person,
      verdict: try fields.choice("decision"), remarks: try fields.optionalString("remarks"),
      seen: try fields.optionalDigest("seen"), to: try target(fields, of: measure))
    vote.representation = try representation(of: person, fields)
    vote.isChair = try isChair(fields, vote.verdict)
    return vote
  }

  private func received(_ fields: EventFields) throws(EventCodecError) -> Event {
    let id = try fields.string("document")
    guard let document = roadmap.documents.position(of: id) else { throw .unknown("document", id) }
    return .received(
      DocumentIndex(document), number: try fields.string("number"), date: try fields.date("date"),
      by: try person(fields))
  }

  func measure(_ fields: EventFields) throws(EventCodecError) -> MeasureIndex {
    let id = try fields.string("measure")
    guard let measure = index.measures[Array(id.utf8)] else { throw .unknown("measure", id) }
    return measure
  }

  func person(_ fields: EventFields) throws(EventCodecError) -> PersonIndex {
    try person("by", fields)
  }

  func person(_ key: String, _ fields: EventFields) throws(EventCodecError) -> PersonIndex {
    let id = try fields.string(key)
    guard let person = index.people[Array(id.utf8)] else { throw .unknown(key, id) }
    return person
  }

  private func transition(
    _ fields: EventFields, of measure: MeasureIndex
  ) throws(EventCodecError) -> TransitionIndex {
    let id = try fields.string("transition")
    guard let position = roadmap.lifecycle(of: measure)?.transitions.position(of: id) else {
      throw .unknown("transition", id)
    }
    return TransitionIndex(position)
  }

  func state(
    _ key: String, _ fields: EventFields, of measure: MeasureIndex
  ) throws(EventCodecError) -> StateIndex {
    let id = try fields.string(key)
    guard let position = roadmap.lifecycle(of: measure)?.states.position(of: id) else {
      throw .unknown(key, id)
    }
    return StateIndex(position)
  }

  func route(_ fields: EventFields) throws(EventCodecError) -> RouteIndex? {
    guard let id = try fields.optionalString("route") else { return nil }
    guard let route = roadmap.routes.position(of: id) else { throw .unknown("route", id) }
    return RouteIndex(route)
  }

  func step(_ fields: EventFields) throws(EventCodecError) -> StepIndex {
    guard let route = try route(fields) else { throw .missing("route") }
    let step = try fields.string("step")
    guard let position = roadmap.routes[route.position].steps.position(of: step) else {
      throw .unknown("step", step)
    }
    return StepIndex(position)
  }
}

/// The fields of an event that is being read.
struct EventFields {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func string(_ key: String) throws(EventCodecError) -> String {
    guard let value = object[key]?.string else { throw .missing(key) }
    return value
  }

  func optionalString(_ key: String) throws(EventCodecError) -> String? {
    guard object[key] != nil else { return nil }
    return try string(key)
  }

  func date(_ key: String) throws(EventCodecError) -> CivilDate {
    guard let date = CivilDate(iso: try string(key)) else { throw .missing(key) }
    return date
  }

  func has(_ key: String) -> Bool { object[key] != nil }

  /// The fields of an object in the event, where it is there.
  func optionalObject(_ key: String) throws(EventCodecError) -> EventFields? {
    guard let value = object[key] else { return nil }
    guard let inner = value.object else { throw .missing(key) }
    return EventFields(inner)
  }

  /// A list of texts.
  func strings(_ key: String) throws(EventCodecError) -> [String] {
    try list(key) { $0.string }
  }

  /// A list of values that `read` understands, every one of them.
  func list<Item>(_ key: String, _ read: (JSONValue) -> Item?) throws(EventCodecError) -> [Item] {
    guard case .array(let values)? = object[key] else { throw .missing(key) }
    let items = values.compactMap(read)
    guard items.count == values.count else { throw .missing(key) }
    return items
  }

  func integer(_ key: String) throws(EventCodecError) -> Int64 {
    guard let value = object[key]?.integer else { throw .missing(key) }
    return value
  }

  /// A whole number from 1 that fits the tables of a run.
  func count(_ key: String) throws(EventCodecError) -> Int {
    guard let value = Int32(exactly: try integer(key)), value >= 1 else { throw .missing(key) }
    return Int(value)
  }

  func choice<Choice: Worded>(_ key: String) throws(EventCodecError) -> Choice {
    let word = try string(key)
    guard let choice = Choice(word: word) else { throw .unknown(key, word) }
    return choice
  }

  func journal(_ key: String) throws(EventCodecError) -> JournalID {
    guard let id = JournalID(hex: try string(key)) else { throw .missing(key) }
    return id
  }

  func time(_ key: String) throws(EventCodecError) -> Instant {
    guard let time = Instant(rfc3339: try string(key)) else { throw .missing(key) }
    return time
  }

  func signature() throws(EventCodecError) -> ActSignature? {
    guard let text = try optionalString("signature") else { return nil }
    guard let bytes = Base64.bytes(of: text), bytes.count == PublicKey.signatureByteCount else {
      throw .missing("signature")
    }
    guard let key = try? PublicKey(try string("key")) else { throw .missing("key") }
    return ActSignature(key: key, bytes: bytes)
  }

  func stamp() throws(EventCodecError) -> Stamp {
    let word = try string("auth")
    guard let authentication = Authentication(rawValue: word) else { throw .unknown("auth", word) }
    guard let request = RequestID(try string("request")) else { throw .missing("request") }
    return Stamp(
      effective: try time("at"), recorded: try time("recorded"), request: request,
      authentication: authentication)
  }
}
