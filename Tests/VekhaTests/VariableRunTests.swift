import Foundation
import Testing

@Suite struct `A run whose conditions use variables` {
  private static let roadmap = """
    vekha: 1
    roadmap: {id: library, title: A library for the village}
    people:
      dana: {name: Dana Okafor}
    kinds: {plan: {lifecycle: document}}
    lifecycles:
      document:
        initial: planned
        states: {planned: {}, drafted: {}, in-force: {done: true}}
        transitions:
          draft: {from: planned, to: drafted, by: lead, when: variables.is_small}
          adopt: {from: drafted, to: in-force, by: lead}
    variables:
      is_small: measure.cost < 1000.0
      follows_plan: measure.after.all(m, m.done)
      waits: '!variables.follows_plan'
    rules:
      - id: in-order
        for: transition
        where: variables.waits
        require: "!transition.finishes"
    sections:
      - title: Ground
        measures:
          - {id: opening, title: Opening, kind: plan, owners: dana, cost: 99.99}
          - {id: second, title: Second, kind: plan, owners: dana, cost: 100,
             after: {measure: opening, kind: start-start}}
          - {id: building, title: Building, kind: plan, owners: dana, cost: 1000.01}

    """

  @Test func `keeps guards and rules that use them`() throws {
    let place = try Workplace()
    try place.write(Self.roadmap, to: "library.yaml")
    let started = try place.vekha("start library.yaml --as dana")
    #expect(started.exit == 0, "\(started.out)\(started.err)")
    let refused = try place.vekha("advance building draft --as dana")
    #expect(refused.exit == 1)
    #expect((refused.out + refused.err).contains("variables.is_small"))
    #expect(try place.vekha("advance opening draft --as dana").exit == 0)
    #expect(try place.vekha("advance second draft --as dana").exit == 0)
    #expect(try place.vekha("advance second adopt --as dana").exit == 1)
    #expect(try place.vekha("advance opening adopt --as dana").exit == 0)
    #expect(try place.vekha("advance second adopt --as dana").exit == 0)
    #expect(try place.vekha("audit").exit == 0)
  }

  @Test func `lets no table ask for what only a run knows`() throws {
    let place = try Workplace()
    let tables = """
      routes: {simple: {steps: [{id: confirm, by: dana, quorum: {table: many}}]}}
      tables:
        many:
          when: variables.waits
          then: quorum
          rows: [{when: "true", then: all}, {when: "false", then: 1}]

      """
    try place.write(Self.roadmap + tables, to: "library.yaml")
    let checked = try place.vekha("validate library.yaml")
    #expect(checked.exit != 0)
    #expect((checked.out + checked.err).contains("invalid-table"))
  }
}
