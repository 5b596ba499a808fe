import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A list of `count` names, each different.
private func names(_ count: Int, _ prefix: String) -> [String] {
  (0..<count).map { "\(prefix)-\($0)" }
}

@Test func `each of thousands of unknown names is told`() {
  let people = names(1000, "person").map { "\($0): " }.joined(separator: ", ")
  let measures = names(200, "measure").map { id in
    let owners = names(10, "nobody-\(id)").joined(separator: ", ")
    let after = names(10, "nothing-\(id)").joined(separator: ", ")
    return "{id: \(id), title: T, kind: task, owners: [\(owners)], after: [\(after)]}"
  }
  let reading = Reading(
    "people: {ann: , bob: , \(people)}\nroutes: {one: {steps: [{id: s, by: ann}]}, "
      + "two: {steps: [{id: s, by: bob}]}}\n"
      + "sections: [{title: S, measures: [\(measures.joined(separator: ",\n"))]}]")
  #expect(reading.codes.count { $0 == "unknown-measure" } == 2000)
  #expect(reading.codes.count { $0 == "unknown-person" } == 2000)
}

@Test func `each of thousands of missing includes is told`() {
  let paths = names(2000, "file").joined(separator: ", ")
  #expect(
    Reading("include: [\(paths)]").codes.count { $0 == "include-unreadable" } == 2000)
}
