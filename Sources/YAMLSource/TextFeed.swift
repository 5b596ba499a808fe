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
    guard handed - handedAtEvent <= patience else {
      hasRefused = true
      return nil
    }
    let count = min(buffer.count, text.count - handed)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(
        UnsafeBufferPointer(rebasing: text[handed..<handed + count])))
    handed += count
    return count
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
