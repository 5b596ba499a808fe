import Foundation
import Testing

@Suite struct `Watching` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
  }

  /// Waits for a text in the output, at most ten seconds.
  private func shows(_ words: String, in name: String) throws -> Bool {
    for _ in 0..<200 {
      if (try? place.read(name))?.contains(words) == true { return true }
      usleep(50_000)
    }
    return false
  }

  @Test func `every way to save is noticed, also of an included file, and Ctrl-C ends it`() throws {
    let watcher = Process()
    watcher.executableURL = URL(filePath: "/bin/sh")
    watcher.arguments = ["-c", "exec \"$VEKHA\" validate library-opening.yaml --watch >out 2>&1"]
    watcher.currentDirectoryURL = place.folder
    watcher.environment = ["VEKHA": Workplace.program.path, "LC_ALL": "C.UTF-8"]
    try watcher.run()
    defer { kill(watcher.processIdentifier, SIGKILL) }
    let begins = try shows("watching 2 files", in: "out")
    try #require(begins)
    // In place, as `echo >>` saves.
    try place.shell("printf '\\nfirst: 1\\n' >> library-opening.yaml")
    #expect(try shows("has no key `first`", in: "out"))
    // By another file in its place, as editors save.
    try place.shell("sed -i 's/^first:/second:/' library-opening.yaml")
    #expect(try shows("has no key `second`", in: "out"))
    try place.shell("printf '\\nthird: 1\\n' >> library/en/lifecycles.yaml")
    #expect(try shows("has no key `third`", in: "out"))
    try place.shell("mv library/en/lifecycles.yaml x")
    #expect(try shows("cannot be read", in: "out"))
    try place.shell(
      "mv x library/en/lifecycles.yaml; sed -i 's/^second:/fourth:/' library-opening.yaml")
    #expect(try shows("has no key `fourth`", in: "out"))
    kill(watcher.processIdentifier, SIGINT)
    for _ in 0..<200 where watcher.isRunning { usleep(50_000) }
    try #require(!watcher.isRunning)
    #expect(watcher.terminationReason == .exit && watcher.terminationStatus == 0)
  }

  @Test func `what cannot be watched is refused`() throws {
    #expect(try place.shell("\"$VEKHA\" validate - --watch < library-opening.yaml").exit == 64)
    #expect(try place.vekha("validate library-opening.yaml --watch --fix").exit == 64)
  }
}
