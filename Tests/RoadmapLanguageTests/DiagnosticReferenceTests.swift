import Bilingual
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

@Test func `the reference has one entry a code, in the order of the alphabet`() throws {
  let entries = try DiagnosticReference().entries
  #expect(entries.map(\.code) == DiagnosticCode.all.map(\.name))
  #expect(entries.filter { !$0.examples.contains(where: \.isWrong) }.map(\.code) == [])
}

@Test(arguments: try DiagnosticReference().entries)
func `the wrong example of an entry prints its code and no other`(
  _ entry: DiagnosticReference.Entry
) throws {
  for example in entry.examples where example.isWrong {
    let found = try example.compiled(for: entry.code).diagnostics
    let codes = Set(found.map(\.code.name)).subtracting([companions[entry.code] ?? ""])
    #expect(codes == [entry.code], "\(found.map(\.message.en))")
    let opening = found.contains { $0.severity == .error } ? "An error" : "A warning"
    #expect(entry.text.contains("\n\n\(opening)") || entry.text.contains(" or a warning."))
  }
}

@Test(arguments: try DiagnosticReference().entries)
func `the mended example of an entry has no problem`(_ entry: DiagnosticReference.Entry) throws {
  for example in entry.examples where !example.isWrong {
    #expect(try example.compiled(for: entry.code).diagnostics.map(\.message.en) == [])
  }
}

/// Codes that cannot come without another one, since that tells the cause.
private let companions = [
  "ambiguous-measure": "duplicate-number", "rule-contradiction": "rule-broken",
  "unreachable-reaches": "unreachable-state",
]
