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

    @OptionGroup var kept: KeptOptions
    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let anchors = try kept.read()
      let store = try place.storage.open(.readOnly)
      let memory = try answering { () throws(ServiceError) in
        try RunSession.journal(named: place.run, in: store)
      }.remembered()
      let audit = try answering { () throws(ServiceError) in
        try RunSession.audit(
          place.run, in: store, against: anchors.head,
          anchors.checkpoints + (memory.seen.map { [$0] } ?? []))
      }
      if audit.fault == nil {
        memory.keep(audit.checkpoint)
        try kept.write(audit)
      }
      switch output.format {
      case .text: printText(audit, memory)
      case .json: printJSON(audit)
      }
      if audit.fault != nil { throw ExitCode(ExitStatus.refused) }
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
      if kept.isEmpty {
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

extension JournalID {
  /// What this client has seen of the journal.
  fileprivate func remembered() throws -> ClientMemory { try ClientMemory(of: self) }
}
