import Synchronization

/// A pattern in RE2's syntax, searched for in time linear in the text.
///
/// Matching follows RE2: `^` and `$` are the ends of the text unless `(?m)` is set, the match found
/// is the one that a backtracking search would find first. All places are byte offsets in UTF-8.
/// A value may be used by many threads at once.
public struct Regex: Sendable {
  /// The names of the groups by number; nil for those without, and for number 0, the whole match.
  public let captureNames: [String?]
  private let program: RegexProgram
  private let automata: [SharedAutomaton]

  /// Automata that several threads may run side by side; one more thread than these does without.
  private static let automatonCount = 8

  /// Compiles `pattern`.
  ///
  /// - Throws: ``RegexError`` where the pattern is wrong, asks for what can't be searched in linear
  ///   time, or expands too far.
  public init(_ pattern: String) throws(RegexError) {
    let tree = try RegexParser.parse(pattern)
    let program = try RegexCompiler.compile(tree, length: pattern.utf8.count)
    captureNames = tree.captureNames
    self.program = program
    automata = (0..<Self.automatonCount).map { _ in SharedAutomaton() }
  }

  /// Whether the pattern is found anywhere in `text`.
  public func isMatch(_ text: String) -> Bool {
    withUTF8(of: text) { isMatch(utf8: $0) }
  }

  /// Whether the pattern is found anywhere in `text`, which must be valid UTF-8.
  public func isMatch(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = program.nextCandidate(in: text, from: 0) else { return false }
    if program.isOnlyPrefix { return true }
    for automaton in automata {
      guard let answer = automaton.hasMatch(program, in: text, from: start) else { continue }
      if answer == .gaveUp { break }
      return answer == .match
    }
    var machine = PikeMachine(program, text, wantsGroups: false)
    return machine.run(from: start) != nil
  }

  /// Whether the pattern is found, by following all threads and without an automaton: what the
  /// quicker ways are compared with.
  @_spi(Oracle)
  public func isMatchByThreads(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    var machine = PikeMachine(program, text, wantsGroups: false)
    return machine.run(from: 0) != nil
  }

  /// The first match that begins at byte `start` of `text` or later, or nil when there is none.
  ///
  /// What stands before `start` counts for `^` and `\b`. A `start` outside the text finds nothing.
  public func firstMatch(in text: String, from start: Int = 0) -> RegexMatch? {
    withUTF8(of: text) { utf8 in
      guard (0...utf8.count).contains(start), start > 0 || isMatch(utf8: utf8) else { return nil }
      var machine = PikeMachine(program, utf8, wantsGroups: true)
      return machine.run(from: start).map(RegexMatch.init(slots:))
    }
  }

  /// The matches one after the other, at most `limit` of them.
  ///
  /// They don't overlap; an empty one that touches the match before it is left out. Each search is
  /// linear, but a pattern that looks far ahead (`a*b|a`) may read the text once for every match.
  public func allMatches(in text: String, limit: Int = .max) -> [RegexMatch] {
    withUTF8(of: text) { utf8 in
      guard isMatch(utf8: utf8) else { return [] }
      var machine = PikeMachine(program, utf8, wantsGroups: true)
      var matches: [RegexMatch] = []
      var position = 0
      while matches.count < limit, position <= utf8.count, let slots = machine.run(from: position) {
        let match = RegexMatch(slots: slots)
        if !match.range.isEmpty || match.range.lowerBound != matches.last?.range.upperBound {
          matches.append(match)
        }
        position = match.range.upperBound
        guard match.range.isEmpty else { continue }
        repeat { position += 1 } while position < utf8.count && utf8[position] & 0xC0 == 0x80
      }
      return matches
    }
  }
}

/// Where a pattern was found.
public struct RegexMatch: Hashable, Sendable {
  /// The bytes of the text that the whole pattern matched.
  public let range: Range<Int>
  /// The bytes that each group matched, nil for one that took no part; number 0 is the whole.
  public let groups: [Range<Int>?]

  /// Creates a match from starts and ends; -1 stands for none.
  fileprivate init(slots: [Int]) {
    groups = stride(from: 0, to: slots.count - 1, by: 2).map { index in
      let (start, end) = (slots[index], slots[index + 1])
      return start >= 0 && end >= start ? start..<end : nil
    }
    range = groups.first.flatMap { $0 } ?? 0..<0
  }
}

/// An automaton that one thread at a time may run.
private final class SharedAutomaton: Sendable {
  private let automaton = Mutex<LazyDFA?>(nil)

  /// The automaton's answer, or nil while another thread has it.
  func hasMatch(
    _ program: RegexProgram, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> LazyDFA.Answer? {
    automaton.withLockIfAvailable { automaton in
      if automaton == nil { automaton = LazyDFA(program) }
      return automaton?.hasMatch(program, in: text, from: start)
    } ?? nil
  }
}

/// Runs `body` with the bytes of `text`, without a copy when they lie in one piece.
private func withUTF8<Result>(
  of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
  return Array(text.utf8).withUnsafeBufferPointer(body)
}
