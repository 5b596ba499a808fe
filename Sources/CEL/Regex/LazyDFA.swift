/// A deterministic automaton made of a program while it reads texts, a state at a time.
///
/// It answers only whether there is a match. Its memory is bounded: when it is full, it starts
/// anew; when that happens too often in one text, it gives up.
struct LazyDFA {
  /// Numbers kept for transitions and states together; four bytes each.
  private static let capacity = 1 << 18

  /// The offset in ``transitions`` of each state's row; a state is known by this offset.
  private typealias State = Int32
  private static let unmade: State = -1
  private static let dead: State = 0

  private let stride: Int
  private let match: State
  private var transitions: [State] = []
  private var keys: [Key] = []
  private var states: [Key: State] = [:]
  private var starts: [State]
  private var size = 0
  private var closure: SparseSet
  private var stack: [Int32] = []

  /// What tells a state from others: its instructions and, when one of them asks, the byte before.
  private struct Key: Hashable {
    var instructions: [Int32]
    var before: Before
    var asks: Bool
  }

  /// What came before a place, as far as assertions can tell.
  private enum Before: UInt8 {
    case nothing, newline, word, other

    init(in text: UnsafeBufferPointer<UInt8>, at position: Int) {
      self = position == 0 ? .nothing : Self(text[position - 1])
    }

    init(_ byte: UInt8) {
      self = byte == 0x0A ? .newline : RegexContext.isWord(byte) ? .word : .other
    }

    /// A byte that stands for all of its kind.
    var byte: UInt8? {
      switch self {
      case .nothing: nil
      case .newline: 0x0A
      case .word: 0x61
      case .other: 0x20
      }
    }
  }

  init(_ program: RegexProgram) {
    stride = program.classes.count
    match = State(program.classes.count)
    starts = []
    closure = SparseSet(capacity: program.instructions.count)
    reset()
  }

  /// Forgets every state but the dead one and the one that has matched.
  private mutating func reset() {
    let nowhere = Key(instructions: [], before: .other, asks: false)
    transitions = [State](repeating: Self.dead, count: stride * 2)
    keys = [nowhere, nowhere]
    states = [nowhere: Self.dead]
    starts = [State](repeating: Self.unmade, count: 4)
    size = stride * 2
  }

  enum Answer {
    case match, noMatch
    /// Too many states were made that were not used again.
    case gaveUp
  }

  /// Whether `text` has a match at `start` or later.
  mutating func hasMatch(
    _ program: RegexProgram, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Answer {
    var state = startState(program, Before(in: text, at: start))
    var position = start
    var lastReset = start
    while true {
      (state, position) = run(program.classes.classOf, text, from: state, at: position)
      if state == match { return .match }
      if state == Self.dead { return .noMatch }
      if size > Self.capacity {
        // Ten bytes a state pay for making it; less means that states are not used again.
        guard position - lastReset >= keys.count * 10 || lastReset == start else {
          return .gaveUp
        }
        lastReset = position
        let key = keys[Int(state) / stride]
        reset()
        state = make(key)
      }
      let atEnd = position == text.count
      let symbol =
        atEnd ? program.classes.endOfText : Int(program.classes.classOf[Int(text[position])])
      state = advance(program, state, symbol)
      if atEnd { return state == match ? .match : .noMatch }
      position += 1
    }
  }

  /// Follows the transitions there are: to the dead state, the match, one unmade, or the end.
  private func run(
    _ classOf: [UInt8], _ text: UnsafeBufferPointer<UInt8>, from start: State, at position: Int
  ) -> (State, Int) {
    let match = match
    return transitions.withUnsafeBufferPointer { transitions in
      classOf.withUnsafeBufferPointer { classOf in
        var state = start
        var position = position
        while position < text.count, state > match {
          let next = transitions[Int(state) + Int(classOf[Int(text[position])])]
          guard next >= 0 else { break }
          state = next
          position += 1
        }
        return (state, position)
      }
    }
  }

  /// The state after `symbol`, which is made when it is not there yet.
  private mutating func advance(_ program: RegexProgram, _ state: State, _ symbol: Int) -> State {
    let known = transitions[Int(state) + symbol]
    guard known == Self.unmade else { return known }
    let made = target(program, keys[Int(state) / stride], symbol)
    transitions[Int(state) + symbol] = made
    return made
  }

  private mutating func target(_ program: RegexProgram, _ key: Key, _ symbol: Int) -> State {
    let atEnd = symbol == program.classes.endOfText
    let byte = atEnd ? nil : program.classes.representatives[symbol]
    var instructions = key.instructions
    if key.asks {
      let context = RegexContext(before: key.before.byte, after: byte)
      closure.removeAll()
      for instruction in instructions where explore(program, instruction, context) {
        return match
      }
      instructions = closure.members
    }
    guard let byte else { return Self.dead }
    closure.removeAll()
    for instruction in instructions {
      guard case .bytes(let first, let count) = program.instructions[Int(instruction)],
        let next = program.target(of: byte, first, count)
      else { continue }
      if explore(program, next, .unknown) { return match }
    }
    return make(closureKey(program, before: Before(byte)))
  }

  private mutating func startState(_ program: RegexProgram, _ before: Before) -> State {
    let known = starts[Int(before.rawValue)]
    guard known == Self.unmade else { return known }
    closure.removeAll()
    let isMatch = explore(program, program.searchStart, .unknown)
    let made = isMatch ? match : make(closureKey(program, before: before))
    starts[Int(before.rawValue)] = made
    return made
  }

  /// Adds what `start` leads to without a byte; true when that is a match.
  private mutating func explore(
    _ program: RegexProgram, _ start: Int32, _ context: RegexContext
  ) -> Bool {
    stack.removeAll(keepingCapacity: true)
    stack.append(start)
    while let index = stack.popLast() {
      guard closure.insert(index) else { continue }
      switch program.instructions[Int(index)] {
      case .match: return true
      case .jump(let next), .capture(_, let next): stack.append(next)
      case .split(let first, let second): stack += [first, second]
      case .assertion(let assertion, let next):
        if context.satisfies(assertion) { stack.append(next) }
      case .bytes: continue
      }
    }
    return false
  }

  /// The key of the instructions in the closure that wait for a byte or ask for an assertion.
  private func closureKey(_ program: RegexProgram, before: Before) -> Key {
    var asks = false
    var waiting: [Int32] = []
    for index in closure.members {
      switch program.instructions[Int(index)] {
      case .bytes: waiting.append(index)
      case .assertion:
        asks = true
        waiting.append(index)
      case .split, .jump, .capture, .match: continue
      }
    }
    waiting.sort()
    return Key(instructions: waiting, before: asks ? before : .other, asks: asks)
  }

  private mutating func make(_ key: Key) -> State {
    if let state = states[key] { return state }
    let state = State(transitions.count)
    transitions += [State](repeating: Self.unmade, count: stride)
    keys.append(key)
    states[key] = state
    size += stride + key.instructions.count + 16
    return state
  }
}
