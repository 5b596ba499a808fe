import RoadmapEngine
import RoadmapModel
import RoadmapSamples
import Testing

@Suite
struct VoteWeightTests {
  /// The lawyers ben and eva, the accountants eva and kim, ana heads.
  private static let all = ["role:lawyer", "role:accountant", "ana"]

  @Test(arguments: [
    (needed: 4, voters: ["ben", "kim"], passes: false),
    (4, ["ana", "kim"], true),
    (4, ["ana"], false),
    // eva is a lawyer and an accountant: the greater weight holds, once.
    (5, ["eva", "ana"], true),
    (6, ["eva", "ana"], false),
    (1, ["zoe", "leo"], false),
  ])
  func `a step passes when the voices of those who agree weigh enough`(
    needed: Int, voters: [String], passes: Bool
  ) {
    let step = StepSketch("board", by: Self.all, quorum: .weight(needed))
      .voices([("ana", 3), ("role:accountant", 1), ("role:lawyer", 2)])
    var run = Scenario(adoption: [[step]])
    run.advance("order", "adopt", by: "leo")
    for voter in voters { run.approve("order", by: voter) }
    #expect((run.stateName(of: "order") == "in-force") == passes)
  }

  @Test
  func `who weighs how much is told, and how much is there`() throws {
    let step = StepSketch("board", by: Self.all, quorum: .weight(5))
      .voices([("ana", 3), ("role:lawyer", 2)])
    var run = Scenario(adoption: [[step]])
    run.advance("order", "adopt", by: "leo")
    run.approve("order", by: "ana")
    let view = try #require(run.round(of: "order")?.steps[0])
    #expect((view.needed, view.tally.reached, view.tally.unit) == (5, 3, .weight))
    #expect(view.tally.voices.map(\.weight) == [3, 2, 2])
    #expect(run.names(view.tally.voices.map(\.person)) == ["ana", "ben", "eva"])
  }

  @Test
  func `a weight that nobody brings together opens no round`() {
    let step = StepSketch("board", by: Self.all, quorum: .weight(5)).voices([("ana", 1)])
    var run = Scenario(adoption: [[step]])
    #expect(run.advance("order", "adopt", by: "leo") == ["quorum-unreachable"])
    #expect(
      run.message().en
        == "step `board` of 1.1 `order` needs a weight of 5, and all who can approve weigh 4 "
        + "together: `ana`, `ben`, `eva`, `kim`")
  }

  @Test(arguments: [
    (groups: [("role:lawyer", 1), ("role:accountant", 1)], voters: ["eva"], passes: false),
    ([("role:lawyer", 1), ("role:accountant", 1)], ["eva", "kim"], true),
    ([("role:lawyer", 1), ("role:accountant", 1)], ["ben", "kim"], true),
    ([("role:lawyer", 1), ("role:accountant", 1)], ["ben", "ana"], false),
    ([("role:lawyer", 2), ("role:accountant", 1)], ["ben", "eva"], false),
    ([("role:lawyer", 2), ("role:accountant", 1)], ["eva", "kim", "ben"], true),
    ([("role:lawyer", 1), ("role:accountant", 1), ("ana", 1)], ["eva", "kim"], false),
    ([("role:lawyer", 1), ("role:accountant", 1), ("ana", 1)], ["eva", "ana", "kim"], true),
  ])
  func `a step passes when each group has people of its own`(
    groups: [(String, Int)], voters: [String], passes: Bool
  ) {
    var run = Scenario(adoption: [[StepSketch("board", by: Self.all).each(groups.map { ($0, $1) })]]
    )
    run.advance("order", "adopt", by: "leo")
    for voter in voters { run.approve("order", by: voter) }
    #expect((run.stateName(of: "order") == "in-force") == passes)
  }

  @Test
  func `groups that share too few people open no round`() {
    let step = StepSketch("board", by: ["eva", "ana"])
      .each([("role:lawyer", 1), ("role:accountant", 1)])
    var run = Scenario(adoption: [[step]])
    #expect(run.advance("order", "adopt", by: "leo") == ["quorum-unreachable"])
    #expect(
      run.message().en
        == "step `board` of 1.1 `order` needs other people from each of `role:lawyer`, "
        + "`role:accountant`, 2 in all, and only 1 can be found among `ana`, `eva`")
  }

  @Test(arguments: [
    (percent: 50, people: 2, needed: 2), (50, 3, 2), (50, 4, 3), (50, 5, 3), (1, 1, 1),
    (99, 100, 100), (66, 3, 2), (67, 3, 3), (50, 0, 1),
  ])
  func `more than a part is more than it`(percent: Int, people: Int, needed: Int) {
    #expect(Quorum.moreThan(percent).needed(of: people) == needed)
  }
}

extension Scenario {
  /// Whose approvals count for each group of a step of the open round of `order`.
  func groups(of step: String) -> [[String]] {
    let index = self.step(step, of: measure("order"))
    return round(of: "order")?.steps[index.position].tally.groups.map { names($0.given) } ?? []
  }
}
