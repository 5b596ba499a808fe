import Foundation
import Testing

@Suite struct `A run of 10,000 measures` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    let measures = (0..<10_000).map { position in
      let after = position % 10 == 0 ? "" : ", after: [m\(position - 1)]"
      return "      - {id: m\(position), number: \"\(position + 1)\", title: Measure \(position), "
        + "kind: task, owners: [ana]\(after)}"
    }
    try place.write(
      """
      vekha: 1
      roadmap: {id: big, title: Big, language: en}
      people: {ana: {name: Ana}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, held: {done: true}}
          transitions: {hold: {from: planned, to: held, by: owner}}
      kinds: {task: {title: Task, lifecycle: work}}
      sections:
        - number: "1"
          title: All
          measures:

      """ + measures.joined(separator: "\n") + "\n", to: "big.yaml")
  }

  @Test func `is looked at and advanced`() throws {
    #expect(try place.vekha("validate big.yaml").exit == 0)
    #expect(try place.vekha("start big.yaml --as ana").exit == 0)
    #expect(try place.vekha("status").out.contains("0 of 10000 done"))
    #expect(try place.vekha("advance 1.9991 --as ana").exit == 0)
    #expect(try place.vekha("next").out.contains("m9991"))
    #expect(try place.vekha("status m99999").err.contains("did you mean"))
    #expect(try place.vekha("status --format json").json()["events"] as? Int == 2)
  }
}
