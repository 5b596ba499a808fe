import Bilingual
import RoadmapJournal
import RoadmapService

/// What this client has seen of one journal, and will not let be taken back.
struct ClientMemory {
  private let journal: JournalID
  private let checkpoints: SeenCheckpoints?
  /// The checkpoint of the last audit here.
  let seen: SignedCheckpoint?

  /// Recalls what was seen of a journal.
  init(of journal: JournalID) throws {
    self.journal = journal
    checkpoints = StateFolder.path.map { SeenCheckpoints(folder: $0 + "/checkpoints") }
    do throws(FileProblem) {
      seen = try checkpoints?.checkpoint(of: journal)
    } catch {
      throw Failure(error.message, help: Self.help(error.path), exit: ExitStatus.input)
    }
  }

  /// What to do where the journal contradicts what was seen, if anything was.
  var help: Text? {
    guard seen != nil, let checkpoints else { return nil }
    return Self.help(checkpoints.path(of: journal))
  }

  private static func help(_ path: String) -> Text {
    Text(
      en: "`\(path)` holds what the last audit here saw; remove it only if you know that the "
        + "store was put back on purpose",
      ru: "в `\(path)` записано, что видел здесь последний аудит; удаляйте его, только если "
        + "хранилище откатили намеренно")
  }

  /// Refuses a journal that is smaller than what was seen of it, or tells another history.
  func check(_ session: RunSession) throws {
    guard let seen else { return }
    let fault = try answering { () throws(ServiceError) in
      try session.contradiction(to: seen.checkpoint)
    }
    guard let fault else { return }
    throw Failure(
      Text(en: "the journal is broken: ", ru: "журнал нарушен: ").appending(fault), help: help,
      exit: ExitStatus.refused)
  }

  /// Keeps what an audit saw; not being able to is said, and loses nothing else.
  func keep(_ checkpoint: Checkpoint) {
    guard seen?.checkpoint != checkpoint else { return }
    do throws(FileWritingProblem) {
      try checkpoints?.keep(checkpoint, of: journal)
    } catch {
      Console.note(
        say(
          en: "this client does not remember what it saw: \(harmless(error.message.en))",
          ru: "увиденное не запомнено: \(harmless(error.message.ru))"))
    }
  }
}
