import RoadmapProof
public import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// Every code that checking a roadmap may print, in the order of the alphabet; a released one
  /// keeps its meaning.
  public static let all: [DiagnosticCode] =
    (ofYAML + ofLanguage + FindingCode.all.map { DiagnosticCode($0.name) })
    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }

  /// The codes of this module.
  private static let ofLanguage: [DiagnosticCode] = [
    ambiguousMeasure, ambiguousTerm, calendarProvisional, constantCondition,
    contradictoryDependency, dueDisagrees, duplicateID, emptyRoute, ignoreWithoutReason,
    includeCycle, includeOutside, includeUnreadable, invalidBinding, invalidCalendar, invalidCell,
    invalidCost, invalidDate, invalidDuration, invalidExpression, invalidID, invalidIgnore,
    invalidKey, invalidLag, invalidQuorum, invalidRecurrence, invalidSubstitution, invalidTable,
    invalidValue, invalidWeight,
    loneSeparation, missingKey, repeatedEntry, reservedID, sharedKey, termDayOff, termTypo,
    tooManyOccurrences, tooManyStates, unknownDocument, unknownDuty, unknownKey, unknownKind,
    unknownLifecycle,
    unknownLiteral, unknownMeasure, unknownPerson, unknownRole, unknownRoute, unknownState,
    unknownStep, unknownTable, unknownTransition, unknownVariable, unreadTerm, unsupportedVersion,
    unusableName, unusedIgnore, variableCycle, wrongType,
  ]
}
