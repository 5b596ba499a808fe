import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

private enum Slot {
  static let term = RecordShape.measure.slot(of: .term)
  static let due = RecordShape.measure.slot(of: .due)
}

extension Reader {
  /// Prepares the reading of terms once the heading and all sections are read.
  mutating func prepareTerms() {
    terms.reader.context = TermContext(
      title: HeadingYears.period(of: heading.title), span: heading.period,
      language: heading.language ?? .ru)
    terms.readHeadings(of: sections)
    if let period = heading.period { terms.note(period) }
  }

  /// Reads `roadmap.terms`.
  mutating func readTermPolicies(_ place: Place?) {
    guard let place, let record = record(place, as: .termPolicies) else { return }
    let shape = RecordShape.termPolicies
    if let until = value(record, shape.slot(of: .until)) {
      choose(until, .until, \.until)
    }
    if let dayOff = value(record, shape.slot(of: .dayOff)) {
      choose(dayOff, .dayOff, \.dayOff)
    }
    if let setters = value(record, shape.slot(of: .setBy)) {
      heading.timers.termSetters = principals(setters).values
    }
  }

  /// Reads `roadmap.timers`.
  mutating func readTimers(_ place: Place?) {
    guard let place, let record = record(place, as: .timers) else { return }
    let shape = RecordShape.timers
    if let days = value(record, shape.slot(of: .dueSoon)).flatMap({ duration($0) }) {
      heading.timers.dueSoon = days
    }
    if let people = value(record, shape.slot(of: .escalate)) {
      heading.timers.escalate = principals(people).values
    }
  }

  private mutating func choose<Choice: RawRepresentable<String> & CaseIterable>(
    _ place: Place, _ word: Word, _ policy: WritableKeyPath<TermPolicies, Choice>
  ) {
    if let choice = Choice(rawValue: text(place)) {
      terms.reader.policies[keyPath: policy] = choice
    } else {
      report(
        .invalidValue(
          text(place), of: word, at: span(place), known: Choice.allCases.map(\.rawValue)))
    }
  }

  /// The dates of a measure: those of `due` where it is written, else those of its term.
  mutating func due(
    of record: Record, in section: SectionIndex, written: Period?
  ) -> Period? {
    if let written { terms.note(written) }
    guard let place = value(record, Slot.term), let words = symbol(place) else { return written }
    let reading = terms.reading(of: words, in: section, symbols)
    let isWritten = isPresent(record, Slot.due)
    if checksTerms {
      tell(reading, at: place, isSettled: isWritten)
      if let written, let due = value(record, Slot.due), !reading.agrees(with: written) {
        report(.dueDisagrees(reading, with: written, at: span(due), term: span(place), text(place)))
      }
    }
    if isWritten { return written }
    if let period = reading.period { terms.note(period) }
    return reading.period
  }

  /// Reports what there is to tell of a term; a `due` settles what its words leave open.
  private mutating func tell(_ reading: TermReading, at place: Place, isSettled: Bool) {
    guard let position = reading.told else { return }
    for warning in terms.told[Int(position)].warnings { tell(warning, at: place) }
    guard !isSettled else { return }
    var ranges: Set<Range<Int>> = []
    for problem in terms.told[Int(position)].problems where ranges.insert(problem.range).inserted {
      report(.openTerm(problem, at: span(problem.range, within: place)))
    }
  }

  private mutating func tell(_ warning: TermWarning, at place: Place) {
    switch warning {
    case .typo(_, _, let range): report(.termTypo(warning, at: span(range, within: place)))
    case .lostDash: report(.termTypo(warning, at: span(place)))
    case .dayOff:
      if terms.isCalendarKnown { report(.termDayOff(warning, at: span(place))) }
    case .approximate, .dateAside, .noEvent, .noFrequency, .unknownPeriod, .doubt: break
    }
  }

  /// Where the bytes `range` of the text of a scalar stand; the whole scalar where it is not
  /// written as it reads.
  private func span(_ range: Range<Int>, within place: Place) -> SourceSpan {
    let whole = span(place)
    let bytes = Array(text(place).utf8)
    guard range.upperBound <= bytes.count, !range.isEmpty else { return whole }
    let quotes: UInt32
    switch tree(place).style(tree(place).resolved(place.node)) {
    case .plain: quotes = 0
    case .singleQuoted, .doubleQuoted: quotes = 1
    case .literal, .folded: return whole
    }
    let length = UInt32(truncatingIfNeeded: Self.scalars(bytes[...]))
    guard whole.end - whole.start == length + 2 * quotes else { return whole }
    let before = UInt32(truncatingIfNeeded: Self.scalars(bytes[..<range.lowerBound]))
    let inside = UInt32(truncatingIfNeeded: Self.scalars(bytes[range]))
    let start = whole.start + quotes + before
    return SourceSpan(file: whole.file, start: start, end: start + inside)
  }

  /// How many characters these bytes begin.
  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
