/// A checkpoint as it was kept, with the signatures of those who stand behind it, if any.
public struct SignedCheckpoint: Hashable, Sendable {
  /// The text and the signatures.
  public private(set) var note: SignedNote
  /// What the text says.
  public let checkpoint: Checkpoint

  /// A checkpoint that nobody has signed yet.
  public init(_ checkpoint: Checkpoint) {
    note = SignedNote(checkpoint.text)
    self.checkpoint = checkpoint
  }

  /// Reads a checkpoint; nil where it is malformed.
  public init?(parsing text: String) {
    guard let note = SignedNote(parsing: text), let checkpoint = Checkpoint(text: note.text) else {
      return nil
    }
    self.note = note
    self.checkpoint = checkpoint
  }

  /// Adds a signature; see ``SignedNote/sign(as:with:)``.
  public mutating func sign(as name: String, with signer: any Signer) throws {
    try note.sign(as: name, with: signer)
  }
}
