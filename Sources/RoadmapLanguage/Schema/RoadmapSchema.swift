public import Bilingual
import RoadmapModel
import SourceDiagnostics

/// The language as a JSON Schema (2020-12), made from the shapes that the reader checks values
/// against.
///
/// What the schema rejects, ``compile(_:from:proving:)`` rejects too; the other way it cannot be,
/// since a schema does not know what is declared.
public struct RoadmapSchema: Sendable {
  /// The kinds of files that there are.
  public enum File: Hashable, Sendable {
    /// A file with a `roadmap`.
    case root
    /// A file that another one includes.
    case included
  }

  private let file: File
  private let language: Language

  /// Creates the schema of `file`; every description is there in both languages, `language` first.
  public init(of file: File, language: Language = .en) {
    self.file = file
    self.language = language
  }

  /// The schema, on one line.
  public var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("$schema")
      writer.string("https://json-schema.org/draft/2020-12/schema")
      writer.key("title")
      writer.string("Vekha")
      writer.key("$ref")
      writer.string(Self.reference(to: file == .root ? .rootFile : .includedFile))
      writer.key("$defs")
      writer.object { writer in
        for name in RecordName.allCases {
          writer.key("\(name)")
          write(name, to: &writer)
        }
      }
    }
    return writer.text
  }

  private static func reference(to name: RecordName) -> String { "#/$defs/\(name)" }

  private func write(_ name: RecordName, to writer: inout JSONWriter) {
    let shape = name.shape
    writer.object { writer in
      writer.key("description")
      writer.string(inBoth(shape.noun.one))
      writer.types(shape.mayBeEmpty ? ["object", "null"] : ["object"])
      writer.key("additionalProperties")
      writer.bool(false)
      let required = shape.keys.filter(\.isRequired).map(\.word.rawValue)
      if !required.isEmpty {
        writer.key("required")
        writer.strings(required)
      }
      writer.key("properties")
      writer.object { writer in
        for key in shape.keys {
          writer.key(key.word.rawValue)
          writer.object { writer in
            writer.key("description")
            writer.string(inBoth(key.meaning))
            write(key, of: name, to: &writer)
          }
        }
      }
    }
  }

  /// Writes what the value of a key must be.
  private func write(_ key: KeyShape, of name: RecordName, to writer: inout JSONWriter) {
    if key.word == .vekha {
      writer.key("const")
      writer.integer(1)
    } else if let choices = name.choices(of: key.word) {
      writer.key("enum")
      writer.strings(choices)
    } else if name.declaresID(key.word) {
      writer.types(Self.scalars)
      writer.idRules()
    } else {
      write(key.value, to: &writer)
    }
  }

  private func write(_ shape: Shape, to writer: inout JSONWriter) {
    switch shape {
    case .text: writer.types(Self.scalars)
    case .reference:
      writer.types(Self.scalars)
      writer.key("minLength")
      writer.integer(1)
    case .flag: writer.types(["boolean"])
    case .integer: writer.types(["integer"])
    case .list(let item): writeList(of: item, to: &writer)
    case .oneOrMore(let item):
      writeAny(
        of: [{ write(item, to: &$0) }, { writeList(of: item, to: &$0) }], to: &writer)
    case .named(let value): writeNamed(value, to: &writer)
    case .numbered: writeNumbered(to: &writer)
    case .record(let name):
      writer.key("$ref")
      writer.string(Self.reference(to: name))
    case .either(let short, let long):
      writeAny(of: [{ write(short, to: &$0) }, { write(long, to: &$0) }], to: &writer)
    }
  }

  private func writeList(of item: Shape, to writer: inout JSONWriter) {
    writer.types(["array"])
    writer.key("items")
    writer.object { write(item, to: &$0) }
  }

  private func writeNamed(_ value: Shape, to writer: inout JSONWriter) {
    writer.types(["object"])
    // Names of references are declared elsewhere, where their form is checked.
    if case .reference = value {
    } else {
      writer.key("propertyNames")
      writer.object { $0.idRules() }
    }
    writer.key("additionalProperties")
    writer.object { write(value, to: &$0) }
  }

  private func writeNumbered(to writer: inout JSONWriter) {
    writer.types(["object"])
    writer.key("additionalProperties")
    writer.object { writer in
      writer.types(["integer"])
      writer.key("minimum")
      writer.integer(1)
      writer.key("maximum")
      writer.integer(Quorum.largest)
    }
  }

  private func writeAny(
    of choices: [(inout JSONWriter) -> Void], to writer: inout JSONWriter
  ) {
    writer.key("anyOf")
    writer.array { writer in
      for choice in choices { writer.object(choice) }
    }
  }

  private func inBoth(_ text: Text) -> String {
    let other = Language.allCases.first { $0 != language } ?? language
    return text[language] + "\n\n" + text[other]
  }

  /// What a single value but null is in JSON: `6` and `no` are texts of the language, too.
  private static let scalars = ["string", "number", "boolean"]
}

extension JSONWriter {
  fileprivate mutating func strings(_ values: [String]) {
    array { writer in
      for value in values { writer.string(value) }
    }
  }

  fileprivate mutating func types(_ names: [String]) {
    key("type")
    if let only = names.first, names.count == 1 { string(only) } else { strings(names) }
  }

  /// Writes what a text must be to be an id: a length is in characters here, in bytes for the
  /// reader, and letters beyond ASCII are not told apart.
  fileprivate mutating func idRules() {
    key("minLength")
    integer(1)
    key("maxLength")
    integer(128)
    key("pattern")
    string(#"^[^\u0000-\u002c\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]+$"#)
  }
}
