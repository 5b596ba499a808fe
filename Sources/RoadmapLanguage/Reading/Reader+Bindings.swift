import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A binding of fewer than two steps, or of steps that are open at the same time.
  static let invalidBinding = DiagnosticCode("invalid-binding")
}

extension Reader {
  /// Reads one set of steps that the same people must decide, or a list of such sets.
  mutating func bindings(_ place: Place?, in draft: RouteDraft) -> [[StepIndex]] {
    guard let place else { return [] }
    let lists = items(place)
    let isListOfSets = lists.contains { tree($0).kind(tree($0).resolved($0.node)) == .sequence }
    let sets = isListOfSets ? lists.map { ($0, items($0)) } : [(place, lists)]
    let bindings = sets.map { binding($1, in: draft, at: $0) }
    let route = Route(
      id: "", title: "", steps: draft.steps, stages: draft.stages, separations: [],
      bindings: bindings)
    for (binding, set) in zip(bindings, sets) {
      let group = binding.first.map { route.boundSteps[$0.position] } ?? []
      let isParallel = draft.stages.contains { stage in
        group.count { stage.contains($0.position) } > 1
      }
      if isParallel { report(.parallelBinding(at: span(set.0))) }
    }
    return bindings
  }

  private mutating func binding(
    _ places: [Place], in draft: RouteDraft, at whole: Place
  ) -> [StepIndex] {
    var found: [(place: Place, value: StepIndex)] = []
    var isUnderstood = true
    for place in places {
      guard let name = symbol(place) else {
        isUnderstood = false
        continue
      }
      if let step = draft.indices[name] {
        found.append((place, step))
      } else if draft.places[name] == nil {
        isUnderstood = false
        report(
          .unknownStep(
            text(place), at: span(place), known: draft.steps.map(\.id).filter { !$0.isEmpty },
            orRequester: false))
      }
    }
    let steps = once(found, in: .bind)
    if steps.count < 2, isUnderstood { report(.loneBinding(at: span(whole))) }
    return steps
  }
}

extension Diagnostic {
  fileprivate static func loneBinding(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBinding, at: span,
      message: Text(
        en: "a binding names at least two steps that the same people decide",
        ru: "связка называет не меньше двух этапов, на которых решают одни и те же люди"),
      help: Text(en: "name two steps", ru: "назовите два этапа"))
  }

  fileprivate static func parallelBinding(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidBinding, at: span,
      message: Text(
        en: "steps that are open at the same time cannot be bound",
        ru: "этапы, открытые одновременно, связать нельзя"),
      help: Text(
        en: "make them one step, or let one follow the other",
        ru: "сделайте из них один этап или пусть один идёт за другим"))
  }
}
