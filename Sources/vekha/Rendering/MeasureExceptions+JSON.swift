import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension MeasureExceptions {
  /// Writes what was done outside of the usual course as keys of the object that is being written.
  func write(to writer: inout JSONWriter, in roadmap: Roadmap) {
    let marks = [
      ("cancelled", cancellation), ("suspended", suspension), ("reopened", reopening),
    ]
    for (key, mark) in marks {
      writer.key(key)
      mark?.write(to: &writer, in: roadmap) ?? writer.null()
    }
    writer.key("waived")
    writer.array { writer in
      for waiver in waivers { write(waiver, to: &writer, in: roadmap) }
    }
    writer.key("reopenedBefore")
    writer.array { writer in
      for measure in reopenedPredecessors { writer.string(roadmap.id(of: measure)) }
    }
  }

  private func write(
    _ waiver: RunState.Waiver, to writer: inout JSONWriter, in roadmap: Roadmap
  ) {
    writer.object { writer in
      switch waiver.awaited {
      case .measure(let measure):
        writer.key("predecessor")
        writer.string(roadmap.id(of: measure))
      case .document(let document):
        writer.key("document")
        writer.string(roadmap.documents[document.position].id)
      }
      waiver.mark.writeKeys(to: &writer, in: roadmap)
    }
  }
}

extension RunState.Mark {
  /// Writes who did something, when, and why, as an object.
  func write(to writer: inout JSONWriter, in roadmap: Roadmap) {
    writer.object { writer in writeKeys(to: &writer, in: roadmap) }
  }

  fileprivate func writeKeys(to writer: inout JSONWriter, in roadmap: Roadmap) {
    writer.key("by")
    writer.string(roadmap.people[person.position].id)
    writer.key("at")
    writer.string(time.rfc3339)
    writer.key("reason")
    writer.stringOrNull(reason)
  }
}
