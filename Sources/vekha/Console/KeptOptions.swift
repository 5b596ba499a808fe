import ArgumentParser
import Bilingual
import Glibc
import RoadmapJournal
import RoadmapModel
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

  @Option(
    help: help(
      en: "A public key that must have signed every checkpoint that is compared.",
      ru: "Открытый ключ: им должна быть подписана каждая сверяемая контрольная точка.",
      valueName: "key"))
  var signedBy: String?

  @Option(
    help: help(
      en: "Sign the checkpoint that is written, as the person in --as, with the key in this file.",
      ru: "Подписать контрольную точку ключом из этого файла от имени участника из --as.",
      valueName: "file"))
  var key: String?

  @Option(
    name: .customLong("as"),
    help: help(
      en: "Who signs; else VEKHA_AS.", ru: "Кто подписывает; иначе VEKHA_AS.",
      valueName: "person"))
  var person: String?

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
    try checkUse()
    let signer = try signedBy.map { try Self.publicKey($0) }
    var paths = checkpoint
    if let writeCheckpoint, isThere(writeCheckpoint) { paths.append(writeCheckpoint) }
    return (digest, try paths.map { try Self.checkpoint(in: $0, signedBy: signer) })
  }

  /// Refuses options that would have no effect.
  private func checkUse() throws {
    let problem: Text? =
      if key != nil, writeCheckpoint == nil {
        Text(
          en: "`--key` signs what `--write-checkpoint` writes",
          ru: "`--key` подписывает то, что пишет `--write-checkpoint`")
      } else if signedBy != nil, checkpoint.isEmpty, writeCheckpoint == nil {
        Text(
          en: "`--signed-by` is about what `--checkpoint` names",
          ru: "`--signed-by` относится к тому, что называет `--checkpoint`")
      } else {
        nil
      }
    if let problem { throw Failure(problem, exit: ExitStatus.usage) }
  }

  private static func publicKey(_ text: String) throws -> PublicKey {
    guard let key = try? PublicKey(text) else {
      throw Failure(
        Text(en: "`\(text)` is no public key", ru: "`\(text)` — не открытый ключ"),
        help: Text(
          en: "give the line that `vekha key show FILE` prints",
          ru: "укажите строку, которую печатает `vekha key show FILE`"), exit: ExitStatus.usage)
    }
    return key
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func checkpoint(
    in path: String, signedBy key: PublicKey?
  ) throws -> SignedCheckpoint {
    let checkpoint: SignedCheckpoint
    do throws(FileProblem) {
      checkpoint = try SignedCheckpoint(path: path)
    } catch {
      throw Failure(error.message, exit: ExitStatus.input)
    }
    guard let key, checkpoint.note.standing(of: key) != .valid else { return checkpoint }
    throw Failure(
      checkpoint.note.standing(of: key) == .absent
        ? Text(en: "`\(path)` is not signed by this key", ru: "`\(path)` этим ключом не подписан")
        : Text(en: "the signature of `\(path)` is forged", ru: "подпись в `\(path)` поддельная"),
      exit: ExitStatus.refused)
  }

  /// Keeps what an audit found, where that was asked for.
  func write(_ audit: RunAudit) throws {
    guard let writeCheckpoint else { return }
    var signed = SignedCheckpoint(audit.checkpoint)
    if let key { try signed.sign(as: try signerName(), with: try SigningKey.reading(key)) }
    do throws(FileWritingProblem) {
      try replaceFile(
        writeCheckpoint, Array(signed.note.description.utf8))
    } catch {
      throw Failure(error.message, exit: ExitStatus.store)
    }
  }

  private func signerName() throws -> String {
    guard let name = ActorOptions.named(person), SignedNote.isName(name) else {
      throw Failure(
        Text(en: "who signs the checkpoint?", ru: "кто подписывает контрольную точку?"),
        help: Text(
          en: "say it with `--as PERSON`: a name without spaces and without `+`",
          ru: "укажите `--as PERSON`: имя без пробелов и без `+`"), exit: ExitStatus.usage)
    }
    return name
  }
}
