import RoadmapModel
import YAMLSource

/// A decision table while it is being read: all but what speaks of measures.
struct TableDraft: Sendable {
  /// A row with what could be read of it.
  struct Row: Sendable {
    let cells: [Place]
    /// What is written under `then`.
    let then: Place
    var output: DecisionTable.Output?
  }

  let id: String
  let hit: DecisionTable.Hit
  let subject: DecisionTable.Subject
  let inputs: [Place]
  var rows: [Row]

  /// The first route that it may give.
  var firstRoute: RouteIndex? {
    rows.lazy.compactMap { if case .route(let route)? = $0.output { route } else { nil } }.first
  }

  /// The first quorum that it may give.
  var firstQuorum: Quorum? {
    rows.lazy.compactMap { if case .quorum(let quorum)? = $0.output { quorum } else { nil } }.first
  }
}
