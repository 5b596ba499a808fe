extension Blocker {
  /// The name of this sort of blocker, for programs and the documentation; a released code keeps
  /// its meaning.
  public var code: String {
    switch self {
    case .unknown(let missing): missing.code
    case .notStarted: "not-started"
    case .alreadyStarted: "already-started"
    case .brokenDefinition: "broken-definition"
    case .wrongState: "wrong-state"
    case .roundOpen: "round-open"
    case .notEntitled: "not-entitled"
    case .waitsForMeasure: "waits-for-measure"
    case .waitsForDropped: "waits-for-dropped"
    case .waitsForDocument: "waits-for-document"
    case .waitsUntil: "waits-until"
    case .waitsForPart: "waits-for-part"
    case .conditionFails: "condition-fails"
    case .conditionBroken: "condition-broken"
    case .refusalWouldFinish: "refusal-would-finish"
    case .nobodyCanApprove: "nobody-can-approve"
    case .quorumUnreachable: "quorum-unreachable"
    case .separationLeavesNobody: "separation-leaves-nobody"
    case .ofVote(let problem): problem.code
    case .dutyLeavesNobody: "separation-leaves-nobody"
    case .dutySeparated: "duty-separated"
    case .dutyBound: "duty-bound"
    case .noOpenRound: "no-open-round"
    case .stepNotOpen: "step-not-open"
    case .stepClosed: "step-closed"
    case .notEligible: "not-eligible"
    case .separated: "separated"
    case .alreadyVoted: "already-voted"
    case .chooseStep: "choose-step"
    case .noReturnBeyond: "no-return-there"
    case .unsigned: "signature-required"
    case .notRequester: "not-requester"
    case .notTermSetter: "not-term-setter"
    case .noTerm: "no-term"
    case .notAnExtension: "not-an-extension"
    case .alreadyOver: "already-over"
    case .reasonMissing: "reason-missing"
    case .mayNotAttach: "may-not-attach"
    case .attachmentNameUnusable: "attachment-name-unusable"
    case .fieldUnusable: "field-unusable"
    case .otherRevision: "other-revision"
    case .alreadyAttached: "already-attached"
    case .acting(let blocker): blocker.code
    case .mandate(let blocker): blocker.code
    case .exceptional(let reason): reason.code
    case .documentNumberMissing: "document-number-missing"
    case .documentAlreadyReceived: "document-already-received"
    case .documentFromTheFuture: "document-from-the-future"
    }
  }
}

extension Blocker.Missing {
  fileprivate var code: String {
    switch self {
    case .person: "unknown-person"
    case .measure: "unknown-measure"
    case .transition: "unknown-transition"
    case .step: "unknown-step"
    case .document: "unknown-document"
    case .run: "unknown-run"
    }
  }
}
