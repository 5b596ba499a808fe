/// Points of time: the beginning of a day, counted as ``CivilDate/dayNumber`` counts. Work ends at
/// the end of its last day, which is the beginning of the next one.
///
/// With `W(t)` for the number of working days before point `t`, a distance of `n` working days from
/// `t` leads to the least point `u` with `W(u) >= W(t) + n`. Between two starts the days that begin
/// there are what is counted, so that one working day after a Friday is Monday: the least `u` with
/// `W(u + 1) >= W(t + 1) + n`.
extension WorkingCalendar {
  /// The least point that comes `days` after `point`, before it where they are negative.
  ///
  /// - Parameters:
  ///   - days: the days between the two points.
  ///   - point: where the days are counted from.
  ///   - joinsStarts: whether both points are starts.
  /// - Returns: the point; nil past the end of the calendar.
  public func point(_ days: DayCount, after point: Int, joinsStarts: Bool) -> Int? {
    guard days.unit == .working, days.count != 0 else { return point + days.count }
    let start = joinsStarts ? 1 : 0
    return least(workingDays: days.count, after: point + start).map { $0 - start }
  }

  /// The greatest point at which something may be that comes `days` before `point`: the last from
  /// which ``point(_:after:joinsStarts:)`` leads no further than there.
  public func point(_ days: DayCount, before point: Int, joinsStarts: Bool) -> Int {
    guard days.unit == .working, days.count != 0 else { return point - days.count }
    let start = joinsStarts ? 1 : 0
    return greatest(workingDays: days.count, before: point + start) - start
  }

  /// The least point with at least so many working days more before it than `point` has; nil past
  /// the end of the calendar.
  @inline(__always)
  public func least(workingDays count: Int, after point: Int) -> Int? {
    let ordinal = workingDays(before: point) + count
    guard ordinal > 0 else { return Int(CivilDate.earliest.dayNumber) }
    return workingDay(ordinal: ordinal).map { $0 + 1 }
  }

  /// The greatest point from which so many working days lead no further than to `point`.
  @inline(__always)
  public func greatest(workingDays count: Int, before point: Int) -> Int {
    let ordinal = workingDays(before: point) - count + 1
    guard ordinal > 0 else { return Int(CivilDate.earliest.dayNumber) - 1 }
    return workingDay(ordinal: ordinal) ?? Int(CivilDate.latest.dayNumber) + 1
  }
}
