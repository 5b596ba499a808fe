/// How much of a file is read before it is refused.
public struct YAMLLimits: Hashable, Sendable {
  /// The deepest nesting of sequences and mappings, through aliases too.
  public var nesting = 100
  /// How many nodes all aliases together may stand for.
  public var aliasNodes = 100_000
  /// The size of a file, in bytes.
  public var bytes = 256 << 20
  /// The size of one value, in bytes.
  public var scalarBytes = 1 << 20
  /// How many keys, values, sequences and mappings a file may have.
  public var nodes = 50_000_000

  /// Creates the standard limits, to be changed one by one.
  public init() {}

  /// Nesting 100, 100,000 nodes through aliases, 256 MiB a file, 1 MiB a value, 50 million nodes.
  public static let standard = YAMLLimits()
}
