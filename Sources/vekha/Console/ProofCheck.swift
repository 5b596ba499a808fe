import Bilingual
import RoadmapJournal
import RoadmapService
import SourceDiagnostics

/// Checks a proof in a file, without any store.
struct ProofCheck {
  let path: String
  let kept: KeptOptions
  let output: OutputOptions

  /// Checks it and says what it shows; answers whether it holds.
  func run() throws -> Bool {
    let proof = try read()
    try kept.checkSignature(of: proof.checkpoint, in: path)
    let (head, checkpoints) = (try kept.digest(), try kept.checkpoints())
    let verdict = try answering { () throws(ServiceError) in
      try proof.verified(against: head, checkpoints)
    }
    switch output.format {
    case .text: printText(proof, verdict)
    case .json: printJSON(proof, verdict)
    }
    return verdict.fault == nil
  }

  private func read() throws -> RunProof {
    do throws(FileProblem) {
      return try RunProof(path: path)
    } catch {
      throw Failure(error.message, exit: ExitStatus.input)
    }
  }

  private func printText(_ proof: RunProof, _ verdict: ProofVerdict) {
    if let fault = verdict.fault {
      return Console.report(
        Failure(
          Text(en: "the proof does not hold: ", ru: "доказательство неверно: ").appending(fault),
          exit: ExitStatus.refused))
    }
    let (events, signatures) = (Self.events(proof.count), Self.signatures(verdict.signatures))
    let size = Int(clamping: proof.checkpoint.checkpoint.size)
    Console.print(
      proof.isComplete
        ? say(
          en: "the proof holds: \(events.en), \(signatures.en), every act allowed",
          ru: "доказательство верно: \(events.ru), \(signatures.ru), каждое действие дозволено")
        : say(
          en: "the proof holds: \(events.en) of \(size), \(signatures.en); whether they were "
            + "allowed needs the others",
          ru: "доказательство верно: \(events.ru) из \(size), \(signatures.ru); дозволены ли "
            + "они, без остальных не сказать"))
    Console.print(
      harmless(say(en: "run ", ru: "исполнение ") + "`\(proof.run)` (\(proof.journal))"))
    Console.print(say(en: "definition ", ru: "определение ") + "\(proof.definitionDigest)")
    Console.print(say(en: "head ", ru: "голова ") + "\(proof.checkpoint.checkpoint.head)")
    guard kept.isEmpty else { return }
    Console.note(
      say(
        en: "nothing was compared: whoever made this file chose the definition and its keys; "
          + "compare with `--checkpoint FILE`, `--head HASH` or `--signed-by KEY`",
        ru: "ни с чем не сверено: определение и ключи выбрал автор файла; сверьте с помощью "
          + "`--checkpoint FILE`, `--head HASH` или `--signed-by KEY`"))
  }

  private static let events = CountedNoun(
    en: "event", "events", ru: "событие", "события", "событий")
  private static let signatures = CountedNoun(
    en: "signature", "signatures", ru: "подпись", "подписи", "подписей")

  private func printJSON(_ proof: RunProof, _ verdict: ProofVerdict) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("holds")
      writer.bool(verdict.fault == nil)
      writer.key("run")
      writer.string(proof.run)
      writer.key("journal")
      writer.string(proof.journal.description)
      writer.key("definition")
      writer.string(proof.definitionDigest.description)
      writer.key("events")
      writer.integer(proof.count)
      writer.key("complete")
      writer.bool(proof.isComplete)
      writer.key("signatures")
      writer.integer(verdict.signatures)
      writer.key("checkpoint")
      writer.string(proof.checkpoint.note.description)
      writer.key("fault")
      writer.stringOrNull(verdict.fault?[Speech.language])
    }
    Console.print(writer.text)
  }
}
