/// Finds the messages in a stream of bytes: headers, a blank line, and as many bytes as they say.
public struct MessageReader {
  private var buffer: [UInt8] = []

  /// The longest message that is taken, in bytes.
  static let largestMessage = 512 << 20

  /// Creates a reader.
  public init() {}

  /// Whether what comes is no message, so that nothing that follows can be understood.
  public private(set) var isBroken = false

  /// Takes in bytes, and gives the messages that they complete.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
    buffer.append(contentsOf: bytes)
    var messages: [[UInt8]] = []
    var start = 0
    while !isBroken, let message = next(from: start) {
      messages.append(Array(buffer[message]))
      start = message.upperBound
    }
    buffer.removeSubrange(..<start)
    return messages
  }

  /// Where the next message stands; `nil` where it is not all there.
  private mutating func next(from start: Int) -> Range<Int>? {
    let end = Array("\r\n\r\n".utf8)
    var index = start
    while index + end.count <= buffer.count {
      if buffer[index] == 0x0D, Array(buffer[index..<index + end.count]) == end {
        return body(headers: start..<index, from: index + end.count)
      }
      index += 1
      if index - start > 10_000 { isBroken = true }
      if isBroken { return nil }
    }
    return nil
  }

  private mutating func body(headers: Range<Int>, from start: Int) -> Range<Int>? {
    let lines = String(decoding: buffer[headers], as: UTF8.self).split(whereSeparator: \.isNewline)
    let length = lines.lazy.compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].drop { $0 == " " })
    }.first
    guard let length, length >= 0, length <= Self.largestMessage else {
      isBroken = true
      return nil
    }
    return start + length <= buffer.count ? start..<start + length : nil
  }

  /// A message with its header.
  public static func framed(_ message: JSON) -> [UInt8] {
    let body = message.bytes
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
