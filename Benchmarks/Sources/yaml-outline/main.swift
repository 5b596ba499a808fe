// Reads the files named on standard input, one a line, and prints for each a line of JSON: the
// codes of its problems and its tree, for `script/fuzz-differential`.
import Glibc
import SourceDiagnostics
import YAMLSource

func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

/// A scalar as a string, a sequence as `[0, …]`, a mapping as `[1, key, value, …]`.
func write(_ node: NodeID, of tree: YAMLTree, _ symbols: SymbolTable, to writer: inout JSONWriter) {
  if let symbol = tree.scalar(node) { return writer.string(symbols.string(symbol)) }
  writer.array { writer in
    writer.integer(tree.kind(node) == .sequence ? 0 : 1)
    for item in tree.items(of: node) { write(item, of: tree, symbols, to: &writer) }
    for entry in tree.entries(of: node) {
      write(entry.key, of: tree, symbols, to: &writer)
      write(entry.value, of: tree, symbols, to: &writer)
    }
  }
}

while let path = readLine() {
  var files = SourceFiles()
  var symbols = SymbolTable()
  var diagnostics = Diagnostics()
  let file = files.add(path: path, bytes: contents(of: path))
  let tree = YAMLReader().read(file, of: files, into: &symbols, diagnostics: &diagnostics)
  var writer = JSONWriter()
  writer.object { writer in
    writer.key("path")
    writer.string(path)
    writer.key("codes")
    writer.array { writer in
      for diagnostic in diagnostics.sorted() { writer.string(diagnostic.code.name) }
    }
    writer.key("tree")
    if let tree, let root = tree.root {
      write(root, of: tree, symbols, to: &writer)
    } else {
      writer.null()
    }
  }
  print(writer.text)
}
