/// What a store is opened for.
public enum StoreAccess: Hashable, Sendable {
  /// Reading and writing; a missing store is created.
  case createIfMissing
  /// Reading and writing a store that exists.
  case readWrite
  /// Reading only; never waits for a writer and leaves no lock file.
  case readOnly
}

/// How far a commit must have gone before it is acknowledged.
package enum Durability: Int64, Hashable, Sendable {
  /// Written, but lost in a power cut: the control that the power-cut test must see failing.
  case normal = 1
  /// On the disk.
  case full = 2
}
