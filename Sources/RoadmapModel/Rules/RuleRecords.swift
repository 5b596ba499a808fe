public import CEL
public import CivilTime
import Synchronization

/// A roadmap as its rules see it: records that are read field by field when a condition asks.
///
/// With the facts of a run, the fields that only a run knows are set, too.
public final class RuleRecords: Sendable {
  private let definition: Roadmap
  private let measures: MeasureRecords
  private let measureVariables: VariableRecords?
  private let roadmapVariables: VariableRecords?
  private let now: Value?
  /// The roadmap as a whole.
  public let roadmap: Value

  /// Creates the records.
  ///
  /// - Parameters:
  ///   - roadmap: a definition without errors.
  ///   - ancestry: finds everything that a measure comes after, directly or through others.
  ///   - run: what a run knows; nil where only the definition is known.
  ///   - time: the moment that `now` stands for in a run.
  public init(
    of roadmap: Roadmap, _ ancestry: Ancestry, run: (any RunFacts)? = nil, at time: Instant? = nil
  ) {
    definition = roadmap
    measures = MeasureRecords(roadmap, ancestry, run)
    let measures = measures
    let whole = Value.record(RoadmapRecord(roadmap, measures, run), row: 0)
    self.roadmap = whole
    now = time.flatMap { .instant($0) }
    guard !roadmap.variables.isEmpty else {
      (measureVariables, roadmapVariables) = (nil, nil)
      return
    }
    let fixed = ["roadmap": whole, "now": now].compactMapValues(\.self)
    measureVariables = VariableRecords(of: roadmap, for: .measure, fixed) {
      .record(measures, row: $0)
    }
    roadmapVariables = VariableRecords(of: roadmap, for: .roadmap, fixed) { _ in nil }
  }

  /// What evaluating variables has cost so far.
  public var variableCost: Int { (measureVariables?.cost ?? 0) + (roadmapVariables?.cost ?? 0) }

  /// Lets `bindings` speak of the roadmap, its variables and the moment, and of one measure where
  /// there is one.
  public func bind(_ measure: MeasureIndex?, in bindings: Bindings) {
    bindings["roadmap"] = roadmap
    bindings["now"] = now
    if let measure { bindings["measure"] = self.measure(measure) }
    let table = measure == nil ? roadmapVariables : measureVariables
    bindings["variables"] = table.map { .record($0, row: measure?.position ?? 0) }
  }

  /// One measure.
  public func measure(_ index: MeasureIndex) -> Value { .record(measures, row: index.position) }

  /// One person.
  public func person(_ index: PersonIndex) -> Value { measures.people.record(index) }

  /// A transition of a measure; nil where it has no such transition.
  public func transition(_ index: TransitionIndex, of measure: MeasureIndex) -> Value? {
    TransitionRecord(index, of: measure, definition, measures.people).map { .record($0, row: 0) }
  }

  /// A round.
  public func round(_ round: RoundFacts) -> Value { round.record(in: definition, measures.people) }
}

/// The measures of a roadmap, a row each.
private final class MeasureRecords: RecordTable, @unchecked Sendable {
  let roadmap: Roadmap
  let people: PersonRecords
  let sections: SectionRecords
  private let periods: PeriodRecords
  private let ancestry: Ancestry
  private let run: (any RunFacts)?
  private let fields = MeasureField.allCases

  init(_ roadmap: Roadmap, _ ancestry: Ancestry, _ run: (any RunFacts)?) {
    self.roadmap = roadmap
    self.ancestry = ancestry
    self.run = run
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
      return list(measures.dependencies[row].lazy.filter(\.holdsBack).map(\.predecessor))
    case .ancestors: return list(ancestry.ancestors(of: MeasureIndex(row)))
    case .awaits:
      return .list(
        measures.awaits[row].lazy.map { .string(self.roadmap.documents[$0.position].id) })
    case .due: return entry.due == nil ? nil : .record(periods, row: row)
    case .cost: return entry.cost.map { .double($0.number) }
    case .state, .reached, .done, .attachments, .fields, .round:
      return run.flatMap { value(of: fields[field], MeasureIndex(row), in: $0) }
    }
  }

  /// A field that only a run knows.
  private func value(
    of field: MeasureField, _ measure: MeasureIndex, in run: any RunFacts
  ) -> Value? {
    let lifecycle = roadmap.lifecycle(of: measure)
    let states = lifecycle?.states ?? []
    let name = { (state: StateIndex) in
      Value.string(states.indices.contains(state.position) ? states[state.position].id : "")
    }
    switch field {
    case .state: return name(run.state(of: measure))
    case .reached: return .list(run.statesReached(by: measure).states.map(name))
    case .done:
      return .bool(lifecycle?.doneStates.intersects(run.statesReached(by: measure)) ?? false)
    case .attachments:
      let files = run.attachments(of: measure).filter { $0.value == nil }
      return .list(files.map { $0.record(people) })
    case .fields: return run.fields(of: measure)
    case .round: return run.round(of: measure).map { $0.record(in: roadmap, people) }
    default: return nil
    }
  }

  func list(_ indices: some Sequence<MeasureIndex>) -> Value {
    .list(indices.lazy.map { .record(self, row: $0.position) })
  }
}

/// The people of a roadmap, a row each.
final class PersonRecords: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    super.init(PersonField.shape)
  }

  func record(_ person: PersonIndex) -> Value { .record(self, row: person.position) }

  func list(_ people: some Sequence<PersonIndex>) -> Value {
    .list(people.map { .record(self, row: $0.position) })
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

/// The roadmap as a whole, in one row. Its lists are made once, when they are first asked for.
private final class RoadmapRecord: RecordTable, @unchecked Sendable {
  private let roadmap: Roadmap
  private let measures: MeasureRecords
  private let run: (any RunFacts)?
  private let lists = Mutex<[RoadmapField: Value]>([:])

  init(_ roadmap: Roadmap, _ measures: MeasureRecords, _ run: (any RunFacts)?) {
    self.roadmap = roadmap
    self.measures = measures
    self.run = run
    super.init(RoadmapField.shape)
  }

  override func value(row: Int, field: Int) -> Value? {
    let fields = RoadmapField.allCases
    guard fields.indices.contains(field) else { return nil }
    switch fields[field] {
    case .id: return .string(roadmap.heading.id)
    case .title: return .string(roadmap.heading.title)
    case .period:
      return roadmap.heading.period.map { _ in
        .record(PeriodRecords(roadmap), row: roadmap.measures.count)
      }
    case let list: return self.list(list)
    }
  }

  private func list(_ field: RoadmapField) -> Value {
    lists.withLock { lists in
      if let known = lists[field] { return known }
      let list = newList(field)
      lists[field] = list
      return list
    }
  }

  private func newList(_ field: RoadmapField) -> Value {
    switch field {
    case .measures: measures.list(roadmap.measures.indices)
    case .people: records(of: measures.people, count: roadmap.people.count)
    case .kinds: records(of: KindRecords(roadmap), count: roadmap.kinds.count)
    case .sections: records(of: measures.sections, count: roadmap.sections.count)
    case .documents:
      records(of: DocumentRecords(roadmap.documents, run), count: roadmap.documents.count)
    case .id, .title, .period: .null
    }
  }

  private func records(of table: RecordTable, count: Int) -> Value {
    .list((0..<count).lazy.map { .record(table, row: $0) })
  }
}
