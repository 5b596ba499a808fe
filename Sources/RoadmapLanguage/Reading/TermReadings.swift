import CivilTime
import RoadmapModel
import YAMLSource

/// What the words of one term say where they stand.
struct TermReading {
  /// The dates of the words; `nil` where they give none, or are not settled.
  let period: Period?
  /// Whether ``period`` is not said by the words but taken from the whole time of the work.
  let isWholeSpan: Bool
  /// The position of the term among ``TermReadings/told``, where there is something to tell of it.
  let told: Int32?
}

/// Reads the terms of measures, the same words under the same years once.
struct TermReadings {
  /// The reader of terms; its heading changes from section to section.
  var reader = TermReader()
  /// Where `roadmap.calendar` stands.
  var calendar: Place?
  /// Whether the roadmap says which days are worked.
  var isCalendarKnown = false
  /// The terms with problems or warnings.
  private(set) var told: [Term] = []
  /// The first and the last day of all dates read so far.
  private(set) var extent: ClosedRange<CivilDate>?

  /// The readings under each of ``years``.
  private var known: [SymbolMap<TermReading>] = [SymbolMap()]
  /// The different years that headings name, by first appearance; first those without any.
  private var years: [Period?] = [nil]
  /// For each section, the position in ``years`` of those of its nearest heading that names some.
  private var yearsOfSections: [Int32] = []

  /// Takes the years of the headings; a section stands behind the one around it.
  mutating func readHeadings(of sections: [Section]) {
    for section in sections {
      let above = section.parent.map { yearsOfSections[$0.position] } ?? 0
      let own = HeadingYears.period(of: section.title)
      guard let own else {
        yearsOfSections.append(above)
        continue
      }
      let position = years.firstIndex(of: own) ?? years.count
      if position == years.count {
        years.append(own)
        known.append(SymbolMap())
      }
      yearsOfSections.append(Int32(truncatingIfNeeded: position))
    }
  }

  /// The reading of a term in a section.
  mutating func reading(
    of words: Symbol, in section: SectionIndex, _ symbols: SymbolTable
  ) -> TermReading {
    let years = Int(yearsOfSections[section.position])
    if let reading = known[years][words] { return reading }
    reader.context.heading = self.years[years]
    let term = reader.read(symbols.string(words))
    var position: Int32?
    if !term.problems.isEmpty || !term.warnings.isEmpty {
      position = Int32(truncatingIfNeeded: told.count)
      told.append(term)
    }
    let reading = TermReading(
      period: term.isSettled ? term.period : nil, isWholeSpan: term.rules.contains(.wholeSpan),
      told: position)
    known[years].add(reading, for: words)
    return reading
  }

  /// Notes that the roadmap speaks of the days of `period`.
  mutating func note(_ period: Period) {
    guard let first = period.from ?? period.to, let last = period.to ?? period.from else { return }
    guard let extent else {
      self.extent = first...last
      return
    }
    self.extent = min(first, extent.lowerBound)...max(last, extent.upperBound)
  }
}

extension TermReading {
  /// Whether `due` says the same: what the words leave open it may close, and what takes the whole
  /// time of the work it may narrow.
  func agrees(with due: Period) -> Bool {
    guard let period else { return true }
    guard isWholeSpan else {
      return (period.from.map { $0 == due.from } ?? true)
        && (period.to.map { $0 == due.to } ?? true)
    }
    return [due.from, due.to].allSatisfy { $0.map(period.contains) ?? true }
  }
}
