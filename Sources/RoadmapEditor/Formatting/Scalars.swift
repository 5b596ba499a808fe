import YAMLSource

extension [Unicode.Scalar] {
  /// The lines, without their breaks.
  var lines: [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var last: Unicode.Scalar?
    for scalar in self {
      if scalar == "\n", last == "\r" {
        // The second half of one line break.
      } else if scalar == "\n" || scalar == "\r" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    return lines
  }

  /// How many spaces stand at the beginning.
  var indentation: Int { prefix { $0 == " " }.count }

  var withoutTrailingBlanks: [Unicode.Scalar] { dropLast(while: { $0 == " " || $0 == "\t" }) }

  /// Without the last ones for which `isUnwanted` holds.
  func dropLast(while isUnwanted: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
    guard let end = lastIndex(where: { !isUnwanted($0) }) else { return [] }
    return Array(self[...end])
  }

  /// A text in single quotes in double ones, where nothing in it would read otherwise.
  func inDoubleQuotes(_ kind: LayoutToken.Kind) -> [Unicode.Scalar] {
    guard kind == .value(.singleQuoted), count >= 2 else { return self }
    let inside = self[1..<count - 1]
    guard !inside.contains(where: { ["\"", "'", "\\"].contains($0) }) else { return self }
    return ["\""] + inside + ["\""]
  }
}
