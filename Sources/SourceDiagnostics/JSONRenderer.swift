public import Bilingual

/// Writes diagnostics as data: objects with `code`, `severity`, `message`, `path`, `start`, `end`,
/// `related` and `help`.
public struct JSONRenderer: Sendable {
  /// The files that the diagnostics are about.
  public let files: SourceFiles
  /// The language of the messages.
  public let language: Language

  /// Creates a renderer.
  public init(files: SourceFiles, language: Language) {
    self.files = files
    self.language = language
  }

  /// Every diagnostic once and in order, as a JSON array.
  public func render(_ diagnostics: Diagnostics) -> String {
    var writer = JSONWriter()
    write(diagnostics, to: &writer)
    return writer.text
  }

  /// Writes every diagnostic once and in order, as an array.
  public func write(_ diagnostics: Diagnostics, to writer: inout JSONWriter) {
    writer.array { writer in
      for diagnostic in diagnostics.sorted() { write(diagnostic, to: &writer) }
    }
  }

  /// Writes one diagnostic as an object; `help` is null where there is none.
  public func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("code")
      writer.string(diagnostic.code.name)
      writer.key("severity")
      writer.string(diagnostic.severity.rawValue)
      writer.key("message")
      writer.string(diagnostic.message[language])
      write(diagnostic.span, to: &writer)
      writer.key("related")
      writer.array { writer in
        for related in diagnostic.related { write(related, to: &writer) }
      }
      writer.key("help")
      if let help = diagnostic.help { writer.string(help[language]) } else { writer.null() }
    }
  }

  private func write(_ related: RelatedLocation, to writer: inout JSONWriter) {
    writer.object { writer in
      write(related.span, to: &writer)
      writer.key("message")
      writer.string(related.message[language])
    }
  }

  /// Writes the members `path`, `start` and `end`.
  private func write(_ span: SourceSpan, to writer: inout JSONWriter) {
    writer.key("path")
    writer.string(files.path(span.file))
    for (name, position) in [("start", files.start(of: span)), ("end", files.end(of: span))] {
      writer.key(name)
      writer.object { writer in
        writer.key("line")
        writer.integer(position.line)
        writer.key("column")
        writer.integer(position.column)
      }
    }
  }
}
