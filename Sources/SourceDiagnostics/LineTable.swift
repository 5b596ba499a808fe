/// Where the lines of a text start, in bytes and in characters.
struct LineTable: Sendable {
  /// The byte at which each line starts.
  private(set) var byteStarts: [UInt32] = [0]
  /// The character at which each line starts.
  private(set) var characterStarts: [UInt32] = [0]
  /// How many characters the text has.
  private(set) var characterCount: UInt32 = 0

  /// Reads the lines of `bytes`, a text without its byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var characters: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        index += decodeUTF8(bytes, at: index)?.width ?? 1
        characters += 1
        continue
      }
      index += 1
      characters += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A {
        index += 1
        characters += 1
      }
      byteStarts.append(UInt32(truncatingIfNeeded: index))
      characterStarts.append(characters)
    }
    characterCount = characters
  }

  /// The number of lines; a text that ends with a line break has an empty last one.
  var count: Int { byteStarts.count }

  /// The index, from 0, of the line that holds the character at `offset`.
  func line(at offset: UInt32) -> Int {
    var low = 0
    var high = characterStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if characterStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
