/// A parsed pattern: nodes in an array, children before their parents.
struct RegexTree: Sendable {
  private(set) var nodes: [RegexNode] = []
  private var traits: [Traits] = []
  /// The index of the node that is the whole pattern.
  var root = 0
  /// The names of the groups by number; number 0, the whole match, has none.
  var captureNames: [String?] = [nil]

  private struct Traits {
    /// How often the innermost node under it repeats, by counts alone.
    var repeatProduct = 1
    var matchesOnlyEmpty = false
  }

  /// Adds a node and answers its index.
  mutating func add(_ node: RegexNode) -> Int {
    nodes.append(node)
    traits.append(traits(of: node))
    return nodes.count - 1
  }

  /// Joins `parts` one after the other.
  mutating func addSequence(_ parts: [Int]) -> Int {
    if parts.isEmpty { return add(.empty) }
    return parts.count == 1 ? parts[0] : add(.sequence(parts))
  }

  /// How often the innermost part of `node` repeats when all its counts are multiplied.
  func repeatProduct(of node: Int) -> Int { traits[node].repeatProduct }

  /// Whether `node` never consumes a character.
  func matchesOnlyEmpty(_ node: Int) -> Bool { traits[node].matchesOnlyEmpty }

  private func traits(of node: RegexNode) -> Traits {
    switch node {
    case .empty, .assertion: Traits(matchesOnlyEmpty: true)
    case .literal, .scalars: Traits()
    case .capture(_, let child): traits[child]
    case .sequence(let children), .alternatives(let children):
      Traits(
        repeatProduct: children.reduce(1) { max($0, traits[$1].repeatProduct) },
        matchesOnlyEmpty: children.allSatisfy { traits[$0].matchesOnlyEmpty })
    case .repetition(let child, let min, let max, _, let isCounted):
      Traits(
        repeatProduct: traits[child].repeatProduct * (isCounted ? Swift.max(1, max ?? min) : 1),
        matchesOnlyEmpty: traits[child].matchesOnlyEmpty)
    }
  }
}

/// A part of a pattern; parts that have parts name them by index.
enum RegexNode: Sendable {
  case empty
  case literal(UInt32)
  case scalars(ScalarSet)
  case assertion(RegexAssertion)
  case capture(number: Int, of: Int)
  case sequence([Int])
  case alternatives([Int])
  /// `max` nil has no end; `isCounted` tells `{2,3}` from `*`, `+` and `?`.
  case repetition(of: Int, min: Int, max: Int?, isGreedy: Bool, isCounted: Bool)
}

/// A condition on a place between two characters.
enum RegexAssertion: UInt8, Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, notWordBoundary
}

/// What `(?ims-U)` sets.
struct RegexFlags: OptionSet, Sendable {
  let rawValue: UInt8

  static let ignoreCase = RegexFlags(rawValue: 1)
  static let multiline = RegexFlags(rawValue: 2)
  static let dotMatchesNewline = RegexFlags(rawValue: 4)
  static let ungreedy = RegexFlags(rawValue: 8)
}
