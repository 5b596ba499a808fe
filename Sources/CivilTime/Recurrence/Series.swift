public import Bilingual

/// How something comes again, as a roadmap writes it under `every`.
public struct Series: Hashable, Sendable {
  private let everys: [Every]
  /// Whether it is written as a rule of RFC 5545.
  private let isRule: Bool

  /// Reads `quarter`, `FREQ=MONTHLY;BYMONTHDAY=25`, or words such as `раз в полугодие` and
  /// `every year by 1 March`.
  ///
  /// A rule that names no days means the whole of each turn.
  ///
  /// - Parameters:
  ///   - text: the rule.
  ///   - reader: reads words.
  /// - Throws: ``SeriesError`` where it is none of these.
  public init(reading text: String, by reader: TermReader) throws(SeriesError) {
    let text = Substring(text).trimmed
    if let rule = Self.units[text.lowercased()] {
      (everys, isRule) = ([Every(rule)], false)
    } else if text.uppercased().hasPrefix("FREQ=") || text.uppercased().hasPrefix("RRULE:") {
      let rule = try Self.rule(text.uppercased().hasPrefix("R") ? String(text.dropFirst(6)) : text)
      (everys, isRule) = ([Every(rule, place: rule.namesDays ? .day : .whole)], true)
    } else {
      let term = reader.read(text)
      let found = term.every.map { [$0] } ?? term.parts.compactMap(\.every)
      guard !found.isEmpty, term.parts.isEmpty || found.count == term.parts.count else {
        throw .noTurn(text)
      }
      (everys, isRule) = (found, false)
    }
  }

  private static func rule(_ text: String) throws(SeriesError) -> Recurrence {
    do {
      return try Recurrence(rrule: text)
    } catch {
      throw SeriesError(message: error.message)
    }
  }

  private static let units: [String: Recurrence] = [
    "day": Recurrence(.daily), "день": Recurrence(.daily),
    "week": Recurrence(.weekly), "неделя": Recurrence(.weekly), "неделю": Recurrence(.weekly),
    "month": Recurrence(.monthly), "месяц": Recurrence(.monthly),
    "quarter": Recurrence(.monthly, every: 3), "квартал": Recurrence(.monthly, every: 3),
    "half-year": Recurrence(.monthly, every: 6), "полугодие": Recurrence(.monthly, every: 6),
    "year": Recurrence(.yearly), "год": Recurrence(.yearly),
  ]

  // MARK: Turns

  /// The turns in `span`, in order, at most `limit`.
  ///
  /// Those that are cut off by the span count, too. A rule of RFC 5545 that names days starts on
  /// the first day of the span. A deadline on a day off moves as `policies` say.
  public func turns(
    in span: ClosedRange<CivilDate>, _ policies: TermPolicies, _ calendar: WorkingCalendar,
    limit: Int
  ) -> [Turn] {
    var windows = everys.flatMap { every in
      self.windows(of: every, in: span, limit: limit).flatMap { window in
        (0..<min(every.times, limit)).map { (every: every, window: window, time: $0) }
      }
    }
    windows.sort { (Self.day($0.window), $0.time) < (Self.day($1.window), $1.time) }
    let chosen = windows.prefix(limit).map { found in
      Turn(
        found.every, moved(found.window, of: found.every, policies, calendar), time: found.time)
    }
    guard Set(chosen.map(\.label)).count < chosen.count else { return chosen }
    var known: Set<String> = []
    return chosen.map { $0.calledByDay() }.filter { known.insert($0.label).inserted }
  }

  private static func day(_ window: Period) -> CivilDate { window.to ?? window.from ?? .earliest }

  private func windows(
    of every: Every, in span: ClosedRange<CivilDate>, limit: Int
  ) -> [Period] {
    if isRule, every.place == .day {
      return every.rule.occurrences(from: span.lowerBound, in: span, limit: limit)
        .compactMap { Period(from: $0, to: $0) }
    }
    let windows = every.turns(in: span, limit: limit)
    return switch every.rule.end {
    case .count(let count)?: Array(windows.prefix(count))
    case .until(let last)?: windows.filter { $0.from ?? Self.day($0) <= last }
    case nil: windows
    }
  }

  private func moved(
    _ window: Period, of every: Every, _ policies: TermPolicies, _ calendar: WorkingCalendar
  ) -> Period {
    guard every.place != .whole, let to = window.to else { return window }
    let day =
      switch policies.dayOff {
      case .keep: to
      case .previous: calendar.workingDay(onOrBefore: to) ?? to
      case .next: calendar.workingDay(onOrAfter: to) ?? to
      }
    let from = window.from.map { every.place == .day ? day : min($0, day) }
    return Period(from: from, to: day) ?? window
  }
}

extension Turn {
  fileprivate init(_ every: Every, _ window: Period, time: Int) {
    let day = window.to ?? window.from ?? .earliest
    let unit = every.unit
    let isOneOfSeveral = every.times > 1
    label = unit.label(of: day) + (isOneOfSeveral ? "-\(time + 1)" : "")
    words = unit.words(of: day)
      .appending(
        isOneOfSeveral
          ? Text(en: ", time \(time + 1)", ru: ", \(time + 1)-й раз") : Text(verbatim: ""))
    period = unit == .day ? window : unit.period(of: day) ?? window
    self.window = window
  }

  /// The same turn called after its last day, since several would have one name otherwise.
  fileprivate func calledByDay() -> Turn {
    let day = window.to ?? window.from ?? .earliest
    return Turn(
      label: label.count > 10 ? label : day.iso, words: TermWords.date(day), period: window,
      window: window)
  }
}

extension Recurrence {
  /// Whether it says on which days, and not only how often.
  fileprivate var namesDays: Bool {
    !(months.isEmpty && monthDays.isEmpty && weekdays.isEmpty && setPositions.isEmpty)
  }
}

/// Why a text does not say how something comes again.
public struct SeriesError: Error, Hashable, Sendable {
  /// What is wrong.
  public let message: Text

  static func noTurn(_ text: String) -> SeriesError {
    SeriesError(
      message: Text(
        en: "`\(text)` does not say how often it comes again",
        ru: "`\(text)` не говорит, как часто это повторяется"))
  }
}
