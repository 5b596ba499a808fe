import Foundation
import Testing

@Suite struct `Mending by validate` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  @Test func `what is safe is mended, and every other byte stays`() throws {
    let before = try place.read(Workplace.library)
    try place.edit(Workplace.library) {
      $0.replacing("after: [safety-check]", with: "after: [safty-check] # так")
        .replacing("\n", with: "\r\n")
    }
    let broken = try place.read(Workplace.library)
    let shown = try place.vekha("validate library-opening.yaml --fix --diff-only")
    #expect(shown.exit == 1 && shown.out.hasPrefix("--- a/library-opening.yaml\n+++ b/"))
    #expect(try place.read(Workplace.library) == broken)
    let answer = try place.vekha("validate library-opening.yaml --fix")
    #expect(answer.exit == 0 && answer.err.contains("1 problem mended"), "\(answer)")
    #expect(
      try place.read(Workplace.library)
        == before.replacing("after: [safety-check]", with: "after: [safety-check] # так")
        .replacing("\n", with: "\r\n"))
    #expect(try place.vekha("validate library-opening.yaml --fix").err.contains("nothing can be"))
  }

  @Test func `files that roadmaps share are mended once, with the rights that they had`() throws {
    try place.shell("cp library-opening.yaml b.yaml")
    try place.edit("library/en/lifecycles.yaml") {
      $0.replacing("from: planned, to: drafting", with: "from: planed, to: drafting")
    }
    try place.shell("chmod 640 library/en/lifecycles.yaml")
    let answer = try place.vekha("validate b.yaml library-opening.yaml --fix")
    #expect(answer.exit == 0 && answer.err.contains("1 problem mended"), "\(answer)")
    #expect(try place.shell("stat -c %a library/en/lifecycles.yaml").out == "640\n")
    #expect(try place.shell("ls -A . library/en | grep vekha-").out == "")
  }

  @Test func `mends that would bring in problems are not made`() throws {
    try place.write(
      """
      vekha: 1
      roadmap: {id: x, title: X}
      people: {ana: {name: Ana}}
      kinds: {task: {lifecycle: task}}
      lifecycles: {task: {initial: open, states: {open: {}, done: {done: true}}, transitions: {end: {from: open, to: done, by: owner}}}}
      sections:
        - title: All
          measures:
            - {id: first, title: A, kind: task, owners: [ana], after: [second]}
            - {id: second, title: B, kind: task, owners: [ana], after: [firts]}

      """, to: "x.yaml")
    let before = try place.read("x.yaml")
    let answer = try place.vekha("validate x.yaml --fix")
    #expect(answer.exit == 1 && answer.err.contains("nothing was mended"), "\(answer)")
    #expect(try place.read("x.yaml") == before)
    #expect(try place.shell("\"$VEKHA\" validate - --fix < x.yaml").exit == 64)
  }

  @Test func `only what is chosen is mended`() throws {
    let answer = try place.vekha("validate school-support-2018-2020.yaml --select term-typo --fix")
    #expect(answer.err.contains("nothing can be mended"), "\(answer)")
    let shown = try place.vekha(
      "validate school-support-2018-2020.yaml --select redundant-dependency --diff-only")
    #expect(
      shown.out.contains(
        "-            after: [programme-order, transition-support]\n+            after: [transition-support]\n"
      ), "\(shown)")
    #expect(
      try place.shell(
        "\"$VEKHA\" validate school-support-2018-2020.yaml --diff-only | git apply - && \"$VEKHA\" validate --select redundant-dependency --strict *.yaml"
      ).exit == 0)
  }
}
