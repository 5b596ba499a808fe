import Foundation
import Glibc
import RoadmapModel
import RoadmapService
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

@Test func `a file that is included from several places is read once`() {
  let reading = Reading(
    "include: [a.yaml, sub/b.yaml]",
    files: [
      "a.yaml": "include: ./sub/../shared.yaml\ndocuments: {one: }",
      "sub/b.yaml": "include: ../shared.yaml\nroutes: {}", "shared.yaml": "documents: {two: }",
    ])
  #expect(reading.codes == [])
  #expect(
    reading.compiled.sources.map(\.path) == ["roadmap.yaml", "a.yaml", "sub/b.yaml", "shared.yaml"])
}

@Test
func `the sections of included files follow those of the root file, in the order of inclusion`() {
  let section = { (title: String) in "sections: [{title: \(title)}]" }
  let reading = Reading(
    "include: [b.yaml, a.yaml]\nsections: [{title: root, sections: [{title: below}]}]",
    files: [
      "a.yaml": section("a"), "b.yaml": "include: c.yaml\n" + section("b"), "c.yaml": section("c"),
    ])
  #expect(reading.roadmap.sections.map(\.title) == ["root", "below", "b", "a", "c"])
  #expect(reading.roadmap.sections.map { $0.parent?.position } == [nil, 0, nil, nil, nil])
}

@Test func `every loop of includes is told once`() {
  let reading = Reading(
    "include: [a.yaml, x.yaml]",
    files: [
      "a.yaml": "include: b.yaml", "b.yaml": "include: [a.yaml, roadmap.yaml]",
      "x.yaml": "include: x.yaml",
    ])
  #expect(reading.codes == Array(repeating: "include-cycle", count: 3))
}

@Test(arguments: [
  (path: "link.yaml", code: "include-unreadable"), (path: "pipe", code: "include-unreadable"),
  (path: "folder", code: "include-unreadable"), (path: "missing.yaml", code: "include-unreadable"),
  (path: "linked/inside.yaml", code: "include-unreadable"),
  (path: "inside.yaml/x", code: "include-unreadable"),
  (path: "../outside.yaml", code: "include-outside"),
  (path: "folder/../../outside.yaml", code: "include-outside"),
  (path: "/etc/hostname", code: "include-outside"),
  (path: "\"a\\u0001\"", code: "include-unreadable"),
])
func `nothing is read but regular files below the folder of the root file`(
  path: String, code: String
) throws {
  let folder = try TemporaryFolder()
  try folder.write("outside.yaml", "documents: {secret: }")
  try folder.write("home/inside.yaml", "documents: {fine: }")
  try folder.write("home/folder/inside.yaml", "documents: {fine: }")
  symlink("../outside.yaml", folder.path("home/link.yaml"))
  symlink("folder", folder.path("home/linked"))
  mkfifo(folder.path("home/pipe"), 0o600)
  try folder.write(
    "home/roadmap.yaml", "vekha: 1\ninclude: \(path)\nroadmap: {id: r, title: R}\n")
  let compiled = try RoadmapFile(path: folder.path("home/roadmap.yaml")).compiled()
  #expect(compiled.diagnostics.map(\.code.name) == [code])
  #expect(compiled.roadmap.documents.isEmpty)
}

/// A folder that is removed with the last reference to it.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vekha-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ name: String, _ text: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
