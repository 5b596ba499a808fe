/// The mappings that the language knows.
enum RecordName: CaseIterable, Sendable {
  case rootFile
  case includedFile
  case heading
  case termPolicies
  case person
  case personKey
  case substitution
  case escalation
  case document
  case kind
  case powers
  case kindPowers
  case lifecycle
  case state
  case transition
  case route
  case step
  case quorumForm
  case parallel
  case section
  case measure
  case part
  case dependency
  case lag
  case awaited
  case timers
  case rule
  case table
  case tableRow
  case tableUse
  case dutySeparation
  case dutyBinding

  /// What the mapping looks like.
  var shape: RecordShape {
    switch self {
    case .rootFile: .rootFile
    case .includedFile: .includedFile
    case .heading: .heading
    case .termPolicies: .termPolicies
    case .person: .person
    case .personKey: .personKey
    case .substitution: .substitution
    case .escalation: .escalation
    case .document: .document
    case .kind: .kind
    case .powers: .powers
    case .kindPowers: .kindPowers
    case .lifecycle: .lifecycle
    case .state: .state
    case .transition: .transition
    case .route: .route
    case .step: .step
    case .quorumForm: .quorumForm
    case .parallel: .parallel
    case .section: .section
    case .measure: .measure
    case .part: .part
    case .dependency: .dependency
    case .lag: .lag
    case .awaited: .awaited
    case .timers: .timers
    case .rule: .rule
    case .table: .table
    case .tableRow: .tableRow
    case .tableUse: .tableUse
    case .dutySeparation: .dutySeparation
    case .dutyBinding: .dutyBinding
    }
  }
}
