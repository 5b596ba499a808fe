/// Collects problems, so that checking never stops at the first one.
public struct Diagnostics: Sendable {
  private var all: [Diagnostic] = []

  /// Whether an error is among them.
  public private(set) var hasErrors = false

  /// Creates an empty collection.
  public init() {}

  /// Adds a problem.
  public mutating func append(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    if diagnostic.severity == .error { hasErrors = true }
  }

  /// Adds problems.
  public mutating func append(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { append(diagnostic) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { all.isEmpty }

  /// Every problem once, by file, position and code; what stands at one place keeps the order in
  /// which it was found.
  public func sorted() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = all.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { left, right in
      (left.element.span, left.element.code.name, left.offset)
        < (right.element.span, right.element.code.name, right.offset)
    }.map(\.element)
  }
}
