/// Which code points differ only in case, by Unicode's simple case folding.
///
/// Source: the case mappings of the Swift standard library. Two code points are equivalent when
/// single-scalar mappings connect them; `İ` and `ı` belong to Turkish and are left alone.
enum CaseFolding {
  /// The other code points equal to `scalar` but for case.
  static func equivalents(of scalar: UInt32) -> [UInt32] {
    var found: [ClosedRange<UInt32>] = []
    appendEquivalents(of: scalar...scalar, to: &found)
    return found.map(\.lowerBound)
  }

  /// Adds to `result` the code points equal to one of `range` but for case.
  static func appendEquivalents(
    of range: ClosedRange<UInt32>, to result: inout [ClosedRange<UInt32>]
  ) {
    appendOfASCII(range.clamped(to: 0...0x7F), range, to: &result)
    guard range.upperBound >= 0x80 else { return }
    let cased = table.cased
    var low = 0
    var high = cased.count
    while low < high {
      let middle = (low + high) / 2
      if cased[middle].scalar < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < cased.count, cased[low].scalar <= range.upperBound {
      for other in cased[low].others { result.append(other...other) }
      low += 1
    }
  }

  /// ASCII letters without the table: the other case, and the two signs that fold to a letter.
  private static func appendOfASCII(
    _ ascii: ClosedRange<UInt32>, _ range: ClosedRange<UInt32>,
    to result: inout [ClosedRange<UInt32>]
  ) {
    guard range.lowerBound < 0x80 else { return }
    for scalar in ascii {
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A:
        result.append((scalar ^ 0x20)...(scalar ^ 0x20))
        if scalar | 0x20 == 0x6B { result.append(0x212A...0x212A) }  // KELVIN SIGN
        if scalar | 0x20 == 0x73 { result.append(0x17F...0x17F) }  // LATIN SMALL LETTER LONG S
      default: break
      }
    }
  }

  private struct Table: Sendable {
    /// Ascending; from U+0080 on.
    let cased: [(scalar: UInt32, others: [UInt32])]
  }

  private static let table = makeTable()

  private static func makeTable() -> Table {
    var classes: [UInt32: [UInt32]] = [:]
    // No script beyond plane 1 has case.
    for value: UInt32 in 0x41...0x1_FFFF where value != 0x130 && value != 0x131 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped
      else { continue }
      let properties = scalar.properties
      for mapping in [
        properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
      ] {
        let scalars = mapping.unicodeScalars
        guard let other = scalars.first?.value, scalars.count == 1, other != value else { continue }
        join(value, other, in: &classes)
      }
    }
    // Pairs without single-scalar mappings that Unicode folds all the same, since version 15.1.
    for (first, second): (UInt32, UInt32) in [
      (0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06),
    ] { join(first, second, in: &classes) }
    let cased = classes.filter { $0.key >= 0x80 }.sorted { $0.key < $1.key }
    return Table(
      cased: cased.map { scalar, members in (scalar, members.filter { $0 != scalar }) })
  }

  /// Makes one class of the classes of `first` and `second`; classes have four members at most.
  private static func join(
    _ first: UInt32, _ second: UInt32, in classes: inout [UInt32: [UInt32]]
  ) {
    let members = Set(classes[first] ?? [first]).union(classes[second] ?? [second]).sorted()
    for member in members { classes[member] = members }
  }
}
