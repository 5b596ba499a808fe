public import CEL
import CivilTime

/// A roadmap as its rules see it: records that are read field by field when a condition asks.
public final class RuleRecords: Sendable {
  private let measures: MeasureRecords
  /// The roadmap as a whole.
  public let roadmap: Value

  /// Creates the records.
  ///
  /// - Parameters:
  ///   - roadmap: a definition without errors.
  ///   - ancestors: finds everything that a measure comes after, directly or through others.
  public init(
    of roadmap: Roadmap, ancestors: @escaping @Sendable (MeasureIndex) -> [MeasureIndex]
  ) {
    measures = MeasureRecords(roadmap, ancestors)
    self.roadmap = .record(RoadmapRecord(roadmap, measures), row: 0)
  }

  /// One measure.
  public func measure(_ index: MeasureIndex) -> Value { .record(measures, row: index.position) }
}

/// The measures of a roadmap, a row each.
private final class MeasureRecords: RecordTable, @unchecked Sendable {
  let roadmap: Roadmap
  let people: PersonRecords
  let sections: SectionRecords
  private let periods: PeriodRecords
  private let ancestors: @Sendable (MeasureIndex) -> [MeasureIndex]
  private let fields = MeasureField.allCases

  init(
    _ roadmap: Roadmap, _ ancestors: @escaping @Sendable (MeasureIndex) -> [MeasureIndex]
  ) {
    self.roadmap = roadmap
    self.ancestors = ancestors
    people = PersonRecords(roadmap)
    sections = SectionRecords(roadmap)
    periods = PeriodRecords(roadmap)
    super.init(MeasureField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let measures = roadmap.measures
    guard measures.entries.indices.contains(row), fields.indices.contains(field) else { return nil }
    let entry = measures.entries[row]
    switch fields[field] {
    case .id: return .string(roadmap.texts[entry.id])
    case .number: return .string(roadmap.texts[entry.number])
    case .fullNumber: return .string(roadmap.texts[entry.fullNumber])
    case .title: return .string(roadmap.texts[entry.title])
    case .kind: return .string(entry.kind.map { roadmap.kinds[$0.position].id } ?? "")
    case .lifecycle:
      return .string(entry.lifecycle.map { roadmap.lifecycles[$0.position].id } ?? "")
    case .term: return .string(roadmap.texts[entry.term])
    case .section: return .record(sections, row: entry.section.position)
    case .owners:
      return .list(measures.owners[row].lazy.map { .record(self.people, row: $0.position) })
    case .lead: return measures.owners[row].first.map { .record(people, row: $0.position) }
    case .isPart: return .bool(entry.parent != nil)
    case .parent: return entry.parent.map { .record(self, row: $0.position) }
    case .parts: return list(roadmap.parts[row])
    case .after:
      return list(measures.dependencies[row].lazy.filter(\.isOrdering).map(\.predecessor))
    case .ancestors: return list(ancestors(MeasureIndex(row)))
    case .awaits:
      return .list(
        measures.awaits[row].lazy.map { .string(self.roadmap.documents[$0.position].id) })
    case .due: return entry.due == nil ? nil : .record(periods, row: row)
    }
  }

  func list(_ indices: some Sequence<MeasureIndex>) -> Value {
    .list(indices.lazy.map { .record(self, row: $0.position) })
  }
}

/// The people of a roadmap, a row each.
private final class PersonRecords: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    super.init(PersonField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = PersonField.allCases
    guard roadmap.people.indices.contains(row), fields.indices.contains(field) else { return nil }
    let person = roadmap.people[row]
    switch fields[field] {
    case .id: return .string(person.id)
    case .name: return .string(person.name)
    case .roles:
      return .list(person.roles.lazy.map { .string(self.roadmap.roles[$0.position].id) })
    }
  }
}

/// The sections of a roadmap, a row each.
private final class SectionRecords: RecordTable, @unchecked Sendable {
  private let sections: [Section]

  init(_ roadmap: Roadmap) {
    sections = roadmap.sections
    super.init(SectionField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = SectionField.allCases
    guard sections.indices.contains(row), fields.indices.contains(field) else { return nil }
    switch fields[field] {
    case .number: return .string(sections[row].number)
    case .title: return .string(sections[row].title)
    case .parent: return sections[row].parent.map { .record(self, row: $0.position) }
    }
  }
}

/// The kinds of a roadmap, a row each.
private final class KindRecords: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    super.init(KindField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = KindField.allCases
    guard roadmap.kinds.indices.contains(row), fields.indices.contains(field) else { return nil }
    let kind = roadmap.kinds[row]
    switch fields[field] {
    case .id: return .string(kind.id)
    case .title: return .string(kind.title)
    case .lifecycle: return kind.lifecycle.map { .string(roadmap.lifecycles[$0.position].id) }
    case .follows: return kind.follows.map { .string(roadmap.kinds[$0.position].id) }
    }
  }
}

/// The terms of the measures, a row each, and that of the roadmap in the row after them.
private final class PeriodRecords: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    super.init(PeriodField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let entries = roadmap.measures.entries
    let fields = PeriodField.allCases
    guard fields.indices.contains(field) else { return nil }
    let period = entries.indices.contains(row) ? entries[row].due : roadmap.heading.period
    let day = fields[field] == .from ? period?.from : period?.to
    return day.flatMap { Timestamp(seconds: Int64($0.dayNumber) * 86_400) }.map(Value.timestamp)
  }
}

/// The roadmap as a whole, in one row. Its lists are made once.
private final class RoadmapRecord: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap
  private let period: Value?
  private let measures: Value
  private let people: Value
  private let kinds: Value
  private let sections: Value

  init(_ roadmap: Roadmap, _ measures: MeasureRecords) {
    self.roadmap = roadmap
    self.measures = measures.list(roadmap.measures.indices)
    people = .list(roadmap.people.indices.lazy.map { .record(measures.people, row: $0) })
    sections = .list(roadmap.sections.indices.lazy.map { .record(measures.sections, row: $0) })
    let table = KindRecords(roadmap)
    kinds = .list(roadmap.kinds.indices.lazy.map { .record(table, row: $0) })
    period = roadmap.heading.period.map { _ in
      .record(PeriodRecords(roadmap), row: roadmap.measures.count)
    }
    super.init(RoadmapField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = RoadmapField.allCases
    guard fields.indices.contains(field) else { return nil }
    switch fields[field] {
    case .id: return .string(roadmap.heading.id)
    case .title: return .string(roadmap.heading.title)
    case .period: return period
    case .measures: return measures
    case .people: return people
    case .kinds: return kinds
    case .sections: return sections
    }
  }
}
