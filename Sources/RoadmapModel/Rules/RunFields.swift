import CEL

/// What a rule may ask of an external document; `number` and `date` are set once it has come.
enum DocumentField: String, RuleField {
  case id, title, received, number, date

  static let record = "Document"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .id, .title, .number: .string
    case .received: .bool
    case .date: .timestamp
    }
  }

  var isOfRun: Bool { self == .received || self == .number || self == .date }
}

/// What a rule may ask of a transition of a measure; `route` is set where it needs approvals.
enum TransitionField: String, RuleField {
  case id, title, from, to, finishes, route, steps

  static let record = "Transition"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .id, .title, .to, .route: .string
    case .from: .list(.string)
    case .finishes: .bool
    case .steps: .list(.record(StepField.record))
    }
  }
}

/// What a rule may ask of a step of the route that a transition takes.
enum StepField: String, RuleField {
  case id, title, people, needed, excludesRequester = "excludes_requester"

  static let record = "Step"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .id, .title: .string
    case .people: .list(.record(PersonField.record))
    case .needed: .int
    case .excludesRequester: .bool
    }
  }
}

/// What a rule may ask of a file that is attached to a measure.
enum AttachmentField: String, RuleField {
  case name, size, digest, person, time, revision

  static let record = "Attachment"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .name, .digest: .string
    case .size, .revision: .int
    case .person: .record(PersonField.record)
    case .time: .timestamp
    }
  }
}

/// What a rule may ask of a round; `requester` is set once it is known who asks.
enum RoundField: String, RuleField {
  case number, transition, requester, votes, passed

  static let record = "Round"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .number: .int
    case .transition: .string
    case .requester: .record(PersonField.record)
    case .votes: .list(.record(VoteField.record))
    case .passed: .list(.string)
    }
  }
}

/// What a rule may ask of an approval that was given in a round.
enum VoteField: String, RuleField {
  case step, person, principal, remarks

  static let record = "Vote"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .step: .string
    case .person, .principal: .record(PersonField.record)
    case .remarks: .bool
    }
  }
}
