// Feeds libFuzzer's inputs to the YAML reader and stops at the first broken promise.
import Bilingual
import FuzzDriver
import SourceDiagnostics
import YAMLSource

@_cdecl("yaml_fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(count, arguments, test)
}

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var limits = YAMLLimits()
  limits.scalarBytes = 1 << 12
  limits.aliasNodes = 1000
  var files = SourceFiles()
  var symbols = SymbolTable()
  var diagnostics = Diagnostics()
  let file = files.add(path: "input.yaml", bytes: bytes)
  let tree = YAMLReader(limits: limits).read(
    file, of: files, into: &symbols, diagnostics: &diagnostics)
  check(tree != nil || diagnostics.hasErrors, "refused without a reason")
  let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
  check(diagnostics.hasErrors || isUTF8, "accepted what is no UTF-8")
  if let tree { checkTree(tree, of: bytes, in: files, symbols) }
  checkDiagnostics(diagnostics, of: bytes, in: files)
  return 0
}

/// Spans lie in the text, in order and in those of their parents.
private func checkTree(
  _ tree: YAMLTree, of bytes: [UInt8], in files: SourceFiles, _ symbols: SymbolTable
) {
  guard let root = tree.root else { return }
  var open: [NodeID] = [root]
  var visits = 0
  while let node = open.popLast() {
    visits += 1
    check(visits < 2_000_000, "aliases stand for too much")
    let span = tree.span(node)
    check(files.byteRange(of: span).upperBound <= bytes.count, "span past the end")
    if let symbol = tree.scalar(node) {
      _ = symbols.withBytes(symbol) { $0.count }
      _ = (tree.integer(node), tree.bool(node), tree.isNull(node), tree.style(node))
    }
    var last = span.start
    let children =
      Array(tree.items(of: node)) + tree.entries(of: node).flatMap { [$0.key, $0.value] }
    for child in children {
      if tree.resolved(node) == node {
        let inner = tree.span(child)
        check(inner.start >= last && inner.end <= span.end, "span outside its parent")
        last = inner.end
      }
      open.append(child)
    }
  }
}

/// Every problem has a place in the file and can be shown, without harm to a terminal.
private func checkDiagnostics(
  _ diagnostics: Diagnostics, of bytes: [UInt8], in files: SourceFiles
) {
  for diagnostic in diagnostics.sorted() {
    for span in [diagnostic.span] + diagnostic.related.map(\.span) {
      check(files.byteRange(of: span).upperBound <= bytes.count, "problem past the end")
      check(files.start(of: span) <= files.end(of: span), "problem that ends before it starts")
    }
  }
  for language in Language.allCases {
    let text = TextRenderer(files: files, language: language, color: false).render(diagnostics)
    let json = JSONRenderer(files: files, language: language).render(diagnostics)
    check(text.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F }, "text with controls")
    check(json.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "JSON with controls")
  }
}
