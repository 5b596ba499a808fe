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

  /// A table of all measures, what was supposed, and the counts.
  func text(width: Int) -> String {
    var table = Table([
      .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
      .init(title: say(en: "begins", ru: "начало")),
      .init(title: say(en: "done", ru: "исполнено")),
      .init(title: say(en: "due", ru: "срок")),
      .init(title: say(en: "why not", ru: "почему нет"), kind: .wrapping(least: 24, lines: 4)),
    ])
    for course in simulation.courses { table.add(row(course)) }
    let summary = DisplayWidth.wrapped(summary, to: width)
    let supposed = suppositions.flatMap { DisplayWidth.wrapped($0, to: width) }
    return (table.lines(width: width) + [""] + supposed + summary).joined(separator: "\n")
  }

  private func row(_ course: Simulation.Course) -> [String] {
    let late = course.isLate ? say(en: " late", ru: " поздно") : ""
    let reasons = course.standstill.map {
      $0.message(in: roadmap, of: course.measure)[Speech.language]
    }
    return [
      roadmap.number(of: course.measure) ?? "", roadmap.id(of: course.measure),
      course.began?.iso ?? "—", course.finished?.iso ?? (course.isDone ? "✓" : "—"),
      (course.deadline?.iso ?? "") + late, reasons.joined(separator: "; "),
    ]
  }

  private var suppositions: [String] {
    let papers = simulation.suppositions.compactMap { supposition -> String? in
      guard case .received(let document, _) = supposition else { return nil }
      return roadmap.documents[document.position].id
    }
    let files = simulation.suppositions.compactMap { supposition -> String? in
      guard case .attached(let measure, _) = supposition else { return nil }
      return roadmap.id(of: measure)
    }
    var lines: [String] = []
    if !papers.isEmpty {
      lines.append(
        say(en: "supposed to have come: ", ru: "считаются полученными: ")
          + papers.joined(separator: ", "))
    }
    if !files.isEmpty {
      lines.append(
        say(en: "supposed to have a file attached: ", ru: "считаются снабжёнными файлом: ")
          + files.joined(separator: ", "))
    }
    return lines
  }

  private var summary: String {
    let (done, all) = (simulation.courses.count { $0.isDone }, simulation.courses.count)
    let late = simulation.courses.count { $0.isLate }
    let (first, last) = (simulation.first.iso, simulation.last.iso)
    return say(
      en: "played from \(first) to \(last): \(done) of \(all) done, \(late) late",
      ru: "проиграно с \(first) по \(last): исполнено \(done) из \(all), с опозданием \(late)")
  }

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
