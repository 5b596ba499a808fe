import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// What an attachment says in its own keys: a field its value, a file its size and digest.
  func fields(of content: Command.Content) -> [(key: String, value: JSONValue)] {
    if let value = content.value {
      return [("name", .string(content.name)), ("value", .string(value))]
    }
    return [
      ("name", .string(content.name)), ("size", .integer(content.size)),
      ("digest", .string(content.digest.hex)),
    ]
  }

  /// Reads an event about contents, or about what becomes of approvals; nil for another name.
  func contentEvent(_ name: String, _ fields: EventFields) throws(EventCodecError) -> Event? {
    switch name {
    case "attached":
      return .attached(try measure(fields), try content(fields), by: try person(fields))
    case "approvals-kept": return .approvalsKept(try measure(fields), try keptApprovals(fields))
    case "steps-reopened": return .stepsReopened(try measure(fields), try reopening(fields))
    default: return nil
    }
  }

  /// Reads a file or a field.
  func content(_ fields: EventFields) throws(EventCodecError) -> Command.Content {
    let name = try fields.string("name")
    if fields.has("value") {
      return Command.Content(field: name, value: try fields.string("value"))
    }
    let size = try fields.integer("size")
    guard size >= 0 else { throw .missing("size") }
    return Command.Content(name: name, size: size, digest: try fields.digest("digest"))
  }

  /// What was seen, where it was something.
  func seenField(_ seen: ContentDigest?) -> [(key: String, value: JSONValue)] {
    seen.map { [("seen", .string($0.hex))] } ?? []
  }
}

extension EventFields {
  func digest(_ key: String) throws(EventCodecError) -> ContentDigest {
    guard let digest = ContentDigest(hex: try string(key)) else { throw .missing(key) }
    return digest
  }

  func optionalDigest(_ key: String) throws(EventCodecError) -> ContentDigest? {
    has(key) ? try digest(key) : nil
  }
}
