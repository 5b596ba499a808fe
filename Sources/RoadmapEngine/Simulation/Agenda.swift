import CivilTime
import RoadmapModel

/// Half a day of a simulation: work begins in the morning and ends in the evening.
struct HalfDay: Hashable, Comparable {
  /// Twice the number of the day, and one more in the evening.
  let number: Int

  static func morning(_ day: CivilDate) -> HalfDay { HalfDay(number: Int(day.dayNumber) * 2) }

  static func evening(_ day: CivilDate) -> HalfDay { HalfDay(number: Int(day.dayNumber) * 2 + 1) }

  var isEvening: Bool { number & 1 == 1 }

  static func < (one: HalfDay, other: HalfDay) -> Bool { one.number < other.number }
}

/// What is to be looked at when: a heap, the earliest half day first, and of these the measures in
/// the order of the document.
struct Agenda {
  struct Entry: Comparable {
    let time: HalfDay
    let measure: MeasureIndex

    static func < (one: Entry, other: Entry) -> Bool {
      (one.time, one.measure) < (other.time, other.measure)
    }
  }

  private var heap: [Entry] = []
  /// The latest time for which each measure has been put down, against putting it down twice.
  private var noted: [Int]

  init(measures: Int) { noted = Array(repeating: .min, count: measures) }

  mutating func add(_ measure: MeasureIndex, at time: HalfDay) {
    guard noted[measure.position] != time.number else { return }
    noted[measure.position] = time.number
    heap.append(Entry(time: time, measure: measure))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// When something is to be looked at next.
  var earliest: HalfDay? { heap.first?.time }

  /// Takes what comes next, up to a half day.
  mutating func next(through time: HalfDay) -> MeasureIndex? {
    guard let first = heap.first, first.time <= time, let last = heap.popLast() else { return nil }
    if noted[first.measure.position] == first.time.number {
      noted[first.measure.position] = .min
    }
    guard !heap.isEmpty else { return first.measure }
    heap[0] = last
    var parent = 0
    while let least = leastChild(of: parent), heap[least] < heap[parent] {
      heap.swapAt(least, parent)
      parent = least
    }
    return first.measure
  }

  private func leastChild(of parent: Int) -> Int? {
    let (left, right) = (parent * 2 + 1, parent * 2 + 2)
    guard left < heap.count else { return nil }
    return right < heap.count && heap[right] < heap[left] ? right : left
  }
}
