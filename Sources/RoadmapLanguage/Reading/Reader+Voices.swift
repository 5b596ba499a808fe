import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A weight that is out of range, or that could never count.
  static let invalidWeight = DiagnosticCode("invalid-weight")
}

/// How the voices of a step count, beside its quorum.
struct StepVoices {
  var weights: [Route.Weight] = []
  var veto = Route.Veto.everybody
  var chair: [Principal] = []
  /// Whether all of them are known.
  var isWhole = true
}

extension Reader {
  /// Reads how the voices of a step count.
  mutating func voices(
    _ record: Record, by: [Principal], not excluded: [Principal], _ quorum: QuorumChoice
  ) -> StepVoices {
    let shape = RecordShape.step
    var voices = StepVoices()
    if let place = value(record, shape.slot(of: .weights)) {
      let (weights, isWhole) = weights(place, by: by, not: excluded, quorum)
      (voices.weights, voices.isWhole) = (weights, isWhole)
    }
    if let place = value(record, shape.slot(of: .veto)) {
      let (veto, isWhole) = veto(place)
      voices.veto = veto
      voices.isWhole = voices.isWhole && isWhole
    }
    if let place = value(record, shape.slot(of: .chair)) {
      let chair = principals(place)
      voices.chair = chair.values
      voices.isWhole = voices.isWhole && chair.isWhole
    }
    return voices
  }

  /// Reads whose refusal ends the round: `true`, `false`, or whom.
  private mutating func veto(_ place: Place) -> (veto: Route.Veto, isWhole: Bool) {
    switch tree(place).bool(place.node) {
    case true: return (.everybody, true)
    case false: return (.nobody, true)
    default:
      let named = principals(place)
      return (.only(named.values), named.isWhole)
    }
  }

  /// Reads whose voices weigh how much among these people of a step.
  private mutating func weights(
    _ place: Place, by: [Principal], not excluded: [Principal], _ quorum: QuorumChoice
  ) -> (weights: [Route.Weight], isWhole: Bool) {
    var isWhole = true
    var weights: [Route.Weight] = []
    for (name, value) in entries(place) {
      let people = principals(name)
      isWhole = isWhole && people.isWhole
      guard let weight = tree(value).integer(value.node),
        (1...Int64(Quorum.largest)).contains(weight)
      else {
        report(.weightOutOfRange(text(value), at: span(value)))
        continue
      }
      for person in people.values {
        weights.append(Route.Weight(person, Int(weight)))
        if !mayMean(person, by: by, not: excluded) {
          report(.weightOfNobody(text(name), at: span(name)))
        }
      }
    }
    let unit = quorum.quorum?.unit ?? .people
    if quorum.table == nil, !quorum.isIncomplete, unit != .weight {
      report(.weightsWithoutQuorum(at: span(place)))
    }
    return (weights, isWhole)
  }

  /// Whether a principal can mean one of a step's people, as far as that is known.
  private func mayMean(
    _ principal: Principal, by: [Principal], not excluded: [Principal]
  ) -> Bool {
    guard holdersAreKnown, !by.contains(principal), let own = people(named: [principal]),
      let all = people(named: by), let barred = people(named: excluded)
    else { return true }
    return !own.isDisjoint(with: all.subtracting(barred))
  }

  /// The people whom principals name; `nil` where that depends on the measure or on who asks.
  private func people(named principals: [Principal]) -> Set<PersonIndex>? {
    var found: Set<PersonIndex> = []
    for principal in principals {
      switch principal {
      case .owner, .lead, .requester: return nil
      case .person(let person): found.insert(person)
      case .role(let role):
        for position in people.values.indices where people.values[position].roles.contains(role) {
          found.insert(PersonIndex(position))
        }
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func weightOutOfRange(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidWeight, at: span,
      message: Text(en: "`\(text)` is no weight", ru: "`\(text)` — не вес"),
      help: Text(
        en: "write a whole number from 1 to \(Quorum.largest)",
        ru: "напишите целое число от 1 до \(Quorum.largest)"))
  }

  fileprivate static func weightOfNobody(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidWeight, at: span,
      message: Text(
        en: "`\(name)` is nobody who may decide in this step",
        ru: "`\(name)` не из тех, кто решает на этом этапе"),
      help: Text(
        en: "add it to the step's `by`, or remove the weight",
        ru: "добавьте в `by` этапа или уберите вес"))
  }

  fileprivate static func weightsWithoutQuorum(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidWeight, at: span,
      message: Text(
        en: "weights count only where the quorum is a weight",
        ru: "веса считаются, только если кворум задан весом"),
      help: Text(
        en: "write `quorum: {weight: …}`, or remove `weights`",
        ru: "напишите `quorum: {weight: …}` или уберите `weights`"))
  }
}
