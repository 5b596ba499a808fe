import RoadmapEngine

/// A choice that the journal writes as a word.
protocol Worded: CaseIterable {
  var word: String { get }
}

extension Worded {
  init?(word: String) {
    guard let match = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }
}

extension Verdict: Worded {
  var word: String {
    switch self {
    case .approve: "approve"
    case .approveWithRemarks: "approve-with-remarks"
    case .returnForRework: "return"
    case .reject: "reject"
    case .abstain: "abstain"
    }
  }
}

extension RoundOutcome: Worded {
  var word: String {
    switch self {
    case .approved: "approved"
    case .returned: "returned"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .cancelled: "cancelled"
    }
  }
}

extension MoveCause: Worded {
  var word: String {
    switch self {
    case .direct: "direct"
    case .approved: "approved"
    case .returned: "returned"
    case .rejected: "rejected"
    }
  }
}
