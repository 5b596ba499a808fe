public import Bilingual
import CivilTime
import SourceDiagnostics

extension TermExplanation {
  /// The reading as data: class, dates, RFC 5545 rule, trigger, documents, warnings, words.
  public func json(in language: Language) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      let texts: [(String, String?)] = [
        ("class", term.kind?.rawValue), ("from", term.from?.iso), ("to", term.to?.iso),
        ("every", term.every?.rule.rrule), ("after", term.after?.words[language]),
      ]
      for (key, value) in texts {
        writer.key(key)
        if let value { writer.string(value) } else { writer.null() }
      }
      writer.key("documents")
      writer.array { writer in
        for document in term.documents { writer.string(document) }
      }
      writer.key("warnings")
      writer.array { writer in
        for warning in warnings { writer.string(warning[language]) }
      }
      writer.key("words")
      writer.string(term.words[language])
    }
    return writer.text
  }
}
