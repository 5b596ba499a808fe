@testable import CEL

/// Variables of every kind, for tests.
enum World {
  static let shape = RecordShape(
    "Person", fields: [("name", .string), ("age", .int), ("nick", .string)])

  static let environment = Environment(
    variables: [
      .init("n", .int), .init("s", .string), .init("flag", .bool), .init("l", .list(.int)),
      .init("m", .map(.string, .dyn)), .init("people", .list(.map(.string, .dyn))),
      .init("texts", .list(.string)), .init("missing", .dyn), .init("r", .record("Person")),
    ], records: [shape], costLimit: 20_000)

  static func bindings(_ environment: Environment = environment) -> Bindings {
    let bindings = Bindings(environment)
    bindings["n"] = .int(7)
    bindings["s"] = .string("строка")
    bindings["flag"] = .bool(true)
    bindings["l"] = .list([.int(3), .int(1), .int(2)])
    bindings["m"] = .map(MapValue(["a": .int(1), "b": .string("b")]))
    bindings["people"] = .list([
      .map(MapValue(["a": .string("ana"), "name": .string("a")])),
      .map(MapValue(["a": .int(2)])),
    ])
    bindings["texts"] = .list([.string("a"), .string("текст"), .string("")])
    bindings["r"] = .record(
      StoredRecord(shape, ["name": .string("ana"), "age": .int(30)]), row: 0)
    return bindings
  }

  static func value(_ source: String) throws -> Value {
    try environment.compile(source).get().evaluate(bindings())
  }

  static func problems(_ source: String, in environment: Environment = environment) -> [Problem] {
    switch environment.compile(source) {
    case .success: []
    case .failure(let problems): problems.list
    }
  }
}
