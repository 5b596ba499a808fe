/// How a name may come out wrong although every key was struck right.
enum KeyboardSlip {
  /// Latin keys on a keyboard that was set to Russian, or the reverse.
  case otherLayout
  /// A letter that looks like one of the other alphabet, and its number in the name, from 1.
  case lookAlike(Unicode.Scalar, letter: Int)

  /// How `name` may have come from `meant`; nil when it did not come so.
  init?(from meant: String, to name: String) {
    let written = Array(name.unicodeScalars)
    let wanted = Array(meant.unicodeScalars)
    guard written.count == wanted.count,
      let first = written.indices.first(where: { written[$0] != wanted[$0] })
    else { return nil }
    if written.map(\.latinShape) == wanted.map(\.latinShape) {
      self = .lookAlike(written[first], letter: first + 1)
    } else if written.map(\.latinKey) == wanted.map(\.latinKey) {
      self = .otherLayout
    } else {
      return nil
    }
  }
}

/// What a name becomes by slips of the keyboard, made once for comparison with many others.
struct KeyboardSlips {
  private let shapes: [Unicode.Scalar]
  private let keys: [Unicode.Scalar]

  init(to name: String) {
    shapes = name.unicodeScalars.map(\.latinShape)
    keys = name.unicodeScalars.map(\.latinKey)
  }

  /// Whether `meant` may have become the name by a slip.
  func mayComeFrom(_ meant: String) -> Bool {
    isSame(shapes, meant, \.latinShape) || isSame(keys, meant, \.latinKey)
  }

  private func isSame(
    _ scalars: [Unicode.Scalar], _ meant: String, _ image: (Unicode.Scalar) -> Unicode.Scalar
  ) -> Bool {
    var index = 0
    for scalar in meant.unicodeScalars {
      guard index < scalars.count, scalars[index] == image(scalar) else { return false }
      index += 1
    }
    return index == scalars.count
  }
}

extension Unicode.Scalar {
  /// The Latin letter that looks like this one, or this one.
  fileprivate var latinShape: Unicode.Scalar { isASCII ? self : Self.shapes[self] ?? self }

  /// What the key of this letter types on an American keyboard, or this letter.
  fileprivate var latinKey: Unicode.Scalar { isASCII ? self : Self.keys[self] ?? self }

  private static let shapes = pairs("АВЕКМНОРСТУХаеікорсухјѕ", "ABEKMHOPCTYXaeikopcyxjs")

  private static let keys = pairs(
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~")

  private static func pairs(_ left: String, _ right: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      zip(left.unicodeScalars, right.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }
}
