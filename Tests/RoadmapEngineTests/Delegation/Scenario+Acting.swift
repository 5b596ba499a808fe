import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapSamples

extension Scenario {
  /// A started run of one order of `leo` whose adoption was asked for by him; `ana` may record
  /// substitutions. `change` adds to the office.
  init(
    asked stages: [[StepSketch]], separate: [[String]] = [], bind: [[String]] = [],
    _ change: (inout Sketch) -> Void = { _ in }
  ) {
    var sketch = Sketch.office(stages, separate: separate)
    if !bind.isEmpty {
      sketch = Sketch.office([[StepSketch("unused", by: ["ana"])]])
      sketch.rebind(RouteSketch("adoption", stages: stages, separate: separate, bind: bind))
    }
    sketch.measure("order", kind: "order", owners: ["leo"])
    sketch.substituters = ["ana"]
    change(&sketch)
    self.init(sketch)
    start("ana")
    advance("order", "begin", by: "leo")
    advance("order", "adopt", by: "leo")
  }

  @discardableResult
  mutating func approve(_ step: String? = nil, by person: String, for principal: String)
    -> [String]
  {
    let order = measure("order")
    return send(
      .vote(
        order,
        Command.Vote(
          .approve, step: step.map { self.step($0, of: order) }, by: self.person(person),
          for: self.person(principal))))
  }

  @discardableResult
  mutating func substitute(
    _ principal: String, by deputy: String, _ from: String, _ until: String?,
    order: String? = "15-k", as actor: String = "ana"
  ) -> [String] {
    send(
      .mandate(
        Mandate(
          .substitution, of: person(principal), by: person(deputy), from: day(from),
          until: until.map(day), order: order), by: person(actor)))
  }

  @discardableResult
  mutating func delegate(
    _ principal: String, to deputy: String, from: String? = nil, until: String? = nil,
    scope: Mandate.Scope = Mandate.Scope(), as actor: String? = nil
  ) -> [String] {
    send(
      .mandate(
        Mandate(
          .delegation, of: person(principal), by: person(deputy), from: from.map(day),
          until: until.map(day), scope: scope), by: person(actor ?? principal)))
  }

  @discardableResult
  mutating func absent(
    _ principal: String, _ from: String?, _ until: String?, by deputy: String? = nil
  ) -> [String] {
    send(
      .mandate(
        Mandate(
          .absence, of: person(principal), by: deputy.map { person($0) }, from: from.map(day),
          until: until.map(day)), by: person(principal)))
  }

  @discardableResult
  mutating func revoke(_ act: ActReference, by person: String) -> [String] {
    send(.revoke(act, reason: nil, by: self.person(person)))
  }

  /// The votes given in the open round: who, for whom, in which step.
  var given: [String] {
    (round(of: "order")?.steps ?? []).flatMap { step in
      step.given.map { vote in
        let names = names([vote.person, vote.principal])
        return "\(step.step.position): "
          + (names[0] == names[1] ? names[0] : names.joined(separator: " for "))
      }
    }
  }

  /// Who may act for whom in the steps that are open.
  var representatives: [String] {
    (engine.roundView(of: measure("order"), in: state, at: now)?.steps ?? []).flatMap { step in
      step.representatives.map { names([$0.person, $0.of.principal]).joined(separator: " for ") }
    }
  }
}
