public import Bilingual
public import CivilTime
public import RoadmapModel

/// A reason, as data, why something cannot be done now.
///
/// Its sentence is ``message(in:)``, its code ``code``, its data for programs ``fields(in:)``.
public enum Blocker: Hashable, Sendable {
  /// Something that a command names does not exist.
  case unknown(Missing)
  /// The run has not been started.
  case notStarted
  /// The run has been started already.
  case alreadyStarted(by: PersonIndex)
  /// What the roadmap says of the measure has errors, so nothing about it can be decided.
  case brokenDefinition(MeasureIndex)

  /// The transition does not leave the state that the measure stands in.
  case wrongState(MeasureIndex, TransitionIndex, state: StateIndex)
  /// The measure has an open round.
  case roundOpen(MeasureIndex, TransitionIndex, round: Int, requester: PersonIndex)
  /// The person may not ask for the transition; `people` may.
  case notEntitled(MeasureIndex, TransitionIndex, actor: PersonIndex, people: [PersonIndex])
  /// The measure waits for another.
  case waitsForMeasure(Wait)
  /// The measure waits for another that can no longer get there.
  case waitsForDropped(Wait)
  /// The measure, or one that it is a part of (`through`), waits for an external document.
  case waitsForDocument(MeasureIndex, DocumentIndex, through: MeasureIndex)
  /// So many days must have passed first: it waits until this day.
  case waitsUntil(Wait, CivilDate)
  /// A part of the measure has not been carried out.
  case waitsForPart(MeasureIndex, part: MeasureIndex, state: StateIndex)
  /// A condition of the transition, or a rule of the roadmap, is false.
  case conditionFails(Condition)
  /// A condition of the transition, or a rule of the roadmap, cannot be judged, for this reason.
  case conditionBroken(Condition, Text)

  /// A return or a rejection would carry the measure into a done state.
  case refusalWouldFinish(MeasureIndex, TransitionIndex, state: StateIndex)
  /// Nobody may decide in a step; `separated` could, were they not the requester.
  case nobodyCanApprove(MeasureIndex, RouteIndex, StepIndex, separated: [PersonIndex])
  /// A step needs more people than there are.
  case quorumUnreachable(MeasureIndex, RouteIndex, StepIndex, needed: Int, people: [PersonIndex])
  /// Steps that need different people have together too few; after an approval by `after`, or from
  /// the start.
  case separationLeavesNobody(Shortage, after: PersonIndex?)

  /// The way in which votes count in a step.
  case ofVote(VoteProblem)
  /// Rules about duties leave a step to too few.
  case dutyLeavesNobody(DutyShortage)
  /// The person did another duty that a rule wants somebody else for.
  case dutySeparated(DutyClash, actor: PersonIndex)
  /// Others did a duty that a rule wants the same people for.
  case dutyBound(DutyClash, actor: PersonIndex)

  /// The measure has no open round.
  case noOpenRound(MeasureIndex)
  /// The step is not open yet; `first` come before it.
  case stepNotOpen(MeasureIndex, RouteIndex, StepIndex, first: [StepIndex])
  /// The step has passed.
  case stepClosed(MeasureIndex, RouteIndex, StepIndex)
  /// The person may not decide in the step; `people` may.
  case notEligible(
    MeasureIndex, RouteIndex, StepIndex, actor: PersonIndex, people: [PersonIndex])
  /// The person may not decide in the step, being the other party of a separation of duties.
  case separated(MeasureIndex, RouteIndex, StepIndex, actor: PersonIndex, from: Route.Party)
  /// The person has already decided in the step.
  case alreadyVoted(MeasureIndex, RouteIndex, StepIndex, actor: PersonIndex)
  /// The person may decide in several steps and has named none.
  case chooseStep(MeasureIndex, RouteIndex, steps: [StepIndex])
  /// The route wants this signed with a key of the person, and it is not.
  case unsigned(MeasureIndex, RouteIndex, actor: PersonIndex)
  /// A return from this step leads nowhere but to these earlier steps and these states.
  case noReturnBeyond(
    MeasureIndex, RouteIndex, StepIndex, steps: [StepIndex], states: [StateIndex])
  /// Only the requester may withdraw a round.
  case notRequester(MeasureIndex, actor: PersonIndex, requester: PersonIndex)

  /// The person did not set the term; `people` did, and may extend it.
  case notTermSetter(MeasureIndex, actor: PersonIndex, people: [PersonIndex])
  /// The measure has no term that ends on a day.
  case noTerm(MeasureIndex)
  /// The day is no later than the one on which the term ends.
  case notAnExtension(MeasureIndex, until: CivilDate, deadline: CivilDate)
  /// The measure has been carried out or given up.
  case alreadyOver(MeasureIndex, state: StateIndex)
  /// No reason was given for extending the term.
  case reasonMissing(MeasureIndex)
  /// The person may not attach files to the measure; `people` may.
  case mayNotAttach(MeasureIndex, actor: PersonIndex, people: [PersonIndex])
  /// No file and no field can have this name.
  case attachmentNameUnusable(MeasureIndex, name: String)
  /// No field can have the value that is given to this one.
  case fieldUnusable(MeasureIndex, name: String)
  /// The step decides on something else than what was read: on `present`; `changed` are the names
  /// that have changed since, or nil where what was read was never there.
  case otherRevision(
    MeasureIndex, RouteIndex, StepIndex, seen: Seen, present: ContentDigest?, changed: [String]?)
  /// Just this content is attached under this name already.
  case alreadyAttached(MeasureIndex, name: String, by: PersonIndex)

  /// The person cannot decide for another.
  case acting(ActingBlocker)
  /// This cannot be said, or taken back, of who acts for whom.
  case mandate(MandateBlocker)
  /// Something outside of the usual course of a measure stands in the way, or speaks against it.
  case exceptional(Exceptional)

  /// The number printed on the document was not given.
  case documentNumberMissing(DocumentIndex)
  /// The document has come already.
  case documentAlreadyReceived(DocumentIndex, number: String, date: CivilDate)
  /// The document bears a date that is still to come.
  case documentFromTheFuture(DocumentIndex, date: CivilDate, today: CivilDate)
}

extension Blocker {
  /// Something that does not exist, by the position that was asked for.
  public enum Missing: Hashable, Sendable {
    /// A person.
    case person(Int)
    /// A measure.
    case measure(Int)
    /// A transition of the measure's lifecycle.
    case transition(Int)
    /// A step of the route.
    case step(Int)
    /// An external document.
    case document(Int)
    /// The run: the state is that of another roadmap.
    case run
  }

  /// A dependency that does not hold yet.
  public struct Wait: Hashable, Sendable {
    /// The measure that waits.
    public let measure: MeasureIndex
    /// The measure that the dependency is written at: the same, or one that it is a part of.
    public let through: MeasureIndex
    /// The measure that is waited for.
    public let predecessor: MeasureIndex
    /// The state that the predecessor stands in.
    public let state: StateIndex
    /// The state that it must reach; a done state, or its start, when `nil`.
    public let reaches: StateIndex?
    /// Which point of the measure waits for which point of the predecessor.
    public let kind: Dependency.Kind
  }

  /// The blocker that an open round is to everything else.
  static func roundOpen(_ round: OpenRound) -> Blocker {
    .roundOpen(
      round.measure, round.transition, round: round.number, requester: round.requester)
  }

  /// Whether two blockers wait for the same thing, if on behalf of different measures.
  func isSameWait(as other: Blocker) -> Bool {
    switch (self, other) {
    case (.waitsForMeasure(let one), .waitsForMeasure(let two)),
      (.waitsForDropped(let one), .waitsForDropped(let two)):
      one.predecessor == two.predecessor && one.reaches == two.reaches
        && one.kind.awaitsFinish == two.kind.awaitsFinish
    case (.waitsUntil(let one, let day), .waitsUntil(let two, let other)):
      one.predecessor == two.predecessor && day == other
    case (.exceptional(let one), .exceptional(let two)): one.isSameWait(as: two)
    case (.waitsForDocument(_, let one, _), .waitsForDocument(_, let two, _)): one == two
    default: self == other
    }
  }
}
