/// A tag of the core schema, such as `!!str`.
struct CoreTag {
  private let name: Substring

  /// The tag that libyaml names in full; nil for one that the core schema does not have.
  init?(_ tag: String) {
    let prefix = "tag:yaml.org,2002:"
    guard tag.hasPrefix(prefix) else { return nil }
    name = tag.dropFirst(prefix.count)
  }

  /// The value that the tag gives to a scalar; nil where the two do not agree.
  func value(of text: UnsafeBufferPointer<UInt8>) -> CoreValue? {
    switch (name, CoreSchema.value(of: text)) {
    case ("str", _): .string
    case ("null", .null): .null
    case ("bool", .boolean(let value)): .boolean(value)
    case ("int", .integer(let value)): .integer(value)
    case ("float", .float), ("float", .integer): .float
    default: nil
    }
  }

  /// Whether the tag may stand on a collection.
  func fits(_ kind: NodeShape.Kind) -> Bool {
    switch kind {
    case .sequence: name == "seq"
    case .mapping: name == "map"
    case .scalar, .alias: false
    }
  }
}
