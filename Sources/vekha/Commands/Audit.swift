import ArgumentParser
import Bilingual
import JournalSQLite
import RoadmapJournal
import RoadmapService
import SourceDiagnostics

extension Vekha {
  /// `vekha audit`: recompute the chain and decide every act again.
  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Check that the journal is whole and that every act in it was allowed.",
        ru: "Проверить, что журнал цел и каждое действие в нём было дозволено."))

    @Option(
      help: help(
        en: "Check a proof that --export wrote; no store is needed.",
        ru: "Проверить доказательство, записанное с --export; хранилище не нужно.",
        valueName: "file"))
    var verify: String?

    @OptionGroup var kept: KeptOptions
    @OptionGroup var proof: ProofOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try checkUse()
      let holds =
        if let verify {
          try ProofCheck(path: verify, kept: kept, output: output).run()
        } else {
          try auditRun()
        }
      if !holds { throw ExitCode(ExitStatus.refused) }
    }

    /// Refuses options that would have no effect.
    private func checkUse() throws {
      try proof.checkUse()
      if verify != nil, !proof.isEmpty || place.run != nil || place.storage.store != nil {
        throw Failure(
          Text(
            en: "`--verify` checks a file: it needs no store, and writes nothing",
            ru: "`--verify` проверяет файл: ему не нужно хранилище, и он ничего не пишет"),
          exit: ExitStatus.usage)
      }
      if verify == nil, kept.signedBy != nil, kept.checkpoint.isEmpty,
        proof.earlierCheckpoint.isEmpty
      {
        throw Failure(
          Text(
            en: "`--signed-by` is about what `--checkpoint` or `--verify` names",
            ru: "`--signed-by` относится к тому, что называют `--checkpoint` и `--verify`"),
          exit: ExitStatus.usage)
      }
    }

    /// Audits the run in the store; answers whether it is in order.
    private func auditRun() throws -> Bool {
      let head = try kept.digest()
      let checkpoints = try kept.checkpoints(and: proof.earlierCheckpoint)
      let store = try place.storage.open(.readOnly)
      let journal = try answering { () throws(ServiceError) in
        try RunSession.journal(named: place.run, in: store)
      }
      let memory = try ClientMemory(of: journal)
      let audit = try answering { () throws(ServiceError) in
        try RunSession.audit(
          place.run, in: store, against: head,
          checkpoints + (memory.seen.map { [$0] } ?? []))
      }
      if audit.fault == nil {
        memory.keep(audit.checkpoint)
        try proof.write(audit, of: place.run, in: store, continuing: checkpoints)
      }
      switch output.format {
      case .text: printText(audit, memory)
      case .json: printJSON(audit)
      }
      return audit.fault == nil
    }

    private func printText(_ audit: RunAudit, _ memory: ClientMemory) {
      if let fault = audit.fault {
        return Console.report(
          Failure(
            Text(en: "the journal is broken: ", ru: "журнал нарушен: ").appending(fault),
            help: audit.contradictsKept ? memory.help : nil, exit: ExitStatus.refused))
      }
      let events = CountedNoun(en: "event", "events", ru: "событие", "события", "событий")
      Console.print(
        say(
          en: "the journal is whole: \(events(Int(audit.events)).en), every act allowed",
          ru: "журнал цел: \(events(Int(audit.events)).ru), каждое действие дозволено"))
      Console.print(say(en: "head ", ru: "голова ") + audit.hash.description)
      if kept.isEmpty, proof.isEmpty {
        Console.print(
          say(
            en: "keep a checkpoint elsewhere (`vekha audit --write-checkpoint FILE`): "
              + "`--checkpoint FILE` then shows a cut-off end",
            ru: "сохраните контрольную точку в другом месте "
              + "(`vekha audit --write-checkpoint FILE`): `--checkpoint FILE` покажет "
              + "отрезанный конец"))
      }
    }

    private func printJSON(_ audit: RunAudit) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("whole")
        writer.bool(audit.fault == nil)
        writer.key("events")
        writer.integer(Int(audit.events))
        writer.key("head")
        writer.string(audit.hash.description)
        writer.key("root")
        writer.string(audit.checkpoint.root.description)
        writer.key("checkpoint")
        writer.string(audit.checkpoint.text)
        writer.key("fault")
        writer.stringOrNull(audit.fault?[Speech.language])
      }
      Console.print(writer.text)
    }
  }
}
