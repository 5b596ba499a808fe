import CEL
import RoadmapLanguage
import SourceDiagnostics

extension View {
  /// The kinds of tokens, in the order of their numbers.
  static let tokenTypes: [JSON] = ExpressionToken.Kind.allCases.map { kind in
    .string(kind == .operation ? "operator" : kind.rawValue)
  }

  /// What the expressions in the file are made of, each token relative to the one before.
  var semanticTokens: JSON {
    var data: [JSON] = []
    var last = TextPosition(line: 0, character: 0)
    for (range, kind) in tokens.sorted(by: { $0.range.start < $1.range.start }) {
      let lines = range.start.line - last.line
      let columns = lines == 0 ? range.start.character - last.character : range.start.character
      let length = range.end.character - range.start.character
      data += [.integer(lines), .integer(columns), .integer(length), .integer(kind), 0]
      last = range.start
    }
    return ["data": .array(data)]
  }

  /// The tokens; a text that goes over several lines has none.
  private var tokens: [(range: TextRange, kind: Int)] {
    let kinds = ExpressionToken.Kind.allCases
    return index.expressions.flatMap { site -> [(range: TextRange, kind: Int)] in
      guard site.span?.file == file else { return [] }
      return ExpressionToken.all(in: site.source).compactMap { token in
        guard let span = site.span(of: token.range.start..<token.range.end),
          let range = range(span), range.start.line == range.end.line, range.start < range.end
        else { return nil }
        return (range, kinds.firstIndex(of: token.kind) ?? 0)
      }
    }
  }
}
