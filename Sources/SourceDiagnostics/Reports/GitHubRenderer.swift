public import Bilingual

/// Writes diagnostics for GitHub Actions: annotations as commands of the workflow, and a summary of
/// the job in Markdown.
public struct GitHubRenderer: Sendable {
  /// The most problems that a summary lists; GitHub takes at most 1 MiB of one step.
  private static let mostRows = 500

  /// The language of the messages.
  let language: Language

  /// Creates a renderer.
  public init(language: Language) {
    self.language = language
  }

  /// A line for each problem that GitHub shows at its place in the change.
  public func annotations(_ reported: [ReportedDiagnostic]) -> String {
    reported.once().map { annotation($0.problem) + "\n" }.joined()
  }

  private func annotation(_ problem: LocatedDiagnostic) -> String {
    let place = problem.place
    var properties = [("file", place.path)]
    if !place.isWholeFile {
      properties += [("line", String(place.start.line)), ("endLine", String(place.lastLine))]
      // GitHub takes columns only within one line.
      if place.start.line == place.end.line, place.end.column > place.start.column {
        properties += [
          ("col", String(place.start.column)), ("endColumn", String(place.end.column - 1)),
        ]
      }
    }
    properties.append(("title", problem.code.name))
    let notes = problem.notes.map { $0.place.text + ": " + displayed($0.message[language]) }
    let lines =
      [displayed(problem.message[language])] + notes + problem.sentences(language).dropFirst()
    return "::\(problem.severity.rawValue) "
      + properties.map { "\($0.0)=\(escaped($0.1, also: [":", ","]))" }.joined(separator: ",")
      + "::" + escaped(lines.joined(separator: "\n"), also: [])
  }

  /// `text` as a command of the workflow carries it, these characters escaped, too.
  private func escaped(_ text: String, also characters: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where characters.contains(scalar): result += "%3A"
      case "," where characters.contains(scalar): result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The summary of a job that checked `roadmaps` roadmaps.
  public func summary(_ reported: [ReportedDiagnostic], roadmaps: Int) -> String {
    let problems = reported.once().map(\.problem)
    let checked = Text(
      en: "roadmaps checked: \(roadmaps)", ru: "проверено дорожных карт: \(roadmaps)")
    let errors = problems.count { $0.severity == .error }
    let counts = Text(
      en: "errors: \(errors), warnings: \(problems.count - errors)",
      ru: "ошибок: \(errors), предупреждений: \(problems.count - errors)")
    var lines = ["### Vekha", "", "\(checked[language]); \(counts[language])", ""]
    guard !problems.isEmpty else { return lines.joined(separator: "\n") }
    let headings = Text(en: "| | place | problem |", ru: "| | место | замечание |")
    lines += [headings[language], "|---|---|---|"]
    lines += problems.prefix(Self.mostRows).map(row)
    if problems.count > Self.mostRows {
      let more = problems.count - Self.mostRows
      lines.append("| | | \(Text(en: "and \(more) more", ru: "и ещё \(more)")[language]) |")
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func row(_ problem: LocatedDiagnostic) -> String {
    let mark = problem.severity == .error ? "❌" : "⚠️"
    let text = problem.sentences(language).map(MarkdownText.cell).joined(separator: "<br>")
    return "| \(mark) | \(MarkdownText.cell(problem.place.text)) "
      + "| **\(problem.code.name)**: \(text) |"
  }
}
