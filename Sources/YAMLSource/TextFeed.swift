import CLibYAML

/// Hands the text to libyaml piece by piece, and refuses when one token swallows too much of it.
///
/// libyaml gathers a whole token before it says anything; without this, a value of any size would
/// be copied before its limit could be checked.
struct TextFeed {
  let text: UnsafeBufferPointer<UInt8>
  /// How much libyaml may read on without giving a single event, in bytes.
  let patience: Int
  /// How much it has read.
  private(set) var handed = 0
  /// How much it had read when it gave its last event.
  var handedAtEvent = 0
  /// Whether it was refused.
  private(set) var hasRefused = false

  init(text: UnsafeBufferPointer<UInt8>, patience: Int) {
    self.text = text
    self.patience = patience
  }

  /// Fills `buffer`; 0 bytes at the end of the text.
  ///
  /// - Returns: nil when the patience is over.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    if handed - handedAtEvent > patience {
      guard isCommentary(handedAtEvent..<handed) else {
        hasRefused = true
        return nil
      }
      handedAtEvent = handed
    }
    let count = min(buffer.count, text.count - handed)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[handed..<handed + count])))
    handed += count
    return count
  }

  /// Whether every line that starts in `range` is blank or a comment.
  private func isCommentary(_ range: Range<Int>) -> Bool {
    var startsLine = false
    var isComment = false
    for byte in text[range] {
      switch byte {
      case 0x0A, 0x0D: (startsLine, isComment) = (true, false)
      case 0x20, 0x09: break
      case UInt8(ascii: "#") where startsLine: isComment = true
      default:
        if startsLine, !isComment { return false }
      }
    }
    return startsLine
  }
}

/// What libyaml calls for more text; `context` is the ``TextFeed``.
func readMore(
  context: UnsafeMutableRawPointer?, buffer: UnsafeMutablePointer<UInt8>?, size: Int,
  sizeRead: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let feed = context?.assumingMemoryBound(to: TextFeed.self), let sizeRead else { return 0 }
  let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: size)
  guard let count = feed.pointee.read(into: buffer) else { return 0 }
  sizeRead.pointee = count
  return 1
}
