import SourceDiagnostics

/// Which file includes which, for finding files that include each other.
struct IncludeGraph {
  private struct Edge {
    let from: [UInt8]
    let to: [UInt8]
    let site: SourceSpan
  }

  private var edges: [Edge] = []
  /// The edges that leave each file, by position.
  private var leaving: [[UInt8]: [Int]] = [:]

  /// Notes that one file includes another; the root file is asked for by none.
  mutating func add(from: String, to: String, at site: SourceSpan?) {
    guard let site else { return }
    leaving[Array(from.utf8), default: []].append(edges.count)
    edges.append(Edge(from: Array(from.utf8), to: Array(to.utf8), site: site))
  }

  /// The loops, so that every include that is part of one is shown once, with where it stands.
  func loops() -> [(files: [String], site: SourceSpan)] {
    var shown = Set<Int>()
    var found: [(files: [String], site: SourceSpan)] = []
    for edge in edges.indices where !shown.contains(edge) {
      guard let back = way(from: edges[edge].to, to: edges[edge].from) else { continue }
      shown.formUnion(back + [edge])
      let files = [edges[edge].from] + back.map { edges[$0].from }
      found.append((files.map { String(decoding: $0, as: UTF8.self) }, edges[edge].site))
    }
    return found
  }

  /// The shortest way between two files as includes, empty when they are the same file.
  private func way(from start: [UInt8], to goal: [UInt8]) -> [Int]? {
    // The edge by which each file was reached; none for the start.
    var reached: [[UInt8]: Int] = [start: -1]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let file = queue[next]
      next += 1
      if file == goal { return edgesBack(from: goal, reached) }
      for edge in leaving[file] ?? [] where reached[edges[edge].to] == nil {
        reached[edges[edge].to] = edge
        queue.append(edges[edge].to)
      }
    }
    return nil
  }

  private func edgesBack(from goal: [UInt8], _ reached: [[UInt8]: Int]) -> [Int] {
    var back: [Int] = []
    var file = goal
    while let edge = reached[file], edge >= 0 {
      back.append(edge)
      file = edges[edge].from
    }
    return back.reversed()
  }
}
