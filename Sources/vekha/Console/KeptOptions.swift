import ArgumentParser
import Bilingual
import Glibc
import RoadmapJournal
import RoadmapService

/// What was kept of a journal elsewhere, and where to keep more of it.
struct KeptOptions: ParsableArguments {
  @Option(
    help: help(
      en: "A head kept elsewhere, which the journal must contain.",
      ru: "Хеш головы, сохранённый в другом месте: журнал должен его содержать.",
      valueName: "hash"))
  var head: String?

  @Option(
    help: help(
      en: "A checkpoint kept elsewhere, which the journal must continue.",
      ru: "Контрольная точка, сохранённая в другом месте: журнал должен её продолжать.",
      valueName: "file"))
  var checkpoint: [String] = []

  @Option(
    help: help(
      en: "Write a checkpoint of what was found whole; an earlier one there must be continued.",
      ru: "Записать контрольную точку; прежняя в этом файле должна продолжаться.",
      valueName: "file"))
  var writeCheckpoint: String?

  /// Whether nothing is compared or kept.
  var isEmpty: Bool { head == nil && checkpoint.isEmpty && writeCheckpoint == nil }

  /// What the journal must contain.
  func read() throws -> (head: Digest?, checkpoints: [SignedCheckpoint]) {
    let digest = try head.map { text in
      guard let digest = Digest(hex: text) else {
        throw Failure(
          Text(en: "`\(text)` is no head", ru: "`\(text)` — не хеш головы"),
          help: Text(
            en: "a head is the 64 hexadecimal digits that `vekha audit` prints",
            ru: "это 64 шестнадцатеричные цифры, которые печатает `vekha audit`"),
          exit: ExitStatus.usage)
      }
      return digest
    }
    var paths = checkpoint
    if let writeCheckpoint, isThere(writeCheckpoint) { paths.append(writeCheckpoint) }
    return (digest, try paths.map { try Self.checkpoint(in: $0) })
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func checkpoint(in path: String) throws -> SignedCheckpoint {
    do throws(FileProblem) {
      return try SignedCheckpoint(path: path)
    } catch {
      throw Failure(error.message, exit: ExitStatus.input)
    }
  }

  /// Keeps what an audit found, where that was asked for.
  func write(_ audit: RunAudit) throws {
    guard let writeCheckpoint else { return }
    do throws(FileWritingProblem) {
      try replaceFile(
        writeCheckpoint, Array(SignedCheckpoint(audit.checkpoint).note.description.utf8))
    } catch {
      throw Failure(error.message, exit: ExitStatus.store)
    }
  }
}
