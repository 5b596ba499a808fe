import Testing

@Suite struct `Proving that people can carry a roadmap` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  /// A roadmap with one route of two steps for a clerk and a mayor, and what `changes` make of it.
  private func write(_ changes: [(String, String)] = []) throws {
    var text = """
      vekha: 1
      roadmap: {id: fair, title: Village fair}
      people: {ada: {roles: [mayor]}, joe: {roles: [clerk]}, kim: {roles: [clerk]}}
      roles: {mayor: Mayor, clerk: Clerk}
      kinds: {order: {lifecycle: work}}
      lifecycles:
        work:
          initial: planned
          states: {planned: {}, held: {}, done: {done: true}}
          transitions:
            begin: {from: planned, to: held, by: owner}
            finish: {from: held, to: done, by: owner, route: adoption, on-return: planned}
      routes:
        adoption:
          steps: [{id: law, by: role:clerk, quorum: any}, {id: confirm, by: joe}]
          separate: [law, confirm, requester]
      sections:
        - title: The fair
          measures:
            - {id: tents, title: Tents, kind: order, owners: kim}
            - {id: stage, title: Stage, kind: order, owners: kim, after: tents}

      """
    for (old, new) in changes { text = text.replacing(old, with: new) }
    try place.write(text, to: "fair.yaml")
  }

  @Test func `the shipped roadmaps are proved`() throws {
    for name in [Workplace.school, Workplace.library] {
      for format in ["text", "json"] {
        let answer = try place.vekha("prove \(name) --format \(format)")
        #expect(answer.exit == 0, "\(answer.out)")
        #expect(answer.err == "")
      }
    }
  }

  @Test func `a proof names a witness, and who cannot be spared`() throws {
    try write([("by: joe}", "by: role:mayor}")])
    let answer = try place.vekha("prove fair.yaml")
    #expect(answer.exit == 0)
    #expect(
      answer.out == """
        `finish` · `adoption` · tents, stage
          asks: kim
          law: joe
          confirm: ada
          not without: ada, joe, kim
        proved: 1 way to approve measures

        """)
    let report = try place.vekha("prove fair.yaml --format json").json()
    #expect(report["proved"] as? Bool == true && report["sound"] as? Bool == true)
    let measures = try #require(report["measures"] as? [[String: Any]])
    #expect(measures.map { $0["id"] as? String } == ["tents", "stage"])
    #expect(measures[0]["satisfiable"] as? Bool == true)
    #expect(measures[0]["indispensable"] as? [String] == ["ada", "joe", "kim"])
    let witness = try #require(measures[0]["witness"] as? [[String: Any]])
    #expect(witness.map { $0["step"] as? String } == ["law", "confirm"])
    #expect(witness.map { $0["people"] as? [String] } == [["joe"], ["ada"]])
  }

  @Test func `what cannot be passed is told with its place, and what waits for it`() throws {
    try write()
    let answer = try place.vekha("prove fair.yaml")
    #expect(answer.exit == 1)
    #expect(
      answer.out == """
        `finish` · `adoption` · tents, stage
          cannot be passed:
            different people for `law`, `confirm`, `requester` (fair.yaml:16:15)
            `law`: only joe, kim (fair.yaml:15:27)
            `confirm`: only joe (fair.yaml:15:71)
        `work` · tents, stage
          can never be carried out
          gets stuck in `held`:
            vekha advance tents begin --as kim
        `stage` waits in vain for `tents`
        not proved: 1 way to approve measures

        """)
    let report = try place.vekha("prove fair.yaml --format json --measure stage").json()
    #expect(report["proved"] as? Bool == false && report["sound"] as? Bool == false)
    let measures = try #require(report["measures"] as? [[String: Any]])
    #expect(measures.map { $0["id"] as? String } == ["stage"])
    let conflict = try #require(measures[0]["conflict"] as? [[String: Any]])
    #expect(conflict.map { $0["rule"] as? String } == ["separate", "step", "step"])
    #expect(conflict.map { $0["line"] as? Int } == [16, 15, 15])
  }

  @Test func `a trap is told with the commands that lead into it`() throws {
    try write([
      ("states: {planned: {}", "states: {planned: {}, lost: {}"),
      ("by: joe}", "by: role:mayor}"), ("on-return: planned", "on-return: lost"),
    ])
    let answer = try place.vekha("prove fair.yaml --format json")
    #expect(answer.exit == 1)
    let lifecycles = try #require(try answer.json()["lifecycles"] as? [[String: Any]])
    let traps = try #require(lifecycles[0]["traps"] as? [[String: Any]])
    #expect(traps.map { $0["states"] as? [String] } == [["lost"]])
    #expect(
      traps[0]["commands"] as? [String] == [
        "advance tents begin --as kim", "advance tents finish --as kim",
        "return tents --step law --as joe",
      ])
    // They do lead there.
    #expect(try place.vekha("validate fair.yaml").exit == 1)
  }

  @Test(arguments: [
    ("--absent joe", Int32(1)), ("--absent ada,joe", 1), ("--absent nobody", 1),
    ("--resilience 1", 1), ("--resilience 0", 0), ("--resilience 3", 64), ("--measure tents", 0),
    ("--measure 9.9", 64),
  ])
  func `people who are away are left out`(options: String, exit: Int32) throws {
    try write([("by: joe}", "by: role:mayor}")])
    #expect(try place.vekha("prove fair.yaml \(options)").exit == exit)
  }

  @Test func `resilience in the roadmap is kept by prove and validate`() throws {
    try write([
      ("by: joe}", "by: [role:mayor, joe], quorum: any}"),
      ("owners: kim", "owners: [ada, kim]"), ("title: Village fair", "title: Fair, resilience: 1"),
    ])
    let proof = try place.vekha("prove fair.yaml")
    let check = try place.vekha("validate fair.yaml")
    #expect(proof.exit == check.exit)
    #expect(check.err.contains("not-resilient") == (proof.exit == 1))
  }
}
