/// How a name may come out wrong although every key was struck right.
enum KeyboardSlip {
  /// Latin keys on a keyboard that was set to Russian, or the reverse.
  case otherLayout
  /// A letter that looks like one of the other alphabet: the number of the letter, from 1.
  case lookAlike(Unicode.Scalar, letter: Int)

  /// How `name` may have come from `meant`; nil when it did not come so.
  init?(from meant: String, to name: String) {
    let meantScalars = Array(meant.unicodeScalars)
    let scalars = Array(name.unicodeScalars)
    guard meantScalars.count == scalars.count,
      let first = scalars.indices.first(where: { scalars[$0] != meantScalars[$0] })
    else { return nil }
    if scalars.map(Self.latinShape) == meantScalars.map(Self.latinShape) {
      self = .lookAlike(scalars[first], letter: first + 1)
    } else if scalars.map(Self.latinKey) == meantScalars.map(Self.latinKey) {
      self = .otherLayout
    } else {
      return nil
    }
  }

  /// The Latin letter that looks like `scalar`, or `scalar`.
  private static func latinShape(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    shapes[scalar] ?? scalar
  }

  /// What the key of `scalar` types on an American keyboard, in lower case.
  private static func latinKey(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    keys[scalar] ?? scalar
  }

  private static let shapes = pairs("АВЕКМНОРСТУХаеікорсухјѕ", "ABEKMHOPCTYXaeikopcyxjs")

  private static let keys = pairs(
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~")

  private static func pairs(_ left: String, _ right: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      zip(left.unicodeScalars, right.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }
}
