// Feeds libFuzzer's inputs to the expression language and stops at the first broken promise.
import CEL
import FuzzDriver

@_cdecl("cel_fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(count, arguments, test)
}

private let shape = RecordShape(
  "R",
  fields: [("n", .int), ("s", .string), ("d", .double), ("l", .list(.int)), ("r", .record("R"))])

private let environment = Environment(
  variables: [
    .init("n", .int), .init("s", .string), .init("d", .double), .init("b", .bool),
    .init("l", .list(.int)), .init("m", .map(.string, .int)), .init("x", .dyn),
    .init("r", .record("R")), .init("missing", .int),
  ], records: [shape], costLimit: 20_000)

nonisolated(unsafe) private let bindings: Bindings = {
  let bindings = Bindings(environment)
  bindings["n"] = .int(3)
  bindings["s"] = .string("веха e\u{301}")
  bindings["d"] = .double(0.5)
  bindings["b"] = .bool(true)
  bindings["l"] = .list([.int(1), .int(2), .int(3)])
  bindings["m"] = MapValue([(.string("a"), .int(1)), (.string("b"), .int(2))]).map { .map($0) }
  bindings["x"] = .uint(7)
  bindings["r"] = .record(
    StoredRecord(shape, ["n": .int(4), "s": .string("t"), "l": .list([.int(5)])]), row: 0)
  return bindings
}()

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let source = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  for checksTypes in [true, false] {
    switch environment.compile(source, checksTypes: checksTypes) {
    case .failure(let problems):
      check(!problems.list.isEmpty, "refused without a reason")
      for problem in problems.list { checkRange(problem.range, in: source) }
    case .success(let program):
      checkText(program)
      checkValues(program, checksTypes: checksTypes, source)
    }
  }
  return 0
}

private func checkRange(_ range: SourceRange, in source: String) {
  check(
    0 <= range.start && range.start <= range.end && range.end <= source.utf8.count,
    "a place outside of the text")
}

/// The text of an expression reads as the same expression.
private func checkText(_ program: Program) {
  let text = program.expression.description
  guard let again = try? Expression(text) else {
    return check(text.utf8.count > 90_000, "unreadable: \(text)")
  }
  check(again.description == text, "read again, \(text) is \(again.description)")
}

/// The program and the plain evaluator give the same value for the same cost, and no more than the
/// worst case; a formula that can not be true is never true.
private func checkValues(_ program: Program, checksTypes: Bool, _ source: String) {
  let (value, cost) = program.evaluateWithCost(bindings)
  let (plain, plainCost) = program.evaluateByReference(bindings)
  check(shown(value) == shown(plain), "\(shown(value)) is not \(shown(plain))")
  guard plainCost <= environment.costLimit else { return }
  check(cost == plainCost, "costs \(cost), and plainly \(plainCost)")
  if case .error(let error) = value, let range = error.range { checkRange(range, in: source) }
  guard checksTypes, case .bool(let truth) = value else { return }
  var solver = FormulaSolver(steps: 20_000)
  let formula = truth ? program.formula : program.formula.negation
  check(solver.canHold([formula]) != false, "it is \(truth), which it can not be")
}

private func shown(_ value: Value) -> String {
  guard case .error(let error) = value else { return "\(value.typeName) \(value.quotation)" }
  // Where types are not checked, the two point at an operation or at its operand.
  return "\(error.code)"
}
