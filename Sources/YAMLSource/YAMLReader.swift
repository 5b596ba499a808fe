import CLibYAML
public import SourceDiagnostics

/// Reads one document of YAML into a tree, and says what is wrong with it.
///
/// The text is UTF-8, read in the core schema of YAML 1.2 whatever its `%YAML` directive says.
public struct YAMLReader: Sendable {
  /// How much is read before a file is refused.
  public let limits: YAMLLimits

  /// Creates a reader.
  public init(limits: YAMLLimits = .standard) {
    self.limits = limits
  }

  /// Reads `file` of `files`.
  ///
  /// - Returns: the tree; nil where the text cannot be trusted: a syntax or encoding error, a limit
  ///   exceeded. Other problems are reported and the tree is returned.
  public func read(
    _ file: SourceFileID, of files: SourceFiles, into symbols: inout SymbolTable,
    diagnostics: inout Diagnostics
  ) -> YAMLTree? {
    let bytes = files.bytes(file)
    let limit = min(limits.bytes, Int(UInt32.max))
    guard bytes.count <= limit else {
      diagnostics.append(.fileTooLarge(file, bytes: bytes.count, limit: limit))
      return nil
    }
    return bytes.withUnsafeBufferPointer { bytes in
      if let encoding = ForeignEncoding(of: bytes) {
        diagnostics.append(.foreignEncoding(encoding, of: file))
        return nil
      }
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let text = UnsafeBufferPointer(rebasing: bytes[(hasMark ? 3 : 0)...])
      return read(text, of: file, in: files, into: &symbols, diagnostics: &diagnostics)
    }
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, of file: SourceFileID, in files: SourceFiles,
    into symbols: inout SymbolTable, diagnostics: inout Diagnostics
  ) -> YAMLTree? {
    symbols.reserve(byteCount: text.count)
    var builder = TreeBuilder(file: file, text: text, limits: limits, merge: symbols.intern("<<"))
    let end = builder.readDocument(text, into: &symbols)
    builder.abandon(symbols)
    diagnostics.append(contentsOf: builder.diagnostics)
    switch end {
    case .complete:
      guard builder.isEmpty else { return YAMLTree(file: file, table: builder.finished()) }
      diagnostics.append(.emptyFile(file))
      return YAMLTree(file: file, table: NodeTable([], integers: IntegerTable()))
    case .refused:
      return nil
    case .failed(let failure):
      diagnostics.append(
        failure.diagnostic(text: text, lastNode: builder.lastNode, file, of: files, limits))
      return nil
    }
  }
}

/// How the reading of a document ended.
enum DocumentEnd {
  case complete
  /// A limit is exceeded, which is reported.
  case refused
  case failed(EventFailure)
}

extension TreeBuilder {
  /// Reads the first document of `text`, and looks whether there is a second one.
  mutating func readDocument(
    _ text: UnsafeBufferPointer<UInt8>, into symbols: inout SymbolTable
  ) -> DocumentEnd {
    guard let stream = EventStream(text, patience: limits.scalarBytes &+ 1 << 16) else {
      return .failed(.outOfMemory)
    }
    var event = yaml_event_t()
    var documents = 0
    while !hasFailed {
      guard stream.next(&event) else { return .failed(stream.failure) }
      defer { yaml_event_delete(&event) }
      if nodes.isFull { nodes.makeRoom(read: stream.byteCount, of: text.count) }
      switch event.type {
      case YAML_SCALAR_EVENT: scalar(event, into: &symbols)
      case YAML_MAPPING_START_EVENT: open(.mapping, event)
      case YAML_SEQUENCE_START_EVENT: open(.sequence, event)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(event, symbols)
      case YAML_ALIAS_EVENT: alias(event, into: &symbols)
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          diagnostics.append(.multipleDocuments(at: span(Extent(event).start, Extent(event).end)))
          return .complete
        }
      case YAML_STREAM_END_EVENT: return .complete
      default: break
      }
    }
    return .refused
  }
}
