import CEL
import RoadmapModel

extension DecisionTable.Cell {
  /// What the cell holds for, as roadmaps write it.
  var words: String {
    switch self {
    case .any: "any"
    case .condition(let program): program.expression.source
    case .values(let set): set.stretches.map(\.words).joined(separator: ", ")
    }
  }
}

extension ValueSet.Stretch {
  /// The stretch as roadmaps write it: a value, or its ends.
  fileprivate var words: String {
    if end == first.next { return first.words }
    let start = first.isLeast ? "" : first.words
    guard let end else { return "\(start).." }
    guard let last = end.shorterBefore else { return "[\(start)..\(end.words))" }
    return "\(start)..\(last.words)"
  }
}

extension ValuePoint {
  fileprivate var words: String {
    switch self {
    case .bool(let flag): String(flag)
    case .int(let number): String(number)
    case .double(let number): String(number)
    case .text(let text): text.text
    case .moment(let moment): String(describing: moment)
    }
  }

  fileprivate var isLeast: Bool {
    switch self {
    case .bool(let flag): !flag
    case .int(let number): number == .min
    case .double(let number): number == -.infinity
    case .text(let text): text.text.isEmpty
    case .moment(let moment): moment == .minimum
    }
  }

  /// The value right before, where people have written that one.
  fileprivate var shorterBefore: ValuePoint? {
    switch self {
    case .int(let number): number == .min ? nil : .int(number - 1)
    case .double(let number):
      String(number.nextDown).utf8.count < String(number).utf8.count
        ? .double(number.nextDown) : nil
    case .text(let text) where text.text.utf8.last == 0:
      .text(TextPoint(String(text.text.unicodeScalars.dropLast())))
    default: nil
    }
  }
}
