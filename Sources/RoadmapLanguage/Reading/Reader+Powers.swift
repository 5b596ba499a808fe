import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension Reader {
  /// Reads the `powers` of one file once all people are read; what another file has given before
  /// must not be given again.
  mutating func readPowers(_ place: Place?) {
    guard let place, let record = record(place, as: .powers) else { return }
    if let people = value(record, RecordShape.powers.slot(of: .substitute)) {
      powers.substitute = principals(people).values
    }
    for power in Power.allCases {
      guard let holders = value(record, RecordShape.powers.slot(of: power.word)) else { continue }
      if let first = map.powers[power] {
        report(.duplicateID(power.rawValue, at: span(holders), first: span(first)))
        continue
      }
      map.powers[power] = holders
      powers[power] = wholePrincipals(holders)
    }
  }

  /// Reads the `powers` of a kind.
  mutating func powers(_ place: Place) -> Powers {
    var powers = Powers()
    guard let record = record(place, as: .kindPowers) else { return powers }
    for power in Power.allCases {
      if let holders = value(record, RecordShape.kindPowers.slot(of: power.word)) {
        powers[power] = wholePrincipals(holders)
      }
    }
    return powers
  }

  /// Who is meant; `nil` where somebody could not be understood, which has been reported.
  private mutating func wholePrincipals(_ place: Place) -> [Principal]? {
    let principals = principals(place)
    return principals.isWhole ? principals.values : nil
  }
}
