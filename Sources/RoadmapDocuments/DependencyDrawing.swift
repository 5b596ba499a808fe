public import RoadmapModel

/// Renders the dependencies of a roadmap as text for drawing programs.
public struct DependencyDrawing: Sendable {
  /// The roadmap to draw.
  let roadmap: Roadmap

  /// Creates a drawing of a roadmap.
  public init(of roadmap: Roadmap) { self.roadmap = roadmap }

  /// The graph in the DOT language of Graphviz: sections as clusters, parts joined by dotted lines.
  public var dot: String {
    var lines = [
      "digraph \(quoted(roadmap.heading.id)) {",
      "  graph [label=\(quoted(roadmap.heading.title)), labelloc=t, rankdir=LR];",
      "  node [shape=box, style=rounded];",
    ]
    for section in roadmap.sections.indices { lines += cluster(SectionIndex(section)) }
    for (position, document) in roadmap.documents.enumerated() where isAwaited(position) {
      lines.append(
        "  \(quoted("document:" + document.id)) [label=\(quoted(document.title)), shape=note];")
    }
    lines += arrows.map { arrow in
      let label = arrow.caption.map { ", label=\(quoted($0))" } ?? ""
      return "  \(quoted(arrow.from)) -> \(quoted(arrow.to)) [style=\(arrow.dotStyle)\(label)];"
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private func cluster(_ section: SectionIndex) -> [String] {
    let members = roadmap.measures.indices.filter { roadmap.measures[$0].section == section }
    guard !members.isEmpty else { return [] }
    let heading = roadmap.sections[section.position]
    let title = [heading.number, heading.title].filter { !$0.isEmpty }.joined(separator: " ")
    let nodes = members.map { measure in
      "    \(quoted(roadmap.id(of: measure))) [label=\(quoted(label(of: measure)))];"
    }
    return ["  subgraph \(quoted("cluster_\(section.position)")) {", "    label=\(quoted(title));"]
      + nodes + ["  }"]
  }

  /// The graph in the language of Mermaid, as pages on the web show it.
  public var mermaid: String {
    var lines = ["flowchart LR"]
    for measure in roadmap.measures.indices {
      lines.append("  m\(measure.position)[\"\(escapedForMermaid(label(of: measure)))\"]")
    }
    for (position, document) in roadmap.documents.enumerated() where isAwaited(position) {
      lines.append("  d\(position)[/\"\(escapedForMermaid(document.title))\"/]")
    }
    lines += arrows.map { arrow in
      let label = arrow.caption.map { "|\"\(escapedForMermaid($0))\"|" } ?? ""
      return "  \(arrow.fromNode) \(arrow.mermaidLine)\(label) \(arrow.toNode)"
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func isAwaited(_ document: Int) -> Bool {
    roadmap.measures.awaits.values.contains { $0.position == document }
  }

  /// The number and the first words of a measure, short enough for a box.
  private func label(of measure: MeasureIndex) -> String {
    let title = roadmap.title(of: measure)
    let short = title.count > 60 ? title.prefix(59) + "…" : Substring(title)
    return [roadmap.number(of: measure), String(short)].compactMap { $0 }.joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return "\"\(escaped)\""
  }

  private func escapedForMermaid(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"": escaped += "#quot;"
      case "#": escaped += "#35;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

/// A line of the drawing from what comes first to what waits for it.
struct Arrow {
  enum Meaning {
    case dependency, part, document
  }

  let from: String
  let to: String
  let fromNode: String
  let toNode: String
  let label: String?
  let meaning: Meaning
  /// Which points of two measures a dependency joins.
  var kind = Dependency.Kind.finishStart
  /// The days between these points.
  var lag: Lag?

  /// All that is to be said of it: the state, an unusual kind, the days between.
  var caption: String? {
    let words = [label, kind == .finishStart ? nil : kind.rawValue, lag?.caption].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var dotStyle: String {
    switch meaning {
    case .dependency: "solid"
    case .part: "dotted"
    case .document: "dashed"
    }
  }

  var mermaidLine: String {
    switch meaning {
    case .dependency: "-->"
    case .part: "---"
    case .document: "-.->"
    }
  }
}

extension DependencyDrawing {
  /// The lines of the drawing, in the order of the document.
  var arrows: [Arrow] {
    roadmap.measures.indices.flatMap { measure in
      dependencies(of: measure) + documents(of: measure) + parent(of: measure)
    }
  }

  private func dependencies(of measure: MeasureIndex) -> [Arrow] {
    roadmap.measures.dependencies[measure.position].map { dependency in
      let lifecycle = roadmap.lifecycle(of: dependency.predecessor)
      var arrow = arrow(
        from: dependency.predecessor, to: measure,
        label: dependency.reaches.flatMap { state in lifecycle?[state].id }, .dependency)
      arrow.kind = dependency.kind
      arrow.lag = roadmap.measures.lag(of: dependency)
      return arrow
    }
  }

  private func documents(of measure: MeasureIndex) -> [Arrow] {
    roadmap.measures.awaits[measure.position].map { document in
      Arrow(
        from: "document:" + roadmap.documents[document.position].id, to: roadmap.id(of: measure),
        fromNode: "d\(document.position)", toNode: "m\(measure.position)", label: nil,
        meaning: .document)
    }
  }

  private func parent(of measure: MeasureIndex) -> [Arrow] {
    guard let parent = roadmap.measures[measure].parent else { return [] }
    return [arrow(from: parent, to: measure, label: nil, .part)]
  }

  private func arrow(
    from: MeasureIndex, to: MeasureIndex, label: String?, _ meaning: Arrow.Meaning
  ) -> Arrow {
    Arrow(
      from: roadmap.id(of: from), to: roadmap.id(of: to), fromNode: "m\(from.position)",
      toNode: "m\(to.position)", label: label, meaning: meaning)
  }
}

extension Lag {
  /// The limits as an arrow shows them: `≥ 5 working days`.
  fileprivate var caption: String {
    [written.min.map { "≥ \($0)" }, written.max.map { "≤ \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
