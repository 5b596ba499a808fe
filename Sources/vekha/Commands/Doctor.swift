import ArgumentParser
import Bilingual
import JournalSQLite
import RoadmapJournal
import SourceDiagnostics

extension Vekha {
  /// `vekha doctor`: print versions, the store's health and what to mend.
  struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Print versions, the health of the store and what to mend.",
        ru: "Показать версии, состояние хранилища и что поправить."))

    @OptionGroup var storage: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let health = try health()
      switch output.format {
      case .text: printText(health)
      case .json: printJSON(health)
      }
      if health?.verdict == .fault { throw ExitCode(ExitStatus.refused) }
    }

    /// The health of the store, where there is one.
    private func health() throws -> StoreHealth? {
      guard storage.hasStore else { return nil }
      let store = try storage.open(.readOnly)
      do throws(StoreError) {
        return try store.health()
      } catch {
        throw Failure(error)
      }
    }

    private func printText(_ health: StoreHealth?) {
      Console.print("vekha \(Vekha.configuration.version), " + say(en: "language 1", ru: "язык 1"))
      guard let health else {
        return Console.print(
          say(en: "there is no store here yet", ru: "хранилища здесь пока нет"))
      }
      for fact in health.facts {
        Console.print("\(mark(fact.verdict)) \(harmless(fact.text[Speech.language]))")
      }
    }

    private func mark(_ verdict: HealthFact.Verdict) -> String {
      switch verdict {
      case .fine: "✓"
      case .warning: "!"
      case .fault: "✗"
      }
    }

    private func printJSON(_ health: StoreHealth?) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("version")
        writer.string(Vekha.configuration.version)
        writer.key("language")
        writer.integer(1)
        writer.key("facts")
        writer.array { writer in
          for fact in health?.facts ?? [] { write(fact, to: &writer) }
        }
      }
      Console.print(writer.text)
    }

    private func write(_ fact: HealthFact, to writer: inout JSONWriter) {
      writer.object { writer in
        writer.key("key")
        writer.string(fact.key)
        writer.key("value")
        writer.string(fact.value)
        writer.key("verdict")
        writer.string("\(fact.verdict)")
        writer.key("text")
        writer.string(fact.text[Speech.language])
      }
    }
  }
}
