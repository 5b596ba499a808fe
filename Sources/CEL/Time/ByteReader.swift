/// Reads a short ASCII notation from its first byte to its last.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte that comes next, left unread.
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Takes the next byte when it is `scalar`.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == scalar.value else { return false }
    position += 1
    return true
  }

  /// Takes all the bytes of `word` when they come next.
  mutating func skip(word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes.count - position >= word.count,
        bytes[position..<(position + word.count)].elementsEqual(word)
      else { return false }
      position += word.count
      return true
    }
  }

  /// Takes one byte that passes `test`.
  mutating func take(where test: (UInt8) -> Bool) -> UInt8? {
    guard let next, test(next) else { return nil }
    position += 1
    return next
  }

  /// Takes one decimal digit and answers its value.
  mutating func nextDigit() -> Int64? {
    take { (0x30...0x39).contains($0) }.map { Int64($0) - 0x30 }
  }

  /// Takes exactly `count` decimal digits, at most 18.
  mutating func digits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<count {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Takes decimal digits, at least one, whose value is at most `limit` (below 10¹⁷).
  mutating func number(upTo limit: Int64) -> Int64? {
    guard var value = nextDigit() else { return nil }
    while let digit = nextDigit() {
      value = value * 10 + digit
      guard value <= limit else { return nil }
    }
    return value <= limit ? value : nil
  }
}
