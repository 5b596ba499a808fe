import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension Delays {
  /// What slips and what breaks, for people.
  func text(_ compiled: CompiledRoadmap) -> String {
    guard !slips.isEmpty else {
      return say(en: "nothing slips", ru: "ничего не сдвигается")
    }
    var table = Table([
      Table.Column(
        title: say(en: "measure", ru: "мероприятие"), kind: .caption(least: 24, lines: 2)),
      Table.Column(title: say(en: "was", ru: "было")),
      Table.Column(title: say(en: "becomes", ru: "станет")),
      Table.Column(title: say(en: "term broken", ru: "срок сорван")),
    ])
    for slip in slips {
      table.add([
        "\(schedule.roadmap.id(of: slip.measure)) \(schedule.roadmap.title(of: slip.measure))",
        schedule.text(slip.before), schedule.text(slip.after),
        slip.brokenLimit.map { schedule.text($0) } ?? "",
      ])
    }
    var lines = table.lines(width: Console.width)
    for conflict in conflicts {
      lines += ["", conflict.message[Speech.language] + ":"]
      lines += conflict.links.map { link in
        let span = compiled.map.span(of: link.element, in: compiled.roadmap)
        let start = compiled.files.start(of: span)
        let place = "\(compiled.files.path(span.file)):\(start.line):\(start.column)"
        return "  \(place): \(link.message[Speech.language])"
      }
    }
    return lines.map(harmless).joined(separator: "\n")
  }

  /// What slips and what breaks, as data.
  func json(_ compiled: CompiledRoadmap) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("slips")
      writer.array { writer in
        for slip in slips { write(slip, to: &writer) }
      }
      writer.key("conflicts")
      writer.array { writer in
        for conflict in conflicts { schedule.write(conflict, compiled, to: &writer) }
      }
      writer.key("untold")
      writer.integer(untoldConflicts)
    }
    return writer.text
  }

  private func write(_ slip: Slip, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(schedule.roadmap.id(of: slip.measure))
      for (key, span) in [("before", slip.before), ("after", slip.after)] {
        writer.key(key)
        writer.object { writer in
          writer.key("start")
          schedule.write(schedule.start(of: span), to: &writer)
          writer.key("finish")
          schedule.write(schedule.finish(of: span), to: &writer)
        }
      }
      writer.key("due")
      schedule.write(slip.brokenLimit, to: &writer)
      writer.key("broken")
      writer.bool(slip.brokenLimit != nil)
    }
  }
}
