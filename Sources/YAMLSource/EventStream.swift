import CLibYAML

/// The events of libyaml over one text.
///
/// Marks count characters from the start of `text`.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let feed: UnsafeMutablePointer<TextFeed>

  /// Starts reading `text`, UTF-8 without a byte order mark, which must outlive the stream.
  ///
  /// - Returns: nil when there is no memory.
  init?(_ text: UnsafeBufferPointer<UInt8>, patience: Int) {
    parser = .allocate(capacity: 1)
    feed = .allocate(capacity: 1)
    feed.initialize(to: TextFeed(text: text, patience: patience))
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      feed.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input(parser, readMore, feed)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    feed.deallocate()
  }

  /// Reads the next event, which the caller must delete.
  ///
  /// - Returns: false on an error; `failure` tells which.
  @inline(__always)
  func next(_ event: inout yaml_event_t) -> Bool {
    guard yaml_parser_parse(parser, &event) == 1 else { return false }
    feed.pointee.handedAtEvent = feed.pointee.handed
    return true
  }

  /// How many bytes of the text have been read.
  var byteCount: Int { feed.pointee.handed }

  /// Why there is no next event.
  var failure: EventFailure {
    if feed.pointee.hasRefused { return .tokenTooLong }
    let parser = parser.pointee
    switch parser.error {
    case YAML_READER_ERROR: return .unreadable(byte: parser.problem_offset)
    case YAML_MEMORY_ERROR: return .outOfMemory
    default: return .syntax(SyntaxError(parser))
    }
  }
}

/// Why libyaml gave up.
enum EventFailure {
  /// The text breaks a rule of the grammar.
  case syntax(SyntaxError)
  /// The text is no UTF-8, or has a character that YAML forbids, at about this byte.
  case unreadable(byte: Int)
  /// One token runs on for too long.
  case tokenTooLong
  /// There is no memory.
  case outOfMemory
}
