import CivilTime
public import RoadmapModel

extension Blocker {
  /// A piece of data for programs.
  public struct Field: Hashable, Sendable {
    /// What a field may hold.
    public enum Value: Hashable, Sendable {
      /// An id, a number of a document, a date as `YYYY-MM-DD`.
      case text(String)
      /// A count.
      case number(Int)
      /// Ids.
      case list([String])
    }

    /// The key; a released key keeps its meaning.
    public let name: String
    /// The value.
    public let value: Value

    /// Creates a piece of data.
    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The data of this blocker for programs, in a fixed order: measures, people, states,
  /// transitions, steps and documents by their ids.
  public func fields(in roadmap: Roadmap) -> [Field] {
    let names = Names(roadmap: roadmap)
    let special: [Field]? = aboutAttachments(names) ?? aboutReturns(names)
    if let special { return special }
    if let acting: [Field] = aboutActing(names) { return acting }
    return aboutMeasure(names) ?? aboutCondition(names) ?? aboutRequest(names) ?? aboutRound(names)
      ?? fieldsAboutDuties(names) ?? fieldsAboutExceptions(names)
      ?? fieldsAboutTerm(names) ?? aboutRest(names)
  }

  private func aboutMeasure(_ names: Names) -> [Field]? {
    switch self {
    case .brokenDefinition(let measure), .noOpenRound(let measure):
      [.measure(measure, names)]
    case .wrongState(let measure, let transition, let state):
      [
        .measure(measure, names), .transition(transition, of: measure, names),
        .state(state, of: measure, names),
      ]
    case .roundOpen(let measure, let transition, let round, let requester):
      [
        .measure(measure, names), .transition(transition, of: measure, names),
        Field(name: "round", value: .number(round)), .person("requester", requester, names),
      ]
    case .notEntitled(let measure, let transition, let actor, let people):
      [
        .measure(measure, names), .transition(transition, of: measure, names),
        .person("actor", actor, names), .people(people, names),
      ]
    case .waitsForMeasure(let wait), .waitsForDropped(let wait):
      wait.fields(names)
    case .waitsUntil(let wait, let day): wait.fields(names) + [.text("until", day.iso)]
    case .waitsForDocument(let measure, let document, let through):
      [
        .measure(measure, names), .measure(through, names, name: "through"),
        .document(document, names),
      ]
    case .waitsForPart(let measure, let part, let state):
      [
        .measure(measure, names), .measure(part, names, name: "part"),
        .state(state, of: part, names),
      ]
    default: nil
    }
  }

  private func aboutRequest(_ names: Names) -> [Field]? {
    switch self {
    case .refusalWouldFinish(let measure, let transition, let state):
      [
        .measure(measure, names), .transition(transition, of: measure, names),
        .state(state, of: measure, names),
      ]
    case .nobodyCanApprove(let measure, let route, let step, let separated):
      [
        .measure(measure, names), .step(step, on: route, names),
        .people(separated, names, name: "separated"),
      ]
    case .quorumUnreachable(let measure, let route, let step, let needed, let people):
      [
        .measure(measure, names), .step(step, on: route, names),
        Field(name: "needed", value: .number(needed)), .people(people, names),
      ]
    case .separationLeavesNobody(let shortage, let person):
      [
        .measure(shortage.measure, names), .steps(shortage.steps, on: shortage.route, names),
        Field(name: "needed", value: .number(shortage.needed)), .people(shortage.people, names),
      ] + (person.map { [.person("actor", $0, names)] } ?? [])
    default: nil
    }
  }

  private func aboutRound(_ names: Names) -> [Field]? {
    switch self {
    case .stepNotOpen(let measure, let route, let step, let first):
      [
        .measure(measure, names), .step(step, on: route, names),
        .steps(first, on: route, names, name: "first"),
      ]
    case .stepClosed(let measure, let route, let step):
      [.measure(measure, names), .step(step, on: route, names)]
    case .notEligible(let measure, let route, let step, let actor, let people):
      [
        .measure(measure, names), .step(step, on: route, names),
        .person("actor", actor, names), .people(people, names),
      ]
    case .separated(let measure, let route, let step, let actor, let party):
      [
        .measure(measure, names), .step(step, on: route, names),
        .person("actor", actor, names), .party(party, on: route, names),
      ]
    case .alreadyVoted(let measure, let route, let step, let actor):
      [.measure(measure, names), .step(step, on: route, names), .person("actor", actor, names)]
    case .chooseStep(let measure, let route, let steps):
      [.measure(measure, names), .steps(steps, on: route, names)]
    case .unsigned(let measure, let route, let actor):
      [
        .measure(measure, names), .text("route", names.id(of: route)),
        .person("actor", actor, names),
      ]
    case .notRequester(let measure, let actor, let requester):
      [
        .measure(measure, names), .person("actor", actor, names),
        .person("requester", requester, names),
      ]
    default: nil
    }
  }

  private func aboutRest(_ names: Names) -> [Field] {
    switch self {
    case .ofVote(let problem): problem.fields(names)
    case .unknown(let missing): missing.position.map { [.number("position", $0)] } ?? []
    case .alreadyStarted(let person): [.person("actor", person, names)]
    case .documentNumberMissing(let document): [.document(document, names)]
    case .documentAlreadyReceived(let document, let number, let date):
      [.document(document, names), .text("number", number), .text("date", date.iso)]
    case .documentFromTheFuture(let document, let date, let today):
      [.document(document, names), .text("date", date.iso), .text("today", today.iso)]
    default: []
    }
  }
}

extension Blocker.Wait {
  func fields(_ names: Names) -> [Blocker.Field] {
    [
      .measure(measure, names), .measure(through, names, name: "through"),
      .measure(predecessor, names, name: "predecessor"), .state(state, of: predecessor, names),
    ]
      + (reaches.map { [.text("reaches", names.id(of: $0, of: predecessor))] } ?? [])
      + (kind == .finishStart ? [] : [.text("kind", kind.rawValue)])
  }
}

extension Blocker.Missing {
  /// The position that was asked for.
  var position: Int? {
    switch self {
    case .person(let position), .measure(let position), .transition(let position),
      .step(let position), .document(let position):
      position
    case .run: nil
    }
  }
}

extension Blocker.Field {
  static func text(_ name: String, _ text: String) -> Self {
    Self(name: name, value: .text(text))
  }

  fileprivate static func number(_ name: String, _ number: Int) -> Self {
    Self(name: name, value: .number(number))
  }

  static func measure(
    _ measure: MeasureIndex, _ names: Names, name: String = "measure"
  ) -> Self {
    text(name, names.id(of: measure))
  }

  static func transition(
    _ transition: TransitionIndex, of measure: MeasureIndex, _ names: Names
  ) -> Self {
    text("transition", names.id(of: transition, of: measure))
  }

  static func state(
    _ state: StateIndex, of measure: MeasureIndex, _ names: Names
  ) -> Self {
    text("state", names.id(of: state, of: measure))
  }

  static func step(
    _ step: StepIndex, on route: RouteIndex, _ names: Names
  ) -> Self {
    text("step", names.id(of: step, on: route))
  }

  static func steps(
    _ steps: [StepIndex], on route: RouteIndex, _ names: Names, name: String = "steps"
  ) -> Self {
    Self(name: name, value: .list(steps.map { names.id(of: $0, on: route) }))
  }

  static func person(
    _ name: String, _ person: PersonIndex, _ names: Names
  ) -> Self {
    text(name, names.id(of: person))
  }

  static func people(
    _ people: [PersonIndex], _ names: Names, name: String = "people"
  ) -> Self {
    Self(name: name, value: .list(people.map { names.id(of: $0) }))
  }

  static func document(_ document: DocumentIndex, _ names: Names) -> Self {
    text("document", names.id(of: document))
  }

  fileprivate static func party(
    _ party: Route.Party, on route: RouteIndex, _ names: Names
  ) -> Self {
    switch party {
    case .requester: text("from", "requester")
    case .step(let step): text("from", names.id(of: step, on: route))
    }
  }
}
