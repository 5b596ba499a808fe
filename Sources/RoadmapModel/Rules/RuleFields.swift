import CEL

/// The fields of a record type, in the order of their positions.
protocol RuleField: RawRepresentable<String>, CaseIterable, Sendable where AllCases == [Self] {
  /// The name of the record type.
  static var record: String { get }
  /// The type of the field.
  var type: CELType { get }
  /// Whether only a run knows it, so that the definition alone cannot decide what asks for it.
  var isOfRun: Bool { get }
}

extension RuleField {
  /// The record type with these fields.
  static var newShape: RecordShape {
    RecordShape(record, fields: allCases.map { ($0.rawValue, $0.type) })
  }

  var isOfRun: Bool { false }
}

/// What a rule may ask of a measure. A field that is not set gives an error; `has` asks for it.
enum MeasureField: String, RuleField {
  case id, number, fullNumber = "full_number", title, kind, lifecycle, term, section, owners, lead
  case isPart = "is_part", parent, parts, after, ancestors, awaits, due, cost
  case state, reached, done, attachments, fields, round

  static let record = "Measure"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .id, .number, .fullNumber, .title, .kind, .lifecycle, .term: .string
    case .section: .record(SectionField.record)
    case .owners: .list(.record(PersonField.record))
    case .lead: .record(PersonField.record)
    case .isPart: .bool
    case .parent: .record(Self.record)
    case .parts, .after, .ancestors: .list(.record(Self.record))
    case .awaits: .list(.string)
    case .due: .record(PeriodField.record)
    case .cost: .double
    case .state: .string
    case .reached: .list(.string)
    case .done: .bool
    case .attachments: .list(.record(AttachmentField.record))
    case .fields: .map(.string, .string)
    case .round: .record(RoundField.record)
    }
  }

  var isOfRun: Bool {
    switch self {
    case .state, .reached, .done, .attachments, .fields, .round: true
    default: false
    }
  }
}

/// What a rule may ask of a person.
enum PersonField: String, RuleField {
  case id, name, roles

  static let record = "Person"
  static let shape = newShape

  var type: CELType { self == .roles ? .list(.string) : .string }
}

/// What a rule may ask of a section.
enum SectionField: String, RuleField {
  case number, title, parent

  static let record = "Section"
  static let shape = newShape

  var type: CELType { self == .parent ? .record(Self.record) : .string }
}

/// What a rule may ask of a kind; `follows` is set where it follows another.
enum KindField: String, RuleField {
  case id, title, lifecycle, follows

  static let record = "Kind"
  static let shape = newShape

  var type: CELType { .string }
}

/// What a rule may ask of a stretch of days: the beginnings, in UTC, of its first and its last day,
/// each set where it is known.
enum PeriodField: String, RuleField {
  case from, to

  static let record = "Period"
  static let shape = newShape

  var type: CELType { .timestamp }
}

/// What a rule may ask of the roadmap.
enum RoadmapField: String, RuleField {
  case id, title, period, measures, people, kinds, sections, documents

  static let record = "Roadmap"
  static let shape = newShape

  var type: CELType {
    switch self {
    case .id, .title: .string
    case .period: .record(PeriodField.record)
    case .measures: .list(.record(MeasureField.record))
    case .people: .list(.record(PersonField.record))
    case .kinds: .list(.record(KindField.record))
    case .sections: .list(.record(SectionField.record))
    case .documents: .list(.record(DocumentField.record))
    }
  }
}
