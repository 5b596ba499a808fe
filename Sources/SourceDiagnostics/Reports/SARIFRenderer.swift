public import Bilingual

/// Writes diagnostics in the Static Analysis Results Interchange Format, SARIF 2.1.0.
///
/// Columns are in Unicode code points; paths are relative to the folder in which the program works.
public struct SARIFRenderer: Sendable {
  /// Where the schema of the format is.
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  /// The name of the base that paths are relative to, as GitHub calls it.
  private static let base = "%SRCROOT%"

  /// The language of the messages.
  let language: Language
  /// The version of the program.
  let version: String
  /// What is told of every code that may occur.
  let reference: CodeReference
  /// The folder that paths are relative to, as an absolute path.
  let root: String

  /// Creates a renderer for a program of this version, working in the folder `root`.
  public init(language: Language, version: String, reference: CodeReference, root: String) {
    self.language = language
    self.version = version
    self.reference = reference
    self.root = root
  }

  /// Everything as one log with one run; each problem once.
  public func render(_ reported: [ReportedDiagnostic]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { $0.object { writeRun(reported.once(), to: &$0) } }
    }
    return writer.text
  }

  private func writeRun(_ reported: [ReportedDiagnostic], to writer: inout JSONWriter) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writeDriver(to: &$0) }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.member("language", language.rawValue)
    writer.key("originalUriBaseIds")
    writer.object { writer in
      writer.key(Self.base)
      writer.object { $0.member("uri", RelativeURI.folder(root)) }
    }
    writer.key("results")
    writer.array { writer in
      for reported in reported { writer.object { write(reported, to: &$0) } }
    }
  }

  private func writeDriver(to writer: inout JSONWriter) {
    writer.member("name", "vekha")
    writer.member("semanticVersion", version)
    writer.key("rules")
    writer.array { writer in
      for entry in reference.entries { writer.object { write(entry, to: &$0) } }
    }
  }

  private func write(_ entry: CodeReference.Entry, to writer: inout JSONWriter) {
    writer.member("id", entry.code.name)
    writer.key("shortDescription")
    writer.object { $0.member("text", entry.summary.replacing("`", with: "")) }
    writer.key("help")
    writer.object { writer in
      writer.member("text", entry.markdown)
      writer.member("markdown", entry.markdown)
    }
    writer.key("defaultConfiguration")
    writer.object { $0.member("level", entry.severity.rawValue) }
  }

  private func write(_ reported: ReportedDiagnostic, to writer: inout JSONWriter) {
    let problem = reported.problem
    writer.member("ruleId", problem.code.name)
    if let index = reference.entries.firstIndex(where: { $0.code == problem.code }) {
      writer.key("ruleIndex")
      writer.integer(index)
    }
    writer.member("level", problem.severity.rawValue)
    writer.key("message")
    writer.object { $0.member("text", problem.sentences(language).joined(separator: "\n")) }
    writer.key("locations")
    writer.array { $0.object { writePlace(problem.place, to: &$0) } }
    writer.key("partialFingerprints")
    writer.object { $0.member("vekha/v1", reported.fingerprint) }
    guard !problem.notes.isEmpty else { return }
    writer.key("relatedLocations")
    writer.array { writer in
      for (index, note) in problem.notes.enumerated() {
        writer.object { writer in
          writer.key("id")
          writer.integer(index)
          writePlace(note.place, to: &writer)
          writer.key("message")
          writer.object { $0.member("text", displayed(note.message[language])) }
        }
      }
    }
  }

  private func writePlace(_ place: LocatedDiagnostic.Place, to writer: inout JSONWriter) {
    let uri = RelativeURI(place.path, root: root)
    writer.key("physicalLocation")
    writer.object { writer in
      writer.key("artifactLocation")
      writer.object { writer in
        writer.member("uri", uri.text)
        if uri.isRelative { writer.member("uriBaseId", Self.base) }
      }
      guard !place.isWholeFile else { return }
      writer.key("region")
      writer.object { writer in
        for (key, number) in [
          ("startLine", place.start.line), ("startColumn", place.start.column),
          ("endLine", place.end.line), ("endColumn", place.end.column),
        ] {
          writer.key(key)
          writer.integer(number)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a member whose value is a string.
  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }
}
