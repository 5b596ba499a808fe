import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A recurrence that cannot be read, or that has no turns.
  static let invalidRecurrence = DiagnosticCode("invalid-recurrence")
  /// A recurrence with more turns than a roadmap may have.
  static let tooManyOccurrences = DiagnosticCode("too-many-occurrences")
}

private enum Slot {
  static let id = RecordShape.measure.slot(of: .id)
  static let every = RecordShape.measure.slot(of: .every)
  static let parts = RecordShape.measure.slot(of: .parts)
  static let term = RecordShape.measure.slot(of: .term)
  static let due = RecordShape.measure.slot(of: .due)
}

/// The most occurrences of one measure.
private let mostOccurrences = 1000
/// The most occurrences of a roadmap.
private let mostOccurrencesOfAll = 20_000

extension Reader {
  /// The sites with the occurrences of each recurring measure behind it; most roadmaps have none.
  mutating func expanded(
    _ sites: [MeasureSite], _ records: inout [Record?], into draft: inout MeasureDraft
  ) -> [MeasureSite] {
    let recurring = sites.indices.filter { position in
      records[position].map { isPresent($0, Slot.every) } ?? false
    }
    guard !recurring.isEmpty else { return sites }
    var left = recurring[...]
    var found: [MeasureSite] = []
    var foundRecords: [Record?] = []
    var positions: [Int32] = []
    var count = 0
    for (position, site) in sites.enumerated() {
      var site = site
      site.parent = site.parent.map { positions[Int($0)] }
      positions.append(Int32(truncatingIfNeeded: found.count))
      found.append(site)
      foundRecords.append(records[position])
      guard left.first == position, let record = records[position] else { continue }
      left.removeFirst()
      let parent = MeasureIndex(found.count - 1)
      let turns = self.turns(
        of: record, in: site.section, &draft, most: mostOccurrencesOfAll - count)
      if !turns.isEmpty { draft.series.open(parent) }
      count += turns.count
      for turn in turns {
        draft.series.add(turn, at: MeasureIndex(found.count), of: parent)
        found.append(
          MeasureSite(
            place: site.place, section: site.section, parent: parent.raw, isOccurrence: true))
        foundRecords.append(nil)
        if let name = value(record, Slot.id).flatMap(symbol) {
          _ = symbols.intern(symbols.string(name) + "." + turn.label)
        }
      }
    }
    records = foundRecords
    return found
  }

  /// The turns of a recurring measure; none where they cannot be told, which is reported.
  private mutating func turns(
    of record: Record, in section: SectionIndex, _ draft: inout MeasureDraft, most: Int
  ) -> [Turn] {
    guard let place = value(record, Slot.every) else { return [] }
    guard !isPresent(record, Slot.parts) else {
      report(.recurringParts(at: span(place)))
      return []
    }
    let series: Series
    do {
      series = try Series(reading: text(place), by: terms.reader)
    } catch {
      report(.invalidRecurrence(error.message, at: span(place)))
      return []
    }
    guard let span = span(of: record, in: section) else {
      if !isPresent(record, Slot.due) { report(.unboundedRecurrence(at: self.span(place))) }
      return []
    }
    let limit = min(mostOccurrences, most)
    let turns = series.turns(in: span, heading.policies, heading.calendar, limit: limit + 1)
    if turns.isEmpty { report(.emptyRecurrence(span, at: self.span(place))) }
    guard turns.count <= limit else {
      report(.tooManyOccurrences(limit, at: self.span(place)))
      return []
    }
    return turns
  }

  /// The whole time in which a measure recurs: its `due`, else its term, closed by the period of
  /// the roadmap.
  private mutating func span(
    of record: Record, in section: SectionIndex
  ) -> ClosedRange<CivilDate>? {
    let written = value(record, Slot.due).flatMap { try? Period(edtf: text($0)) }
    if written == nil, isPresent(record, Slot.due) { return nil }
    let read = value(record, Slot.term).flatMap(symbol).flatMap {
      terms.reading(of: $0, in: section, symbols).period
    }
    let period = written ?? read ?? heading.period
    guard let first = period?.from ?? heading.period?.from,
      let last = period?.to ?? heading.period?.to, first <= last
    else { return nil }
    return first...last
  }

  // MARK: Occurrences as measures

  mutating func declareOccurrence(_ index: MeasureIndex, into draft: inout MeasureDraft) {
    guard let item = draft.series.occurrences[index],
      let place = draft.records[item.parent.position].flatMap({ value($0, Slot.id) }),
      let name = symbol(place)
    else { return }
    let id = symbols.string(name) + "." + item.turn.label
    guard let first = draft.names.declare(symbols.intern(id), index) else { return }
    let other = draft.records[first.position].flatMap { value($0, Slot.id) } ?? place
    report(.duplicateID(id, at: span(place), first: span(other)))
  }

  /// What is said of an occurrence: all that its measure says, but for its name and its time.
  mutating func occurrence(
    _ index: MeasureIndex, of site: MeasureSite, _ entries: [Measures.Entry],
    _ draft: inout MeasureDraft
  ) -> Measures.Entry {
    var entry = Measures.Entry()
    entry.section = site.section
    entry.parent = site.parent.map { MeasureIndex(raw: $0) }
    guard let turn = draft.series.occurrences[index]?.turn,
      let parent = entry.parent.map({ entries[$0.position] })
    else {
      entry.isIncomplete = true
      return entry
    }
    let title = draft.texts[parent.title]
    let language = heading.language ?? TermReader.language(of: title) ?? .en
    entry.isIncomplete = parent.isIncomplete
    entry.id =
      parent.id.isEmpty ? .empty : draft.texts.add("\(draft.texts[parent.id]).\(turn.label)")
    entry.title = draft.texts.add("\(title) (\(turn.words[language]))")
    if !parent.number.isEmpty { entry.number = draft.texts.add(turn.label) }
    entry.due = turn.window
    entry.takes = parent.takes
    entry.cost = parent.cost
    terms.note(turn.window)
    return entry
  }

  /// An occurrence has the lifecycle of its measure, also where that has one of its own.
  func inheritLifecycles(_ entries: inout [Measures.Entry], _ series: SeriesTable) {
    for (index, item) in series.occurrences {
      entries[index.position].lifecycle = entries[item.parent.position].lifecycle
    }
    for index in series.items.keys { entries[index.position].takes = DayCount(0, .calendar) }
  }

  /// Appends an occurrence with the owners and the routes of its measure, and its dependencies.
  mutating func append(
    _ item: SeriesTable.Item, at index: MeasureIndex, _ draft: inout MeasureDraft
  ) {
    for person in draft.table.owners[item.parent.position] { _ = draft.table.addOwner(person) }
    var places: [Place] = []
    for handed in draft.series.handed[item.parent] ?? [] {
      let written = handed.dependency
      let isSeries = draft.series.isRecurring(written.predecessor)
      let targets =
        isSeries ? draft.series.matches(of: item, in: written.predecessor) : [written.predecessor]
      for target in targets {
        draft.table.addDependency(
          draft.table.dependency(
            on: target, reaches: written.reaches, kind: written.kind,
            lag: draft.table.lag(of: written)))
        places.append(handed.place)
      }
    }
    if !places.isEmpty { map.resolvedDependencies[index] = places }
    draft.table.endLists(
      isIncomplete: draft.table[item.parent].isIncomplete,
      routes: draft.table.routeOverrides[item.parent] ?? [])
    if let tables = tableUses.measures[item.parent] { tableUses.measures[index] = tables }
    draft.table.mark(index, as: Occurrence(of: item.parent, period: item.turn.period))
  }

  /// Reads what a recurring measure waits for. What holds back its start, and comes once, it waits
  /// for itself, so that all its occurrences do; everything else it hands on to them.
  mutating func addDependencies(
    _ list: Place, ofRecurring measure: MeasureIndex, _ draft: inout MeasureDraft
  ) -> Bool {
    let tree = tree(list)
    let isList = tree.kind(list.node) == .sequence
    let places =
      isList ? tree.items(of: list.node).map { Place(tree: list.tree, node: $0) } : [list]
    var own: [Place] = []
    var isWhole = true
    for place in places {
      guard let dependency = dependency(place, &draft) else {
        isWhole = false
        continue
      }
      let comesOnce = !draft.series.isRecurring(dependency.predecessor)
      if comesOnce, dependency.kind.gatesStart, dependency.isOrdering {
        draft.table.addDependency(dependency)
        own.append(place)
      } else {
        draft.series.handed[measure, default: []].append(
          SeriesTable.Handed(dependency: dependency, place: place))
      }
    }
    map.resolvedDependencies[measure] = own
    return isWhole
  }
}

extension Diagnostic {
  fileprivate static func invalidRecurrence(
    _ message: Text, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidRecurrence, at: span, message: message,
      help: Text(
        en: "write `month`, `quarter`, `half-year`, `year`, a rule such as "
          + "`FREQ=MONTHLY;BYMONTHDAY=25`, or words such as `every year by 1 March`",
        ru: "пишите `месяц`, `квартал`, `полугодие`, `год`, правило вроде "
          + "`FREQ=MONTHLY;BYMONTHDAY=25` или слова, например `ежегодно до 1 марта`"))
  }

  fileprivate static func recurringParts(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidRecurrence, at: span,
      message: Text(
        en: "a measure with parts of its own cannot come again",
        ru: "мероприятие с собственными частями повторяться не может"),
      help: Text(
        en: "write `every` at each of the parts", ru: "укажите `every` у каждой из частей"))
  }

  fileprivate static func unboundedRecurrence(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidRecurrence, at: span,
      message: Text(
        en: "it is not known from when to when this comes again",
        ru: "неизвестно, с какого и по какой день это повторяется"),
      help: Text(
        en: "give the measure a `due` with both days, or the roadmap a `period`",
        ru: "укажите у мероприятия `due` с обоими днями или `period` дорожной карты"))
  }

  fileprivate static func emptyRecurrence(
    _ days: ClosedRange<CivilDate>, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidRecurrence, at: span,
      message: Text(
        en: "this does not come once from \(days.lowerBound.iso) through \(days.upperBound.iso)",
        ru: "с \(days.lowerBound.iso) по \(days.upperBound.iso) это не наступает ни разу"),
      help: Text(
        en: "mend the rule, or the days in `due`", ru: "исправьте правило или дни в `due`"))
  }

  fileprivate static func tooManyOccurrences(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooManyOccurrences, at: span,
      message: Text(
        en: "this comes more often than \(max(limit, 0)) times, which is as many as may be here",
        ru: "это повторяется чаще, чем здесь допустимо: \(max(limit, 0)) раз"),
      help: Text(
        en: "a measure may come \(mostOccurrences) times, all of them \(mostOccurrencesOfAll)",
        ru: "одно мероприятие — до \(mostOccurrences) раз, все вместе — до "
          + "\(mostOccurrencesOfAll)"))
  }
}
