import Bilingual
import RoadmapModel

/// A step along the graph from what waits to what it waits for, in words.
struct Hop {
  /// The measure that waits.
  let waiting: MeasureIndex
  /// The measure that it waits for.
  let awaited: MeasureIndex
  /// Where the roadmap says so.
  let element: Element
  /// What follows the waiting measure's name: `waits for` and the other's name.
  let words: Text
}

extension Facts {
  /// The hop of an edge, or `nil` for one within a measure and for one that waits for nothing.
  func hop(_ edge: Int, of node: Int) -> Hop? {
    let target = Int(graph.targets[edge])
    guard target >= 0 else { return nil }
    let waiting = graph.measure(of: node)
    let awaited = graph.measure(of: target)
    switch graph.edge(edge, of: node) {
    case .own: return nil
    case .part:
      return Hop(
        waiting: waiting, awaited: awaited, element: .part(awaited),
        words: Text(
          en: "waits for its part \(name(awaited))", ru: "ждёт своей части \(name(awaited))"))
    case .parent:
      return Hop(
        waiting: waiting, awaited: awaited, element: .part(waiting),
        words: Text(en: "is a part of \(name(awaited))", ru: "является частью \(name(awaited))"))
    case .dependency(let position):
      return Hop(
        waiting: waiting, awaited: awaited, element: .dependency(waiting, position),
        words: waits(waiting, for: awaited, dependency: position))
    }
  }

  private func waits(
    _ waiting: MeasureIndex, for awaited: MeasureIndex, dependency: Int
  ) -> Text {
    guard waiting != awaited else { return Text(en: "waits for itself", ru: "ждёт само себя") }
    let range = roadmap.measures.dependencies.range(of: waiting.position)
    let written = roadmap.measures.dependencies.values[range.lowerBound + dependency]
    let state = written.reaches.flatMap { lifecycle(of: awaited)?.stateID($0) }
    let kind = written.kind == .finishStart ? nil : written.kind.rawValue
    let details = [kind, state].compactMap { $0.map { "`\($0)`" } }.joined(separator: ", ")
    let other = name(awaited) + (details.isEmpty ? "" : " (\(details))")
    return Text(en: "waits for \(other)", ru: "ждёт \(other)")
  }

  /// Hops that follow each other, as one sentence; those past the first twenty are counted.
  func sentence(_ hops: [Hop]) -> Text {
    guard let first = hops.first else { return Text(verbatim: "") }
    let shown = hops.prefix(20)
    let start = Text(verbatim: "\(name(first.waiting)) ").appending(first.words)
    let told = shown.dropFirst().reduce(start) { text, hop in
      text.appending(Text(en: ", which ", ru: ", которое ")).appending(hop.words)
    }
    guard hops.count > shown.count else { return told }
    let rest = CountedNoun(en: "more hop", "more hops", ru: "звено", "звена", "звеньев")(
      hops.count - shown.count)
    return told.appending(Text(en: ", and \(rest.en)", ru: " и ещё \(rest.ru)"))
  }

  /// Hops as notes at the places that say so, at most a hundred.
  func notes(_ hops: [Hop]) -> [Finding.Related] {
    hops.prefix(Finding.mostRelated).map { hop in
      Finding.Related(
        hop.element, Text(verbatim: "\(name(hop.waiting)) ").appending(hop.words))
    }
  }
}
