import Bilingual
import SourceDiagnostics
import Testing

@Test(arguments: [
  (0, 1, 1), (1, 1, 2), (3, 2, 1), (4, 2, 2), (5, 3, 1), (6, 4, 1), (8, 4, 3), (99, 4, 3),
])
func `lines end with LF, CRLF or CR and columns count characters`(
  offset: UInt32, line: Int, column: Int
) {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("я\r\nж\n\rab".utf8))
  #expect(files.position(offset, in: file) == SourcePosition(line: line, column: column))
}

@Test(arguments: [(1, "я"), (2, "ж"), (3, ""), (4, "ab"), (5, ""), (0, ""), (-1, "")])
func `the text of a line has no line break`(line: Int, text: String) {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("я\r\nж\n\rab".utf8))
  #expect(files.lineText(line, in: file) == text)
}

@Test(arguments: [
  ("абв", 1, 2, 2..<4), ("\u{FEFF}абв", 1, 2, 5..<7), ("a\r\nб😀", 3, 5, 3..<9),
  ("abc", 3, 3, 3..<3), ("abc", 7, 9, 3..<3),
])
func `a span knows its bytes`(text: String, start: UInt32, end: UInt32, bytes: Range<Int>) {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: Array(text.utf8))
  #expect(files.byteRange(of: SourceSpan(file: file, start: start, end: end)) == bytes)
}

@Test func `a byte that is part of no character counts as one`() {
  var files = SourceFiles()
  let file = files.add(
    path: "a.yaml", bytes: [0x61, 0xFF, 0xD0, 0x0A, 0xE2, 0x82, 0x62, 0xC0, 0xAF])
  #expect(files.position(4, in: file) == SourcePosition(line: 2, column: 1))
  #expect(files.lineText(1, in: file) == "a\u{FFFD}\u{FFFD}")
  #expect(files.lineText(2, in: file) == "\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}")
  #expect(files.byteRange(of: SourceSpan(file: file, start: 6, end: 7)) == 6..<7)
}

@Test func `a file that is not there has no text and no harm in it`() {
  let files = SourceFiles()
  let file = SourceFileID(index: 3)
  #expect(files.path(file).isEmpty)
  #expect(files.bytes(file).isEmpty)
  #expect(files.position(5, in: file) == SourcePosition(line: 1, column: 1))
  #expect(files.byteRange(of: SourceSpan(file: file, start: 1, end: 2)) == 0..<0)
}

@Test func `problems are sorted by file, place and code, and told once`() {
  var files = SourceFiles()
  let first = files.add(path: "a.yaml", bytes: [])
  let second = files.add(path: "b.yaml", bytes: [])
  func problem(_ code: String, _ file: SourceFileID, _ start: UInt32) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), .warning, at: SourceSpan(file: file, start: start, end: start + 1),
      message: Text(verbatim: code))
  }
  var diagnostics = Diagnostics()
  diagnostics.append(contentsOf: [
    problem("b", second, 0), problem("b", first, 5), problem("a", first, 5), problem("c", first, 1),
    problem("b", first, 5),
  ])
  #expect(diagnostics.sorted().map(\.code.name) == ["c", "a", "b", "b"])
  #expect(!diagnostics.hasErrors)
  diagnostics.append(Diagnostic(DiagnosticCode("d"), in: first, message: Text(verbatim: "d")))
  #expect(diagnostics.hasErrors)
  #expect(diagnostics.sorted().first?.code.name == "d")
}
