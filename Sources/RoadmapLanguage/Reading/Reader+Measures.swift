import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

/// Where the keys of a measure stand in a ``Record``; the same for parts.
private enum Slot {
  static let id = RecordShape.measure.slot(of: .id)
  static let number = RecordShape.measure.slot(of: .number)
  static let title = RecordShape.measure.slot(of: .title)
  static let kind = RecordShape.measure.slot(of: .kind)
  static let lifecycle = RecordShape.measure.slot(of: .lifecycle)
  static let routes = RecordShape.measure.slot(of: .routes)
  static let term = RecordShape.measure.slot(of: .term)
  static let due = RecordShape.measure.slot(of: .due)
  static let takes = RecordShape.measure.slot(of: .takes)
  static let owners = RecordShape.measure.slot(of: .owners)
  static let after = RecordShape.measure.slot(of: .after)
  static let cost = RecordShape.measure.slot(of: .cost)
  static let awaits = RecordShape.measure.slot(of: .awaits)
}

/// The measures of a roadmap while they are being read.
struct MeasureDraft {
  var table = Measures()
  var texts = TextTable()
  /// The records of the measures, in the order of the document.
  var records: [Record?] = []
  var names = MeasureNames()
  /// The lifecycle of each kind.
  var lifecycles: [LifecycleIndex?] = []
  /// The dates that were read so far: the same words mean the same dates.
  var periods = SymbolMap<Period>()
  /// The numbers, titles and terms that were read so far: the same words are kept once.
  var words = SymbolMap<TextID>()
  /// The occurrences of recurring measures.
  var series = SeriesTable()

  /// What is said of each measure itself.
  var entries: [Measures.Entry] { table.entries }
}

extension Reader {
  /// Reads all measures: first their ids, then what refers to them.
  mutating func readMeasures(_ found: Sites) -> MeasureDraft {
    var draft = MeasureDraft()
    draft.lifecycles = kinds.values.map(\.lifecycle)
    var records = found.records
    let sites = expanded(found.all, &records, into: &draft)
    draft.table.reserve(sites.count)
    draft.names.reserve(symbols.count)
    map.measures.reserveCapacity(sites.count)
    draft.records = records
    for (position, site) in sites.enumerated() {
      map.measures.append(site.place)
      if site.isOccurrence {
        declareOccurrence(MeasureIndex(position), into: &draft)
      } else {
        declareMeasure(MeasureIndex(position), into: &draft)
      }
    }
    var entries: [Measures.Entry] = []
    entries.reserveCapacity(sites.count)
    for (position, site) in sites.enumerated() {
      entries.append(
        site.isOccurrence
          ? occurrence(MeasureIndex(position), of: site, entries, &draft)
          : entry(of: site, draft.records[position], &draft))
    }
    inheritKinds(&entries)
    inheritLifecycles(&entries, draft.series)
    let numbers = sections.map { draft.texts.add($0.number) }
    for position in entries.indices { number(position, numbers, &entries, &draft.texts) }
    draft.table.take(entries)
    for position in sites.indices { append(position, &draft) }
    return draft
  }

  private mutating func declareMeasure(_ index: MeasureIndex, into draft: inout MeasureDraft) {
    guard let record = draft.records[index.position], let place = value(record, Slot.id),
      let name = symbol(place)
    else { return }
    if !isWellFormedID(name) { report(.invalidID(text(place), at: span(place))) }
    guard let first = draft.names.declare(name, index) else { return }
    let firstID = draft.records[first.position].flatMap { value($0, Slot.id) } ?? place
    report(.duplicateID(text(place), at: span(place), first: span(firstID)))
  }

  private mutating func entry(
    of site: MeasureSite, _ record: Record?, _ draft: inout MeasureDraft
  ) -> Measures.Entry {
    var entry = Measures.Entry()
    entry.section = site.section
    entry.parent = site.parent.map { MeasureIndex(raw: $0) }
    guard let record else {
      entry.isIncomplete = true
      return entry
    }
    if let id = value(record, Slot.id).flatMap({ symbol($0) }) {
      entry.id = symbols.withBytes(id) { draft.texts.add($0) }
    }
    entry.number = words(value(record, Slot.number), &draft)
    entry.title = words(value(record, Slot.title), &draft)
    entry.term = words(value(record, Slot.term), &draft)
    let due = value(record, Slot.due).flatMap { period($0, &draft.periods) }
    entry.due = self.due(of: record, in: site.section, written: due)
    entry.cost = value(record, Slot.cost).flatMap { amount($0) }
    entry.takes = value(record, Slot.takes).flatMap { duration($0) }
    entry.kind = value(record, Slot.kind).flatMap { kind($0) }
    entry.lifecycle = value(record, Slot.lifecycle).flatMap {
      resolve($0, among: lifecycles, .lifecycle).index
    }
    let hasOwn = isPresent(record, Slot.lifecycle)
    entry.isIncomplete =
      entry.id.isEmpty || (hasOwn && entry.lifecycle == nil)
      || (entry.kind == nil && (site.parent == nil || isPresent(record, Slot.kind)))
    if !hasOwn { entry.lifecycle = entry.kind.flatMap { draft.lifecycles[$0.position] } }
    return entry
  }

  private mutating func kind(_ place: Place) -> KindIndex? {
    if let name = symbol(place), case .found(let index) = kinds(name) { return index }
    return resolve(place, among: kinds, .kind).index
  }

  private mutating func period(_ place: Place, _ known: inout SymbolMap<Period>) -> Period? {
    guard let words = symbol(place) else { return nil }
    if let period = known[words] { return period }
    let period = period(place)
    if let period { known.add(period, for: words) }
    return period
  }

  private func words(_ place: Place?, _ draft: inout MeasureDraft) -> TextID {
    guard let place, let symbol = symbol(place) else { return .empty }
    if let known = draft.words[symbol] { return known }
    let text = symbols.withBytes(symbol) { draft.texts.add($0) }
    draft.words.add(text, for: symbol)
    return text
  }

  /// A part without a kind is of its parent's kind; parents stand before their parts.
  private func inheritKinds(_ entries: inout [Measures.Entry]) {
    for position in entries.indices where entries[position].kind == nil {
      guard let parent = entries[position].parent, !entries[position].isIncomplete else { continue }
      entries[position].kind = entries[parent.position].kind
      entries[position].isIncomplete = entries[parent.position].kind == nil
      if entries[position].lifecycle == nil {
        entries[position].lifecycle = entries[position].kind.flatMap {
          kinds.values[$0.position].lifecycle
        }
      }
    }
  }

  /// Joins the number of the section or of the parent with the measure's own.
  private func number(
    _ position: Int, _ sectionNumbers: [TextID], _ entries: inout [Measures.Entry],
    _ texts: inout TextTable
  ) {
    guard !entries[position].number.isEmpty else { return }
    let above =
      entries[position].parent.map { entries[$0.position].fullNumber }
      ?? sectionNumbers[entries[position].section.position]
    entries[position].fullNumber = texts.add(joining: above, entries[position].number)
  }

  /// Reads the lists of a measure.
  private mutating func append(_ position: Int, _ draft: inout MeasureDraft) {
    let measure = MeasureIndex(position)
    if !draft.series.occurrences.isEmpty, let occurrence = draft.series.occurrences[measure] {
      return append(occurrence, at: measure, &draft)
    }
    guard let record = draft.records[position] else {
      return draft.table.endLists(isIncomplete: true)
    }
    let entry = draft.table[measure]
    let hasOwners = addOwners(record, of: entry, to: &draft.table)
    let hasPredecessors = addDependencies(value(record, Slot.after), of: measure, &draft)
    let hasDocuments = addDocuments(value(record, Slot.awaits), to: &draft.table)
    let routes = overrides(value(record, Slot.routes), of: entry, at: measure)
    draft.table.endLists(
      isIncomplete: !hasOwners || !hasPredecessors || !hasDocuments || !routes.isWhole,
      routes: routes.values)
  }

  /// Adds the owners of a measure; those of its parent where a part names none. Answers whether
  /// all of them could be resolved.
  private mutating func addOwners(
    _ record: Record, of entry: Measures.Entry, to table: inout Measures
  ) -> Bool {
    guard let list = value(record, Slot.owners) else {
      guard !isPresent(record, Slot.owners) else { return false }
      guard let parent = entry.parent else { return true }
      for person in table.owners[parent.position] { _ = table.addOwner(person) }
      return true
    }
    return forEachReference(of: list, in: .owners) { reader, place in
      if let name = reader.symbol(place), case .found(let person) = reader.people(name) {
        return table.addOwner(person)
      }
      return reader.owner(place).map { table.addOwner($0) }
    }
  }

  /// Calls `add` with every item of a list: it answers whether the item is new there, or `nil`
  /// where it means nothing. Repetitions are reported; answers whether every item meant something.
  private mutating func forEachReference(
    of list: Place, in word: Word, _ add: (inout Reader, Place) -> Bool?
  ) -> Bool {
    let tree = tree(list)
    guard tree.kind(list.node) == .sequence else { return add(&self, list) != nil }
    var isWhole = true
    for node in tree.items(of: list.node) {
      let place = Place(tree: list.tree, node: node)
      switch add(&self, place) {
      case true?: break
      case false?: report(.repeatedEntry(text(place), in: word, at: span(place)))
      case nil: isWhole = false
      }
    }
    return isWhole
  }
}

/// The references of a list that could be resolved.
struct Resolved<Value> {
  let values: [Value]
  /// Whether that is all of them.
  let isWhole: Bool
}
