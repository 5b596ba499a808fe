import RoadmapEngine
import RoadmapJournal
public import RoadmapModel

extension Roadmap {
  /// The person with this id.
  ///
  /// - Throws: ``ServiceError/unknownPerson(_:known:)`` where nobody has it.
  public func knownPerson(_ id: String) throws(ServiceError) -> PersonIndex {
    guard let person = person(named: id) else {
      throw .unknownPerson(id, known: people.map(\.id))
    }
    return person
  }

  /// The one measure that a name means: its id or its full number.
  ///
  /// - Throws: ``ServiceError/unknownMeasure(_:known:)``; or
  ///   ``ServiceError/ambiguousMeasure(_:candidates:)`` where several measures have that number.
  public func knownMeasure(_ name: String) throws(ServiceError) -> MeasureIndex {
    let found = measures(named: name)
    guard found.count <= 1 else {
      throw .ambiguousMeasure(
        name, candidates: found.map { (id: self.id(of: $0), title: title(of: $0)) })
    }
    guard let measure = found.first else {
      let known = measures.indices.flatMap { [self.id(of: $0), number(of: $0)].compactMap { $0 } }
      throw .unknownMeasure(name, known: known)
    }
    return measure
  }

  /// The external document with this id.
  ///
  /// - Throws: ``ServiceError/unknownDocument(_:known:)`` where none has it.
  public func knownDocument(_ id: String) throws(ServiceError) -> DocumentIndex {
    guard let document = document(named: id) else {
      throw .unknownDocument(id, known: documents.map(\.id))
    }
    return document
  }
}

extension Command.Content {
  /// A file with this content.
  fileprivate init(_ name: String, _ content: [UInt8]) throws(ServiceError) {
    let hex = Digest(of: content).description
    guard let digest = ContentDigest(hex: hex) else {
      throw .store(.unexpected(detail: "`\(hex)` is no digest"))
    }
    self.init(name: name, size: Int64(content.count), digest: digest)
  }
}

extension RunSession {
  /// The command that somebody's words mean where the run stands now.
  func command(for asking: Asking) throws(ServiceError) -> Command {
    if case .tick = asking.act {
      guard let name = asking.person else { return .tick(by: nil) }
      return .tick(by: try roadmap.knownPerson(name))
    }
    let person = try roadmap.knownPerson(asking.person ?? "")
    switch asking.act {
    case .tick: return .tick(by: person)
    case .extend(let name, let day, let reason):
      return .extend(try roadmap.knownMeasure(name), until: day, reason: reason, by: person)
    case .advance(let name, let transition):
      let measure = try roadmap.knownMeasure(name)
      return .advance(
        measure, try self.transition(named: transition, of: measure, for: person), by: person)
    case .vote(let name, let vote):
      let measure = try roadmap.knownMeasure(name)
      return .vote(measure, try self.vote(vote, on: measure, by: person))
    case .retract(let name, let step, let remarks):
      let measure = try roadmap.knownMeasure(name)
      return .retract(
        measure, step: try self.step(named: step, of: measure), remarks: remarks, by: person)
    case .withdraw(let name, let remarks):
      return .withdraw(try roadmap.knownMeasure(name), remarks: remarks, by: person)
    case .receive(let name, let number, let date):
      return .receive(try roadmap.knownDocument(name), number: number, date: date, by: person)
    case .mandate(let act): return .mandate(try mandate(act, by: person), by: person)
    case .revoke(let act, let reason):
      return .revoke(try self.act(named: act), reason: reason, by: person)
    case .exceptional(let words): return .exceptional(try act(words, by: person))
    case .attach(let measure, let name, let content):
      return .attach(
        try Command.Content(name, content), to: try roadmap.knownMeasure(measure), by: person)
    case .setField(let measure, let name, let value):
      return .attach(
        Command.Content(field: name, value: value), to: try roadmap.knownMeasure(measure),
        by: person)
    }
  }

  private func vote(
    _ vote: Act.Vote, on measure: MeasureIndex, by person: PersonIndex
  ) throws(ServiceError) -> Command.Vote {
    Command.Vote(
      vote.verdict, step: try step(named: vote.step, of: measure), remarks: vote.remarks,
      seen: vote.seen, to: try target(named: vote.target, of: measure), by: person,
      for: try vote.principal.map { id throws(ServiceError) in try roadmap.knownPerson(id) })
  }

  /// The transition that a name means for a measure; without a name, the one that leads forward.
  ///
  /// Without a name, the transitions out of the current state are meant; of several, those that
  /// the person may ask for; of several still, those that lead towards a done state.
  ///
  /// - Throws: ``ServiceError`` where none or several are left.
  public func transition(
    named name: String?, of measure: MeasureIndex, for person: PersonIndex?
  ) throws(ServiceError) -> TransitionIndex {
    guard let lifecycle = roadmap.lifecycle(of: measure) else {
      throw .noTransition(measure: roadmap.id(of: measure), state: "")
    }
    if let name {
      guard let transition = lifecycle.transition(named: name) else {
        throw .unknownTransition(
          name, lifecycle: lifecycle.id, known: lifecycle.transitions.map(\.id))
      }
      return transition
    }
    var left = engine.transitions(of: measure, in: state)
    if left.isEmpty {
      throw .noTransition(
        measure: roadmap.id(of: measure), state: lifecycle[state.state(of: measure)].title)
    }
    narrow(&left) { engine.isForward($0, of: measure, in: state) }
    narrow(&left) { transition in
      person.map { mayAsk($0, for: transition, of: measure) } ?? true
    }
    guard left.count == 1 else {
      throw .severalTransitions(left.map { lifecycle[$0].id })
    }
    return left[0]
  }

  private func mayAsk(
    _ person: PersonIndex, for transition: TransitionIndex, of measure: MeasureIndex
  ) -> Bool {
    guard let by = roadmap.lifecycle(of: measure)?[transition].by else { return false }
    return roadmap.person(person, is: by, for: measure, requester: nil)
  }

  /// Keeps the candidates that pass, unless none would be left.
  private func narrow(_ candidates: inout [TransitionIndex], _ passes: (TransitionIndex) -> Bool) {
    let kept = candidates.filter(passes)
    if !kept.isEmpty { candidates = kept }
  }

  /// The step that a name means in the open round of a measure; `nil` without a name.
  ///
  /// - Throws: ``ServiceError/unknownStep(_:known:)`` where the route has no such step; without an
  ///   open round the engine will say so, and any step will do.
  public func step(named name: String?, of measure: MeasureIndex) throws(ServiceError) -> StepIndex?
  {
    guard let name, let round = state.openRound(of: measure) else { return nil }
    let route = roadmap.routes[round.route.position]
    guard let step = route.step(named: name) else {
      throw .unknownStep(name, known: route.steps.map(\.id))
    }
    return step
  }

  /// The step or the state that a return leads to, by its id, or by `step:` or `state:` and its id;
  /// `nil` without a name.
  ///
  /// - Throws: ``ServiceError`` where the open round has no such step and the measure no such
  ///   state, or where both have.
  func target(named name: String?, of measure: MeasureIndex) throws(ServiceError) -> ReturnTarget? {
    guard let name, let round = state.openRound(of: measure),
      let lifecycle = roadmap.lifecycle(of: measure)
    else { return nil }
    let route = roadmap.routes[round.route.position]
    let step = route.step(named: id(in: name, behind: "step:", notBehind: "state:"))
    let state = lifecycle.state(named: id(in: name, behind: "state:", notBehind: "step:"))
    switch (step, state) {
    case (let step?, nil): return .step(step)
    case (nil, let state?): return .state(state)
    case (_?, _?): throw .ambiguousTarget(name)
    case (nil, nil):
      throw .unknownTarget(name, known: route.steps.map(\.id) + lifecycle.states.map(\.id))
    }
  }

  /// The id in a name that may begin with a word for its sort; no id where it begins with another.
  private func id(in name: String, behind prefix: String, notBehind other: String) -> String {
    if name.utf8.starts(with: prefix.utf8) { return String(name.dropFirst(prefix.count)) }
    return name.utf8.starts(with: other.utf8) ? "" : name
  }
}
