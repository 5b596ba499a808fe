/// What words count time in.
enum CalendarUnit: Hashable {
  case hour, day, week, month, quarter, half, year

  /// The rule of every `number`-th of the units; nil for hours, which are shorter than a day.
  func rule(every number: Int) -> Recurrence? {
    switch self {
    case .hour: nil
    case .day: Recurrence(.daily, every: number)
    case .week: Recurrence(.weekly, every: number)
    case .month: Recurrence(.monthly, every: number)
    case .quarter: Recurrence(.monthly, every: number * 3)
    case .half: Recurrence(.monthly, every: number * 6)
    case .year: Recurrence(.yearly, every: number)
    }
  }
}
