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
