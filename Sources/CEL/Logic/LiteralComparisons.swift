/// A field of a record that is compared with a text.
public struct LiteralComparison: Sendable {
  /// The record type.
  public let record: String
  /// The field.
  public let field: String
  /// The text that it is compared with.
  public let literal: String
  /// Where the text stands in the source.
  public let range: SourceRange
}

extension Program {
  /// Every comparison of a record's field with a text: `a.kind == "plan"`, `a.kind in ["plan"]`,
  /// and `"plan" in a.kinds` for a field that is a list.
  public var literalComparisons: [LiteralComparison] {
    var found: [LiteralComparison] = []
    for node in expression.nodes where node.kind == .operation && node.count == 2 {
      let (left, right) = (expression.child(node, 0), expression.child(node, 1))
      switch node.operation {
      case .equal, .notEqual:
        found += comparisons(of: left, with: [right]) + comparisons(of: right, with: [left])
      case .contained:
        let list = expression.nodes[right]
        if list.kind == .list {
          found += comparisons(of: left, with: expression.childIDs(list).map { Int($0) })
        } else {
          found += comparisons(of: right, with: [left])
        }
      default: break
      }
    }
    return found.sorted { $0.range.start < $1.range.start }
  }

  private func comparisons(of id: Int, with others: [Int]) -> [LiteralComparison] {
    let node = expression.nodes[id]
    guard node.kind == .select, case .record(let record) = types[expression.child(node, 0)] else {
      return []
    }
    return others.compactMap { other in
      let literal = expression.nodes[other]
      guard literal.kind == .literal,
        case .string(let text) = expression.literals[Int(literal.name)]
      else { return nil }
      return LiteralComparison(
        record: record, field: expression.name(node), literal: text, range: literal.range)
    }
  }
}
