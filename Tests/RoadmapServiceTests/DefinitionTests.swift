import RoadmapLanguage
import RoadmapModel
import Testing

@testable import RoadmapService

@Suite struct `The definition that a run is pinned to` {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `its bytes give back the same files and the same bytes`() throws {
    let compiled = try Office.compiled()
    let definition = Definition(of: compiled)
    let again = try #require(Definition(bytes: definition.bytes))
    #expect(again.bytes == definition.bytes && definition.isReversible)
    #expect(again.files.map(\.path) == ["office.yaml", "library/routes.yaml"])
    #expect(again.read().roadmap.measures.count == compiled.roadmap.measures.count)
  }

  @Test(arguments: [
    "", "vekha definition 1", "vekha definition 1\n", "vekha definition 2\n1 a\nx\n",
    "vekha definition 1\n1 a\nx", "vekha definition 1\n2 a\nx\n", "vekha definition 1\n-1 a\nx\n",
    "vekha definition 1\n1 a\nxy\n", "vekha definition 1\n1\nx\n", "vekha definition 1\nx a\nx\n",
    "vekha definition 1\n9223372036854775807 a\nx\n", "vekha definition 1\n1 a\nx\n1 b",
    "vekha definition 1\n99999999999999999999 a\nx\n",
  ])
  func `bytes that are none are refused`(text: String) {
    #expect(Definition(bytes: bytes(text)) == nil)
  }

  @Test func `files may hold anything, line feeds and empty files among it`() throws {
    let text = "vekha definition 1\n0 a b\n\n4 c\n\n\n\n\n\n"
    let definition = try #require(Definition(bytes: bytes(text)))
    #expect(definition.files.map(\.path) == ["a b", "c"])
    #expect(definition.files.map(\.bytes) == [[], [10, 10, 10, 10]])
    #expect(definition.bytes == bytes(text))
  }

  @Test func `a path with a line feed is not reversible`() throws {
    let compiled = try Office.compiled(as: "off\nice.yaml")
    #expect(!Definition(of: compiled).isReversible)
    #expect {
      try Office.start(compiled)
    } throws: { error in
      if case .unkeepablePath? = error as? ServiceError { true } else { false }
    }
  }
}
