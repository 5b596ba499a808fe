import Bilingual
import SourceDiagnostics

/// Which mapping last used a text as a key.
///
/// A mapping is checked when it ends, as a whole, so one entry a text is enough for any nesting.
struct DuplicateKeys {
  private struct Use {
    var mapping: Int32
    var key: Int32
  }

  private var lastUses: [Use] = []

  /// Notes that `mapping` has a key of this text.
  ///
  /// - Returns: the node of the first such key, if `mapping` has had one before.
  mutating func note(_ key: Int, symbol: Symbol, in mapping: Int) -> Int? {
    let index = Int(symbol.id)
    let mapping = Int32(truncatingIfNeeded: mapping)
    if index >= lastUses.count {
      let missing = max(index + 1 - lastUses.count, lastUses.count)
      lastUses.append(contentsOf: repeatElement(Use(mapping: -1, key: -1), count: missing))
    }
    guard lastUses[index].mapping != mapping else { return Int(lastUses[index].key) }
    lastUses[index] = Use(mapping: mapping, key: Int32(truncatingIfNeeded: key))
    return nil
  }
}

extension Diagnostic {
  static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Self {
    Diagnostic(
      .duplicateKey, at: span,
      message: Text(
        en: "the key `\(key)` is given already", ru: "ключ `\(key)` уже указан"),
      help: Text(
        en: "keep one of the two, or join their values",
        ru: "оставьте один из двух или объедините их значения"),
      related: [
        RelatedLocation(
          span: first, message: Text(en: "it is first given here", ru: "впервые он указан здесь"))
      ])
  }
}
