import CivilTime
import JournalSQLite
import RoadmapEngine
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import RoadmapService

/// Fills a store with a run of a roadmap: `long-run FILE STORE EVENTS`.
///
/// Every act is one that the rules allow, by the first person who may, committed durably: all
/// external documents come first, and each round is returned for rework a number of times before
/// it is approved. Where everything is done before that many events, the run ends earlier.
@main
struct LongRun {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let wanted = Int64(arguments[3]) else {
      fatalError("usage: long-run FILE STORE EVENTS")
    }
    let compiled = try RoadmapFile(path: arguments[1]).compiled()
    guard let starter = compiled.roadmap.people.first, !compiled.hasErrors else {
      fatalError("the roadmap has errors or no people")
    }
    let store = try SQLiteJournalStore(path: arguments[2])
    _ = try startRun(
      of: compiled, named: nil, by: Starter(starter.id), in: store, circumstances())
    var session = try RunSession.open(nil, in: store)
    for document in compiled.roadmap.documents {
      let act = Act.receive(document: document.id, number: "1", date: .earliest)
      _ = try session.perform(Asking(act, by: starter.id), circumstances())
    }
    while session.head.events < wanted, try advance(&session, until: wanted) {}
    print("\(session.head.events) events over \(compiled.roadmap.measures.count) measures")
  }

  /// How often a round is returned before the next one is approved.
  static let returns = 16

  /// Does all that can be done now, once; answers whether there was anything.
  static func advance(_ session: inout RunSession, until wanted: Int64) throws -> Bool {
    let roadmap = session.roadmap
    var isMoving = false
    for action in session.engine.nextActions(in: session.state) where action.isForward {
      guard session.head.events < wanted else { return true }
      let measure = roadmap.id(of: action.measure)
      let person = roadmap.people[action.people[0].position].id
      let act: Act
      switch action.deed {
      case .advance:
        let transition = roadmap.lifecycle(of: action.measure)?[action.transition].id
        act = .advance(measure: measure, transition: transition)
      case .approve(let step):
        guard let route = roadmap.route(of: action.transition, for: action.measure) else {
          continue
        }
        let id = roadmap.routes[route.position][step].id
        act =
          session.state.roundCount(of: action.measure) <= returns
          ? .returnForRework(measure: measure, step: id, remarks: nil)
          : .approve(measure: measure, step: id, remarks: nil)
      }
      if case .done = try session.perform(Asking(act, by: person), circumstances()) {
        isMoving = true
      }
    }
    return isMoving
  }

  static func circumstances() -> Circumstances {
    Circumstances(now: Instant(startOf: .earliest), request: .random())
  }
}
