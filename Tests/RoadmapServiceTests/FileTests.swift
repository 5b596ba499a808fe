import Bilingual
import Foundation
import Glibc
import RoadmapLanguage
import Testing

@testable import RoadmapService

@Suite final class `Files of a roadmap` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "vekha-files-\(UUID().uuidString)")

  init() throws {
    for name in ["inner", "outer"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("secret".utf8).write(to: folder.appending(path: "outer/secret.yaml"))
    try Data("vekha: 1".utf8).write(to: folder.appending(path: "inner/root.yaml"))
    try Data("part".utf8).write(to: folder.appending(path: "inner/part.yaml"))
    symlink("../outer/secret.yaml", path("inner/link.yaml"))
    symlink("../outer", path("inner/way"))
    mkfifo(path("inner/pipe"), 0o600)
    truncate("inner/huge.yaml", to: RoadmapFile.largestSize + 1)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func truncate(_ name: String, to size: Int) {
    close(creat(path(name), 0o600))
    Glibc.truncate(path(name), off_t(size))
  }

  @Test(arguments: [
    ("inner", "it is a folder"), ("inner/pipe", "it is not a regular file"),
    ("inner/huge.yaml", "it is larger than 256 MiB"), ("missing", "there is no such file"),
    ("inner/root.yaml/x", "a part of the path is not a folder"), ("/dev/null", "not a regular"),
    ("inner/" + String(repeating: "x", count: 5000), "the path is too long"),
  ])
  func `what is no regular file is refused at once, with the reason`(
    name: String, reason: String
  ) throws {
    let full = name.hasPrefix("/") ? name : path(name)
    #expect {
      try RoadmapFile(path: full)
    } throws: { error in
      (error as? FileProblem)?.message.en.contains(reason) == true
    }
  }

  @Test func `the root file may be a link, since whoever runs the program names it`() throws {
    #expect(try RoadmapFile(path: path("inner/link.yaml")).root.bytes == Array("secret".utf8))
  }

  @Test(arguments: [
    "link.yaml", "way/secret.yaml", "../outer/secret.yaml", "./part.yaml", "inner/../part.yaml",
    "pipe", "huge.yaml", "missing.yaml", "way",
  ])
  func `no include leads out of the folder or blocks`(name: String) throws {
    let file = try RoadmapFile(path: path("inner/root.yaml"))
    if case .success = file.folder.read(name) { Issue.record("read \(name)") }
    #expect(try file.folder.read("part.yaml").get() == Array("part".utf8))
  }

  @Test func `an absolute include is read within the folder or not at all`() throws {
    let file = try RoadmapFile(path: path("inner/root.yaml"))
    if case .success = file.folder.read(path("outer/secret.yaml")) { Issue.record("read it") }
  }
}
