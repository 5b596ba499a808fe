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
    contradictoryDependency,
    dueDisagrees,
    duplicateID, emptyRoute, includeCycle, includeOutside, includeUnreadable, invalidCalendar,
    invalidDate, invalidDuration, invalidExpression, invalidID, invalidLag, invalidQuorum,
    invalidRecurrence,
    invalidValue, loneSeparation,
    missingKey, repeatedEntry, reservedID, termDayOff, termTypo, tooManyOccurrences,
    tooManyStates, unknownDocument,
    unknownKey, unknownKind, unknownLifecycle,
    unknownMeasure, unknownPerson, unknownRole, unknownRoute, unknownState, unknownStep,
    unknownTransition, unreadTerm, unsupportedVersion, wrongType,
  ]
}
