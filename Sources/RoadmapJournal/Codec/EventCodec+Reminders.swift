import CivilTime
import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// What a reminder says in its own keys; `by` only where somebody is named.
  func fields(
    of reminder: Reminder, _ name: String, on route: RouteIndex?, by person: PersonIndex?
  ) -> [(key: String, value: JSONValue)] {
    let people = reminder.people.map { JSONValue.string(roadmap.people.id($0.position)) }
    let actor = person.map { [("by", JSONValue.string(roadmap.people.id($0.position)))] } ?? []
    let step = reminder.place.map { stepFields(route, $0.round, $0.step) } ?? []
    return [("event", .string(name))] + actor + of(reminder.measure) + step
      + [
        ("cause", .string(reminder.cause.word)), ("deadline", .string(reminder.deadline.iso)),
        ("people", .array(people)),
      ]
  }

  /// Reads a reminder.
  func reminder(_ fields: EventFields) throws(EventCodecError) -> Reminder {
    var people: [PersonIndex] = []
    for id in try fields.strings("people") {
      guard let person = index.people[Array(id.utf8)] else { throw .unknown("people", id) }
      people.append(person)
    }
    var place: Reminder.Place?
    if fields.has("step") {
      place = Reminder.Place(round: try fields.count("round"), step: try step(fields))
    }
    return Reminder(
      of: try measure(fields), try fields.choice("cause"), deadline: try fields.date("deadline"),
      place: place, people: people)
  }

  /// Who is named, where somebody is.
  func optionalPerson(_ fields: EventFields) throws(EventCodecError) -> PersonIndex? {
    fields.has("by") ? try person(fields) : nil
  }
}

extension Reminder.Cause: Worded {
  var word: String {
    switch self {
    case .dueSoon: "due-soon"
    case .overdue: "overdue"
    case .stepLate: "step-late"
    }
  }
}
