public import Bilingual

/// One time of something that comes again: the second quarter of 2018, 25 September 2018.
public struct Turn: Hashable, Sendable {
  /// A short name of digits, letters and hyphens: `2018`, `2018-H1`, `2018-Q2`, `2018-09`,
  /// `2018-09-25`; with `-2` behind it for the second time of several in one turn.
  public let label: String
  /// The name in words.
  public let words: Text
  /// The stretch of the calendar that it belongs to; the turns of others are matched by it.
  public let period: Period
  /// The days in which it is to be done.
  public let window: Period
}

/// A stretch of the calendar that turns are called after.
enum TurnUnit {
  case year, half, quarter, month, day

  /// The stretch that a day lies in.
  func period(of day: CivilDate) -> Period? {
    let months =
      switch self {
      case .year: 12
      case .half: 6
      case .quarter: 3
      case .month: 1
      case .day: 0
      }
    guard months > 0 else { return Period(from: day, to: day) }
    let first = (day.month - 1) / months * months + 1
    let start = CivilDate(year: day.year, month: first, day: 1)
    let last = CivilDate(year: day.year, month: first + months - 1, day: 1)?.endOfMonth
    return Period(from: start, to: last)
  }

  func label(of day: CivilDate) -> String {
    let (year, month, _) = day.parts
    return switch self {
    case .year: padded(year, 4)
    case .half: "\(padded(year, 4))-H\((month - 1) / 6 + 1)"
    case .quarter: "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
    case .month: String(day.iso.prefix(7))
    case .day: day.iso
    }
  }

  func words(of day: CivilDate) -> Text {
    let (year, month, _) = day.parts
    return switch self {
    case .year: Text(en: "\(year)", ru: "\(year) год")
    case .half:
      Text(
        en: "\(month <= 6 ? "first" : "second") half of \(year)",
        ru: "\((month - 1) / 6 + 1) полугодие \(year) г.")
    case .quarter:
      Text(
        en: "quarter \((month - 1) / 3 + 1) of \(year)",
        ru: "\((month - 1) / 3 + 1) квартал \(year) г.")
    case .month:
      Text(
        en: "\(TermNames.months[month - 1].en) \(year)",
        ru: "\(TermNames.months[month - 1].ru) \(year) г.")
    case .day: TermWords.date(day)
    }
  }
}

extension Every {
  /// What its turns are called after.
  var unit: TurnUnit {
    switch (rule.frequency, rule.interval) {
    case (.yearly, 1): unitOfYear
    case (.monthly, 1): .month
    case (.monthly, 3): .quarter
    case (.monthly, 6): .half
    default: .day
    }
  }

  private var unitOfYear: TurnUnit {
    let places = { (months: Int) in Set(rule.months.map { ($0 - 1) / months }).count }
    return switch rule.months.count {
    case 0, 1: .year
    case 2 where places(6) == 2: .half
    case 3, 4: places(3) == rule.months.count ? .quarter : .month
    default: .month
    }
  }
}
