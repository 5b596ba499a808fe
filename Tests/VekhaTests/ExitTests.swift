import Foundation
import Glibc
import Testing

@Suite struct `Exit statuses` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    try place.write("vekha: 1\nroadmap: {id: x, title: X", to: "broken.yaml")
    try place.write("This is no store.", to: "text.db")
  }

  @Test(arguments: [
    ("", 0), ("--help", 0), ("help advance", 0), ("--version", 0),
    ("validate library-opening.yaml", 0),
    ("validate broken.yaml", 1), ("graph broken.yaml", 1), ("start broken.yaml --as a", 1),
    ("validate", 64), ("validate -", 1), ("statsu", 64), ("status --nonsense", 64),
    ("status --format xml", 64), ("--lang fr status", 64), ("status --at yesterday", 64),
    ("status --wait 3601", 64), ("status --store http://host/store", 64), ("audit --head 12", 64),
    ("start library-opening.yaml", 64),
    ("start library-opening.yaml --as dana --at 2027-02-30", 64),
    ("receive x --number 1 --date 2027-02-30 --as dana", 64),
    ("start library-opening.yaml --as dana --request \u{44F}", 64),
    ("validate missing.yaml", 66), ("validate .", 1), ("validate library", 66),
    ("graph missing.yaml", 66),
    ("validate library-opening.yaml missing.yaml", 66),
    ("status", 66), ("next", 66), ("history", 66), ("audit", 66), ("why x", 66),
    ("advance x --as dana", 66), ("approve x --as dana", 66), ("doctor --store missing.db", 66),
    ("start library-opening.yaml --as dana --store missing/store.db", 66),
    ("status --store text.db", 74), ("doctor --store text.db", 74),
    ("start library-opening.yaml --as dana --store text.db", 74),
  ])
  func `each way to fail has its exit status`(words: String, exit: Int32) throws {
    let answer = try place.vekha(words)
    #expect(answer.exit == exit, "\(answer)")
    #expect(exit == 0 ? answer.err == "" : !answer.err.isEmpty)
    #expect(answer.err.allSatisfy { $0 != "\u{1B}" })
  }

  @Test func `a store that may only be read can be looked at, and not written`() throws {
    try place.vekha("start library-opening.yaml --as dana")
    // Root may write anything, so it takes another's place.
    let runner = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let answer = try place.shell(
      """
      chmod -R a=rX . && \(runner) "$VEKHA" status >/dev/null && \
        \(runner) "$VEKHA" advance 1.1 --as dana; status=$?; chmod -R u+w .; exit $status
      """)
    #expect(answer.exit == 74 && answer.err.contains("can be read but not written"), "\(answer)")
  }

  @Test func `a store that others write to is busy, after a wait of one's choice`() throws {
    try place.vekha("start library-opening.yaml --as dana")
    let lock = try Locked(path: place.path(".vekha/store.db.lock"))
    let began = Date()
    let answer = try place.vekha("advance 1.1 --as dana --wait 1")
    #expect(answer.exit == 75 && answer.err.contains("try again"))
    #expect(Date().timeIntervalSince(began) < 8)
    #expect(try place.vekha("status").exit == 0, "readers never wait")
    lock.release()
    #expect(try place.vekha("advance 1.1 --as dana --wait 1").exit == 0)
  }

  @Test func `output that cannot be written is a fault, and not a success`() throws {
    let answer = try place.shell("\"$VEKHA\" validate library-opening.yaml > /dev/full")
    #expect(answer.exit == 74 && answer.err.contains("cannot be written"))
  }
}
