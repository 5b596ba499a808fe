import RoadmapModel
import SourceDiagnostics

extension DependencyDrawing {
  /// The graph as one JSON object: measures, dependencies, documents and what waits for them.
  public var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.heading.id)
      writer.key("measures")
      writer.array { writer in
        for measure in roadmap.measures.indices { write(measure, to: &writer) }
      }
      writer.key("dependencies")
      writer.array { writer in
        for arrow in arrows where arrow.meaning == .dependency {
          write(arrow, from: "from", to: "to", &writer)
        }
      }
      writer.key("documents")
      writer.array { writer in
        for document in roadmap.documents {
          writer.object { writer in
            writer.key("id")
            writer.string(document.id)
            writer.key("title")
            writer.string(document.title)
          }
        }
      }
      writer.key("awaits")
      writer.array { writer in
        for arrow in arrows where arrow.meaning == .document {
          write(arrow, from: "document", to: "measure", &writer)
        }
      }
    }
    return writer.text
  }

  private func write(_ measure: MeasureIndex, to writer: inout JSONWriter) {
    let entry = roadmap.measures[measure]
    writer.object { writer in
      writer.key("id")
      writer.string(roadmap.id(of: measure))
      writer.key("number")
      if let number = roadmap.number(of: measure) { writer.string(number) } else { writer.null() }
      writer.key("title")
      writer.string(roadmap.title(of: measure))
      writer.key("kind")
      if let kind = entry.kind {
        writer.string(roadmap.kinds[kind.position].id)
      } else {
        writer.null()
      }
      writer.key("parent")
      if let parent = entry.parent {
        writer.string(roadmap.id(of: parent))
      } else {
        writer.null()
      }
    }
  }

  private func write(
    _ arrow: Arrow, from: String, to: String, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key(from)
      writer.string(arrow.fromID)
      writer.key(to)
      writer.string(arrow.to)
      if arrow.meaning == .dependency {
        writer.key("reaches")
        if let label = arrow.label { writer.string(label) } else { writer.null() }
        writer.key("kind")
        writer.string(arrow.kind.rawValue)
        writer.key("lag")
        if let lag = arrow.lag { write(lag, to: &writer) } else { writer.null() }
      }
    }
  }
}

extension DependencyDrawing {
  private func write(_ lag: Lag, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, limit) in [("min", lag.written.min), ("max", lag.written.max)] {
        writer.key(key)
        if let limit { writer.string(limit) } else { writer.null() }
      }
    }
  }
}

extension Arrow {
  /// What the arrow comes from, by its own id.
  fileprivate var fromID: String {
    let prefix = "document:"
    return meaning == .document ? String(from.dropFirst(prefix.count)) : from
  }
}
