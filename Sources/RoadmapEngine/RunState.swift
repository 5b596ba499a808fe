public import CivilTime
public import RoadmapModel

/// Where a run stands: what its journal says, in arrays as long as the roadmap's tables.
///
/// Only ``Engine/evolve(_:_:at:)`` changes it. Questions about an index that the roadmap does not
/// have are answered as for a measure or a document that nothing has happened to.
public struct RunState: Equatable, Sendable {
  /// An external document that came.
  public struct Receipt: Hashable, Sendable {
    /// The number printed on the document.
    public let number: String
    /// The date printed on the document.
    public let date: CivilDate
  }

  /// Who started the run, or `nil` before that.
  public internal(set) var startedBy: PersonIndex?
  /// The number of events so far, those without effect among them.
  public internal(set) var eventCount = 0
  /// The latest effective time of the events so far; not always that of the last event, since
  /// one may be recorded for an earlier day.
  public internal(set) var latest: Instant?

  /// Where one measure stands; together, so that looking at it touches memory once.
  struct Standing: Equatable, Sendable {
    /// The state that it stands in.
    var current: UInt8
    /// The number of rounds that it has had.
    var rounds: Int32
    /// The states that it has ever stood in, as bits.
    var reached: UInt64
  }

  var standings: [Standing]
  var rounds: OpenRounds
  var receipts: [Receipt?]
  var days: RunDays
  /// Who acts for whom, and who is away.
  var acting = RunMandates()
  /// What is attached to measures, of those that have something.
  var attachments: [MeasureIndex: [Attachment]] = [:]
  /// All that was ever attached to these measures, in its order.
  var revisions: [MeasureIndex: [Command.Content]] = [:]

  /// The last rounds of measures where they were returned and approvals of them may be kept.
  var returned: [MeasureIndex: ReturnedRound] = [:]
  /// Who has done what of the duties that rules name.
  var acts = PastActs()

  /// Creates the state before the first event: every measure in its initial state.
  init(initialStates: [UInt8], documents: Int) {
    standings = initialStates.map {
      Standing(current: $0, rounds: 0, reached: 1 << UInt64($0 & 63))
    }
    rounds = OpenRounds(measures: initialStates.count)
    receipts = Array(repeating: nil, count: documents)
    days = RunDays(measures: initialStates.count)
  }

  /// Whether the run has been started.
  public var isStarted: Bool { startedBy != nil }

  /// The number of measures.
  public var measureCount: Int { standings.count }

  /// The number of rounds that are open.
  public var openRoundCount: Int { rounds.count }

  /// The state that a measure stands in.
  public func state(of measure: MeasureIndex) -> StateIndex {
    StateIndex(raw: has(measure) ? Int32(standings[measure.position].current) : 0)
  }

  /// The states that a measure has ever stood in, the initial one among them.
  public func statesReached(by measure: MeasureIndex) -> StateSet {
    StateSet(bits: has(measure) ? standings[measure.position].reached : 0)
  }

  /// The open round of a measure.
  public func openRound(of measure: MeasureIndex) -> OpenRound? {
    has(measure) ? rounds[measure] : nil
  }

  /// How many rounds a measure has had, the open one among them.
  public func roundCount(of measure: MeasureIndex) -> Int {
    has(measure) ? Int(standings[measure.position].rounds) : 0
  }

  /// What came as this external document.
  public func receipt(of document: DocumentIndex) -> Receipt? {
    receipts.indices.contains(document.position) ? receipts[document.position] : nil
  }

  func has(_ measure: MeasureIndex) -> Bool {
    measure.raw >= 0 && measure.position < standings.count
  }
}
