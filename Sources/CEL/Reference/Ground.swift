public import Bilingual

/// What in the end decided a condition: a part of its source, the part's value, and the values of
/// what it speaks of.
public struct Ground: Hashable, Sendable {
  /// A part of an expression and its value, both as text.
  public struct Operand: Hashable, Sendable {
    /// The source of the part.
    public let source: String
    /// Its value, as a short expression.
    public let value: String
  }

  /// The source of the part.
  public let source: String
  /// Its value, as a short expression.
  public let value: String
  /// What was compared or asked, where the source alone does not say it.
  public let operands: [Operand]
  /// The element of a list that the part was asked for, the inner one last.
  public let elements: [String]
  /// Of how many elements of a list the part is true, and how many there are.
  public let tally: Tally?

  /// How many elements of a list hold.
  public struct Tally: Hashable, Sendable {
    /// Of how many the condition is true.
    public let matching: Int
    /// How many there are.
    public let considered: Int
  }

  /// The ground in words, such as `` `a.size() > 0` is false: `a.size()` is 0 ``.
  public var text: Text {
    var words = Self.words(source, value)
    if !elements.isEmpty {
      let list = elements.joined(separator: ", ")
      words = words.appending(Text(en: " for \(list)", ru: " для \(list)"))
    }
    return inner.map { words.appending(Text(verbatim: ": ")).appending($0) } ?? words
  }

  /// What decided within the part, such as `` `a.size()` is 0 ``; nil where the part says it all.
  public var inner: Text? {
    if let tally {
      return Text(
        en: "it holds for \(tally.matching) of \(tally.considered)",
        ru: "верно для \(tally.matching) из \(tally.considered)")
    }
    let list = operands.map { Self.words($0.source, $0.value) }
    guard !list.isEmpty else { return nil }
    return Text(
      en: list.map(\.en).joined(separator: ", "), ru: list.map(\.ru).joined(separator: ", "))
  }

  private static func words(_ source: String, _ value: String) -> Text {
    let truth = ["true": "верно", "false": "неверно"][value]
    return Text(
      en: "`\(source)` is \(value)", ru: "`\(source)` " + (truth ?? "равно \(value)"))
  }

  /// The ground for programs: each value that decided, as `source = value`.
  public var facts: [String] {
    operands.isEmpty
      ? ["\(source) = \(value)"] : operands.map { "\($0.source) = \($0.value)" }
  }
}

extension Program {
  /// The most grounds that a condition is explained by.
  private static let mostGrounds = 6

  /// Evaluates and tells what in the end decided, at most six grounds in the order of the source.
  public func grounds(_ bindings: Bindings) -> [Ground] {
    var found: [Ground] = []
    add(trace(bindings).decision, within: [], to: &found)
    return found
  }

  /// Recursion is bounded by ``SyntaxLimits/depth``.
  private func add(_ decision: Decision, within elements: [String], to found: inout [Ground]) {
    guard found.count < Self.mostGrounds else { return }
    switch decision.reason {
    case .element(_, let value):
      for part in decision.parts { add(part, within: elements + [value.name], to: &found) }
    case .comparison, .presence, .call: append(ground(decision, elements), to: &found)
    case .quantifier(let name, let considered, let matching):
      // The elements that broke `all`, or made `exists` true; else nothing but their number counts.
      if name == (decision.value.isTruth ? "exists" : "all"), !decision.parts.isEmpty {
        for part in decision.parts { add(part, within: elements, to: &found) }
      } else {
        let tally = Ground.Tally(matching: matching, considered: considered)
        append(ground(decision, elements, tally), to: &found)
      }
    default:
      guard !decision.parts.isEmpty else { return append(ground(decision, elements), to: &found) }
      for part in decision.parts { add(part, within: elements, to: &found) }
    }
  }

  private func append(_ ground: Ground, to found: inout [Ground]) {
    if found.count < Self.mostGrounds, !found.contains(ground) { found.append(ground) }
  }

  private func ground(
    _ decision: Decision, _ elements: [String], _ tally: Ground.Tally? = nil
  ) -> Ground {
    Ground(
      source: text(decision.range), value: decision.value.name,
      operands: tally != nil
        ? []
        : decision.parts.compactMap { part in
          // A literal says itself what it is.
          isLiteral(part.range)
            ? nil : Ground.Operand(source: text(part.range), value: part.value.name)
        }, elements: elements, tally: tally)
  }

  private func isLiteral(_ range: SourceRange) -> Bool {
    expression.nodes.contains {
      ($0.kind == .literal || $0.kind == .list) && $0.range.start == range.start
        && $0.range.end == range.end
    }
  }
}

extension Value {
  fileprivate var isTruth: Bool {
    if case .bool(true) = self { return true }
    return false
  }

  /// The most characters of a value that are shown.
  private static let longestName = 120

  /// The value as a short expression; a record by its id, where it has one.
  fileprivate var name: String {
    guard case .record(let table, let row) = self else {
      let whole = quotation
      return whole.count <= Self.longestName ? whole : whole.prefix(Self.longestName) + "…"
    }
    for field in ["id", "name", "number"] {
      if let position = table.shape.position(of: field),
        let value = table.value(row: row, field: position), !value.isError
      {
        return "\(table.shape.name) \(value.quotation)"
      }
    }
    return quotation
  }
}
