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
        en: "A head kept elsewhere, which the journal must contain.",
        ru: "Хеш головы, сохранённый в другом месте: журнал должен его содержать.",
        valueName: "hash"))
    var head: String?

    @OptionGroup var place: RunOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let kept = try head.map { text in
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
      let store = try place.storage.open(.readOnly)
      let audit = try answering { () throws(ServiceError) in
        try RunSession.audit(place.run, in: store, against: kept)
      }
      switch output.format {
      case .text: printText(audit)
      case .json: printJSON(audit)
      }
      if audit.fault != nil { throw ExitCode(ExitStatus.refused) }
    }

    private func printText(_ audit: RunAudit) {
      if let fault = audit.fault {
        return Console.report(
          Failure(
            Text(en: "the journal is broken: ", ru: "журнал нарушен: ").appending(fault),
            exit: ExitStatus.refused))
      }
      let events = CountedNoun(en: "event", "events", ru: "событие", "события", "событий")
      Console.print(
        say(
          en: "the journal is whole: \(events(Int(audit.events)).en), every act allowed",
          ru: "журнал цел: \(events(Int(audit.events)).ru), каждое действие дозволено"))
      Console.print(say(en: "head ", ru: "голова ") + audit.hash.description)
      if head == nil {
        Console.print(
          say(
            en: "keep this head elsewhere: `vekha audit --head HASH` then shows a cut-off end",
            ru: "сохраните её в другом месте: `vekha audit --head HASH` покажет отрезанный конец"))
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
        writer.key("fault")
        writer.stringOrNull(audit.fault?[Speech.language])
      }
      Console.print(writer.text)
    }
  }
}
