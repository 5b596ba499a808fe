public import Bilingual

/// Why bytes are not JSON as the journal writes it, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The text ends before the value does.
    case unexpectedEnd
    /// Something else is expected here.
    case unexpectedByte(UInt8)
    /// Something follows the value.
    case trailingBytes
    /// A byte that UTF-8 does not allow here.
    case invalidUTF8
    /// A control character that must be escaped.
    case controlCharacter(UInt8)
    /// An escape that JSON does not know.
    case invalidEscape
    /// One half of a surrogate pair without the other.
    case loneSurrogate
    /// A number with a fraction or an exponent, or a negative zero.
    case notAnInteger
    /// A number outside 64 bits.
    case integerOutOfRange
    /// A key that the object already has.
    case duplicateKey(String)
    /// Arrays and objects lie deeper in each other than 64.
    case tooDeep
  }

  /// What is wrong.
  public let problem: Problem
  /// Where, in bytes from the beginning, from 0 through the length of the text.
  public let offset: Int

  /// Creates an error.
  public init(problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// What is wrong and where, for people.
  public var text: Text {
    let what = problemText
    return Text(en: "byte \(offset): \(what.en)", ru: "байт \(offset): \(what.ru)")
  }

  private var problemText: Text {
    switch problem {
    case .unexpectedEnd:
      Text(en: "the text ends too early", ru: "текст обрывается")
    case .unexpectedByte(let byte):
      Text(en: "unexpected \(Self.name(byte))", ru: "неожиданный символ \(Self.name(byte))")
    case .trailingBytes:
      Text(en: "something follows the value", ru: "после значения есть лишнее")
    case .invalidUTF8:
      Text(en: "this is not UTF-8", ru: "это не UTF-8")
    case .controlCharacter(let byte):
      Text(
        en: "the control character \(Self.name(byte)) must be escaped",
        ru: "управляющий символ \(Self.name(byte)) нужно экранировать")
    default: detailText
    }
  }

  private var detailText: Text {
    switch problem {
    case .invalidEscape:
      Text(en: "JSON has no such escape", ru: "такой escape-последовательности в JSON нет")
    case .loneSurrogate:
      Text(en: "half of a surrogate pair", ru: "половина суррогатной пары")
    case .notAnInteger:
      Text(en: "only whole numbers are allowed", ru: "допустимы только целые числа")
    case .integerOutOfRange:
      Text(en: "the number does not fit 64 bits", ru: "число не умещается в 64 бита")
    case .duplicateKey(let key):
      Text(en: "the key `\(key)` is there twice", ru: "ключ `\(key)` повторяется")
    case .tooDeep:
      Text(
        en: "more than \(JSONReader.depthLimit) levels of nesting",
        ru: "глубина вложенности больше \(JSONReader.depthLimit)")
    default: Text(verbatim: "\(problem)")
    }
  }

  private static func name(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "`\(Character(UnicodeScalar(byte)))`" : "0x\(Hexadecimal.text(of: [byte]))"
  }
}
