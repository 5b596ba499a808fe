import CEL

/// The benchmark's data with records in place of maps of text.
struct Records {
  let environment: Environment
  let values: [String: Value]

  init(_ suite: Suite) {
    var shapes: [RecordShape] = []
    var values: [String: Value] = [:]
    var variables: [Environment.Variable] = []
    for variable in suite.variables {
      let value = suite.values[variable.name] ?? .null
      var type = variable.type
      values[variable.name] = Records.convert(value, variable.name, &type, &shapes)
      variables.append(Environment.Variable(variable.name, type))
    }
    environment = Environment(variables: variables, records: shapes)
    self.values = values
  }

  private static func convert(
    _ value: Value, _ name: String, _ type: inout CELType, _ shapes: inout [RecordShape]
  ) -> Value {
    switch (value, type) {
    case (.list(let list), .list(.map(.string, .dyn))):
      guard case .map(let first)? = list.elements.first else { return value }
      let shape = shape(first, name)
      shapes.append(shape)
      type = .list(.record(name))
      return .list(list.elements.map { record($0, shape) })
    case (.map(let map), .map(.string, .dyn)):
      let shape = shape(map, name)
      shapes.append(shape)
      type = .record(name)
      return record(value, shape)
    default: return value
    }
  }

  private static func shape(_ map: MapValue, _ name: String) -> RecordShape {
    RecordShape(
      name,
      fields: map.keys.compactMap { key in
        guard case .string(let text) = key else { return nil }
        return (text, map[key]?.type ?? .dyn)
      })
  }

  private static func record(_ value: Value, _ shape: RecordShape) -> Value {
    guard case .map(let map) = value else { return value }
    var fields: [String: Value] = [:]
    for field in shape.fields { fields[field.name] = map[.string(field.name)] }
    return .record(StoredRecord(shape, fields), row: 0)
  }
}

/// Measures in the host's own arrays, read in place.
final class MeasureTable: RecordTable, @unchecked Sendable {
  private let kinds: [Int8]
  private let titles: [String]
  private let parents: [Int32]

  init(count: Int) {
    kinds = (0..<count).map { Int8($0 % 3) }
    titles = (0..<count).map { "measure \($0)" }
    parents = (0..<count).map { Int32($0 / 2) }
    super.init(
      RecordShape(
        "Measure",
        fields: [
          ("kind", .string), ("title", .string), ("parent", .record("Measure")),
          ("ancestors", .list(.record("Measure"))),
        ]))
  }

  private static let kindNames = ["order", "plan", "event"]

  override func value(row: Int, field: Int) -> Value? {
    switch field {
    case 0: .string(Self.kindNames[Int(kinds[row])])
    case 1: .string(titles[row])
    case 2: .record(self, row: Int(parents[row]))
    default: ancestors(of: row)
    }
  }

  private func ancestors(of row: Int) -> Value {
    var list: [Value] = []
    var current = Int(parents[row])
    while current > 0, list.count < 8 {
      list.append(.record(self, row: current))
      current = Int(parents[current])
    }
    return .list(list)
  }
}

/// Three rules over every measure of a large roadmap.
enum RecordScan {
  static let rules = [
    "measure.kind != \"event\" || measure.ancestors.exists(a, a.kind == \"plan\")",
    "measure.title.startsWith(\"measure\") && measure.title.size() < 200",
    "measure.kind in [\"order\", \"plan\", \"event\"] && measure.parent.kind != \"\"",
  ]

  static func milliseconds(measures: Int) -> Double {
    let table = MeasureTable(count: measures)
    let environment = Environment(
      variables: [Environment.Variable("measure", .record("Measure"))], records: [table.shape])
    let programs = rules.compactMap { try? environment.compile($0).get() }
    let bindings = Bindings(environment)
    guard let position = bindings.position(of: "measure"), programs.count == rules.count else {
      return .nan
    }
    return Measurement.cpu {
      for row in 0..<measures {
        bindings[position] = .record(table, row: row)
        for program in programs { _ = try? program.isTrue(bindings) }
      }
    } / 1_000_000
  }
}
