/// What the parameters of the calls of one expression stand for, as far as it is known.
///
/// Types nest no deeper than expressions do, so recursion is bounded.
struct Unification {
  private(set) var bindings: ContiguousArray<CELType?> = []

  mutating func fresh() -> CELType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// `type` with every known parameter replaced; unknown ones become dyn if `toDyn`.
  func substitute(_ type: CELType, toDyn: Bool) -> CELType {
    switch type {
    case .variable(let number):
      guard let bound = bindings[number] else { return toDyn ? .dyn : type }
      return substitute(bound, toDyn: toDyn)
    case .list(let element): return .list(substitute(element, toDyn: toDyn))
    case .map(let key, let value):
      return .map(substitute(key, toDyn: toDyn), substitute(value, toDyn: toDyn))
    case .type(let inner): return .type(substitute(inner, toDyn: toDyn))
    case .opaque(let name, let parameters) where !parameters.isEmpty:
      return .opaque(name, parameters.map { substitute($0, toDyn: toDyn) })
    default: return type
    }
  }

  /// `type` with its named parameters replaced by variables of this call.
  mutating func instantiate(_ type: CELType, _ names: inout [(String, CELType)]) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = names.first(where: { $0.0 == name }) { return known.1 }
      let variable = fresh()
      names.append((name, variable))
      return variable
    case .list(let element): return .list(instantiate(element, &names))
    case .map(let key, let value):
      return .map(instantiate(key, &names), instantiate(value, &names))
    case .type(let inner): return .type(instantiate(inner, &names))
    case .opaque(let name, let parameters) where !parameters.isEmpty:
      var replaced: [CELType] = []
      for parameter in parameters { replaced.append(instantiate(parameter, &names)) }
      return .opaque(name, replaced)
    default: return type
    }
  }

  /// Whether a value of type `from` may stand where `to` is wanted; binds parameters if so.
  mutating func assign(_ from: CELType, to: CELType) -> Bool {
    let saved = bindings
    if unify(from, to) { return true }
    bindings = saved
    return false
  }

  /// Assigns pairwise; binds nothing unless every pair fits.
  mutating func assign(_ from: [CELType], to: [CELType]) -> Bool {
    guard from.count == to.count else { return false }
    let saved = bindings
    for (one, other) in zip(from, to) where !unify(one, other) {
      bindings = saved
      return false
    }
    return true
  }

  private mutating func unify(_ from: CELType, _ to: CELType) -> Bool {
    if case .variable(let number) = to {
      if from == to { return true }
      if bindings[number] != nil { return rebind(number, with: from) }
      if !occurs(number, in: from) {
        bindings[number] = from
        return true
      }
    }
    if case .variable(let number) = from {
      if bindings[number] != nil { return rebind(number, with: to) }
      guard !occurs(number, in: to) else { return false }
      bindings[number] = to
      return true
    }
    if from.isDynOrError || to.isDynOrError { return true }
    return unifyKnown(from, to)
  }

  /// Lets the bound parameter `number` also stand for `type`, as the more general of both.
  private mutating func rebind(_ number: Int, with type: CELType) -> Bool {
    guard let bound = bindings[number] else { return false }
    if bound == type { return true }
    guard unify(type, bound) else { return false }
    if !occurs(number, in: type) { bindings[number] = moreGeneral(type, bound) }
    return true
  }

  private mutating func unifyKnown(_ from: CELType, _ to: CELType) -> Bool {
    switch (from, to) {
    case (.null, .null), (.null, .nullable), (.null, .opaque), (.null, .record),
      (.null, .timestamp), (.null, .duration):
      return true
    case (.nullable(let inner), _): return unify(inner, to.unwrapped)
    case (_, .nullable(let inner)): return from == inner
    case (.list(let a), .list(let b)): return unify(a, b)
    case (.map(let a, let b), .map(let c, let d)): return unify(a, c) && unify(b, d)
    case (.type, .type): return true
    case (.opaque(let a, let first), .opaque(let b, let second)):
      guard a == b, first.count == second.count else { return false }
      for (one, other) in zip(first, second) where !unify(one, other) { return false }
      return true
    default: return from == to
    }
  }

  private func occurs(_ number: Int, in type: CELType) -> Bool {
    switch type {
    case .variable(let other):
      other == number || (bindings[other].map { occurs(number, in: $0) } ?? false)
    case .list(let element), .type(let element): occurs(number, in: element)
    case .map(let key, let value): occurs(number, in: key) || occurs(number, in: value)
    case .opaque(_, let parameters): parameters.contains { occurs(number, in: $0) }
    default: false
    }
  }

  /// Of two types that unify, the one that says less; a type that may be null over its plain form.
  func moreGeneral(_ a: CELType, _ b: CELType) -> CELType {
    if case .nullable = a { return a }
    if case .nullable = b { return b }
    return isEqualOrLessSpecific(a, b) ? a : b
  }

  private func isEqualOrLessSpecific(_ a: CELType, _ b: CELType) -> Bool {
    if case .dyn = a { return true }
    if case .variable = a { return true }
    if case .dyn = b { return false }
    if case .variable = b { return false }
    switch (a, b) {
    case (.list(let one), .list(let other)): return isEqualOrLessSpecific(one, other)
    case (.map(let k1, let v1), .map(let k2, let v2)):
      return isEqualOrLessSpecific(k1, k2) && isEqualOrLessSpecific(v1, v2)
    case (.type, .type): return true
    case (.opaque(let one, let first), .opaque(let other, let second)):
      return one == other && first.count == second.count
        && zip(first, second).allSatisfy { isEqualOrLessSpecific($0, $1) }
    default: return a == b
    }
  }
}

extension CELType {
  /// The type without the possibility of null.
  fileprivate var unwrapped: CELType {
    guard case .nullable(let inner) = self else { return self }
    return inner
  }
}
