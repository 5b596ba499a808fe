import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension StatusReport {
  /// The report as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("run")
      writer.string(session.head.name)
      writer.key("definition")
      writer.string(session.head.definition.description)
      writer.key("events")
      writer.integer(Int(session.head.events))
      writer.key("head")
      writer.string(session.head.hash.description)
      writer.key("acts")
      MandateSheet(session: session, today: time.date).writeActs(to: &writer)
      writer.key("measures")
      writer.array { writer in
        for measure in measures { write(session.status(of: measure, at: time), to: &writer) }
      }
    }
    return writer.text
  }

  private func write(_ status: MeasureStatus, to writer: inout JSONWriter) {
    let roadmap = session.roadmap
    let entry = roadmap.measures[status.measure]
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.id(of: status.measure))
      writer.key("number")
      writer.stringOrNull(roadmap.number(of: status.measure))
      writer.key("title")
      writer.string(roadmap.title(of: status.measure))
      writer.key("kind")
      writer.stringOrNull(entry.kind.map { roadmap.kinds[$0.position].id })
      writer.key("state")
      writer.stringOrNull(roadmap.lifecycle(of: status.measure)?[status.state].id)
      writer.key("done")
      writer.bool(status.isDone)
      writer.key("overdue")
      writer.bool(status.isOverdue)
      writer.key("due")
      write(entry.due, to: &writer)
      writeDays(of: status, to: &writer)
      status.exceptions.write(to: &writer, in: roadmap)
      writer.key("owners")
      writer.array { writer in
        for person in roadmap.measures.owners[status.measure.position] {
          writer.string(roadmap.people[person.position].id)
        }
      }
      ContentText(roadmap).write(status.attachments, to: &writer)
      writer.key("round")
      write(status.round, of: status.measure, to: &writer)
      writer.key("transitions")
      writer.array { writer in
        for way in status.ways { write(way, of: status.measure, to: &writer) }
      }
    }
  }

  private func write(_ due: Period?, to writer: inout JSONWriter) {
    guard let due else { return writer.null() }
    writer.object { writer in
      writer.key("from")
      writer.stringOrNull(due.from?.iso)
      writer.key("to")
      writer.stringOrNull(due.to?.iso)
    }
  }

  /// What has become of the plan: the extended day, the days of fact, and what lags still allow.
  private func writeDays(of status: MeasureStatus, to writer: inout JSONWriter) {
    writer.key("extended")
    writer.stringOrNull(status.extended?.iso)
    writer.key("begun")
    writer.stringOrNull(status.begun?.iso)
    writer.key("finished")
    writer.stringOrNull(status.finished?.iso)
    writer.key("limits")
    writer.array { writer in
      for limit in status.limits { write(limit, to: &writer) }
    }
  }

  private func write(_ limit: Deadline, to writer: inout JSONWriter) {
    guard case .lag(let predecessor, let toStart) = limit.matter else { return }
    writer.object { writer in
      writer.key("what")
      writer.string(toStart ? "start" : "finish")
      writer.key("after")
      writer.string(session.roadmap.id(of: predecessor))
      writer.key("day")
      writer.string(limit.day.iso)
      writer.key("late")
      writer.bool(limit.day < time.date)
    }
  }

  private func write(_ round: RoundView?, of measure: MeasureIndex, to writer: inout JSONWriter) {
    guard let round else { return writer.null() }
    let roadmap = session.roadmap
    writer.object { writer in
      writer.key("number")
      writer.integer(round.number)
      writer.key("transition")
      writer.stringOrNull(roadmap.lifecycle(of: measure)?[round.transition].id)
      writer.key("requester")
      writer.string(roadmap.people[round.requester.position].id)
      writer.key("returns")
      writer.array { writer in
        for state in round.returns {
          writer.stringOrNull(roadmap.lifecycle(of: measure)?[state].id)
        }
      }
      writer.key("steps")
      writer.array { writer in
        for step in round.steps { write(step, of: round, to: &writer) }
      }
    }
  }

  private func write(_ step: RoundView.Step, of round: RoundView, to writer: inout JSONWriter) {
    let (roadmap, route) = (session.roadmap, round.route)
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.routes[route.position][step.step].id)
      writer.key("open")
      writer.bool(step.isOpen)
      writer.key("passed")
      writer.bool(step.isPassed)
      writer.key("skipped")
      step.skip?.mark.write(to: &writer, in: roadmap) ?? writer.null()
      writer.key("needed")
      writer.integer(step.needed)
      writer.key("deadline")
      writer.stringOrNull(step.deadline?.iso)
      ContentText(roadmap).writeSubject(of: step, to: &writer)
      writer.key("given")
      writer.array { writer in
        for vote in step.given { writer.string(roadmap.people[vote.person.position].id) }
      }
      ContentText(roadmap).writeKept(of: step, in: round.number, to: &writer)
      writer.key("eligible")
      writer.array { writer in
        for person in step.eligible { writer.string(roadmap.people[person.position].id) }
      }
      writer.key("givenFor")
      writer.array { writer in
        for vote in step.given {
          vote.representation?.write(by: vote.person, to: &writer, in: roadmap)
        }
      }
      writer.key("representatives")
      writer.array { writer in
        for deputy in step.representatives { deputy.write(to: &writer, in: roadmap) }
      }
      step.tally.write(to: &writer, in: roadmap)
    }
  }

  private func write(
    _ way: MeasureStatus.Way, of measure: MeasureIndex, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("name")
      writer.stringOrNull(session.roadmap.lifecycle(of: measure)?[way.transition].id)
      writer.key("allowed")
      writer.bool(way.blockers.isEmpty)
      writer.key("blockers")
      writer.array { writer in
        for blocker in way.blockers { blocker.write(to: &writer, in: session.roadmap) }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a string, or null where there is none.
  mutating func stringOrNull(_ value: String?) {
    if let value { string(value) } else { null() }
  }
}
