extension String {
  /// Whether both strings have the same UTF-8 bytes; `==` would join canonical equivalents.
  @inline(__always)
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return compareBytes(to: other) == 0
  }

  /// Compares UTF-8 bytes, which is the order of code points: below, at or above zero.
  func compareBytes(to other: String) -> Int {
    let quick = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in CEL.compareBytes(left, right) }
    }
    if let quick, let result = quick { return result }
    return Array(utf8).withUnsafeBufferPointer { left in
      Array(other.utf8).withUnsafeBufferPointer { right in CEL.compareBytes(left, right) }
    }
  }

  /// Calls `body` with the UTF-8 bytes.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

/// Compares two runs of bytes as unsigned numbers: below, at or above zero.
@inline(__always)
func compareBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
  let common = min(left.count, right.count)
  guard let a = UnsafeRawPointer(left.baseAddress), let b = UnsafeRawPointer(right.baseAddress)
  else { return left.count - right.count }
  var offset = 0
  while offset + 8 <= common {
    let one = a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let other = b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    if one != other { return one.byteSwapped < other.byteSwapped ? -1 : 1 }
    offset += 8
  }
  while offset < common {
    let one = left[offset]
    let other = right[offset]
    if one != other { return one < other ? -1 : 1 }
    offset += 1
  }
  return left.count - right.count
}
