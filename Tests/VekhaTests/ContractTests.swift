import Foundation
import Testing

@Suite struct `What programs read` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  private func keys(_ value: Any?) -> Set<String> { Set((value as? [String: Any] ?? [:]).keys) }

  @Test func `validate tells each problem with its place`() throws {
    try place.edit(Workplace.library) {
      $0.replacing("after: [safety-check]", with: "after: [safty-check]")
    }
    let answer = try place.vekha("validate library-opening.yaml \(Workplace.school) --format json")
    #expect(answer.exit == 1 && answer.err == "")
    let report = try answer.json()
    #expect(keys(report) == ["diagnostics", "roadmaps"])
    let problems = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(problems.count == 9)
    for problem in problems {
      #expect(
        keys(problem) == [
          "code", "severity", "message", "path", "start", "end", "related", "help",
        ])
      #expect(keys(problem["start"]) == ["line", "column"])
      #expect(keys(problem["end"]) == ["line", "column"])
    }
    let error = try #require(problems.first { $0["severity"] as? String == "error" })
    let lines = try place.read(Workplace.library).components(separatedBy: "\n")
    let line = try #require(lines.firstIndex { $0.contains("safty-check") })
    let column = try #require(lines[line].range(of: "safty-check"))
    let start = lines[line].distance(from: lines[line].startIndex, to: column.lowerBound) + 1
    #expect(error["code"] as? String == "unknown-measure")
    #expect(error["path"] as? String == "library-opening.yaml")
    #expect(error["start"] as? [String: Int] == ["line": line + 1, "column": start])
    #expect(error["end"] as? [String: Int] == ["line": line + 1, "column": start + 11])
    #expect(error["help"] as? String == "did you mean `safety-check`?")
    let roadmaps = try #require(report["roadmaps"] as? [[String: Any]])
    #expect(roadmaps.map { $0["id"] as? String } == ["library-opening", "school-support"])
    #expect(roadmaps[1]["measures"] as? Int == 34 && roadmaps[1]["dependencies"] as? Int == 25)
  }

  @Test func `status tells where each measure stands, its round and its ways`() throws {
    try place.vekha("start \(Workplace.school) --as ponomareva")
    try place.draft("programme-order", by: "ponomareva")
    try place.vekha("advance programme-order --as ponomareva")
    let report = try place.vekha("status --format json --at 2018-04-01").json()
    #expect(keys(report) == ["run", "definition", "events", "head", "acts", "measures"])
    #expect(report["run"] as? String == "school-support" && report["events"] as? Int == 4)
    #expect((report["head"] as? String)?.count == 64)
    #expect((report["definition"] as? String)?.count == 64)
    let measures = try #require(report["measures"] as? [[String: Any]])
    #expect(measures.count == 49)
    let order = try #require(measures.first { $0["id"] as? String == "programme-order" })
    #expect(
      keys(order) == [
        "id", "number", "title", "kind", "state", "done", "overdue", "extended", "begun",
        "finished", "limits", "due", "owners", "attachments", "fields", "round", "transitions",
        "cancelled", "suspended", "reopened", "waived", "reopenedBefore",
      ])
    #expect(order["number"] as? String == "1.2.2" && order["kind"] as? String == "order")
    #expect(order["state"] as? String == "drafting" && order["done"] as? Bool == false)
    #expect(order["overdue"] as? Bool == true)
    #expect(order["due"] as? [String: String] == ["from": "2018-03-01", "to": "2018-03-31"])
    #expect(order["owners"] as? [String] == ["ponomareva"])
    let files = try #require(order["attachments"] as? [[String: Any]])
    #expect(keys(files.first) == ["name", "size", "digest", "by", "at", "revision"])
    #expect(files.first?["name"] as? String == "programme-order.txt")
    let round = try #require(order["round"] as? [String: Any])
    #expect(keys(round) == ["number", "transition", "requester", "returns", "steps"])
    let steps = try #require(round["steps"] as? [[String: Any]])
    #expect(steps.map { $0["id"] as? String } == ["endorse", "law", "money", "confirm"])
    #expect(
      keys(steps[0]) == [
        "id", "open", "deadline", "passed", "skipped", "needed", "covers", "seen", "given",
        "givenFor", "kept",
        "eligible", "representatives", "unit", "reached", "weights", "groups", "dissents", "chairs",
        "passedBy", "veto",
      ])
    #expect((steps[0]["seen"] as? String)?.count == 64 && steps[0]["covers"] is NSNull)
    #expect(steps[0]["unit"] as? String == "people" && steps[0]["veto"] is NSNull)
    #expect(steps.map { $0["open"] as? Bool } == [true, false, false, false])
    #expect(steps[0]["eligible"] as? [String] == ["education-deputy"])
    let ways = try #require(order["transitions"] as? [[String: Any]])
    #expect(ways.map { $0["name"] as? String } == ["adopt", "drop"])
    #expect(keys(ways[0]) == ["name", "allowed", "blockers"])
    let blockers = try #require(ways[0]["blockers"] as? [[String: Any]])
    #expect(blockers[0]["code"] as? String == "round-open", "\(blockers)")
    #expect(blockers.allSatisfy { $0["message"] is String })
  }

  @Test func `status of one measure is the same object among one`() throws {
    try place.vekha("start \(Workplace.library) --as dana")
    let all = try place.vekha("status --format json").json()["measures"] as? [[String: Any]]
    let one = try place.vekha("status 2.1 --format json").json()["measures"] as? [[String: Any]]
    let rooms = try #require(all?.first { $0["id"] as? String == "rooms" })
    #expect(one?.count == 1)
    #expect(try #require(one?.first) as NSDictionary == rooms as NSDictionary)
    #expect(rooms["round"] is NSNull)
  }

  @Test func `next tells what can be done and by whom`() throws {
    try place.vekha("start \(Workplace.library) --as dana")
    try place.draft("founding-order", by: "dana")
    try place.vekha("advance founding-order --as dana")
    let actions = try #require(
      try place.vekha("next --format json").json()["actions"] as? [[String: Any]])
    for action in actions {
      #expect(
        keys(action) == [
          "measure", "action", "transition", "step", "forward", "outOfTurn", "people",
          "representatives",
        ])
    }
    #expect(actions[0]["measure"] as? String == "founding-order")
    #expect(actions[0]["action"] as? String == "approve")
    #expect(actions[0]["transition"] as? String == "adopt")
    #expect(actions[0]["step"] as? String == "board")
    #expect(actions[0]["people"] as? [String] == ["ana", "ben", "chidi"])
    #expect(actions[1]["action"] as? String == "advance" && actions[1]["step"] is NSNull)
  }

  @Test func `history is an object a line, each bound to the one before`() throws {
    try place.vekha("start \(Workplace.library) --as dana --at 2027-01-04")
    try place.vekha("advance founding-order --as dana --request my-request")
    let lines = try place.vekha("history --format json").out.split(separator: "\n")
    let events = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(events.map { $0["n"] as? Int } == [1, 2])
    #expect(events[0]["at"] as? String == "2027-01-04T00:00:00Z")
    #expect(events[0]["event"] as? String == "run-started")
    #expect(events[1]["event"] as? String == "measure-moved")
    #expect(events[1]["request"] as? String == "my-request")
    #expect(events[1]["by"] as? String == "dana" && events[1]["auth"] as? String == "asserted")
    let head = try place.vekha("status --format json").json()["head"] as? String
    #expect(events[1]["hash"] as? String == head)
    #expect(try place.vekha("audit --format json").json()["head"] as? String == head)
  }

  @Test func `a refusal is data on standard output, and words on standard error`() throws {
    try place.vekha("start \(Workplace.library) --as dana")
    let answer = try place.vekha("advance opening-plan --as dana --format json")
    #expect(answer.exit == 1 && answer.err.contains("founding-order"))
    let blockers = try #require(try answer.json()["blockers"] as? [[String: Any]])
    #expect(blockers.map { $0["code"] as? String } == ["waits-for-measure"], "\(blockers)")
  }

  @Test(arguments: [
    "status", "next", "audit", "doctor", "why 1.1", "validate library-opening.yaml",
  ])
  func `data has the same keys in both languages`(words: String) throws {
    try place.vekha("start \(Workplace.library) --as dana")
    let english = try place.vekha("\(words) --format json").json()
    let russian = try place.vekha("\(words) --format json --lang ru").json()
    #expect(keys(english) == keys(russian) && !keys(english).isEmpty)
  }
}
