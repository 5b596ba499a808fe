import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import SourceDiagnostics

extension SimulationReport {
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
    var lines = Indented(width: width)
    for obstacle in obstacles { lines.add("• \(obstacle)", indent: 2) }
    let heading = say(en: "what stands in the way:", ru: "что мешает:")
    let told = lines.lines.isEmpty ? [] : [heading] + lines.lines + [""]
    let summary = DisplayWidth.wrapped(summary, to: width)
    let supposed = suppositions.flatMap { DisplayWidth.wrapped($0, to: width) }
    return (table.lines(width: width) + [""] + told + supposed + summary).joined(separator: "\n")
  }

  private func row(_ course: Simulation.Course) -> [String] {
    let late = course.isLate ? say(en: " late", ru: " поздно") : ""
    return [
      roadmap.number(of: course.measure) ?? "", roadmap.id(of: course.measure),
      course.began?.iso ?? "—", course.finished?.iso ?? (course.isDone ? "✓" : "—"),
      (course.deadline?.iso ?? "") + late, reason(course),
    ]
  }

  /// Why a measure has not been carried out, in few words: the whole sentences stand below.
  private func reason(_ course: Simulation.Course) -> String {
    var (awaited, others): ([String], [String]) = ([], [])
    for standstill in course.standstill {
      if case .blocked(let blocker) = standstill, let name = roadmap.waitedFor(blocker) {
        let words = name + mark(blocker)
        if !awaited.contains(words) { awaited.append(words) }
      } else {
        others.append(words(for: standstill, course.measure))
      }
    }
    let list = awaited.joined(separator: ", ")
    let waiting = awaited.isEmpty ? [] : [say(en: "waits for \(list)", ru: "ждёт: \(list)")]
    return (waiting + others).joined(separator: "; ")
  }

  private func words(for standstill: Standstill, _ measure: MeasureIndex) -> String {
    switch standstill {
    case .blocked(.exceptional(.cancelled)): say(en: "cancelled", ru: "отменено")
    case .blocked(.exceptional(.suspended)): say(en: "suspended", ru: "приостановлено")
    default: standstill.message(in: roadmap, of: measure)[Speech.language]
    }
  }

  /// What is the matter with something that never comes.
  private func mark(_ blocker: Blocker) -> String {
    switch blocker {
    case .waitsForDropped: say(en: " (given up)", ru: " (снято)")
    case .exceptional(.waitsForCancelled): say(en: " (cancelled)", ru: " (отменено)")
    default: ""
    }
  }

  /// What the engine refuses for, but for waiting for measures that something else holds up.
  private var obstacles: [String] {
    simulation.courses.flatMap { course in
      course.standstill.compactMap { standstill -> String? in
        guard case .blocked(let blocker) = standstill, blocker.isObstacle else { return nil }
        return blocker.message(in: roadmap)[Speech.language]
      }
    }
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
}

extension Blocker {
  /// Whether it holds up a measure by itself: what parts wait for with their whole is told of the
  /// whole.
  fileprivate var isObstacle: Bool {
    switch self {
    case .waitsForMeasure, .waitsForPart, .waitsUntil, .exceptional(.cancelled): false
    case .waitsForDropped(let wait), .exceptional(.waitsForCancelled(let wait, _)):
      wait.through == wait.measure
    case .waitsForDocument(let measure, _, let whole): whole == measure
    default: true
    }
  }
}
