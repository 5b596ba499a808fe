import CivilTime

@testable import RoadmapProof

/// Small networks made from a seed, with what a slow and plain search says of them.
struct RandomNetwork {
  private var state: UInt64
  let network: TimeNetwork

  /// Makes a network; with `working` some distances count working days.
  init(seed: UInt64, working: Bool) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let start = Self.start
    var made = TimeNetwork(.dated(Self.calendar), points: 2 + Int(seed % 6))
    let random = { [state] in
      var state = state
      return { (limit: Int) -> Int in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % limit
      }
    }()
    for point in 0..<made.count {
      if random(3) == 0 { made.hold(point, from: start + random(12)) }
      made.hold(point, from: start)
      if random(3) == 0 { made.hold(point, until: start + 4 + random(26)) }
    }
    for _ in 0..<random(made.count * 3) {
      let from = random(made.count)
      let to = random(made.count)
      guard from != to else { continue }
      let days = Int32(random(13) - 5)
      made.add(
        TimeLink(
          from: from, to: to, days: days, isWorking: working && random(2) == 0,
          joinsStarts: random(3) == 0,
          isLoose: random(2) == 0))
    }
    network = made
  }

  /// 20 December 2018: before the longest holidays.
  static let start = 17_885

  /// Plain weeks, but for a working Saturday and the holidays after it.
  static let calendar = WorkingCalendar.weekdays.overlaid(
    by: CalendarFile(
      """
      2018-12-29 working
      2018-12-31/2019-01-08 off
      """
    ).days, name: "holidays")

  /// The earliest days by plain repetition, or `nil` where the days rise past all limits.
  static func earliest(of network: TimeNetwork, without left: Set<Int> = []) -> [Int]? {
    var days = network.lower
    for _ in 0..<4000 {
      var moved = false
      for (position, link) in network.links.enumerated() where !left.contains(position) {
        let least = naiveLeast(after: days[Int(link.from)], link)
        if least > days[Int(link.to)] {
          days[Int(link.to)] = least
          moved = true
        }
      }
      if zip(days, network.upper).contains(where: { $0 > $1 || $0 > start + 1500 }) { return nil }
      if !moved { return days }
    }
    return nil
  }

  /// The latest days by plain repetition in a network that can be kept.
  static func latest(of network: TimeNetwork) -> [Int] {
    var days = network.upper
    var moved = true
    while moved {
      moved = false
      for link in network.links where days[Int(link.to)] < .max {
        let end = days[Int(link.to)]
        var begin = end + 40
        while naiveLeast(after: begin, link) > end { begin -= 1 }
        if begin < days[Int(link.from)] {
          days[Int(link.from)] = begin
          moved = true
        }
      }
    }
    return days
  }

  /// Day by day, from the definition: the first point with so many working days in between.
  static func naiveLeast(after point: Int, _ link: TimeLink) -> Int {
    guard link.isWorking, link.days != 0 else { return point + Int(link.days) }
    let offset = link.joinsStarts ? 1 : 0
    return end(of: Int(link.days), after: point + offset) - offset
  }

  private static func end(of days: Int, after point: Int) -> Int {
    var count = 0
    var end = point
    if days > 0 {
      while count < days {
        if isWorking(end) { count += 1 }
        end += 1
      }
      return end
    }
    // As far back as no more than so many working days lie between.
    while true {
      if isWorking(end - 1) {
        guard count < -days else { return end }
        count += 1
      }
      end -= 1
    }
  }

  private static func isWorking(_ day: Int) -> Bool {
    CivilDate(dayNumber: day).map { calendar.isWorking($0) } ?? false
  }
}
