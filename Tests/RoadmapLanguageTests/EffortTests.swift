import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A list of `count` names, each different.
private func names(_ count: Int, _ prefix: String) -> [String] {
  (0..<count).map { "\(prefix)-\($0)" }
}

@Test(.timeLimit(.minutes(1)))
func `ten thousand unknown names are told in seconds`() {
  let people = names(1000, "person").map { "\($0): " }.joined(separator: ", ")
  let measures = names(1000, "measure").map { id in
    let owners = names(10, "nobody-\(id)").joined(separator: ", ")
    let after = names(10, "nothing-\(id)").joined(separator: ", ")
    return "{id: \(id), title: T, kind: task, owners: [\(owners)], after: [\(after)]}"
  }
  let reading = Reading(
    "people: {ann: , bob: , \(people)}\nroutes: {one: {steps: [{id: s, by: ann}]}, "
      + "two: {steps: [{id: s, by: bob}]}}\n"
      + "sections: [{title: S, measures: [\(measures.joined(separator: ",\n"))]}]")
  #expect(reading.codes.count { $0 == "unknown-measure" } == 10_000)
  #expect(reading.codes.count { $0 == "unknown-person" } == 10_000)
}

@Test(.timeLimit(.minutes(1)))
func `ten thousand missing includes are told in seconds`() {
  let paths = names(10_000, "file").joined(separator: ", ")
  #expect(
    Reading("include: [\(paths)]").codes.count { $0 == "include-unreadable" } == 10_000)
}
