extension Program {
  /// A name or a sign of the expression, and what it stands for.
  public struct Part: Hashable, Sendable {
    /// Where the name or sign itself is.
    public let range: SourceRange
    /// The type of what it gives.
    public let type: CELType
    /// The name of a variable, a field or a function; `nil` for a sign or a literal.
    public let name: String?
    /// The type that a field or a function is asked of; `nil` where nothing stands before a dot.
    public let receiver: CELType?
    /// Whether it is called.
    public let isCall: Bool
  }

  /// What stands at a byte of the source: the smallest part that holds it; `nil` for a blank.
  public func part(at byte: Int) -> Part? {
    var best: (id: Int, range: SourceRange)?
    for (id, node) in expression.nodes.enumerated() where node.kind != .error {
      for range in [node.mark, node.range] where range.start <= byte && byte < range.end {
        if let found = best, found.range.length <= range.length { continue }
        best = (id, range)
      }
    }
    return best.map { part($0.id, at: $0.range) }
  }

  private func part(_ id: Int, at range: SourceRange) -> Part {
    let node = expression.nodes[id]
    let isNamed = [.identifier, .select, .optionalSelect, .call].contains(node.kind)
    let hasReceiver =
      node.kind == .select || node.kind == .optionalSelect || (node.kind == .call && node.isMember)
    return Part(
      range: range, type: types[id], name: isNamed ? expression.name(node) : nil,
      receiver: hasReceiver && node.count > 0 ? types[expression.child(node, 0)] : nil,
      isCall: node.kind == .call)
  }

  /// A literal text that the expression compares with a field of a record.
  public struct ComparedText: Hashable, Sendable {
    /// The name of the record type.
    public let record: String
    /// The name of the field: one text, or a list in which it is looked for.
    public let field: String
    /// The text.
    public let text: String
    /// Where its characters are, without quotes; only texts that are written as they read.
    public let range: SourceRange
  }

  /// The texts that are compared with fields by `==`, `!=` and `in`, in the order of the source.
  public var comparedTexts: [ComparedText] {
    var found: [ComparedText] = []
    for node in expression.nodes where node.kind == .operation && node.count == 2 {
      let (left, right) = (expression.child(node, 0), expression.child(node, 1))
      switch node.operation {
      case .equal, .notEqual:
        if let text = compared(left, with: right) ?? compared(right, with: left) {
          found.append(text)
        }
      case .contained:
        if let text = compared(left, with: right) { found.append(text) }
        let list = expression.nodes[right]
        guard list.kind == .list else { continue }
        found += expression.childIDs(list).compactMap { compared(Int($0), with: left) }
      default: break
      }
    }
    return found.sorted { $0.range.start < $1.range.start }
  }

  private func compared(_ literal: Int, with selection: Int) -> ComparedText? {
    let (node, field) = (expression.nodes[literal], expression.nodes[selection])
    guard node.kind == .literal, case .string(let text) = expression.literals[Int(node.name)],
      field.kind == .select, field.count == 1,
      case .record(let record) = types[expression.child(field, 0)],
      node.range.length == text.utf8.count + 2
    else { return nil }
    let bytes = expression.source.utf8.dropFirst(node.range.start + 1).prefix(text.utf8.count)
    guard bytes.elementsEqual(text.utf8) else { return nil }
    return ComparedText(
      record: record, field: expression.name(field), text: text,
      range: SourceRange(node.range.start + 1, node.range.end - 1))
  }
}

extension SourceRange {
  /// The number of bytes.
  fileprivate var length: Int { end - start }
}
