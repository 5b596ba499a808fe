import CLibYAML
import SourceDiagnostics

/// Makes nodes of events, and checks what can be checked while they pass.
struct TreeBuilder: ~Copyable {
  let file: SourceFileID
  let limits: YAMLLimits
  var nodes: NodeBuilder
  var diagnostics: [Diagnostic] = []
  /// Whether a limit is exceeded, so that reading must stop.
  private(set) var hasFailed = false
  var anchors = Anchors()
  /// How many nodes there are, each alias counted as what it stands for.
  var expandedCount = 0
  /// How many of these are due to aliases.
  private var aliasNodeCount = 0
  var cursor: CharacterCursor
  var duplicates = DuplicateKeys()
  /// The keys of the open mappings, those of the innermost last.
  var keys: [Int32] = []
  /// The innermost open collection.
  var current: OpenCollection?
  /// The open collections around it, from the outermost.
  var outer: [OpenCollection] = []
  /// The text of a merge key.
  let merge: Symbol
  /// Where the node started that ended last.
  var lastStart: UInt32 = 0
  /// Where it ended.
  var lastEnd: UInt32 = 0

  init(file: SourceFileID, text: UnsafeBufferPointer<UInt8>, limits: YAMLLimits, merge: Symbol) {
    self.file = file
    self.merge = merge
    self.limits = limits
    nodes = NodeBuilder(byteCount: text.count)
    cursor = CharacterCursor(text)
  }

  /// How many collections are open.
  var depth: Int { current == nil ? 0 : outer.count + 1 }

  /// A span of this file.
  func span(_ start: UInt32, _ end: UInt32) -> SourceSpan {
    SourceSpan(file: file, start: start, end: end)
  }

  /// The span of a node.
  func span(of node: Int) -> SourceSpan {
    span(nodes[node].start, nodes[node].end)
  }

  /// What ended last: the last scalar or alias, or the collection that it closed.
  var lastNode: SourceSpan? {
    nodes.count == 0 ? nil : span(min(lastStart, lastEnd), lastEnd)
  }

  /// Whether the document has no content: there is none, or `---` alone.
  var isEmpty: Bool {
    nodes.count == 0 || nodes.count == 1 && nodes[0].isNothing
  }

  /// Reports a problem that makes the rest of the file unreadable.
  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    hasFailed = true
  }

  /// The finished nodes.
  consuming func finished() -> NodeTable {
    nodes.finished()
  }

  /// Adds a scalar.
  @inline(__always)
  mutating func scalar(_ event: borrowing yaml_event_t, into symbols: inout SymbolTable) {
    let scalar = event.data.scalar
    let text = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    let style = ScalarStyle(scalar.style)
    var extent = Extent(event)
    var value = style == .plain ? CoreSchema.value(of: text) : .string
    if scalar.anchor != nil || scalar.tag != nil {
      skipProperties(
        &extent, count: scalar.anchor != nil && scalar.tag != nil ? 2 : 1,
        isEmpty: style == .plain && text.isEmpty)
      if let tag = scalar.tag {
        value = self.value(of: text, plain: value, tag: String(cString: tag), at: extent)
      }
    }
    if style == .literal || style == .folded { trimBlankLines(&extent) }
    guard text.count <= limits.scalarBytes else {
      return fail(.scalarTooLong(at: span(extent.start, extent.end), limits))
    }
    let node = add(NodeShape(style, value), extent, payload: symbols.intern(text).id)
    if case .integer(let integer?) = value { nodes.noteInteger(integer) }
    if let anchor = scalar.anchor {
      anchors.add(String(cString: anchor), node: node, nodes: 1, height: 0)
    }
  }

  /// What a scalar with a tag is.
  private mutating func value(
    of text: UnsafeBufferPointer<UInt8>, plain: CoreValue, tag: String, at extent: Extent
  ) -> CoreValue {
    if let value = CoreTag(tag)?.value(of: text) { return value }
    diagnostics.append(.unknownTag(tag, at: span(extent.mark, extent.start)))
    return plain
  }

  /// Adds an alias: a node that stands for another one.
  mutating func alias(_ event: borrowing yaml_event_t, into symbols: inout SymbolTable) {
    let extent = Extent(event)
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let anchored = anchors[name], let size = anchored.size else {
      diagnostics.append(unusableAlias(name, at: span(extent.start, extent.end)))
      add(NodeShape(.plain, .null), extent, payload: symbols.intern("").id)
      return
    }
    let (sum, overflow) = aliasNodeCount.addingReportingOverflow(size.nodes)
    aliasNodeCount = overflow ? .max : sum
    guard aliasNodeCount <= limits.aliasNodes else {
      return fail(.aliasLimit(at: span(extent.start, extent.end), limits))
    }
    guard depth + size.height <= limits.nesting else {
      return fail(.nestingLimit(at: span(extent.start, extent.end), limits, isAlias: true))
    }
    add(NodeShape(.alias), extent, payload: UInt32(truncatingIfNeeded: anchored.node))
    expandedCount += size.nodes - 1
    noteHeight(size.height)
  }

  private func unusableAlias(_ name: String, at span: SourceSpan) -> Diagnostic {
    guard let anchored = anchors[name] else {
      return .unknownAnchor(name, at: span, known: anchors.names)
    }
    return .recursiveAlias(name, at: span, anchored: self.span(of: anchored.node))
  }

  /// Adds a node after all others, and minds whether it is a key.
  @inline(__always)
  @discardableResult
  mutating func add(_ shape: NodeShape, _ extent: Extent, payload: UInt32) -> Int {
    let node = nodes.count
    nodes.append(Node(start: extent.start, end: extent.end, payload: payload, shape: shape))
    expandedCount += 1
    lastStart = extent.start
    lastEnd = extent.end
    if node >= limits.nodes { fail(.nodeLimit(at: span(of: node), limits)) }
    if current?.isMapping == true {
      if current?.expectsKey == true { noteKey(node) }
      current?.expectsKey.toggle()
    }
    return node
  }
}

extension ScalarStyle {
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
