public import SourceDiagnostics

extension EditedText {
  /// A text as edits of whole lines of another one, so that what stays the same is told apart.
  public init(_ old: [UInt8], becoming new: [UInt8]) {
    self.init(old)
    let (before, after) = (Lines(old), Lines(new))
    let kept = LineMatching(before, after).kept
    var (first, second) = (0, 0)
    for (one, other) in kept + [(before.count, after.count)] {
      if first < one || second < other {
        let replacement = Array(new[after.start(of: second)..<after.start(of: other)])
        _ = add(before.start(of: first)..<before.start(of: one), replacement)
      }
      (first, second) = (one + 1, other + 1)
    }
  }
}

/// A text as lines, each with its line break.
private struct Lines {
  private let bytes: [UInt8]
  private var starts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    if starts.last != bytes.count { starts.append(bytes.count) }
  }

  var count: Int { starts.count - 1 }

  func start(of line: Int) -> Int { starts[min(line, count)] }

  subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }
}

/// Which lines of two texts are the same, in order.
private struct LineMatching {
  /// The numbers of the lines that stay, in the older and in the newer text.
  private(set) var kept: [(Int, Int)] = []
  /// How much comparing is worth it: beyond, all between the same beginning and end is one change.
  private static let mostWork = 20_000_000

  init(_ old: Lines, _ new: Lines) {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    kept = (0..<head).map { ($0, $0) }
    let (rows, columns) = (old.count - head - tail, new.count - head - tail)
    if rows > 0, columns > 0,
      rows.multipliedReportingOverflow(by: columns).partialValue
        < Self.mostWork
    {
      let ours = (0..<rows).map { old[head + $0] }
      let theirs = (0..<columns).map { new[head + $0] }
      kept += Self.common(ours, theirs).map { (head + $0.0, head + $0.1) }
    }
    kept += (0..<tail).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
  }

  /// The lines that stay between the beginning and the end.
  private static func common(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [(Int, Int)] {
    let changes = new.difference(from: old)
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let stay = old.indices.filter { !removed.contains($0) }
    let others = new.indices.filter { !inserted.contains($0) }
    return Array(zip(stay, others))
  }
}
