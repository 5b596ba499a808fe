import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

/// What a proof found, for people and as data.
struct ProofReport {
  let compiled: CompiledRoadmap
  let question: PeopleProof.Question
  let people: PeopleProof
  let sound: SoundnessProof

  var roadmap: Roadmap { compiled.roadmap }

  /// Whether all that was asked is proved; of single measures, only what concerns them.
  var isProved: Bool {
    people.isProved && lifecycles.allSatisfy(\.isSound) && hopeless.isEmpty
  }

  /// The lifecycles of the measures that were asked about.
  var lifecycles: [LifecycleProof] {
    guard let wanted = question.measures else { return sound.lifecycles }
    return sound.lifecycles.filter { $0.measures.contains(where: wanted.contains) }
  }

  /// Those of the measures asked about that wait in vain.
  var hopeless: [SoundnessProof.HopelessWait] {
    guard let wanted = question.measures else { return sound.hopeless }
    return sound.hopeless.filter { wanted.contains($0.measure) }
  }

  /// The ids of people.
  func ids(_ people: [PersonIndex]) -> [String] { people.map { roadmap.people[$0.position].id } }

  /// The transition of a verdict.
  func transition(_ verdict: PeopleProof.Verdict) -> Transition {
    roadmap.lifecycles[verdict.lifecycle.position][verdict.transition]
  }

  /// The route of a verdict.
  func route(_ verdict: PeopleProof.Verdict) -> Route { roadmap.routes[verdict.route.position] }

  /// The commands that bring a measure along a way, each by somebody who may give it.
  func commands(
    _ way: [LifecycleProof.Leg], of measure: MeasureIndex, in lifecycle: LifecycleIndex
  ) -> [String] {
    way.flatMap { leg -> [String] in
      let transition = roadmap.lifecycles[lifecycle.position][leg.transition]
      let id = roadmap.id(of: measure)
      let verdict = people.verdicts.first {
        $0.lifecycle == lifecycle && $0.transition == leg.transition
          && $0.measures.contains(measure)
      }
      guard let verdict, let witness = verdict.witness(for: measure, in: roadmap) else {
        let asking = roadmap.people(meant: transition.by, for: measure, requester: nil)
          .first { !question.absent.contains($0) }
        return ["advance \(id) \(transition.id)" + (asking.map { " --as \(ids([$0])[0])" } ?? "")]
      }
      return ["advance \(id) \(transition.id) --as \(ids([witness.requester])[0])"]
        + decisions(leg.ending, of: id, route(verdict), witness.steps)
    }
  }

  private func decisions(
    _ ending: LifecycleProof.Ending, of id: String, _ route: Route, _ people: [[PersonIndex]]
  ) -> [String] {
    let votes = zip(route.steps, people).flatMap { step, people in
      ids(people).map { "\(id) --step \(step.id) --as \($0)" }
    }
    switch ending {
    case .agreed: return votes.map { "approve " + $0 }
    case .returned: return votes.prefix(1).map { "return " + $0 }
    case .rejected: return votes.prefix(1).map { "reject " + $0 }
    }
  }
}

/// A rule or a step that takes part in a conflict.
struct ConflictPart {
  /// What it is: `by`, `separate`, `bind` or `step`.
  let kind: String
  /// The ids that it names: of the separated parties, or of the step.
  let names: [String]
  /// Who may decide in the step.
  let people: [String]
  /// Where it stands.
  let span: SourceSpan
}

extension ProofReport {
  /// The rules about duties across routes that the proof does not judge, each with its place.
  var unjudged: [(id: String, span: SourceSpan)] {
    people.unjudgedRules.map { (roadmap.dutyRules[$0].id, span(of: .dutyRule($0))) }
  }

  /// What is in conflict, each with its place.
  func conflict(_ verdict: PeopleProof.Verdict) -> [ConflictPart] {
    guard case .impossible(let reason) = verdict.outcome else { return [] }
    switch reason {
    case .nobodyAsks:
      let element = Element.transitionBy(verdict.lifecycle, verdict.transition)
      return [
        ConflictPart(
          kind: "by", names: [transition(verdict).id], people: [], span: span(of: element))
      ]
    case .conflict(let separations, let bindings, let steps):
      return separations.map { separation($0, of: verdict) }
        + bindings.map { binding($0, of: verdict) } + steps.map { step($0, of: verdict) }
    }
  }

  private func span(of element: Element) -> SourceSpan {
    compiled.map.span(of: element, in: roadmap)
  }

  private func separation(_ position: Int, of verdict: PeopleProof.Verdict) -> ConflictPart {
    let route = route(verdict)
    let names = route.separations[position].map { party in
      switch party {
      case .requester: "requester"
      case .step(let step): route[step].id
      }
    }
    return ConflictPart(
      kind: "separate", names: names, people: [],
      span: span(of: .separation(verdict.route, position)))
  }

  private func binding(_ position: Int, of verdict: PeopleProof.Verdict) -> ConflictPart {
    let route = route(verdict)
    return ConflictPart(
      kind: "bind", names: route.bindings[position].map { route[$0].id }, people: [],
      span: span(of: .binding(verdict.route, position)))
  }

  private func step(_ step: StepIndex, of verdict: PeopleProof.Verdict) -> ConflictPart {
    let meant = roadmap.people(
      of: route(verdict)[step], for: verdict.measures[0], requester: nil)
    return ConflictPart(
      kind: "step", names: [route(verdict)[step].id],
      people: ids(meant.filter { !question.absent.contains($0) }),
      span: span(of: .stepBy(verdict.route, step)))
  }
}
