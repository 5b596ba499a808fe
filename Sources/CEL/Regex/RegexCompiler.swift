/// Turns a parsed pattern into a program.
///
/// Works through a list of tasks and a stack of fragments, so no pattern is too deep for it.
/// The instructions of a repetition follow RE2's, since the order of their choices decides which
/// match is found: a star of what may be empty is a plus that may be left out.
struct RegexCompiler {
  private let tree: RegexTree
  private var instructions: [RegexInstruction] = []
  private var transitions: [ByteTransition] = []
  private var automata: [Int: ByteAutomaton] = [:]
  private var tasks: [Task] = []
  private var fragments: [Fragment] = []

  private enum Task {
    case visit(Int)
    case join(Int)
    case choose(Int)
    case capture(Int)
    case star(isGreedy: Bool)
    case plus(isGreedy: Bool)
    case quest(isGreedy: Bool)
  }

  /// Instructions with an entry, and exits that lead nowhere yet.
  private struct Fragment {
    var entry: Int32
    var exits: [Exit]
    var canBeEmpty: Bool
  }

  private enum Exit {
    case transition(Int)
    case instruction(Int)
    case secondOfSplit(Int)
  }

  private init(_ tree: RegexTree) {
    self.tree = tree
  }

  /// Compiles `tree`.
  ///
  /// - Throws: an error about the whole pattern, of `length` bytes, when it expands too far.
  static func compile(_ tree: RegexTree, length: Int) throws(RegexError) -> RegexProgram {
    var compiler = RegexCompiler(tree)
    guard let program = compiler.run() else { throw .tooLarge(length) }
    return program
  }

  private mutating func run() -> RegexProgram? {
    tasks = [.visit(tree.root)]
    while let task = tasks.popLast() {
      perform(task)
      guard instructions.count <= RegexProgram.Limits.instructions else { return nil }
    }
    guard let whole = fragments.popLast(),
      instructions.count * tree.captureNames.count * 2 <= RegexProgram.Limits.threadSlots
    else { return nil }
    patch(whole.exits, to: add(.match))
    return program(startingAt: whole.entry)
  }

  private mutating func program(startingAt start: Int32) -> RegexProgram {
    let prefix = RegexPrefix(tree)
    let searchStart = prefix.isAnchored ? start : addSearchLoop(to: start)
    return RegexProgram(
      instructions, transitions, start: start, searchStart: searchStart,
      groupCount: tree.captureNames.count, prefix: prefix)
  }

  /// A way to skip what comes before a match: whole characters, so that `\B` is never asked
  /// inside of one.
  private mutating func addSearchLoop(to start: Int32) -> Int32 {
    let loop = add(.split(start, 0))
    let skip = add(ByteAutomaton(.any))
    patch(skip.exits, to: loop)
    instructions[Int(loop)] = .split(start, skip.entry)
    return loop
  }

  private mutating func add(_ instruction: RegexInstruction) -> Int32 {
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func patch(_ exits: [Exit], to target: Int32) {
    for exit in exits {
      switch exit {
      case .transition(let index): transitions[index].next = target
      case .secondOfSplit(let index):
        guard case .split(let first, _) = instructions[index] else { continue }
        instructions[index] = .split(first, target)
      case .instruction(let index):
        switch instructions[index] {
        case .split(_, let second): instructions[index] = .split(target, second)
        case .jump: instructions[index] = .jump(target)
        case .capture(let slot, _): instructions[index] = .capture(slot: slot, then: target)
        case .assertion(let assertion, _):
          instructions[index] = .assertion(assertion, then: target)
        case .bytes, .match: continue
        }
      }
    }
  }
}

// MARK: - Tasks

extension RegexCompiler {
  private mutating func perform(_ task: Task) {
    switch task {
    case .visit(let node): visit(node)
    case .join(let count):
      let parts = take(count)
      fragments.append(parts.dropFirst().reduce(into: parts[0]) { join(&$0, $1) })
    case .choose(let count): choose(among: take(count))
    case .capture(let number):
      guard let inner = fragments.popLast() else { return }
      let open = add(.capture(slot: Int32(number * 2), then: inner.entry))
      let close = add(.capture(slot: Int32(number * 2 + 1), then: 0))
      patch(inner.exits, to: close)
      push(open, [.instruction(Int(close))], canBeEmpty: inner.canBeEmpty)
    case .star(let isGreedy): star(isGreedy)
    case .plus(let isGreedy): plus(isGreedy)
    case .quest(let isGreedy): quest(isGreedy)
    }
  }

  private mutating func visit(_ node: Int) {
    switch tree.nodes[node] {
    case .empty:
      let jump = add(.jump(0))
      push(jump, [.instruction(Int(jump))], canBeEmpty: true)
    case .literal(let scalar): fragments.append(add(ByteAutomaton(ScalarSet([scalar...scalar]))))
    case .scalars(let set): fragments.append(add(automaton(of: set, for: node)))
    case .assertion(let assertion):
      let index = add(.assertion(assertion, then: 0))
      push(index, [.instruction(Int(index))], canBeEmpty: true)
    case .capture(let number, let child): tasks += [.capture(number), .visit(child)]
    case .sequence(let parts):
      tasks.append(.join(parts.count))
      tasks += parts.reversed().map { .visit($0) }
    case .alternatives(let parts):
      tasks.append(.choose(parts.count))
      tasks += parts.reversed().map { .visit($0) }
    case .repetition(let child, let min, let max, let isGreedy, _):
      schedule(child, min: min, max: max, isGreedy: isGreedy)
    }
  }

  /// `x{2,}` as `xx+`, `x{2,4}` as `xx(x(x)?)?`.
  private mutating func schedule(_ child: Int, min: Int, max: Int?, isGreedy: Bool) {
    // What consumes nothing needs no second turn.
    let isEmpty = tree.matchesOnlyEmpty(child)
    let least = isEmpty ? Swift.min(min, 1) : min
    var steps: [Task] = []
    if let max {
      let most = isEmpty ? Swift.min(max, 1) : max
      let optional = most - least
      steps += repeatElement(.visit(child), count: most)
      for level in 0..<optional {
        if level > 0 { steps.append(.join(2)) }
        steps.append(.quest(isGreedy: isGreedy))
      }
      steps.append(.join(least + (optional > 0 ? 1 : 0)))
    } else if least == 0 {
      steps = [.visit(child), .star(isGreedy: isGreedy)]
    } else {
      steps += repeatElement(.visit(child), count: least)
      steps += [.plus(isGreedy: isGreedy), .join(least)]
    }
    tasks += steps.reversed()
  }

  private mutating func push(_ entry: Int32, _ exits: [Exit], canBeEmpty: Bool) {
    fragments.append(Fragment(entry: entry, exits: exits, canBeEmpty: canBeEmpty))
  }

  /// The last `count` fragments; none stands for one that matches the empty text.
  private mutating func take(_ count: Int) -> [Fragment] {
    if count == 0 {
      let jump = add(.jump(0))
      return [Fragment(entry: jump, exits: [.instruction(Int(jump))], canBeEmpty: true)]
    }
    defer { fragments.removeLast(count) }
    return Array(fragments.suffix(count))
  }

  private mutating func join(_ first: inout Fragment, _ second: Fragment) {
    patch(first.exits, to: second.entry)
    first = Fragment(
      entry: first.entry, exits: second.exits, canBeEmpty: first.canBeEmpty && second.canBeEmpty)
  }

  private mutating func choose(among parts: [Fragment]) {
    var parts = parts
    var entry = parts[parts.count - 1].entry
    for part in parts.dropLast().reversed() { entry = add(.split(part.entry, entry)) }
    // The longest list takes in the others, so that nested choices don't copy theirs each time.
    let longest = parts.indices.max { parts[$0].exits.count < parts[$1].exits.count } ?? 0
    var exits: [Exit] = []
    swap(&exits, &parts[longest].exits)
    for part in parts { exits += part.exits }
    push(entry, exits, canBeEmpty: parts.contains(where: \.canBeEmpty))
  }

  private mutating func star(_ isGreedy: Bool) {
    guard let inner = fragments.last else { return }
    if inner.canBeEmpty {
      plus(isGreedy)
      return quest(isGreedy)
    }
    fragments.removeLast()
    let (loop, exit) = addSplit(to: inner.entry, isGreedy)
    patch(inner.exits, to: loop)
    push(loop, [exit], canBeEmpty: true)
  }

  private mutating func plus(_ isGreedy: Bool) {
    guard let inner = fragments.popLast() else { return }
    let (loop, exit) = addSplit(to: inner.entry, isGreedy)
    patch(inner.exits, to: loop)
    push(inner.entry, [exit], canBeEmpty: inner.canBeEmpty)
  }

  private mutating func quest(_ isGreedy: Bool) {
    guard var inner = fragments.popLast() else { return }
    let (choice, exit) = addSplit(to: inner.entry, isGreedy)
    inner.entry = choice
    inner.exits.append(exit)
    inner.canBeEmpty = true
    fragments.append(inner)
  }

  /// A choice between `entry` and leaving, and the exit by which it leaves.
  private mutating func addSplit(to entry: Int32, _ isGreedy: Bool) -> (Int32, Exit) {
    let index = add(isGreedy ? .split(entry, 0) : .split(0, entry))
    return (index, isGreedy ? .secondOfSplit(Int(index)) : .instruction(Int(index)))
  }

  private mutating func automaton(of set: ScalarSet, for node: Int) -> ByteAutomaton {
    if let known = automata[node] { return known }
    let automaton = ByteAutomaton(set)
    automata[node] = automaton
    return automaton
  }

  /// A copy of `automaton` whose ends are exits.
  private mutating func add(_ automaton: ByteAutomaton) -> Fragment {
    let base = Int32(instructions.count)
    var exits: [Exit] = []
    for state in automaton.states {
      instructions.append(.bytes(first: Int32(transitions.count), count: Int32(state.count)))
      for transition in state {
        var copy = transition
        if transition.next == ByteAutomaton.end {
          exits.append(.transition(transitions.count))
        } else {
          copy.next += base
        }
        transitions.append(copy)
      }
    }
    return Fragment(entry: Int32(instructions.count - 1), exits: exits, canBeEmpty: false)
  }
}
