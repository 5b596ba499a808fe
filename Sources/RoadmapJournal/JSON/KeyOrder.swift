/// The order of keys in RFC 8785: by UTF-16 code units.
///
/// Swift's own `<` will not do: it orders by the scalars of the normalised text.
enum KeyOrder {
  case before
  case same
  case after

  /// How `left` stands to `right`.
  static func compare(_ left: String, _ right: String) -> KeyOrder {
    let (left, right) = (left.utf8Span.span, right.utf8Span.span)
    let shared = min(left.count, right.count)
    var index = 0
    while index < shared, left[index] == right[index] { index += 1 }
    guard index < shared else {
      return left.count == right.count ? .same : left.count < right.count ? .before : .after
    }
    return weight(left[index]) < weight(right[index]) ? .before : .after
  }

  // Bytes of UTF-8 sort as code units of UTF-16 do, but for U+E000 to U+FFFF (first byte EE or EF):
  // these come after what UTF-16 writes with surrogates (first byte F0 to F4).
  private static func weight(_ byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
  }
}
