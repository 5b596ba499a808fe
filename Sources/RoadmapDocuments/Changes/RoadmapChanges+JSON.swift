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
    }
    return writer.text
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
