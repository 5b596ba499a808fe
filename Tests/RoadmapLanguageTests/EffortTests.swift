import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

/// A list of `count` names, each different.
private func names(_ count: Int, _ prefix: String) -> [String] {
  (0..<count).map { "\(prefix)-\($0)" }
}

@Test(.timeLimit(.minutes(1)))
func `ten thousand unknown names are told in seconds`() {
  let people = names(10_000, "person").map { "\($0): " }.joined(separator: ", ")
  let measures = names(10_000, "measure").enumerated().map { position, id in
    "{id: \(id), title: T, kind: task, owners: nobody-\(position), after: nothing-\(position)}"
  }
  let start = ContinuousClock.now
  let reading = Reading(
    "people: {\(people)}\nroles: {}\nroutes: {one: {steps: [{id: s, by: person-1}]}, two: {steps: [{id: s, by: person-2}]}}\n"
      + "sections: [{title: S, measures: [\(measures.joined(separator: ",\n"))]}]")
  #expect(reading.codes.count { $0 == "unknown-measure" } == 10_000)
  #expect(reading.codes.count { $0 == "unknown-person" } == 10_000)
  #expect(ContinuousClock.now - start < .seconds(40))
}

@Test(.timeLimit(.minutes(1)))
func `ten thousand missing includes are told in seconds`() {
  let paths = names(10_000, "file").joined(separator: ", ")
  #expect(
    Reading("include: [\(paths)]").codes.count { $0 == "include-unreadable" } == 10_000)
}
