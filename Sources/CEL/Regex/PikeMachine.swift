/// Runs a program over a text with all its threads side by side, in the order of preference.
///
/// Linear in the text whatever the pattern; finds the match that a backtracking search would
/// find first, and its groups.
struct PikeMachine {
  private let program: RegexProgram
  private let text: UnsafeBufferPointer<UInt8>
  /// How many numbers a thread carries: two for each group, or none.
  private let slotCount: Int
  private var current: Threads
  private var upcoming: Threads
  private var explorer: Explorer
  private var found: [Int]?

  /// Prepares a search of `text`, which must be valid UTF-8 and outlive the machine.
  init(_ program: RegexProgram, _ text: UnsafeBufferPointer<UInt8>, wantsGroups: Bool) {
    self.program = program
    self.text = text
    slotCount = wantsGroups ? program.groupCount * 2 : 0
    current = Threads(program, slotCount: slotCount)
    upcoming = Threads(program, slotCount: slotCount)
    explorer = Explorer(slots: [Int](repeating: -1, count: slotCount))
  }

  /// The first match that begins at `start` or later: the ends of each group, -1 where unused.
  ///
  /// Without groups the answer is empty, and comes as soon as any match is sure.
  mutating func run(from start: Int) -> [Int]? {
    found = nil
    current.set.removeAll()
    var position = start
    while position <= text.count {
      if current.set.members.isEmpty {
        guard found == nil, !program.isAnchored || position == 0 else { break }
        guard let next = program.nextCandidate(in: text, from: position) else { break }
        position = next
      }
      if found == nil, !program.isAnchored || position == 0, isBetweenCharacters(position) {
        startThread(at: position)
      }
      if step(at: position) { break }
      swap(&current, &upcoming)
      position += 1
    }
    return found
  }

  private func isBetweenCharacters(_ position: Int) -> Bool {
    position == text.count || text[position] & 0xC0 != 0x80
  }

  private func context(at position: Int) -> RegexContext {
    guard program.hasAssertions, position <= text.count else { return .unknown }
    return RegexContext(
      before: position > 0 ? text[position - 1] : nil,
      after: position < text.count ? text[position] : nil)
  }

  private mutating func startThread(at position: Int) {
    for index in explorer.slots.indices { explorer.slots[index] = -1 }
    if slotCount > 0 { explorer.slots[0] = position }
    let context = context(at: position)
    explorer.explore(program, program.start, at: position, context, into: &current)
  }

  /// Moves every thread over the byte at `position`; true when no more is to be found.
  private mutating func step(at position: Int) -> Bool {
    upcoming.set.removeAll()
    let byte = position < text.count ? text[position] : nil
    let context = context(at: position + 1)
    for thread in current.set.members {
      switch program.instructions[Int(thread)] {
      case .match:
        guard slotCount > 0 else {
          found = []
          return true
        }
        let base = Int(thread) * slotCount
        var slots = Array(current.slots[base..<(base + slotCount)])
        slots[1] = position
        found = slots
        // What is less preferred is cut off.
        return false
      case .bytes(let first, let count):
        guard let byte, let next = program.target(of: byte, first, count) else { continue }
        let base = Int(thread) * slotCount
        for slot in 0..<slotCount { explorer.slots[slot] = current.slots[base + slot] }
        explorer.explore(program, next, at: position + 1, context, into: &upcoming)
      case .split, .jump, .capture, .assertion: continue
      }
    }
    return false
  }
}

/// The threads at a place, by instruction, the most preferred first.
private struct Threads {
  var set: SparseSet
  /// The numbers of each thread, by instruction.
  var slots: [Int]

  init(_ program: RegexProgram, slotCount: Int) {
    set = SparseSet(capacity: program.instructions.count)
    slots = [Int](repeating: -1, count: program.instructions.count * slotCount)
  }
}

/// Follows a thread as far as it comes without a byte.
private struct Explorer {
  /// The numbers of the thread.
  var slots: [Int]
  private var stack: [Step] = []

  private enum Step {
    case explore(Int32)
    case restore(slot: Int, value: Int)
  }

  init(slots: [Int]) {
    self.slots = slots
  }

  /// Adds to `threads` what `start` leads to, in the order of preference.
  mutating func explore(
    _ program: RegexProgram, _ start: Int32, at position: Int, _ context: RegexContext,
    into threads: inout Threads
  ) {
    stack.append(.explore(start))
    while let step = stack.popLast() {
      guard case .explore(let index) = step else {
        if case .restore(let slot, let value) = step { slots[slot] = value }
        continue
      }
      guard threads.set.insert(index) else { continue }
      switch program.instructions[Int(index)] {
      case .jump(let next): stack.append(.explore(next))
      case .split(let first, let second): stack += [.explore(second), .explore(first)]
      case .assertion(let assertion, let next):
        if context.satisfies(assertion) { stack.append(.explore(next)) }
      case .capture(let slot, let next):
        if !slots.isEmpty {
          stack.append(.restore(slot: Int(slot), value: slots[Int(slot)]))
          slots[Int(slot)] = position
        }
        stack.append(.explore(next))
      case .bytes, .match:
        let base = Int(index) * slots.count
        for slot in slots.indices { threads.slots[base + slot] = slots[slot] }
      }
    }
  }
}

extension RegexProgram {
  /// Where the transitions from `first` on lead with `byte`.
  func target(of byte: UInt8, _ first: Int32, _ count: Int32) -> Int32? {
    for index in Int(first)..<Int(first + count) {
      let transition = transitions[index]
      if byte < transition.low { return nil }
      if byte <= transition.high { return transition.next }
    }
    return nil
  }

  /// The next place at `start` or later where a match may begin, or nil when there is none.
  func nextCandidate(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = prefix.first else { return start }
    var position = start
    while position + prefix.count <= text.count {
      if text[position] == first, hasPrefix(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  private func hasPrefix(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    for index in prefix.indices where text[position + index] != prefix[index] { return false }
    return true
  }
}
