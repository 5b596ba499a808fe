/// Unicode's general categories as sets of code points.
///
/// Source: the properties of the Swift standard library, collected at the first use.
enum GeneralCategory {
  /// The code points of a category (`Lu`) or of a group of them (`L`), or nil for another name.
  ///
  /// `C` leaves out the unassigned, as RE2 does.
  static func set(named name: String) -> ScalarSet? {
    let members = sets.filter { $0.key.utf8.starts(with: name.utf8) }
    guard (1...2).contains(name.utf8.count), !members.isEmpty else { return nil }
    return ScalarSet(members.values.flatMap { $0 })
  }

  private static let sets = makeSets()

  private static func makeSets() -> [String: [ClosedRange<UInt32>]] {
    var sets: [String: [ClosedRange<UInt32>]] = [
      "Cs": [0xD800...0xDFFF],
      "Co": [0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD],
    ]
    var start: UInt32 = 0
    var current: String?
    // Planes 4 through 13 are unassigned, 15 and 16 are for private use.
    for block: Range<UInt32> in [0..<0x4_0000, 0xE_0000..<0xE_1000] {
      start = block.lowerBound
      current = nil
      for value in block {
        let name = Unicode.Scalar(value).flatMap { code(of: $0.properties.generalCategory) }
        guard name != current else { continue }
        if let current { sets[current, default: []].append(start...(value - 1)) }
        start = value
        current = name
      }
      if let current { sets[current, default: []].append(start...(block.upperBound - 1)) }
    }
    return sets
  }

  private static func code(of category: Unicode.GeneralCategory) -> String? {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: nil
    @unknown default: nil
    }
  }
}
