/// The days whose work differs from the plain week, summed up so that counting is a search.
struct WorkingDayShifts: Hashable, Sendable {
  private var days: [Int32] = []
  /// How many working days there are, from the first day of all, through the day of this index.
  private var workedThrough: [Int] = []
  /// How many more (or fewer) working days than weekdays there are through the day of this index.
  private var sums: [Int] = []

  /// `days` must be in order, each day once.
  init(_ days: [CalendarDay], decreeDaysAreWorking: Bool) {
    var sum = 0
    for day in days {
      let isWeekday = day.date.weekday <= 5
      let isWorking = day.isWorking(decreeDaysAreWorking: decreeDaysAreWorking)
      guard isWorking != isWeekday else { continue }
      sum += isWorking ? 1 : -1
      self.days.append(day.date.dayNumber)
      sums.append(sum)
      workedThrough.append(Self.weekdays(through: day.date.dayNumber) + sum)
    }
  }

  /// How many working days there are from the first day of all through `day`.
  func worked(through day: Int32) -> Int {
    let index = days.firstIndexSorted { $0 > day }
    return Self.weekdays(through: day) + (index > 0 ? sums[index - 1] : 0)
  }

  /// The working day of which ``worked(through:)`` is `ordinal`; nil past either end.
  func day(_ ordinal: Int) -> CivilDate? {
    guard ordinal >= 1, ordinal <= worked(through: CivilDate.latest.dayNumber) else { return nil }
    let index = workedThrough.firstIndexSorted { $0 >= ordinal }
    let sum = index > 0 ? sums[index - 1] : 0
    let weekday = ordinal - sum - 1
    let plain = Int(CivilDate.earliest.dayNumber) + weekday / 5 * 7 + weekday % 5
    // The weekday may lie past a working Saturday that is itself the day looked for.
    guard index < days.count, plain > Int(days[index]) else { return CivilDate(dayNumber: plain) }
    return CivilDate(dayNumber: days[index])
  }

  /// How many Mondays to Fridays there are from 0001-01-01, a Monday, through `day`.
  private static func weekdays(through day: Int32) -> Int {
    let count = Int(day) - Int(CivilDate.earliest.dayNumber) + 1
    return count / 7 * 5 + min(count % 7, 5)
  }
}

extension Array {
  /// The first index whose element passes, where all that pass come after all that do not;
  /// `count` when none passes.
  func firstIndexSorted(where passes: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
