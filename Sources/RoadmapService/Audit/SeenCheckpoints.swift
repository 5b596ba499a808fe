public import Bilingual
public import RoadmapJournal
import RoadmapLanguage

/// What this client has seen of journals: for each the checkpoint of its last audit here, in a
/// folder that is not the store's, so that putting an older store in place is noticed.
public struct SeenCheckpoints: Sendable {
  private let folder: String

  /// The checkpoints in `folder`, which need not exist yet.
  public init(folder: String) { self.folder = folder }

  /// Where the checkpoint of a journal is kept.
  public func path(of journal: JournalID) -> String { "\(folder)/\(journal).checkpoint" }

  /// The checkpoint that was kept of a journal, or nil where there is none.
  ///
  /// - Throws: ``FileProblem`` where there is one that cannot be read: it is not passed over, since
  ///   that would make damaging it a way around it.
  public func checkpoint(of journal: JournalID) throws(FileProblem) -> SignedCheckpoint? {
    let path = path(of: journal)
    guard fileExists(path) else { return nil }
    return try SignedCheckpoint(path: path)
  }

  /// Keeps a checkpoint, in the place of an earlier one.
  ///
  /// - Throws: ``FileWritingProblem`` where it cannot be written.
  public func keep(
    _ checkpoint: Checkpoint, of journal: JournalID
  ) throws(FileWritingProblem) {
    try makeFolders(folder)
    try replaceFile(path(of: journal), Array(checkpoint.text.utf8))
  }
}

extension RunSession {
  /// What is wrong with the journal as far as a checkpoint of it can tell without reading it all:
  /// that it is smaller now, or that the event at which the checkpoint was taken is another one.
  ///
  /// - Throws: ``ServiceError`` where the journal cannot be read.
  public func contradiction(to seen: Checkpoint) throws(ServiceError) -> Text? {
    guard seen.size <= head.events else {
      return ChainBreak.cutOff(events: head.events, kept: seen.size).text
    }
    var hash = head.chain.opening
    if seen.size > 0 {
      let events = try attempt { () throws(StoreError) in
        try store.events(of: head.id, from: seen.size, limit: 1)
      }
      hash = events.first?.hash ?? hash
    }
    guard hash != seen.head else { return nil }
    return ChainBreak.otherHistory(number: seen.size, expected: seen.head, found: hash).text
  }
}

extension SignedCheckpoint {
  /// Reads the checkpoint in the file at `path`.
  ///
  /// - Throws: ``FileProblem`` where there is none, or it is malformed.
  public init(path: String) throws(FileProblem) {
    let bytes = try LoadedFile(path: path).bytes
    guard bytes.count <= Checkpoint.largestSize,
      let text = String(validating: bytes, as: UTF8.self),
      let checkpoint = SignedCheckpoint(parsing: text)
    else {
      throw FileProblem(
        path: path, reason: Text(en: "it is no checkpoint", ru: "это не контрольная точка"))
    }
    self = checkpoint
  }
}
