import Bilingual
import SourceDiagnostics
import Testing
import YAMLSource

@Test(arguments: try Golden.all())
func `a rejected file prints exactly its golden diagnostics`(_ fixture: Golden) throws {
  let reading = Reading(fixture.bytes, path: fixture.name + ".yaml")
  for language in Language.allCases {
    let renderer = TextRenderer(files: reading.files, language: language, color: false)
    try fixture.expect(renderer.render(reading.diagnostics), extension: "\(language).out")
  }
}

@Test(arguments: try Golden.all())
func `a fixture is named after the problem that it shows`(_ fixture: Golden) {
  let codes = Reading(fixture.bytes).codes
  #expect(codes.contains { fixture.name == $0 || fixture.name.hasPrefix($0 + "-") }, "\(codes)")
}

@Test(arguments: try Golden.all())
func `no problem is told in the words of libyaml`(_ fixture: Golden) {
  for problem in Reading(fixture.bytes).diagnostics.sorted() {
    #expect(!problem.message.en.hasPrefix("this is not YAML"))
  }
}

@Test func `every code that a small file can show has a fixture`() throws {
  let codes = Set(try Golden.all().flatMap { Reading($0.bytes).codes })
  let needLimits: Set = ["file-too-large", "scalar-too-long"]
  #expect(
    codes.union(needLimits) == [
      "alias-limit", "complex-key", "control-character", "duplicate-key", "empty-file",
      "file-too-large", "invalid-encoding", "merge-key", "multiple-documents", "nesting-limit",
      "recursive-alias", "scalar-too-long", "unknown-anchor", "unknown-tag", "yaml-syntax",
    ])
}
