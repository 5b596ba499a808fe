/// Finds out whether formulas can be true together.
public struct FormulaSolver {
  /// What may stand for one term or truth: its cases, told apart by what the formulas ask of it.
  private enum Subject {
    /// Points of a term; nil stands for NaN.
    case term([ValuePoint?])
    case truth
  }

  private enum Assignment {
    case point(ValuePoint?)
    case flag(Bool)
  }

  /// The sets of values that terms can take, where the host knows more than the expressions say.
  private let domains: [String: ValueSet]
  /// How many steps may still be taken, for all questions together.
  public private(set) var stepsLeft: Int
  private var assigned: [String: Assignment] = [:]

  /// Creates a solver.
  ///
  /// - Parameters:
  ///   - domains: the values of terms by their text, such as `measure.kind`.
  ///   - steps: how many steps may be taken before a question is left open.
  public init(domains: [String: ValueSet] = [:], steps: Int = 200_000) {
    self.domains = domains
    stepsLeft = steps
  }

  /// Whether all formulas can be true together, as far as their own words tell; nil where that
  /// takes too many steps to find out.
  ///
  /// False is certain: there are no values for which all of them are true.
  public mutating func canHold(_ formulas: [Formula]) -> Bool? {
    var sets: [String: [ValueSet]] = [:]
    var order: [String] = []
    var terms: [String: Formula.Term] = [:]
    for formula in formulas {
      terms.merge(formula.terms) { first, _ in first }
      Self.collect(formula.node, &sets, &order)
    }
    var subjects: [(String, Subject)] = []
    for key in order {
      guard let term = terms[key] else {
        subjects.append((key, .truth))
        continue
      }
      let points = cases(of: key, term, sets[key] ?? [])
      guard !points.isEmpty else { return nil }
      subjects.append((key, .term(points)))
    }
    assigned = [:]
    return search(.all(formulas.map(\.node)), subjects[...])
  }

  /// Collects what a formula asks of each subject, and the subjects in order of their first use.
  private static func collect(
    _ node: Formula.Node, _ sets: inout [String: [ValueSet]], _ order: inout [String]
  ) {
    switch node {
    case .constant: break
    case .member(let key, let set):
      if sets[key] == nil { order.append(key) }
      sets[key, default: []].append(set)
    case .truth(let key):
      if sets[key] == nil { order.append(key) }
      sets[key, default: []] += []
    case .not(let inner): collect(inner, &sets, &order)
    case .all(let parts), .some(let parts): for part in parts { collect(part, &sets, &order) }
    }
  }

  /// One point for each way in which the sets can divide the values of a term.
  private func cases(
    of key: String, _ term: Formula.Term, _ sets: [ValueSet]
  ) -> [ValuePoint?] {
    let known = domains[key]
    let domain = known ?? term.range
    var points = Set(domain.boundaries + [term.least])
    for set in sets { points.formUnion(set.boundaries) }
    var seen: Set<[Bool]> = []
    var found: [ValuePoint?] = []
    for point in points.sorted() where domain.contains(point) {
      if seen.insert(sets.map { $0.contains(point) }).inserted { found.append(point) }
    }
    return found + (term.mayBeNaN && known == nil ? [nil] : [])
  }

  /// Tries the cases of the subjects one after the other. Recursion is as deep as there are
  /// subjects, which ``SyntaxLimits`` bound, and stops where steps run out.
  private mutating func search(
    _ node: Formula.Node, _ subjects: ArraySlice<(String, Subject)>
  ) -> Bool? {
    if let value = value(of: node) { return value }
    guard stepsLeft > 0, let (key, subject) = subjects.first, subjects.count <= 64 else {
      return nil
    }
    var isOpen = false
    let rest = subjects.dropFirst()
    let choices: [Assignment] =
      switch subject {
      case .term(let points): points.map { .point($0) }
      case .truth: [.flag(false), .flag(true)]
      }
    for choice in choices {
      assigned[key] = choice
      switch search(node, rest) {
      case true?: return true
      case nil: isOpen = true
      case false?: break
      }
    }
    assigned[key] = nil
    return isOpen ? nil : false
  }

  /// The value of a formula as far as subjects have values; nil where it is still open.
  private mutating func value(of node: Formula.Node) -> Bool? {
    stepsLeft -= 1
    switch node {
    case .constant(let flag): return flag
    case .member(let key, let set):
      guard case .point(let point)? = assigned[key] else { return nil }
      return point.map { set.contains($0) } ?? false
    case .truth(let key):
      guard case .flag(let flag)? = assigned[key] else { return nil }
      return flag
    case .not(let inner): return value(of: inner).map { !$0 }
    case .all(let parts): return value(of: parts, decisive: false)
    case .some(let parts): return value(of: parts, decisive: true)
    }
  }

  private mutating func value(of parts: [Formula.Node], decisive: Bool) -> Bool? {
    var isOpen = false
    for part in parts {
      switch value(of: part) {
      case decisive?: return decisive
      case nil: isOpen = true
      default: break
      }
    }
    return isOpen ? nil : !decisive
  }
}
