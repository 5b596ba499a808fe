import CivilTime
import Testing

@testable import RoadmapProof

@Suite struct `The days of a network` {
  @Test(arguments: [false, true])
  func `are those that plain repetition finds`(working: Bool) {
    for seed in 1...500 as ClosedRange<UInt64> {
      let network = RandomNetwork(seed: seed, working: working).network
      let solver = TimeSolver(network)
      #expect(solver.isComplete)
      guard let earliest = RandomNetwork.earliest(of: network) else {
        #expect(!solver.conflicts.isEmpty, "seed \(seed)")
        continue
      }
      #expect(solver.conflicts.isEmpty, "seed \(seed)")
      #expect(solver.days == earliest, "seed \(seed)")
      #expect(solver.latest() == RandomNetwork.latest(of: network), "seed \(seed)")
    }
  }

  @Test(arguments: [false, true])
  func `conflict in sets that hold once any one part is left out`(working: Bool) {
    for seed in 1...500 as ClosedRange<UInt64> {
      let network = RandomNetwork(seed: seed, working: working).network
      for conflict in TimeSolver(network).conflicts {
        let isConflict = !conflict.canBeKept(in: network)
        #expect(isConflict, "seed \(seed)")
        #expect(conflict.excess > 0, "seed \(seed)")
        for part in conflict.parts {
          let isNeeded = conflict.without(part).canBeKept(in: network)
          #expect(isNeeded, "seed \(seed): \(part) of \(conflict)")
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func `conflict in a chain of as few distances as any`(working: Bool) {
    var told = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      let network = RandomNetwork(seed: seed, working: working).network
      let solver = TimeSolver(network)
      // Where points hold each other back, the chain that was found first is told.
      guard solver.order.groupCount == network.count, let first = solver.conflicts.first,
        let upper = first.upper
      else { continue }
      var days = network.lower
      var rounds = 0
      while days[upper] <= network.upper[upper] {
        let before = days
        for link in network.links {
          let least = RandomNetwork.naiveLeast(after: before[Int(link.from)], link)
          days[Int(link.to)] = max(days[Int(link.to)], least)
        }
        rounds += 1
      }
      guard rounds > 0 else { continue }
      #expect(first.links.count == rounds, "seed \(seed)")
      told += 1
    }
    #expect(told > 5)
  }

  @Test func `conflict no more once a part of every conflict is left out`() {
    for seed in 1...500 as ClosedRange<UInt64> {
      let network = RandomNetwork(seed: seed, working: seed % 2 == 0).network
      let solver = TimeSolver(network)
      guard !solver.conflicts.isEmpty else { continue }
      var rest = TimeNetwork(network.line, points: network.count)
      for point in 0..<network.count {
        rest.hold(point, from: network.lower[point])
        if !solver.isUnlimited[point] { rest.hold(point, until: network.upper[point]) }
      }
      for (link, isDropped) in zip(network.links, solver.isDropped) where !isDropped {
        rest.add(link)
      }
      let isKept = RandomNetwork.earliest(of: rest) != nil
      #expect(isKept, "seed \(seed)")
    }
  }

  @Test func `come to rest behind holidays, where a loop of working days can be kept`() {
    // At least 5 working days, at most 8 days: not over the New Year of 2019.
    var network = TimeNetwork(.dated(RandomNetwork.calendar), points: 2)
    network.hold(0, from: RandomNetwork.start + 8)
    network.add(TimeLink(from: 0, to: 1, days: 5, isWorking: true))
    network.add(TimeLink(from: 1, to: 0, days: -8))
    let solver = TimeSolver(network)
    #expect(solver.conflicts.isEmpty)
    #expect(CivilDate(dayNumber: solver.days[0])?.iso == "2019-01-08")
  }

  @Test func `rise without end where a loop of working days can never be kept`() {
    var network = TimeNetwork(.dated(RandomNetwork.calendar), points: 2)
    network.hold(0, from: RandomNetwork.start)
    network.add(TimeLink(from: 0, to: 1, days: 5, isWorking: true))
    network.add(TimeLink(from: 1, to: 0, days: -4))
    #expect(TimeSolver(network).conflicts.map(\.links) == [[0, 1]])
  }
}

extension TimeConflict {
  /// A part of a conflict.
  enum Part {
    case lower, upper
    case link(Int)
  }

  var parts: [Part] {
    (lower == nil ? [] : [.lower]) + links.map { .link($0) } + (upper == nil ? [] : [.upper])
  }

  func without(_ part: Part) -> TimeConflict {
    var rest = self
    switch part {
    case .lower: rest.lower = nil
    case .upper: rest.upper = nil
    case .link(let link): rest.links.removeAll { $0 == link }
    }
    return rest
  }

  /// Whether these limits and distances alone can be kept.
  func canBeKept(in network: TimeNetwork) -> Bool {
    var alone = TimeNetwork(network.line, points: network.count)
    for point in 0..<network.count { alone.hold(point, from: RandomNetwork.start - 300) }
    if let lower { alone.hold(lower, from: network.lower[lower]) }
    if let upper { alone.hold(upper, until: network.upper[upper]) }
    for link in links { alone.add(network.links[link]) }
    return RandomNetwork.earliest(of: alone) != nil
  }
}
