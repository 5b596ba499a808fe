public import Bilingual
public import RoadmapJournal

/// Why a use case could not be carried out at all; a refusal by the rules is no error.
public enum ServiceError: Error, Sendable {
  /// The store failed or refused.
  case store(StoreError)
  /// The store holds no run.
  case noRun
  /// The store holds several runs, and none was named.
  case severalRuns([String])
  /// The store holds no run of this name.
  case unknownRun(String, known: [String])
  /// Nobody in the roadmap has this id.
  case unknownPerson(String, known: [String])
  /// No measure has this id or number.
  case unknownMeasure(String, known: [String])
  /// Several measures have this number: their ids and titles.
  case ambiguousMeasure(String, candidates: [(id: String, title: String)])
  /// The measure's lifecycle has no such transition.
  case unknownTransition(String, lifecycle: String, known: [String])
  /// The open round's route has no such step.
  case unknownStep(String, known: [String])
  /// The roadmap declares no such route.
  case unknownRoute(String, known: [String])
  /// No act under which people act for others goes by this number or order.
  case unknownAct(String)
  /// Several acts stand on this order.
  case severalActs(String)
  /// The roadmap declares no such external document.
  case unknownDocument(String, known: [String])
  /// Neither a step of the open round nor a state has this id.
  case unknownTarget(String, known: [String])
  /// A step of the open round and a state both have this id.
  case ambiguousTarget(String)
  /// Nothing is attached to the measure under this name.
  case unknownContent(String, known: [String])
  /// What is attached under this name has no such revision, only those from 1 to `last`.
  case unknownRevision(String, Int, last: Int)
  /// Several transitions could be meant: their ids.
  case severalTransitions([String])
  /// No transition leads out of the measure's state.
  case noTransition(measure: String, state: String)
  /// The definition of the run does not compile here.
  case brokenDefinition(Text)
  /// An event of the journal cannot be understood.
  case brokenEvent(number: Int64, Text)
  /// What was to sign for this person cannot.
  case signature(SignatureProblem, person: String)
  /// The definition has errors and cannot be run.
  case invalidDefinition
  /// The path of one of its files contains a line feed, which a definition cannot keep.
  case unkeepablePath
}
