import Testing

@testable import CEL

/// A table that counts how often it is asked, and evaluates a program while it is.
private final class CuriousTable: RecordTable, @unchecked Sendable {
  var reads: [Int] = []
  var program: Program?
  var bindings: Bindings?

  override func value(row: Int, field: Int) -> Value? {
    reads.append(field)
    if let program, let bindings { return program.evaluate(bindings) }
    return .int(Int64(row * 10 + field))
  }
}

@Suite struct BindingsTests {
  private static let shape = RecordShape("Row", fields: [("a", .int), ("b", .int)])

  @Test func `a record is read only where the expression asks`() throws {
    let table = CuriousTable(Self.shape)
    let environment = Environment(
      variables: [.init("r", .record("Row"))], records: [Self.shape])
    let bindings = Bindings(environment)
    bindings["r"] = .record(table, row: 4)
    #expect(try environment.compile("r.b == 41 || r.a == 1").get().isTrue(bindings))
    #expect(table.reads == [1])
  }

  @Test func `a program may run while it is being answered`() throws {
    let table = CuriousTable(Self.shape)
    let environment = Environment(
      variables: [.init("r", .record("Row")), .init("n", .int)], records: [Self.shape])
    let bindings = Bindings(environment)
    bindings["n"] = .int(2)
    bindings["r"] = .record(table, row: 0)
    table.program = try environment.compile("[1, 2, 3].filter(x, x > n).size()").get()
    table.bindings = bindings
    let program = try environment.compile("[5, 6].map(y, y + r.a)").get()
    #expect(program.evaluate(bindings).quotation == "[6, 7]")
  }

  @Test func `bindings of another environment bind nothing`() throws {
    let small = Environment()
    let program = try World.environment.compile("n == 7").get()
    #expect(program.evaluate(Bindings(small)).isError)
  }

  @Test func `a variable can be bound again and unbound`() throws {
    let environment = Environment(variables: [.init("n", .int)])
    let program = try environment.compile("n + 1").get()
    let bindings = Bindings(environment)
    #expect(program.evaluate(bindings).isError)
    bindings["n"] = .int(1)
    #expect(program.evaluate(bindings).quotation == "2")
    bindings["n"] = nil
    #expect(program.evaluate(bindings).isError)
    bindings["unknown"] = .int(1)
    #expect(bindings["unknown"] == nil)
  }

  @Test func `a host function is called only with what it declares`() throws {
    let double = Function(
      "twice",
      [
        .init("twice_int", [.int], .int) { operands in
          guard case .int(let number) = operands[0] else { return .null }
          return .int(number &* 2)
        }
      ])
    let environment = Environment(variables: [.init("x", .dyn)], functions: [double])
    let bindings = Bindings(environment)
    let program = try environment.compile("twice(x)").get()
    bindings["x"] = .int(4)
    #expect(program.evaluate(bindings).quotation == "8")
    bindings["x"] = .string("4")
    #expect(program.evaluate(bindings).isError)
  }

  @Test func `one program serves many threads`() async throws {
    let program = try World.environment.compile("people.exists(p, p.a == 2) && l.all(x, x > 0)")
      .get()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let bindings = World.bindings()
          return (0..<500).allSatisfy { _ in (try? program.isTrue(bindings)) == true }
        }
      }
      for await result in group { #expect(result) }
    }
  }
}
