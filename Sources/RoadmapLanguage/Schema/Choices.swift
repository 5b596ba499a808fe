import Bilingual
import CivilTime
import RoadmapModel

extension RecordName {
  /// The words that the value of a key is one of; `nil` where it may be any.
  ///
  /// They come from the types that the reader reads them into.
  func choices(of word: Word) -> [String]? {
    switch (self, word) {
    case (.heading, .language): Language.allCases.map(\.rawValue)
    case (.termPolicies, .until): TermPolicies.Bound.allCases.map(\.rawValue)
    case (.termPolicies, .dayOff): TermPolicies.DayOff.allCases.map(\.rawValue)
    case (.rule, .for): Rule.Target.allCases.map(\.rawValue)
    case (.rule, .severity): Rule.Severity.allCases.map(\.rawValue)
    case (.route, .signatures): Signatures.allCases.map(\.rawValue)
    case (.table, .hit): DecisionTable.Hit.allCases.map(\.rawValue)
    case (.table, .then): DecisionTable.Subject.allCases.map(\.rawValue)
    case (.dependency, .kind): Dependency.Kind.allCases.map(\.rawValue)
    case (.route, .afterReturn): AfterReturn.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether the value of a key is an id that is declared there.
  func declaresID(_ word: Word) -> Bool {
    guard word == .id else { return false }
    switch self {
    case .heading, .measure, .part, .step, .rule: return true
    default: return false
    }
  }
}
