import CLibYAML

/// From where to where a node goes, in characters.
struct Extent {
  /// Where its anchor or its tag starts, or the node itself.
  let mark: UInt32
  var start: UInt32
  var end: UInt32

  @inline(__always)
  init(_ event: borrowing yaml_event_t) {
    mark = UInt32(truncatingIfNeeded: event.start_mark.index)
    start = mark
    end = UInt32(truncatingIfNeeded: event.end_mark.index)
  }
}

extension TreeBuilder {
  /// Moves the start of a node past its anchor and its tag.
  ///
  /// - Parameters:
  ///   - extent: the node, from its anchor or tag on.
  ///   - count: how many of the two there are; what follows may belong to the first key of a
  ///     mapping.
  ///   - isEmpty: whether nothing follows them that would be the node.
  mutating func skipProperties(_ extent: inout Extent, count: Int, isEmpty: Bool) {
    cursor.move(to: extent.mark)
    for _ in 0..<count {
      cursor.skipProperty()
      extent.start = cursor.character
      cursor.skipBlanksAndComments()
    }
    if !isEmpty { extent.start = cursor.character }
    extent.end = max(extent.start, extent.end)
  }

  /// Moves the end of a block scalar back to the end of its last line that is not blank.
  mutating func trimBlankLines(_ extent: inout Extent) {
    cursor.move(to: extent.end)
    let blanks = cursor.blanksBefore(atMost: Int(extent.end - extent.start))
    extent.end -= UInt32(truncatingIfNeeded: blanks)
  }
}
