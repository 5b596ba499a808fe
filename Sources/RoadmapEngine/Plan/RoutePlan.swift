import RoadmapModel

/// A route as the engine walks it: who must differ from whom, and what follows what.
struct RoutePlan: Sendable {
  let isSound: Bool
  /// The stage of each step.
  let stages: [Int]
  /// Whether each step must be decided by somebody else than the requester.
  let isApartFromRequester: [Bool]
  /// For each step, the steps whose approvers may not decide in it.
  let rivals: [[StepIndex]]
  /// For each step, all steps that the same people must decide, itself among them, the first to
  /// open first.
  let bound: [[StepIndex]]
  /// The separations that name two steps or more, each step once.
  let separatedSteps: [[StepIndex]]
  /// Whose agreement counts on after a return.
  let afterReturn: AfterReturn
  /// What of its rounds must be signed.
  let signatures: Signatures
  /// Whether who may decide depends on who asks.
  let dependsOnRequester: Bool
  /// For each step, whether somebody may pass it alone: of bound steps, only of the first to open.
  let chairs: [Bool]

  /// Whether a vote in one step can take somebody away from another.
  var hasRivals: Bool { !separatedSteps.isEmpty }

  /// Whether some step may be passed by one person alone.
  var hasChairs: Bool { chairs.contains(true) }

  init(_ route: Route, isSound: Bool, adding more: [[StepIndex]] = []) {
    self.isSound = isSound
    signatures = route.signatures
    afterReturn = route.afterReturn
    guard isSound else {
      (stages, isApartFromRequester, rivals, separatedSteps, bound) = ([], [], [], [], [])
      (dependsOnRequester, chairs) = (true, [])
      return
    }
    stages = route.stages.enumerated().flatMap { stage, steps in steps.map { _ in stage } }
    var apart = [Bool](repeating: false, count: route.steps.count)
    var rivals = [Set<StepIndex>](repeating: [], count: route.steps.count)
    var separated: [[StepIndex]] = []
    for parties in route.separations + more.map({ $0.map { .step($0) } }) {
      let steps = Set(parties.compactMap(\.step)).sorted()
      for step in steps {
        if parties.contains(.requester) { apart[step.position] = true }
        rivals[step.position].formUnion(steps.filter { $0 != step })
      }
      if steps.count > 1 { separated.append(steps) }
    }
    // What holds for one of bound steps holds for all of them.
    let bound = route.boundSteps
    self.bound = bound
    isApartFromRequester = bound.map { group in group.contains { apart[$0.position] } }
    self.rivals = bound.enumerated().map { step, group in
      let others = group.flatMap { rivals[$0.position] }.flatMap { bound[$0.position] }
      return Set(others).subtracting([StepIndex(step)]).sorted()
    }
    separatedSteps = separated
    dependsOnRequester =
      isApartFromRequester.contains(true)
      || route.steps.contains { $0.voices.contains(.requester) }
    chairs = route.steps.enumerated().map { step, own in
      !own.chair.isEmpty && bound[step].first?.position == step
    }
  }
}

extension Route.Party {
  /// The step, unless it is the requester.
  var step: StepIndex? {
    if case .step(let step) = self { step } else { nil }
  }
}
