import SourceDiagnostics
import Testing
import YAMLSource

@Test func `a mapping lends its entries in the order of the text`() throws {
  var files = SourceFiles()
  var symbols = SymbolTable()
  var diagnostics = Diagnostics()
  let file = files.add(path: "a.yaml", bytes: Array("б: 1\nа: [x, y]\n".utf8))
  let tree = try #require(
    YAMLReader().read(file, of: files, into: &symbols, diagnostics: &diagnostics))
  let root = try #require(tree.root)
  let keys = tree.entries(of: root).compactMap { tree.keySymbol($0.key) }.map(symbols.string)
  #expect(keys == ["б", "а"])
}
