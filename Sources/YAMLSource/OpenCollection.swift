import CLibYAML
import SourceDiagnostics

/// A sequence or a mapping whose end has not come yet.
struct OpenCollection {
  let node: Int
  let isMapping: Bool
  /// Where the keys of this mapping start among those of all open ones.
  let firstKey: Int
  /// How many nodes there were before it, each alias counted as what it stands for.
  let expandedBefore: Int
  /// Whether it has an anchor.
  let isAnchored: Bool
  /// Whether the next node of a mapping is a key.
  var expectsKey: Bool
  /// How deep the collections in it nest.
  var height = 0
}

extension TreeBuilder {
  /// Adds a sequence or a mapping, to which the next nodes belong.
  mutating func open(_ kind: NodeShape.Kind, _ event: borrowing yaml_event_t) {
    let isMapping = kind == .mapping
    let anchor = isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor
    let tag = isMapping ? event.data.mapping_start.tag : event.data.sequence_start.tag
    var extent = Extent(event)
    if anchor != nil || tag != nil {
      skipProperties(&extent, count: anchor != nil && tag != nil ? 2 : 1, isEmpty: false)
    }
    if let tag = tag.map({ String(cString: $0) }), CoreTag(tag)?.fits(kind) != true {
      diagnostics.append(.unknownTag(tag, at: span(extent.mark, extent.start)))
    }
    guard depth < limits.nesting else {
      return fail(.nestingLimit(at: span(extent.start, extent.start + 1), limits, isAlias: false))
    }
    extent.end = extent.start
    let expandedBefore = expandedCount
    let node = add(NodeShape(kind), extent, payload: 0)
    if let anchor { anchors.open(String(cString: anchor), node: node) }
    if let current { outer.append(current) }
    current = OpenCollection(
      node: node, isMapping: isMapping, firstKey: keys.count, expandedBefore: expandedBefore,
      isAnchored: anchor != nil, expectsKey: isMapping)
  }

  /// Ends the innermost open collection.
  mutating func close(_ event: borrowing yaml_event_t, _ symbols: borrowing SymbolTable) {
    guard let closed = current else { return }
    // Only brackets have a width; a block ends where what is in it ended, since libyaml notices
    // the end of a block at the next token, past blank lines and comments.
    let isFlow = event.end_mark.index > event.start_mark.index
    let end = isFlow ? UInt32(truncatingIfNeeded: event.end_mark.index) : lastEnd
    nodes.close(closed.node, at: end)
    lastStart = nodes[closed.node].start
    lastEnd = end
    current = outer.popLast()
    forgetKeys(of: closed, symbols)
    if closed.isAnchored {
      anchors.close(
        node: closed.node, nodes: expandedCount - closed.expandedBefore,
        height: closed.height + 1)
    }
    noteHeight(closed.height + 1)
  }

  /// Checks what has been read of the collections that will never end.
  mutating func abandon(_ symbols: borrowing SymbolTable) {
    while let closed = current {
      current = outer.popLast()
      forgetKeys(of: closed, symbols)
    }
  }

  /// Tells the innermost open collection how deep something in it nests.
  mutating func noteHeight(_ height: Int) {
    if let deepest = current?.height, deepest < height { current?.height = height }
  }

  /// Minds a key, which has just been added.
  @inline(__always)
  mutating func noteKey(_ node: Int) {
    keys.append(Int32(truncatingIfNeeded: node))
  }

  /// Checks the keys of a mapping, which is complete or as complete as it gets.
  private mutating func forgetKeys(of closed: OpenCollection, _ symbols: borrowing SymbolTable) {
    guard closed.isMapping else { return }
    for index in closed.firstKey..<keys.count {
      let key = Int(keys[index])
      guard let symbol = nodes.scalar(key) else {
        if !nodes.isOpen(key) { diagnostics.append(.complexKey(at: span(of: key))) }
        continue
      }
      if symbol == merge, nodes[key].shape.isPlainScalar {
        diagnostics.append(.mergeKey(at: span(of: key)))
      }
      if let first = duplicates.note(key, symbol: symbol, in: closed.node) {
        diagnostics.append(
          .duplicateKey(symbols.string(symbol), at: span(of: key), first: span(of: first)))
      }
    }
    keys.removeSubrange(closed.firstKey...)
  }
}
