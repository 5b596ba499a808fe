public import RoadmapModel

/// Finds everything wrong with `roadmap` that can be told from the definition alone.
///
/// Runs every check, whatever the others find. The findings of a check stand together, in the
/// order of the document; the same roadmap gives the same findings every time. A definition that
/// has errors is checked as far as what is known of it goes: a check holds back where something
/// that could not be resolved may be the reason.
///
/// Takes time linear in the roadmap where there is nothing to find; the searches that could take
/// longer (``FindingCode/dependencyCycle``, ``FindingCode/redundantDependency``,
/// ``FindingCode/separationImpossible``) have limits, which `docs/diagnostics.md` gives.
///
/// - Parameter roadmap: the definition; indices in it that point at nothing are passed over.
/// - Returns: the findings, none for a roadmap in order.
public func prove(_ roadmap: Roadmap) -> [Finding] {
  let facts = Facts(roadmap)
  return checks.flatMap { $0(facts) }
}

private let checks: [@Sendable (Facts) -> [Finding]] = [
  { $0.dependencyCycles() }, { $0.unreachableReaches() }, { $0.trivialDependencies() },
  { $0.kindCycles() }, { $0.kindPrecedences() },
  { $0.lifecyclesWithoutDoneState() }, { $0.unreachableDoneStates() }, { $0.unreachableStates() },
  { $0.deadTransitions() }, { $0.trapStates() }, { $0.duplicateDependencies() },
  { $0.redundantDependencies() }, { $0.scheduleProblems() }, { $0.duesOutsidePeriod() },
  { $0.duplicateNumbers() }, { $0.routeProblems() }, { $0.idlePosts() }, { $0.missingResilience() },
  { $0.transitionsWithoutPeople() }, { $0.powersWithoutPeople() },
  { $0.measuresWithoutOwner() },
]

extension FindingCode {
  /// Every code, in the order of the alphabet.
  public static let all: [FindingCode] = [
    bindingImpossible, chairWithoutPeople, deadTransition, dependencyCycle, doneUnreachable,
    dueOutsidePeriod,
    duplicateDependency, duplicateNumber, groupWithoutPeople, kindCycle, measureWithoutOwner,
    noDoneState, nobodyMayAct,
    notResilient,
    onlyRequester, powerWithoutPeople, precedenceInverted, precedenceUnmet, quorumTooLarge,
    redundantDependency,
    ruleBroken, ruleContradiction, ruleError, ruleNeverApplies, ruleTooCostly, scheduleConflict,
    separationImpossible, stepWithoutKeys, stepWithoutPeople, tableCaseMissing, tableCaseOverlap,
    tableError, tableRowUnreached, tableUndecided, trapState, trivialDependency, unreachableReaches,
    unreachableState, unusableDays, vetoWithoutPeople,
  ]
}
