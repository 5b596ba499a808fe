import Foundation
import Testing

@Suite struct `The layout of files` {
  @Test func `is checked without a change, and mended on request`() throws {
    let place = try Workplace()
    try place.write("a:   1 # one\n", to: "a.yaml")
    try place.write("a: 1\n", to: "b.yaml")
    let check = try place.vekha("fmt --check a.yaml b.yaml")
    #expect(check.exit == 1)
    #expect(check.out == "a.yaml\n")
    #expect(try place.read("a.yaml") == "a:   1 # one\n")
    let mended = try place.vekha("fmt a.yaml b.yaml --format json")
    #expect(mended.exit == 0)
    #expect(try mended.json()["changed"] as? [String] == ["a.yaml"])
    #expect(try place.read("a.yaml") == "a: 1 # one\n")
    #expect(try place.vekha("fmt --check a.yaml b.yaml").exit == 0)
  }

  @Test func `of a folder is that of its roadmaps and what they include`() throws {
    let place = try Workplace()
    try place.shell("mkdir -p plans/library && mkdir plans/.hidden")
    try place.write(
      "vekha: 1\ninclude: [library/a.yaml]\nroadmap:   {id: r, title: R}\n", to: "plans/r.yaml")
    try place.write("roles:   {head: Head}\n", to: "plans/library/a.yaml")
    try place.write("steps:   [1]\n", to: "plans/pipeline.yaml")
    let check = try place.vekha("fmt --check plans")
    #expect(check.exit == 1 && check.out == "plans/library/a.yaml\nplans/r.yaml\n", "\(check)")
    #expect(try place.vekha("fmt plans").exit == 0)
    #expect(try place.read("plans/library/a.yaml") == "roles: {head: Head}\n")
    #expect(try place.read("plans/pipeline.yaml") == "steps:   [1]\n")
    #expect(try place.run(["fmt", "--check", "plans/*.yaml"]).out == "plans/pipeline.yaml\n")
    #expect(try place.vekha("fmt library").exit == 66)
  }

  @Test func `is shown as a difference that patch can apply`() throws {
    let place = try Workplace()
    let text = "# one\na:   1\nb:\n- x\n\n\n\nc: 2\nd: 3\ne: 4\nf: 5\ng:  6\n"
    try place.write(text, to: "a.yaml")
    let shown = try place.vekha("fmt --diff a.yaml")
    #expect(shown.exit == 0 && shown.err.isEmpty)
    #expect(shown.out.hasPrefix("--- a/a.yaml\n+++ b/a.yaml\n@@ "))
    #expect(shown.out.contains("-a:   1\n") && shown.out.contains("+a: 1\n"))
    #expect(!shown.out.contains("-# one") && !shown.out.contains("-d: 3"))
    #expect(try place.read("a.yaml") == text)
    #expect(try place.vekha("fmt --check --diff a.yaml").exit == 1)
    try place.write(shown.out, to: "a.patch")
    #expect(try place.shell("cp a.yaml b.yaml && patch -s a.yaml a.patch").exit == 0)
    #expect(try place.vekha("fmt b.yaml").exit == 0)
    #expect(try place.read("a.yaml") == place.read("b.yaml"))
    #expect(try place.vekha("fmt --diff a.yaml").out == "")
  }

  @Test func `keeps permissions and links, and leaves nothing beside the file`() throws {
    let place = try Workplace()
    try place.write("a:   1\n", to: "a.yaml")
    #expect(try place.shell("chmod 664 a.yaml && ln -s a.yaml link.yaml").exit == 0)
    #expect(try place.vekha("fmt link.yaml").exit == 0)
    #expect(try place.read("a.yaml") == "a: 1\n")
    let names = try place.shell("stat -c %a a.yaml; ls").out
    #expect(names == "664\na.yaml\nlink.yaml\n")
  }

  @Test func `of what is no YAML, or is not there, is refused`() throws {
    let place = try Workplace()
    try place.write("a: [1\n", to: "a.yaml")
    let broken = try place.vekha("fmt a.yaml")
    #expect(broken.exit == 1)
    #expect(broken.err.contains("yaml-syntax"))
    #expect(try place.vekha("fmt none.yaml").exit == 66)
  }
}
