import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import SourceDiagnostics

/// What `simulate` shows.
struct SimulationReport {
  let simulation: Simulation
  let roadmap: Roadmap
  /// The run, where it is one in a store.
  let run: String?

  /// The same as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("roadmap")
      writer.string(roadmap.heading.id)
      writer.key("run")
      writer.stringOrNull(run)
      writer.key("from")
      writer.string(simulation.first.iso)
      writer.key("until")
      writer.string(simulation.last.iso)
      writer.key("supposed")
      writer.array { writer in
        for supposition in simulation.suppositions { write(supposition, to: &writer) }
      }
      writer.key("measures")
      writer.array { writer in
        for course in simulation.courses { write(course, to: &writer) }
      }
    }
    return writer.text
  }

  private func write(_ supposition: Simulation.Supposition, to writer: inout JSONWriter) {
    writer.object { writer in
      switch supposition {
      case .received(let document, let day):
        writer.key("received")
        writer.string(roadmap.documents[document.position].id)
        writer.key("day")
        writer.string(day.iso)
      case .attached(let measure, let day):
        writer.key("attached")
        writer.string(roadmap.id(of: measure))
        writer.key("day")
        writer.string(day.iso)
      }
    }
  }

  private func write(_ course: Simulation.Course, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.id(of: course.measure))
      writer.key("number")
      writer.stringOrNull(roadmap.number(of: course.measure))
      writer.key("title")
      writer.string(roadmap.title(of: course.measure))
      writer.key("begun")
      writer.stringOrNull(course.began?.iso)
      writer.key("finished")
      writer.stringOrNull(course.finished?.iso)
      writer.key("done")
      writer.bool(course.isDone)
      writer.key("deadline")
      writer.stringOrNull(course.deadline?.iso)
      writer.key("late")
      writer.bool(course.isLate)
      writer.key("why")
      writer.array { writer in
        for reason in course.standstill { write(reason, of: course.measure, to: &writer) }
      }
    }
  }

  private func write(
    _ reason: Standstill, of measure: MeasureIndex, to writer: inout JSONWriter
  ) {
    if case .blocked(let blocker) = reason { return blocker.write(to: &writer, in: roadmap) }
    writer.object { writer in
      writer.key("code")
      writer.string(reason.code)
      writer.key("message")
      writer.string(reason.message(in: roadmap, of: measure)[Speech.language])
    }
  }
}
