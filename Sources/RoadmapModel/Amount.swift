/// A sum of money, or another quantity, kept as it is written: `120000`, `99.90`.
///
/// It has so few digits that no two amounts give the same ``number``.
public struct Amount: Hashable, Sendable {
  /// The most digits that an amount has.
  public static let mostDigits = 15

  /// All digits as one whole number, 0 or more, below 10 to the power of ``mostDigits``.
  public let digits: Int64
  /// How many of them stand after the point, 0 through ``mostDigits``.
  public let scale: Int8

  /// Reads digits with at most one point between them; nil for anything else, and for more than
  /// ``mostDigits`` digits.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let all = parts.joined()
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), all.count <= Self.mostDigits,
      all.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    digits = all.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    scale = parts.count == 2 ? Int8(truncatingIfNeeded: parts[1].count) : 0
  }

  /// The amount as expressions see it: the floating-point number nearest to it.
  public var number: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// The amount as it was written, but for zeros in front.
  public var text: String {
    let all = "\(digits)"
    guard scale > 0 else { return all }
    let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - all.count)) + all
    return "\(padded.dropLast(Int(scale))).\(padded.suffix(Int(scale)))"
  }
}
