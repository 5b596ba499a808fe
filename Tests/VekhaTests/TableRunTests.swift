import Foundation
import Testing

@Suite struct `A run whose routes are chosen by tables` {
  private static let roadmap = """
    vekha: 1
    roadmap: {id: library, title: A library for the village}
    people:
      dana: {name: Dana Okafor}
      ruth: {name: Ruth Adler, roles: [mayor]}
      tom: {name: Tom Hale, roles: [trustee]}
      ivo: {name: Ivo Brandt, roles: [trustee]}
    roles: {mayor: Mayor, trustee: Trustee}
    kinds: {plan: {lifecycle: document}}
    lifecycles:
      document:
        initial: planned
        states: {planned: {}, in-force: {done: true}}
        transitions: {adopt: {from: planned, to: in-force, by: lead, route: {table: which}}}
    routes:
      simple: {steps: [{id: confirm, by: role:mayor}]}
      full: {steps: [{id: board, by: role:trustee, quorum: {table: many}}, {id: confirm, by: ruth}]}
    variables: {is_large: measure.cost > 1000.0}
    tables:
      which:
        hit: first
        when: measure.cost
        then: route
        rows: [{when: < 100, then: simple}, {when: any, then: full}]
      many:
        when: variables.is_large
        then: quorum
        rows: [{when: "true", then: all}, {when: "false", then: 1}]
    sections:
      - title: Ground
        measures:
          - {id: opening, title: Opening, kind: plan, owners: dana, cost: 99.99}
          - {id: statute, title: Statute, kind: plan, owners: dana, cost: 100}
          - {id: building, title: Building, kind: plan, owners: dana, cost: 1000.01}

    """

  @Test func `asks for the approvals that the tables chose`() throws {
    let place = try Workplace()
    try place.write(Self.roadmap, to: "library.yaml")
    #expect(try place.vekha("start library.yaml --as dana").exit == 0)
    for measure in ["opening", "statute", "building"] {
      #expect(try place.vekha("advance \(measure) adopt --as dana").exit == 0)
    }
    for measure in ["statute", "building"] {
      #expect(try place.vekha("approve \(measure) --step board --as tom").exit == 0)
    }
    #expect(try place.vekha("approve building --step confirm --as ruth").exit == 1)
    #expect(try place.vekha("approve building --step board --as ivo").exit == 0)
    for measure in ["opening", "statute", "building"] {
      #expect(try place.vekha("approve \(measure) --step confirm --as ruth").exit == 0)
    }
    let status = try place.vekha("status")
    #expect(status.out.contains("3 of 3 done"))
    #expect(try place.vekha("audit").exit == 0)
  }
}
