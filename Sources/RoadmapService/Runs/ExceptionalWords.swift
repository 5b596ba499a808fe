import RoadmapEngine
import RoadmapJournal
import RoadmapModel

/// An act outside of the usual course of a measure, in somebody's own words.
public struct ExceptionalWords: Hashable, Sendable {
  /// What is done.
  public enum Deed: Hashable, Sendable {
    /// The measure need not wait for this measure, part or paper (`document:ID`) any more.
    case waive(String)
    /// This step of the open round is passed over.
    case skip(step: String)
    /// The measure will not be carried out.
    case cancel
    /// The measure stands still.
    case suspend
    /// The measure goes on.
    case resume
    /// The measure goes back to this state.
    case reopen(to: String)
  }

  /// The measure.
  public let measure: String
  /// What is done.
  public let deed: Deed
  /// Why.
  public let reason: String?

  /// Puts an act into words.
  public init(_ deed: Deed, on measure: String, reason: String?) {
    self.measure = measure
    self.deed = deed
    self.reason = reason
  }

  /// All that was said, for telling a retry from another act.
  var words: [JSONValue] {
    let reason = reason.map { JSONValue.string($0) } ?? .null
    switch deed {
    case .waive(let awaited): return ["waive", .string(measure), .string(awaited), reason]
    case .skip(let step): return ["skip", .string(measure), .string(step), reason]
    case .cancel: return ["cancel", .string(measure), reason]
    case .suspend: return ["suspend", .string(measure), reason]
    case .resume: return ["resume", .string(measure), reason]
    case .reopen(let state): return ["reopen", .string(measure), .string(state), reason]
    }
  }
}

extension RunSession {
  /// The act that words mean where the run stands now.
  func act(
    _ words: ExceptionalWords, by person: PersonIndex
  ) throws(ServiceError) -> ExceptionalAct {
    let measure = try roadmap.knownMeasure(words.measure)
    return ExceptionalAct(
      try deed(words.deed, on: measure), on: measure, reason: words.reason, by: person)
  }

  private func deed(
    _ words: ExceptionalWords.Deed, on measure: MeasureIndex
  ) throws(ServiceError) -> ExceptionalAct.Deed {
    switch words {
    case .waive(let name): return .waive(try awaited(named: name, by: measure))
    case .skip(let name):
      let step = try step(named: name, of: measure)
      return .skip(step ?? StepIndex(0), round: state.openRound(of: measure)?.number ?? 0)
    case .cancel: return .cancel
    case .suspend: return .suspend
    case .resume: return .resume
    case .reopen(let name): return .reopen(to: try state(named: name, of: measure))
    }
  }

  /// What a measure waits for under a name: a measure by its id or number, or a paper by its id,
  /// which `document:` tells from a measure of the same id.
  private func awaited(
    named name: String, by measure: MeasureIndex
  ) throws(ServiceError) -> ExceptionalAct.Awaited {
    let prefix = "document:"
    if name.utf8.starts(with: prefix.utf8) {
      return .document(try roadmap.knownDocument(String(name.dropFirst(prefix.count))))
    }
    if let document = roadmap.document(named: name) {
      let paper = ExceptionalAct.Awaited.document(document)
      guard let other = roadmap.measures(named: name).first else { return paper }
      let isMeant =
        engine.waits(measure, for: paper, in: state)
        && !engine.waits(measure, for: .measure(other), in: state)
      if isMeant { return paper }
    }
    return .measure(try roadmap.knownMeasure(name))
  }

  /// The state of a measure's lifecycle with this id.
  private func state(
    named name: String, of measure: MeasureIndex
  ) throws(ServiceError) -> StateIndex {
    let lifecycle = roadmap.lifecycle(of: measure)
    guard let state = lifecycle?.state(named: name) else {
      throw .unknownState(
        name, lifecycle: lifecycle?.id ?? "", known: lifecycle?.states.map(\.id) ?? [])
    }
    return state
  }
}
