import ArgumentParser
import Bilingual
import RoadmapLanguage
import SourceDiagnostics

extension Vekha {
  /// `vekha explain CODE`: tell what a problem is, why it is bad, and how to mend it.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Tell what a problem is, why it is bad, and how to mend it.",
        ru: "Рассказать, что значит замечание, чем оно плохо и как его устранить."),
      discussion: say(
        en: "Without a code, all codes are listed. The texts are those of docs/diagnostics.md.",
        ru: "Без кода перечисляет все коды. Тексты — из docs/diagnostics.md, они на английском."))

    @Argument(
      help: help(
        en: "The code, such as unknown-measure.", ru: "Код, например unknown-measure.",
        valueName: "code"), completion: .codes)
    var code: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
      let reference = ProgramFacts.reference
      guard let code else { return list(reference) }
      guard let entry = reference[DiagnosticCode(code)] else {
        throw Failure(
          Text(en: "no problem has the code `\(code)`", ru: "нет замечаний с кодом `\(code)`"),
          help: didYouMean(code, in: reference.entries.map(\.code.name))
            ?? Text(
              en: "`vekha explain` lists the codes", ru: "коды перечисляет `vekha explain`"),
          exit: ExitStatus.usage)
      }
      switch output.format {
      case .text: Console.print("# \(entry.code.name)\n\n\(entry.markdown)")
      case .json:
        var writer = JSONWriter()
        write(entry, withText: true, to: &writer)
        Console.print(writer.text)
      }
    }

    private func list(_ reference: CodeReference) {
      switch output.format {
      case .text:
        let width = reference.entries.map { $0.code.name.utf8.count }.max() ?? 0
        for entry in reference.entries {
          let name = entry.code.name
          let mark = entry.severity == .error ? "E" : "W"
          let gap = String(repeating: " ", count: width - name.utf8.count + 2)
          Console.print("\(mark)  \(name)\(gap)\(entry.sentence)")
        }
      case .json:
        var writer = JSONWriter()
        writer.array { writer in
          for entry in reference.entries { write(entry, withText: false, to: &writer) }
        }
        Console.print(writer.text)
      }
    }

    private func write(
      _ entry: CodeReference.Entry, withText: Bool, to writer: inout JSONWriter
    ) {
      writer.object { writer in
        writer.key("code")
        writer.string(entry.code.name)
        writer.key("severity")
        writer.string(entry.severity.rawValue)
        writer.key("summary")
        writer.string(entry.sentence)
        guard withText else { return }
        writer.key("text")
        writer.string(entry.markdown)
      }
    }
  }
}

extension CodeReference.Entry {
  /// The summary without the words that tell how bad it is.
  fileprivate var sentence: String {
    for opening in ["An error. ", "A warning. "] where summary.hasPrefix(opening) {
      return String(summary.dropFirst(opening.count))
    }
    return summary
  }
}
