import RoadmapModel

/// How far a journal was at some time, small enough to keep elsewhere: in CI, in git, in a mail.
///
/// Written in the form of a transparency log: the origin, the number of events, the root of the
/// Merkle tree over their bytes in Base64, and as an extension the line `head HEX` with the hash of
/// the last event, which binds the run's name and its definition, too.
///
/// Source: C2SP, tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
  /// The most bytes that a checkpoint or a note with it may have.
  public static let largestSize = 1 << 16

  /// The log that this is about: ``origin(of:)`` for a journal.
  public let origin: String
  /// The number of events.
  public let size: EventNumber
  /// The root of the Merkle tree over the bytes of the events.
  public let root: Digest
  /// The hash of the last event, or the chain's opening where there is none.
  public let head: Digest

  /// Creates a checkpoint of a journal.
  public init(of journal: JournalID, size: EventNumber, root: Digest, head: Digest) {
    self.init(origin: Self.origin(of: journal), size: size, root: root, head: head)
  }

  private init(origin: String, size: EventNumber, root: Digest, head: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
    self.head = head
  }

  /// What the checkpoints of a journal begin with: `vekha/journal/` and its id.
  public static func origin(of journal: JournalID) -> String { "vekha/journal/\(journal)" }

  /// Reads the text of a checkpoint; nil for anything that ``text`` does not write.
  public init?(text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 5, let size = EventNumber(lines[1]), size >= 0,
      let root = Base64.bytes(of: lines[2]).flatMap({ Digest(bytes: $0) }),
      lines[3].utf8.starts(with: "head ".utf8),
      let head = Digest(hex: String(lines[3].dropFirst(5)))
    else { return nil }
    self.init(origin: lines[0], size: size, root: root, head: head)
    guard !origin.isEmpty, self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// The checkpoint as text, which ends in a line feed.
  public var text: String {
    "\(origin)\n\(size)\n\(Base64.text(of: root.bytes))\nhead \(head)\n"
  }
}
