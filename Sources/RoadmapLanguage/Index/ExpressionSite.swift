public import CEL
public import RoadmapModel
public import SourceDiagnostics
import YAMLSource

/// An expression of CEL, and where each of its bytes stands in the file.
public struct ExpressionSite: Sendable {
  /// The expression.
  public let source: String
  /// What it is for, which tells what it may speak of.
  public let target: Rule.Target
  /// The expression with its types, where it has no mistakes.
  public let program: Program?
  /// The first byte of the expression in the text of its scalar.
  let offset: Int
  let positions: ScalarPositions

  /// Where all of it stands.
  public var span: SourceSpan? { span(of: 0..<source.utf8.count) }

  /// Where a range of its bytes stands.
  public func span(of range: Range<Int>) -> SourceSpan? {
    positions.span(of: range.lowerBound + offset..<range.upperBound + offset)
  }

  /// The byte of the expression that stands at `offset` of the file; `nil` outside of it.
  public func byte(at place: UInt32) -> Int? {
    guard let span, span.start <= place, place <= span.end,
      let byte = positions.byte(at: place)
    else { return nil }
    let inside = byte - offset
    return (0...source.utf8.count).contains(inside) ? inside : nil
  }
}
