import Foundation
import GRDB
import Testing

@Suite struct `What was kept of a journal elsewhere` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.vekha("start library-opening.yaml --as dana")
    try place.vekha("advance founding-order --as dana")
    try place.attachText(to: "founding-order", by: "dana")
    try place.vekha("advance founding-order --as dana")
  }

  /// Puts back the store as it was at the last `keepStore`.
  private func putStoreBack() throws {
    try FileManager.default.removeItem(at: place.folder.appending(path: ".vekha"))
    try FileManager.default.copyItem(
      at: place.folder.appending(path: "kept"), to: place.folder.appending(path: ".vekha"))
  }

  private func keepStore() throws {
    try FileManager.default.copyItem(
      at: place.folder.appending(path: ".vekha"), to: place.folder.appending(path: "kept"))
  }

  @Test func `failure 19: newest events that were cut off are seen by whoever saw them`() throws {
    try keepStore()
    try place.vekha("approve founding-order --as ana")
    #expect(try place.vekha("audit").exit == 0)
    try putStoreBack()
    let answer = try place.vekha("audit")
    #expect(answer.exit == 1 && answer.out == "", "\(answer)")
    #expect(answer.err.contains("the end was cut off: the journal had"))
    #expect(answer.err.contains(".local/state/vekha/checkpoints/"))
    #expect(try place.vekha("audit --lang ru").err.contains("конец журнала отрезан"))
    let act = try place.vekha("approve founding-order --as ben")
    #expect(act.exit == 1 && act.err.contains("the end was cut off"), "\(act)")
    #expect(try place.vekha("status").exit == 0, "looking is always possible")
    place.environment["XDG_STATE_HOME"] = place.path("another-client")
    #expect(try place.vekha("audit").exit == 0, "a client that never saw them cannot know")
  }

  @Test func `another history is seen by whoever saw the first one`() throws {
    try keepStore()
    try place.vekha("approve founding-order --as ana")
    #expect(try place.vekha("audit").exit == 0)
    try putStoreBack()
    let memory = place.environment
    place.environment["XDG_STATE_HOME"] = place.path("another-client")
    try place.vekha("return founding-order --as ana --remarks no")
    try place.vekha("advance founding-order --as dana")
    place.environment = memory
    let act = try place.vekha("approve founding-order --as ben")
    #expect(act.exit == 1 && act.err.contains("history was replaced"), "\(act)")
    let answer = try place.vekha("audit")
    #expect(answer.exit == 1 && answer.err.contains("history was replaced"), "\(answer)")
  }

  @Test func `a damaged memory is not passed over`() throws {
    try place.vekha("audit")
    let folder = ".local/state/vekha/checkpoints"
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path(folder))
    #expect(names.count == 1)
    try place.write("nonsense", to: "\(folder)/\(names[0])")
    let answer = try place.vekha("audit")
    #expect(answer.exit == 66 && answer.err.contains("it is no checkpoint"), "\(answer)")
  }

  @Test func `a checkpoint in a file is continued, and no smaller or other journal passes`() throws
  {
    let written = try place.vekha("audit --write-checkpoint point --format json")
    #expect(written.exit == 0)
    #expect(try written.json()["checkpoint"] as? String == place.read("point"))
    try keepStore()
    try place.vekha("approve founding-order --as ana")
    #expect(try place.vekha("audit --checkpoint point").exit == 0)
    #expect(try place.vekha("audit --write-checkpoint point").exit == 0)
    let later = try place.read("point")
    try putStoreBack()
    place.environment["XDG_STATE_HOME"] = place.path("another-client")
    for line in ["audit --checkpoint point", "audit --write-checkpoint point"] {
      let answer = try place.vekha(line)
      #expect(answer.exit == 1 && answer.err.contains("the end was cut off"), "\(answer)")
    }
    #expect(try place.read("point") == later, "a refused journal leaves no checkpoint")
    try place.vekha("start library-opening.yaml --as dana --run second")
    let other = try place.vekha("audit --run second --checkpoint point")
    #expect(other.exit == 1 && other.err.contains("of another run"), "\(other)")
    #expect(try place.vekha("audit --run second --checkpoint nowhere").exit == 66)
  }
}
