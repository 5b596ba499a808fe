import ArgumentParser
import Bilingual
import Glibc
import RoadmapJournal
import RoadmapService

/// What an audit writes for others to keep or to check.
struct ProofOptions: ParsableArguments {
  @Option(
    help: help(
      en: "Write a checkpoint of what was found whole; an earlier one there must be continued.",
      ru: "Записать контрольную точку; прежняя в этом файле должна продолжаться.",
      valueName: "file"))
  var writeCheckpoint: String?

  @Option(
    help: help(
      en: "Write a proof that others can check without the store.",
      ru: "Записать доказательство, которое можно проверить без хранилища.", valueName: "file"))
  var export: String?

  @Option(
    help: help(
      en: "Limit the proof to the events of this measure.",
      ru: "Ограничить доказательство событиями этого мероприятия.", valueName: "measure"))
  var only: String?

  @Option(
    help: help(
      en: "Sign the checkpoint that is written with the key in this file, as the person in --as.",
      ru: "Подписать контрольную точку ключом из этого файла от имени участника из --as.",
      valueName: "file"))
  var key: String?

  @Option(
    name: .customLong("as"),
    help: help(
      en: "Who signs; else VEKHA_AS.", ru: "Кто подписывает; иначе VEKHA_AS.",
      valueName: "person"))
  var person: String?

  /// Whether nothing is written.
  var isEmpty: Bool { writeCheckpoint == nil && export == nil && only == nil && key == nil }

  /// The checkpoint that is there already and must be continued, if there is one.
  var earlierCheckpoint: [String] {
    guard let writeCheckpoint, access(writeCheckpoint, F_OK) == 0 else { return [] }
    return [writeCheckpoint]
  }

  /// Refuses options that would have no effect.
  func checkUse() throws {
    if key != nil, writeCheckpoint == nil, export == nil {
      throw Failure(
        Text(
          en: "`--key` signs what `--write-checkpoint` and `--export` write",
          ru: "`--key` подписывает то, что пишут `--write-checkpoint` и `--export`"),
        exit: ExitStatus.usage)
    }
    if only != nil, export == nil {
      throw Failure(
        Text(
          en: "`--only` limits what `--export` writes",
          ru: "`--only` ограничивает то, что пишет `--export`"), exit: ExitStatus.usage)
    }
  }

  /// Writes what was asked for of a run that was found whole.
  func write(
    _ audit: RunAudit, of run: String?, in store: any JournalStore,
    continuing kept: [SignedCheckpoint]
  ) throws {
    guard writeCheckpoint != nil || export != nil else { return }
    var signed = SignedCheckpoint(audit.checkpoint)
    if let key { try signed.sign(as: try signerName(), with: try SigningKey.reading(key)) }
    if let export {
      let proof = try answering { () throws(ServiceError) in
        try RunProof(of: run, in: store, at: signed, only: only, continuing: kept)
      }
      try Self.write(proof.bytes, to: export)
    }
    if let writeCheckpoint {
      try Self.write(Array(signed.note.description.utf8), to: writeCheckpoint)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    do throws(FileWritingProblem) {
      try replaceFile(path, bytes)
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
