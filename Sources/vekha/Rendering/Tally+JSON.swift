import RoadmapEngine
import RoadmapModel
import SourceDiagnostics

extension Tally {
  /// Writes the keys of a step that say how its votes count, behind `needed` and `given`.
  func write(to writer: inout JSONWriter, in roadmap: Roadmap) {
    let id = { (person: PersonIndex) in roadmap.people[person.position].id }
    writer.key("unit")
    writer.string(unit.rawValue)
    writer.key("reached")
    writer.integer(reached)
    writer.key("weights")
    writer.object { writer in
      for voice in voices {
        writer.key(id(voice.person))
        writer.integer(voice.weight)
      }
    }
    writer.key("groups")
    writer.array { writer in
      for group in groups { write(group, to: &writer, in: roadmap) }
    }
    writer.key("dissents")
    writer.array { writer in
      for vote in dissents { write(vote, to: &writer, in: roadmap) }
    }
    writer.key("chairs")
    writer.array { writer in chairs.forEach { writer.string(id($0)) } }
    writer.key("passedBy")
    writer.stringOrNull(passedBy.map(id))
    writer.key("veto")
    switch veto {
    case .everybody: writer.null()
    case .only(let people): writer.array { writer in people.forEach { writer.string(id($0)) } }
    }
  }

  private func write(_ group: Group, to writer: inout JSONWriter, in roadmap: Roadmap) {
    writer.object { writer in
      writer.key("of")
      writer.string(roadmap.text(of: group.members))
      writer.key("needed")
      writer.integer(group.needed)
      writer.key("given")
      writer.array { writer in
        for person in group.given { writer.string(roadmap.people[person.position].id) }
      }
    }
  }

  private func write(
    _ vote: OpenRound.Vote, to writer: inout JSONWriter, in roadmap: Roadmap
  ) {
    writer.object { writer in
      writer.key("by")
      writer.string(roadmap.people[vote.person.position].id)
      writer.key("decision")
      switch vote.verdict {
      case .abstain: writer.string("abstain")
      case .returnForRework: writer.string("return")
      case .reject: writer.string("reject")
      case .approve, .approveWithRemarks: writer.string("approve")
      }
      writer.key("for")
      writer.stringOrNull(
        vote.representation.map { roadmap.people[$0.principal.position].id })
    }
  }
}
