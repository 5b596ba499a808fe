import ArgumentParser
import Bilingual
import RoadmapJournal
import RoadmapModel
import RoadmapService

/// What was kept of a journal elsewhere.
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
      en: "A public key that must have signed every checkpoint that is read.",
      ru: "Открытый ключ: им должна быть подписана каждая прочитанная контрольная точка.",
      valueName: "key"))
  var signedBy: String?

  /// Whether nothing is compared.
  var isEmpty: Bool { head == nil && checkpoint.isEmpty && signedBy == nil }

  /// The head that the journal must contain.
  func digest() throws -> Digest? {
    try head.map { text in
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
  }

  /// The checkpoints that the journal must continue: those named, and those in `files`.
  func checkpoints(and files: [String] = []) throws -> [SignedCheckpoint] {
    try (checkpoint + files).map { path in
      let read: SignedCheckpoint
      do throws(FileProblem) {
        read = try SignedCheckpoint(path: path)
      } catch {
        throw Failure(error.message, exit: ExitStatus.input)
      }
      try checkSignature(of: read, in: path)
      return read
    }
  }

  /// Refuses a checkpoint that does not bear the signature that was asked for.
  func checkSignature(of checkpoint: SignedCheckpoint, in path: String) throws {
    guard let key = try trustedKey() else { return }
    switch checkpoint.note.standing(of: key) {
    case .valid: return
    case .absent:
      throw Failure(
        Text(en: "`\(path)` is not signed by this key", ru: "`\(path)` этим ключом не подписан"),
        exit: ExitStatus.refused)
    case .forged:
      throw Failure(
        Text(en: "the signature of `\(path)` is forged", ru: "подпись в `\(path)` поддельная"),
        exit: ExitStatus.refused)
    }
  }

  private func trustedKey() throws -> PublicKey? {
    try signedBy.map { text in
      guard let key = try? PublicKey(text) else {
        throw Failure(
          Text(en: "`\(text)` is no public key", ru: "`\(text)` — не открытый ключ"),
          help: Text(
            en: "give the line that `vekha key show FILE` prints",
            ru: "укажите строку, которую печатает `vekha key show FILE`"), exit: ExitStatus.usage)
      }
      return key
    }
  }
}
