import CivilTime

/// The days that points of time lie on, and how distances lead from one to another.
///
/// A point is the beginning of a day; ``WorkingCalendar`` says how working days lead from one to
/// another. Distances of either sort are monotone: a later point never leads to an earlier one.
/// That is all that the solver needs to be exact.
struct TimeLine {
  /// The points that there are.
  let range: ClosedRange<Int>
  /// The working days; `nil` for a plain week that begins on day 0.
  private let calendar: WorkingCalendar?

  /// A line without dates: days counted from 0, a Monday.
  static let undated = TimeLine(range: 0...(1 << 40), calendar: nil)

  /// The line of all dates there are, 0001-01-01 through the end of 9999-12-31.
  static func dated(_ calendar: WorkingCalendar) -> TimeLine {
    TimeLine(
      range: Int(CivilDate.earliest.dayNumber)...Int(CivilDate.latest.dayNumber) + 1,
      calendar: calendar)
  }

  /// The least point that `link` allows when it begins at `point`; past the end of the line where
  /// there is none.
  @inline(__always)
  func least(after point: Int, _ link: TimeLink) -> Int {
    if !link.isWorking || link.days == 0 {
      return min(point + Int(link.days), range.upperBound + 1)
    }
    return leastWorking(after: point + link.offset, Int(link.days)) - link.offset
  }

  /// The greatest point at which `link` may begin when it ends at `point` at the latest;
  /// `Int.max` where that is no limit.
  @inline(__always)
  func greatest(before point: Int, _ link: TimeLink) -> Int {
    guard point < .max else { return .max }
    if !link.isWorking || link.days == 0 { return point - Int(link.days) }
    return greatestWorking(before: point + link.offset, Int(link.days)) - link.offset
  }

  @inline(__always)
  private func leastWorking(after point: Int, _ days: Int) -> Int {
    if let calendar {
      return calendar.least(workingDays: days, after: point) ?? range.upperBound + 1
    }
    let ordinal = plainDays(before: point) + days
    return ordinal > 0 ? plainDay(ordinal) + 1 : range.lowerBound
  }

  @inline(__always)
  private func greatestWorking(before point: Int, _ days: Int) -> Int {
    if let calendar { return calendar.greatest(workingDays: days, before: point) }
    let ordinal = plainDays(before: point) - days + 1
    return ordinal > 0 ? plainDay(ordinal) : range.lowerBound - 1
  }

  /// The working days before a point of a plain week that begins on day 0.
  private func plainDays(before point: Int) -> Int {
    let point = max(0, point)
    return point / 7 * 5 + min(point % 7, 5)
  }

  private func plainDay(_ ordinal: Int) -> Int { (ordinal - 1) / 5 * 7 + (ordinal - 1) % 5 }

  /// The stretch of days beyond which the week repeats without exceptions.
  var exceptions: ClosedRange<Int>? {
    guard let calendar, let first = calendar.days.first, let last = calendar.days.last else {
      return nil
    }
    return Int(first.date.dayNumber)...Int(last.date.dayNumber)
  }
}
