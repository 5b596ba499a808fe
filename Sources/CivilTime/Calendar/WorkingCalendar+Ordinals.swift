extension WorkingCalendar {
  /// How many working days there are before a day, counted from the first day of all.
  ///
  /// - Parameter dayNumber: the day as ``CivilDate/dayNumber`` counts; days past either end of the
  ///   calendar count as the nearest day in it, and the day after the last one is allowed.
  /// - Returns: the number of working days.
  public func workingDays(before dayNumber: Int) -> Int {
    let yesterday = dayNumber - 1
    guard yesterday >= Int(CivilDate.earliest.dayNumber) else { return 0 }
    return shifts.worked(
      through: Int32(truncatingIfNeeded: min(yesterday, Int(CivilDate.latest.dayNumber))))
  }

  /// The day number of a working day, counted from the first of all, which is 1; nil past either
  /// end of the calendar.
  public func workingDay(ordinal: Int) -> Int? {
    shifts.day(ordinal).map { Int($0.dayNumber) }
  }
}
