import CStoreShim

/// The file system that a store lies on, as far as it matters.
enum FileSystemKind {
  // Source: statfs(2), linux/magic.h. Locks or syncs of these do not hold between machines.
  private static let network: [UInt32: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x564C: "NCP",
    0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x0102_1997: "9P", 0x6573_5546: "FUSE",
    0x7375_7245: "Coda", 0x0BD0_0BD0: "Lustre",
  ]

  /// The name of the network file system that `path` lies on, or nil where it is none.
  static func network(at path: String) -> String? {
    network[UInt32(truncatingIfNeeded: vekha_file_system_type(path))]
  }
}
