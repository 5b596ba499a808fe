public import Bilingual

/// Writes diagnostics as a code quality report of GitLab.
public struct GitLabRenderer: Sendable {
  /// The language of the messages.
  let language: Language

  /// Creates a renderer.
  public init(language: Language) {
    self.language = language
  }

  /// An array with an object for each problem; an error is `major`, a warning `minor`.
  public func render(_ reported: [ReportedDiagnostic]) -> String {
    var writer = JSONWriter()
    writer.array { writer in
      for reported in reported.once() { writer.object { write(reported, to: &$0) } }
    }
    return writer.text
  }

  private func write(_ reported: ReportedDiagnostic, to writer: inout JSONWriter) {
    let problem = reported.problem
    writer.member("description", problem.sentences(language).joined(separator: "; "))
    writer.member("check_name", problem.code.name)
    writer.member("fingerprint", reported.fingerprint)
    writer.member("severity", problem.severity == .error ? "major" : "minor")
    writer.key("location")
    writer.object { writer in
      writer.member("path", problem.place.path)
      writer.key("lines")
      writer.object { writer in
        for (key, line) in [("begin", problem.place.start.line), ("end", problem.place.lastLine)] {
          writer.key(key)
          writer.integer(line)
        }
      }
    }
  }
}

extension LocatedDiagnostic.Place {
  /// The line of the last character.
  var lastLine: Int {
    end.column == 1 && end.line > start.line ? end.line - 1 : end.line
  }
}
