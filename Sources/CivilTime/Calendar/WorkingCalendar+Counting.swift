public import Bilingual

extension WorkingCalendar {
  /// How many working days lie in `first` through `last`; 0 when `last` comes first.
  public func workingDays(from first: CivilDate, through last: CivilDate) -> Int {
    guard first <= last else { return 0 }
    let before = first.adding(days: -1).map { shifts.worked(through: $0.dayNumber) } ?? 0
    return shifts.worked(through: last.dayNumber) - before
  }

  /// The `count`-th working day after `date` (before it when negative); `date` itself for 0.
  ///
  /// Nil past either end of the calendar. `date` itself is never counted.
  public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate? {
    guard count != 0 else { return date }
    let through = shifts.worked(through: date.dayNumber)
    let base = count > 0 || !isWorkedInShifts(date) ? through : through - 1
    let (sum, overflow) = base.addingReportingOverflow(count > 0 ? count : count + 1)
    return overflow ? nil : shifts.day(sum)
  }

  /// `date` when it is a working day, else the nearest working day after it.
  public func workingDay(onOrAfter date: CivilDate) -> CivilDate? {
    isWorkedInShifts(date) ? date : adding(workingDays: 1, to: date)
  }

  /// `date` when it is a working day, else the nearest working day before it.
  public func workingDay(onOrBefore date: CivilDate) -> CivilDate? {
    isWorkedInShifts(date) ? date : adding(workingDays: -1, to: date)
  }

  /// What the calendar does not know for certain about the years of `first` through `last`.
  public func doubts(from first: CivilDate, to last: CivilDate) -> [Text] {
    guard first <= last else { return [] }
    let years = first.year...last.year
    let kinds: [Certainty] = [.provisional, .missing]
    return kinds.compactMap { certainty in
      let doubtful = years.filter { self.certainty(of: $0) == certainty }
      return doubtful.isEmpty ? nil : doubt(certainty, over: YearSet(years: doubtful))
    }
  }

  private func doubt(_ certainty: Certainty, over years: YearSet) -> Text {
    switch certainty {
    case .provisional:
      Text(
        en: "the working days of \(years) are provisional: computed from the law, "
          + "while decrees may still move days off",
        ru: "рабочие дни (\(years)) предварительные: вычислены по закону, "
          + "выходные ещё могут быть перенесены")
    case .known, .missing:
      Text(
        en: "the calendar `\(name)` says nothing of \(years): only weekends are left out",
        ru: "в календаре `\(name)` нет данных (\(years)): исключены только суббота и воскресенье")
    }
  }

  private func isWorkedInShifts(_ date: CivilDate) -> Bool {
    guard let yesterday = date.adding(days: -1) else { return isWorking(date) }
    return shifts.worked(through: date.dayNumber) > shifts.worked(through: yesterday.dayNumber)
  }
}
