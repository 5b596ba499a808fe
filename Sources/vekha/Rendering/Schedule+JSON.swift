import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension RoadmapProof.Schedule {
  /// The schedule as one JSON object; days are dates, or numbers where the roadmap names no date.
  func json(_ compiled: CompiledRoadmap) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("measures")
      writer.array { writer in
        for measure in roadmap.measures.indices {
          if let window = self[measure] { write(measure, window, to: &writer) }
        }
      }
      writer.key("length")
      if let length { writer.integer(length) } else { writer.null() }
      write(critical, as: "critical", to: &writer)
      write(path, as: "path", to: &writer)
      writer.key("papers")
      writer.array { writer in
        for paper in papers { write(paper, to: &writer) }
      }
      writer.key("conflicts")
      writer.array { writer in
        for conflict in conflicts { write(conflict, compiled, to: &writer) }
      }
      writer.key("untold")
      writer.integer(untoldConflicts)
      writer.key("complete")
      writer.bool(isComplete)
    }
    return writer.text
  }

  private func write(
    _ measures: [MeasureIndex], as key: String, to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array { writer in
      for measure in measures { writer.string(roadmap.id(of: measure)) }
    }
  }

  private func write(
    _ measure: MeasureIndex, _ window: Window, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.id(of: measure))
      writer.key("earliest")
      write(window.earliest, to: &writer)
      writer.key("latest")
      if let latest = window.latest { write(latest, to: &writer) } else { writer.null() }
      for (key, days) in [("slack", window.slack), ("freeSlack", window.freeSlack)] {
        writer.key(key)
        if let days { writer.integer(days) } else { writer.null() }
      }
      writer.key("critical")
      writer.bool(window.isCritical)
      writer.key("unusable")
      writer.object { writer in
        writer.key("before")
        writer.integer(window.unusableBefore)
        writer.key("after")
        writer.integer(window.unusableAfter)
      }
    }
  }

  private func write(_ span: Span, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("start")
      write(start(of: span), to: &writer)
      writer.key("finish")
      write(finish(of: span), to: &writer)
    }
  }

  /// A day as data: a date, a number, or null.
  func write(_ day: Int?, to writer: inout JSONWriter) {
    guard let day else { return writer.null() }
    if isDated { writer.string(text(day)) } else { writer.integer(day) }
  }

  private func write(_ paper: Paper, to writer: inout JSONWriter) {
    let document = roadmap.documents[paper.document.position]
    writer.object { writer in
      writer.key("id")
      writer.string(document.id)
      writer.key("title")
      writer.string(document.title)
      writer.key("earliest")
      write(paper.earliest, to: &writer)
      writer.key("latest")
      write(paper.latest, to: &writer)
    }
  }

  /// A conflict as data, with the place of each of its links.
  func write(
    _ conflict: ScheduleConflict, _ compiled: CompiledRoadmap, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("message")
      writer.string(conflict.message[Speech.language])
      writer.key("days")
      writer.integer(conflict.excess)
      writer.key("links")
      writer.array { writer in
        for link in conflict.links { write(link, compiled, to: &writer) }
      }
    }
  }

  private func write(
    _ link: ScheduleConflict.Link, _ compiled: CompiledRoadmap, to writer: inout JSONWriter
  ) {
    let span = compiled.map.span(of: link.element, in: roadmap)
    let start = compiled.files.start(of: span)
    writer.object { writer in
      writer.key("kind")
      writer.string(link.kind.rawValue)
      writer.key("measure")
      if let measure = link.measure {
        writer.string(roadmap.id(of: measure))
      } else {
        writer.null()
      }
      writer.key("message")
      writer.string(link.message[Speech.language])
      writer.key("date")
      write(link.day, to: &writer)
      writer.key("path")
      writer.string(compiled.files.path(span.file))
      writer.key("line")
      writer.integer(start.line)
      writer.key("column")
      writer.integer(start.column)
      writer.key("people")
      writer.array { writer in
        for person in link.people where roadmap.people.indices.contains(person.position) {
          writer.string(roadmap.people[person.position].id)
        }
      }
      writer.key("relax")
      if let days = link.days { writer.integer(days) } else { writer.null() }
      writer.key("working")
      writer.bool(link.countsWorkingDays)
    }
  }
}
