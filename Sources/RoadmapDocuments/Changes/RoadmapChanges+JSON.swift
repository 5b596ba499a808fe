public import Bilingual
import SourceDiagnostics

extension RoadmapChanges {
  /// The changes as one JSON object, the sentences in `language`.
  public func json(_ language: Language) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("changes")
      writer.array { writer in
        for item in items { write(item, language, to: &writer) }
      }
      writer.key("schedule")
      if let schedule { write(schedule, to: &writer) } else { writer.null() }
    }
    return writer.text
  }

  private func write(_ schedule: ScheduleChanges, to writer: inout JSONWriter) {
    let days = { (writer: inout JSONWriter, days: Int?) in
      if let days { writer.integer(days) } else { writer.null() }
    }
    let ids = { (writer: inout JSONWriter, ids: [String]) in
      writer.array { writer in for id in ids { writer.string(id) } }
    }
    writer.object { writer in
      writer.key("length")
      writer.object { writer in
        writer.key("old")
        days(&writer, schedule.length.old)
        writer.key("new")
        days(&writer, schedule.length.new)
      }
      writer.key("path")
      writer.object { writer in
        writer.key("old")
        ids(&writer, schedule.path.old)
        writer.key("new")
        ids(&writer, schedule.path.new)
      }
      writer.key("now_critical")
      ids(&writer, schedule.nowCritical)
      writer.key("no_more_critical")
      ids(&writer, schedule.noMoreCritical)
      writer.key("slack")
      writer.array { writer in
        for change in schedule.slack {
          writer.object { writer in
            writer.key("measure")
            writer.string(change.id)
            writer.key("old")
            days(&writer, change.old)
            writer.key("new")
            days(&writer, change.new)
          }
        }
      }
    }
  }

  private func write(_ item: Item, _ language: Language, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value) in [
        ("subject", item.subject.rawValue), ("id", item.id), ("title", item.title),
        ("change", item.fate.rawValue),
      ] {
        writer.key(key)
        writer.string(value)
      }
      writer.key("aspects")
      writer.array { writer in
        for change in item.changes { write(change, language, to: &writer) }
      }
    }
  }

  private func write(_ change: Change, _ language: Language, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("aspect")
      writer.string(change.aspect.rawValue)
      for (key, value) in [("old", change.old), ("new", change.new)] {
        writer.key(key)
        if let value { writer.string(value) } else { writer.null() }
      }
      writer.key("message")
      writer.string(change.sentence[language])
    }
  }
}
