public import RoadmapModel

extension Command {
  /// What is to be attached, by what it is; a store keeps the content of a file itself.
  public struct Content: Hashable, Sendable {
    /// The name under which it is attached.
    public let name: String
    /// The size of the content in bytes.
    public let size: Int64
    /// What the content is.
    public let digest: ContentDigest
    /// The value of a field; `nil` for a file.
    public let value: String?

    /// Names a file.
    public init(name: String, size: Int64, digest: ContentDigest) {
      self.name = name
      self.size = size
      self.digest = digest
      value = nil
    }

    /// A field with this value, whose content are the value's bytes in UTF-8.
    public init(field name: String, value: String) {
      let bytes = Array(value.utf8)
      self.name = name
      self.value = value
      size = Int64(bytes.count)
      digest = ContentDigest(of: bytes)
    }

    init(_ attachment: Attachment) {
      name = attachment.name
      size = attachment.size
      digest = attachment.digest
      value = attachment.value
    }

    /// Whether this is its name, byte by byte.
    func has(name other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
  }
}
