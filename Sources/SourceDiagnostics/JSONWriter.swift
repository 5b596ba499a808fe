/// Writes JSON, compact and in the order of the calls.
///
/// Control characters, marks of writing direction and the like are written as escapes, so that the
/// text may be shown at a terminal.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var text = ""
  private var needsComma = false

  /// Creates a writer that has written nothing.
  public init() {}

  /// Writes an object, whose members `body` writes with ``key(_:)`` and a value each.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose("{", "}", body)
  }

  /// Writes an array, whose items `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclose("[", "]", body)
  }

  /// Writes the key of the next member.
  public mutating func key(_ name: String) {
    string(name)
    text += ":"
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isTreacherous: escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    text += String(value)
    needsComma = true
  }

  /// Writes a whole number that is not negative.
  public mutating func number(_ value: UInt64) {
    separate()
    text += String(value)
    needsComma = true
  }

  /// Writes a number; one that is infinite or none, which JSON cannot say, as the text `Infinity`,
  /// `-Infinity` or `NaN`.
  public mutating func number(_ value: Double) {
    guard value.isFinite else {
      return string(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
    separate()
    text += "\(value)"
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    text += "null"
    needsComma = true
  }

  private mutating func enclose(
    _ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text += opening
    needsComma = false
    body(&self)
    text += closing
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let hex = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
    }
  }
}
