import CEL

/// Which variables use which.
struct VariableGraph {
  /// One variable uses another.
  struct Use {
    let source: Int
    let target: Int
    /// Where, in bytes of the source's expression.
    let range: Range<Int>
  }

  let names: [String]
  /// The first use of each variable by each other one, in the order written.
  private(set) var uses: [[Use]]
  private let positions: [String: Int]

  init(names: [String]) {
    self.names = names
    uses = Array(repeating: [], count: names.count)
    positions = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Notes what a variable selects from `variables`; names that nobody declares are left out.
  mutating func add(_ selections: [(field: String, range: SourceRange)], from source: Int) {
    var seen: Set<Int> = []
    for (name, range) in selections {
      guard let target = positions[name], seen.insert(target).inserted else { continue }
      uses[source].append(Use(source: source, target: target, range: range.start..<range.end))
    }
  }

  /// The variables in an order in which each comes after those it uses, and loops among them, each
  /// variable in one loop at most. What is on a loop, or uses one, is not in the order.
  func order() -> (order: [Int], loops: [[Use]]) {
    var order: [Int] = []
    var loops: [[Use]] = []
    // 0: not seen, 1: on the path, 2: in order, 3: on a loop or before one.
    var marks = Array(repeating: 0, count: names.count)
    for start in names.indices where marks[start] == 0 {
      var path: [(variable: Int, next: Int)] = [(start, 0)]
      marks[start] = 1
      while let (variable, next) = path.last {
        guard next < uses[variable].count else {
          path.removeLast()
          let isSound = uses[variable].allSatisfy { marks[$0.target] == 2 }
          if marks[variable] == 1 { marks[variable] = isSound ? 2 : 3 }
          if marks[variable] == 2 { order.append(variable) }
          continue
        }
        path[path.count - 1].next += 1
        let use = uses[variable][next]
        if marks[use.target] == 0 {
          marks[use.target] = 1
          path.append((use.target, 0))
        } else if let begin = path.firstIndex(where: { $0.variable == use.target }),
          marks[use.target] == 1
        {
          let loop = path[begin...].map { uses[$0.variable][$0.next - 1] }
          for step in loop { marks[step.source] = 3 }
          loops.append(loop)
        }
      }
    }
    return (order, loops)
  }
}
