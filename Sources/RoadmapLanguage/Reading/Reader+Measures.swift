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
  static let owners = RecordShape.measure.slot(of: .owners)
  static let after = RecordShape.measure.slot(of: .after)
  static let awaits = RecordShape.measure.slot(of: .awaits)
}

/// The measures of a roadmap while they are being read.
struct MeasureDraft {
  var table = Measures()
  var texts = TextTable()
  /// The records of the measures, in the order of the document.
  var records: [Record?] = []
  var names = MeasureNames()
}

extension Reader {
  /// Reads all measures: first their ids, then what refers to them.
  mutating func readMeasures(_ sites: [MeasureSite]) -> MeasureDraft {
    var draft = MeasureDraft()
    draft.table.reserve(sites.count)
    draft.names.reserve(symbols.count)
    let measure = RecordShape.measure
    let part = RecordShape.part
    for site in sites {
      let record = record(site.place, as: site.parent == nil ? measure : part)
      draft.records.append(record)
      map.measures.append(site.place)
      declareMeasure(record, into: &draft)
    }
    var entries = sites.indices.map { entry(of: sites[$0], draft.records[$0], &draft) }
    inheritKinds(&entries)
    for position in entries.indices { number(position, of: sites, &entries, &draft.texts) }
    draft.names.entries = entries
    for position in sites.indices { append(position, &draft) }
    return draft
  }

  private mutating func declareMeasure(_ record: Record?, into draft: inout MeasureDraft) {
    let index = MeasureIndex(draft.records.count - 1)
    guard let record, let place = value(record, Slot.id), let name = symbol(place) else { return }
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
    entry.id = add(value(record, Slot.id), &draft.texts)
    entry.number = add(value(record, Slot.number), &draft.texts)
    entry.title = add(value(record, Slot.title), &draft.texts)
    entry.term = add(value(record, Slot.term), &draft.texts)
    entry.due = value(record, Slot.due).flatMap { period($0) }
    entry.kind = value(record, Slot.kind).flatMap { resolve($0, among: kinds, .kind).index }
    entry.lifecycle = value(record, Slot.lifecycle).flatMap {
      resolve($0, among: lifecycles, .lifecycle).index
    }
    let hasOwn = isPresent(record, Slot.lifecycle)
    entry.isIncomplete =
      entry.id.isEmpty || (hasOwn && entry.lifecycle == nil)
      || (entry.kind == nil && (site.parent == nil || isPresent(record, Slot.kind)))
    if !hasOwn { entry.lifecycle = entry.kind.flatMap { kinds.values[$0.position].lifecycle } }
    return entry
  }

  private func add(_ place: Place?, _ texts: inout TextTable) -> TextID {
    guard let place, let symbol = symbol(place) else { return .empty }
    return symbols.withBytes(symbol) { texts.add($0) }
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
    _ position: Int, of sites: [MeasureSite], _ entries: inout [Measures.Entry],
    _ texts: inout TextTable
  ) {
    guard !entries[position].number.isEmpty else { return }
    let own = texts[entries[position].number]
    let above =
      entries[position].parent.map { texts[entries[$0.position].fullNumber] }
      ?? sections[sites[position].section.position].number
    entries[position].fullNumber = texts.add(joinedNumber(above, own))
  }

  private func joinedNumber(_ above: String, _ own: String) -> String {
    guard !above.isEmpty else { return own }
    return above.utf8.last == UInt8(ascii: ".") ? above + own : above + "." + own
  }

  private mutating func append(_ position: Int, _ draft: inout MeasureDraft) {
    var entry = draft.names.entries[position]
    guard let record = draft.records[position] else {
      draft.table.append(entry, owners: [], after: [], awaits: [])
      return
    }
    let owners = owners(record, of: entry, in: draft.table)
    let after = dependencies(
      value(record, Slot.after), of: MeasureIndex(position), &draft)
    let awaits = documents(value(record, Slot.awaits))
    let routes = overrides(value(record, Slot.routes), of: entry)
    entry.isIncomplete =
      entry.isIncomplete || !owners.isWhole || !after.isWhole || !awaits.isWhole || !routes.isWhole
    draft.table.append(
      entry, owners: owners.values, after: after.values, awaits: awaits.values,
      routes: routes.values)
  }

  /// The owners of a measure; those of its parent where a part names none.
  private mutating func owners(
    _ record: Record, of entry: Measures.Entry, in table: Measures
  ) -> Resolved<PersonIndex> {
    guard let list = value(record, Slot.owners) else {
      let isWhole = !isPresent(record, Slot.owners)
      let inherited = entry.parent.map { Array(table.owners[$0.position]) } ?? []
      return Resolved(values: isWhole ? inherited : [], isWhole: isWhole)
    }
    return references(list, in: .owners) { reader, place in
      reader.owner(place)
    }
  }

  private mutating func documents(_ list: Place?) -> Resolved<DocumentIndex> {
    guard let list else { return Resolved(values: [], isWhole: true) }
    return references(list, in: .awaits) { reader, place in
      reader.resolve(place, among: reader.documents, .document).index
    }
  }

  private mutating func references<Value: Hashable>(
    _ list: Place, in word: Word, _ resolve: (inout Reader, Place) -> Value?
  ) -> Resolved<Value> {
    var found: [(place: Place, value: Value)] = []
    var isWhole = true
    for place in items(list) {
      if let value = resolve(&self, place) {
        found.append((place, value))
      } else {
        isWhole = false
      }
    }
    return Resolved(values: once(found, in: word), isWhole: isWhole)
  }
}

/// The references of a list that could be resolved.
struct Resolved<Value> {
  let values: [Value]
  /// Whether that is all of them.
  let isWhole: Bool
}
