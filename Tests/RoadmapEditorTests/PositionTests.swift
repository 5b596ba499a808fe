import Testing

@testable import RoadmapEditor

@Test(arguments: [
  (PositionEncoding.utf8, 4, 9), (.utf16, 2, 5), (.utf32, 2, 4),
])
func `columns count what the encoding says`(
  encoding: PositionEncoding, second: Int, behind: Int
) {
  let lines = LineIndex(Array("a\nбa\u{1F600}\u{0436}\r\nz".utf8))
  #expect(
    lines.position(of: 3, in: encoding)
      == TextPosition(line: 1, character: encoding == .utf8 ? 2 : 1)
  )
  let end = lines.position(of: 6, in: encoding)
  #expect(end.line == 1 && end.character == behind, "\(end)")
  #expect(lines.position(of: 8, in: encoding) == TextPosition(line: 2, character: 0))
  for offset in UInt32(0)...5 {
    let position = lines.position(of: offset, in: encoding)
    #expect(lines.place(of: position, in: encoding).offset == offset)
  }
  _ = second
}

@Test func `a place outside of a text is moved to its edge`() {
  let lines = LineIndex(Array("ab\ncd".utf8))
  for (position, byte) in [
    (TextPosition(line: 9, character: 0), 5), (TextPosition(line: 0, character: 99), 2),
    (TextPosition(line: -1, character: 0), 0), (TextPosition(line: 0, character: -5), 0),
    (TextPosition(line: Int.max, character: Int.max), 5),
  ] {
    #expect(lines.place(of: position, in: .utf16).byte == byte)
  }
  #expect(lines.position(of: .max, in: .utf16) == TextPosition(line: 1, character: 2))
}

@Test func `edits by range give the text that the editor has`() {
  var numbers = SplitMix(state: 7)
  let pieces = ["", "x", "й", "\n", "\u{1F600}", "ab\ncd", "\r\n"]
  for encoding in PositionEncoding.allCases {
    var document = TextDocument(text: "one\nдва\n\u{1F600}!\n", version: 0)
    var scalars = Array("one\nдва\n\u{1F600}!\n".unicodeScalars)
    for version in 1...300 {
      let bounds = [0, 0].map { _ in Int.random(in: 0...scalars.count, using: &numbers) }.sorted()
      // Editors have no place between CR and LF.
      guard
        bounds.allSatisfy({ bound in
          bound == 0 || bound == scalars.count || scalars[bound - 1] != "\r"
            || scalars[bound] != "\n"
        })
      else { continue }
      let piece = pieces.randomElement(using: &numbers) ?? ""
      let range = TextRange(
        start: document.lines.position(of: UInt32(bounds[0]), in: encoding),
        end: document.lines.position(of: UInt32(bounds[1]), in: encoding))
      document.apply([.init(range: range, text: piece)], version: version, in: encoding)
      scalars.replaceSubrange(bounds[0]..<bounds[1], with: Array(piece.unicodeScalars))
      var expected = ""
      expected.unicodeScalars.append(contentsOf: scalars)
      #expect(Array(expected.utf8) == document.lines.bytes)
      guard Array(expected.utf8) == document.lines.bytes else { return }
    }
  }
}

@Test(arguments: [
  ("abc", "abXc", [0, 1, 2, 3], [0, 1, 2, 4]), ("abc", "", [0], [0]),
  ("аб", "аXб", [0, 1, 2], [0, 1, 3]),
])
func `what stands around a change has moved with it`(
  old: String, new: String, offsets: [UInt32], moved: [UInt32]
) {
  let shift = TextShift(from: LineIndex(Array(old.utf8)), to: LineIndex(Array(new.utf8)))
  for (offset, place) in zip(offsets, moved) { #expect(shift.new(offset) == place) }
}

@Test(arguments: [
  ("/tmp/a b/дом.yaml", "file:///tmp/a%20b/%D0%B4%D0%BE%D0%BC.yaml"), ("/a", "file:///a"),
])
func `a path is a URI and back`(path: String, uri: String) {
  #expect(FileURI.uri(path) == uri)
  #expect(FileURI.path(uri) == path)
  #expect(FileURI.path("untitled:1") == nil)
  #expect(FileURI.path("file://host/a/../b/./c%2") == "/b/c%2")
}

@Test func `messages are found however the bytes are cut`() {
  let messages: [JSON] = [["a": 1], ["б": "в"], .array([]), ["deep": [[[null]]]]]
  let bytes = messages.flatMap { MessageReader.framed($0) }
  for size in [1, 2, 3, 7, bytes.count] {
    var reader = MessageReader()
    var found: [JSON] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += reader.take(bytes[start..<min(bytes.count, start + size)]).compactMap {
        JSON(parsing: $0)
      }
    }
    #expect(found == messages)
    #expect(!reader.isBroken)
  }
  var reader = MessageReader()
  #expect(reader.take(Array("Content-Length: x\r\n\r\n{}".utf8)).isEmpty)
  #expect(reader.isBroken)
}

private let null = JSON.null
