import RoadmapModel

/// What the value of a key means, beyond its form: what its ids name, what its texts are.
enum ValueRole: Hashable, Sendable {
  /// A value that names nothing.
  case plain
  /// The id of what the mapping declares, or the ids under which the mapping's entries are
  /// declared.
  case declares(EntityKind)
  /// The id of something declared elsewhere; of an entry, the name of the entry.
  case refers(EntityKind)
  /// `owner`, `lead`, `requester`, a person or `role:` and a role.
  case principal
  /// `requester` or a step of the same route.
  case party
  /// A transition of any lifecycle, or a route and its step, with a dot between.
  case duty
  /// A transition of the measure's lifecycle, and a route for it.
  case override
  /// An expression in CEL about this; `nil` where the key `for` beside it says about what.
  case condition(Rule.Target?)
  /// A cell of a row of a decision table, or a list of them.
  case cells
  /// What a row of a decision table gives: the id of a route, or a quorum.
  case outcome
  /// The name of a calendar that ships, or the path of a file.
  case calendar
  /// A text with expressions in CEL in it.
  case message
  /// A term in words.
  case term
}

extension RecordName {
  /// What the value of a key means.
  func role(of word: Word) -> ValueRole {
    switch self {
    case .rootFile, .includedFile: Self.roleInFile(word)
    case .heading: word == .id ? .declares(.roadmap) : word == .calendar ? .calendar : .plain
    case .termPolicies: word == .setBy ? .principal : .plain
    case .timers: word == .escalate ? .principal : .plain
    case .person: word == .roles ? .refers(.role) : .plain
    case .kind:
      switch word {
      case .lifecycle: .refers(.lifecycle)
      case .follows: .refers(.kind)
      default: .plain
      }
    case .powers, .kindPowers: .principal
    case .lifecycle: Self.roleInLifecycle(word)
    case .transition: Self.roleInTransition(word)
    case .route:
      [.separate, .bind].contains(word) ? .party : word == .delegate ? .principal : .plain
    case .step: Self.roleInStep(word)
    case .quorumForm:
      word == .each ? .principal : word == .table ? .refers(.table) : .plain
    case .substitution: word == .by ? .refers(.person) : .plain
    case .escalation: word == .to ? .principal : .plain
    case .measure, .part: Self.roleInMeasure(word)
    case .dependency:
      word == .measure ? .refers(.measure) : word == .reaches ? .refers(.state) : .plain
    case .awaited: word == .document ? .refers(.document) : .plain
    case .rule: Self.roleInRule(word)
    case .table: word == .when ? .condition(.measure) : .plain
    case .tableRow: word == .when ? .cells : .outcome
    case .tableUse: .refers(.table)
    case .dutySeparation, .dutyBinding: word == .of ? .duty : .plain
    default: .plain
    }
  }

  private static func roleInFile(_ word: Word) -> ValueRole {
    switch word {
    case .include: .refers(.file)
    case .people: .declares(.person)
    case .roles: .declares(.role)
    case .documents: .declares(.document)
    case .kinds: .declares(.kind)
    case .lifecycles: .declares(.lifecycle)
    case .routes: .declares(.route)
    case .variables: .declares(.variable)
    case .tables: .declares(.table)
    default: .plain
    }
  }

  private static func roleInLifecycle(_ word: Word) -> ValueRole {
    switch word {
    case .initial: .refers(.state)
    case .states: .declares(.state)
    case .transitions: .declares(.transition)
    default: .plain
    }
  }

  private static func roleInTransition(_ word: Word) -> ValueRole {
    switch word {
    case .from, .to, .onReturn, .onReject: .refers(.state)
    case .by: .principal
    case .route: .refers(.route)
    case .when: .condition(.transition)
    default: .plain
    }
  }

  private static func roleInStep(_ word: Word) -> ValueRole {
    switch word {
    case .id: .declares(.step)
    case .by, .not, .escalate, .delegate, .weights, .veto, .chair: .principal
    default: .plain
    }
  }

  private static func roleInMeasure(_ word: Word) -> ValueRole {
    switch word {
    case .id: .declares(.measure)
    case .kind: .refers(.kind)
    case .lifecycle: .refers(.lifecycle)
    case .routes: .override
    case .owners: .refers(.person)
    case .after: .refers(.measure)
    case .awaits: .refers(.document)
    case .term: .term
    default: .plain
    }
  }

  private static func roleInRule(_ word: Word) -> ValueRole {
    switch word {
    case .id: .declares(.rule)
    case .where, .require: .condition(nil)
    case .message: .message
    default: .plain
    }
  }
}
