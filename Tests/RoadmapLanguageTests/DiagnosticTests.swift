import Bilingual
import Foundation
import SourceDiagnostics
import Testing

@testable import RoadmapLanguage

@Test(arguments: try Golden.all())
func `a roadmap with mistakes prints exactly its golden diagnostics`(_ fixture: Golden) throws {
  let compiled = try fixture.compiled()
  for language in Language.allCases {
    let renderer = TextRenderer(files: compiled.files, language: language, color: false)
    try fixture.expect(renderer.render(compiled.problems), extension: "\(language).out")
  }
}

@Test func `every code has a fixture that shows it`() throws {
  let shown = Set(try Golden.all().flatMap { try $0.compiled().diagnostics.map(\.code) })
  #expect(DiagnosticCode.all.filter { !shown.contains($0) }.map(\.name) == [])
}

@Test(arguments: try Golden.all())
func `a fixture named after a code shows it`(_ fixture: Golden) throws {
  guard DiagnosticCode.all.contains(DiagnosticCode(fixture.name)) else { return }
  #expect(try fixture.compiled().diagnostics.contains { $0.code.name == fixture.name })
}

@Test(arguments: try Golden.all())
func `no fixture is told the same fact twice in one place`(_ fixture: Golden) throws {
  let diagnostics = try fixture.compiled().diagnostics
  let places = diagnostics.map { "\($0.code.name) \($0.span)" }
  #expect(places.count == Set(places).count)
}

@Test func `the registry names every code that the sources declare, once`() throws {
  let names = DiagnosticCode.all.map(\.name)
  #expect(names.count == Set(names).count)
  #expect(names == (try declaredCodes()))
}

/// The names of all codes in the sources, in the order of the alphabet.
private func declaredCodes() throws -> [String] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")
  let declaration = /static let \w+ = (?:DiagnosticCode|FindingCode|Self)\("([a-z-]+)"\)/
  var found: [String] = []
  for module in ["YAMLSource", "RoadmapLanguage", "RoadmapProof"] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: module), includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found += text.matches(of: declaration).map { String($0.1) }
    }
  }
  return found.sorted()
}
