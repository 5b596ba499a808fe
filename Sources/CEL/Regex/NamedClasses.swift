/// The classes of characters that a pattern can name.
enum NamedClasses {
  /// `\d`, `\s` or `\w` by its small letter; all of them ASCII.
  static func perl(_ letter: UInt8) -> ScalarSet? {
    switch letter {
    case UInt8(ascii: "d"): ascii(["09"])
    case UInt8(ascii: "s"): ScalarSet([9...10, 12...13, 32...32])
    case UInt8(ascii: "w"): ascii(["09", "AZ", "__", "az"])
    default: nil
    }
  }

  /// `[:alpha:]` and the like by the word inside; all of them ASCII.
  static func posix(_ name: String) -> ScalarSet? {
    switch name {
    case "alnum": ascii(["09", "AZ", "az"])
    case "alpha": ascii(["AZ", "az"])
    case "ascii": ScalarSet([0...0x7F])
    case "blank": ScalarSet([9...9, 32...32])
    case "cntrl": ScalarSet([0...0x1F, 0x7F...0x7F])
    case "digit": ascii(["09"])
    case "graph": ascii(["!~"])
    case "lower": ascii(["az"])
    case "print": ascii([" ~"])
    case "punct": ascii(["!/", ":@", "[`", "{~"])
    case "space": ScalarSet([9...13, 32...32])
    case "upper": ascii(["AZ"])
    case "word": ascii(["09", "AZ", "__", "az"])
    case "xdigit": ascii(["09", "AF", "af"])
    default: nil
    }
  }

  /// `\p{…}` by the name inside: `Any`, a general category or a script, in Unicode's spelling.
  static func unicode(_ name: String) -> ScalarSet? {
    if name == "Any" { return .any }
    return GeneralCategory.set(named: name) ?? Scripts.set(named: name)
  }

  private static func ascii(_ pairs: [String]) -> ScalarSet {
    ScalarSet(
      pairs.compactMap { pair in
        guard let first = pair.unicodeScalars.first?.value,
          let last = pair.unicodeScalars.last?.value
        else { return nil }
        return first...last
      })
  }
}
