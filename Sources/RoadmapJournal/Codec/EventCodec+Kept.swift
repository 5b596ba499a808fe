import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// What kept approvals say in their own keys; `event` and `round` of each are those in which it
  /// was given, and signed where it was.
  func fields(
    of kept: KeptApprovals, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    let votes = kept.votes.map { vote -> JSONValue in
      var members: [(key: String, value: JSONValue)] = [
        ("step", .string(stepID(vote.step, on: route))),
        ("by", .string(roadmap.people.id(vote.person.position))),
        ("decision", .string(vote.verdict.word)), ("round", .integer(Int64(vote.round))),
        ("event", .integer(Int64(vote.number))),
      ]
      members += seenField(vote.seen) + fields(of: vote.representation) + chairField(vote.isChair)
      return .object(JSONObject(members.map { .init(key: $0.key, value: $0.value) }))
    }
    return roundFields(route, kept.round) + [("approvals", .array(votes))]
  }

  /// Reads kept approvals.
  func keptApprovals(_ fields: EventFields) throws(EventCodecError) -> KeptApprovals {
    guard let route = try route(fields) else { throw .missing("route") }
    var votes: [OpenRound.Vote] = []
    for item in try fields.objects("approvals") {
      let person = try person(item)
      var vote = OpenRound.Vote(
        step: try step(named: try item.string("step"), on: route), person: person,
        verdict: try item.choice("decision"), for: try representation(of: person, item),
        seen: try item.optionalDigest("seen"), round: try item.count("round"),
        number: try item.count("event"))
      vote.isChair = try isChair(item, vote.verdict)
      votes.append(vote)
    }
    return KeptApprovals(round: try fields.count("round"), votes)
  }
}
