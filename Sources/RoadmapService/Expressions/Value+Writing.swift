public import CEL
public import SourceDiagnostics

extension Value {
  /// The whole value as an expression that makes it.
  ///
  /// The recursion is no deeper than values can be nested by a file and an expression.
  public var text: String {
    switch self {
    case .list(let list): "[" + list.elements.map(\.text).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + zip(map.keys, map.values).map { "\($0.text): \($1.text)" }.joined(separator: ", ")
        + "}"
    case .optional(let optional):
      optional.value.map { "optional.of(\($0.text))" } ?? "optional.none()"
    case .record(let table, _):
      "\(table.shape.name){"
        + plainFields.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ") + "}"
    default: quotation
    }
  }

  /// Writes the value as JSON. What JSON has no form for is a text: moments and spans of time as
  /// in protobuf, other values and keys as expressions; a missing optional is null.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .int(let number): writer.integer(Int(number))
    case .uint(let number): writer.number(number)
    case .double(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .list(let list):
      writer.array { writer in
        for element in list.elements { element.write(to: &writer) }
      }
    case .map(let map):
      writer.object { writer in
        for (key, value) in zip(map.keys, map.values) {
          writer.key(key.nameInJSON)
          value.write(to: &writer)
        }
      }
    case .record:
      writer.object { writer in
        for (name, value) in plainFields {
          writer.key(name)
          value.write(to: &writer)
        }
      }
    case .timestamp(let moment): writer.string(moment.rfc3339)
    case .duration(let span): writer.string(span.text)
    case .optional(let optional):
      if let value = optional.value { value.write(to: &writer) } else { writer.null() }
    default: writer.string(quotation)
    }
  }

  /// The fields of a record that are set and are no records themselves, nor lists of them: those
  /// may lead on without an end.
  private var plainFields: [(name: String, value: Value)] {
    guard case .record(let table, let row) = self else { return [] }
    return table.shape.fields.enumerated().compactMap { position, field in
      switch field.type {
      case .string, .int, .uint, .double, .bool, .timestamp, .list(.string):
        table.value(row: row, field: position).map { (field.name, $0) }
      default: nil
      }
    }
  }

  private var nameInJSON: String {
    if case .string(let name) = self { name } else { quotation }
  }
}
