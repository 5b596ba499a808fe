import Foundation
import SourceDiagnostics
import Testing

@Suite struct `Mends` {
  /// What becomes of `text` when the words between `«` and `»` in it are mended.
  private func mended(_ text: String, _ mend: Mend) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let start = scalars.firstIndex(of: "«"), let end = scalars.firstIndex(of: "»") else {
      return nil
    }
    let plain = Array(text.replacing("«", with: "").replacing("»", with: "").utf8)
    var files = SourceFiles()
    let file = files.add(path: "a.yaml", bytes: plain)
    let span = SourceSpan(file: file, start: UInt32(start), end: UInt32(end - 1))
    guard let edit = mend.edit(at: span, in: files) else { return nil }
    var edited = EditedText(plain)
    let isMade = edited.add(edit.range, edit.replacement)
    #expect(isMade)
    return String(decoding: edited.result, as: UTF8.self)
  }

  @Test(arguments: [
    ("x: [a, «b»]\n", "x: [a]\n"), ("x: [a, «b», c]", "x: [a, c]"),
    ("x: [«a», b] # c", "x: [b] # c"),
    ("x: [ план ,  «б»  ]", "x: [ план   ]"), ("[a,\n  «b»]", "[a]"), ("[«a»,\n b]", nil),
    ("[a, # first\n «b»]", nil), ("[«a»]", nil), ("x: «a»", nil), ("[«a» # c\n, b]", nil),
    ("x:\n  - a\n  - «b»\n  - c\n", "x:\n  - a\n  - c\n"), ("- a\r\n- «b»\r\n", "- a\r\n"),
    ("- a\n-   «b»  \n", "- a\n"), ("- a\n- «b» # why\n", nil), ("- a\n- «b»", nil),
    ("- - «b»\n", nil), ("[a, «{b: c}»]", nil), ("[a, &x «b»]", nil), ("[a, «*x»]", nil),
    ("- a\n- «b\n  c»\n", nil), ("x: [a, '«b'»]", nil), ("[a, «'b, c'»]", "[a]"),
  ])
  func `an item goes from its list, and nothing else`(text: String, expected: String?) {
    #expect(mended(text, .removeItem) == expected)
  }

  @Test(
    arguments: [
      ("x: «план»", "план", "план-2", "x: план-2"),
      ("x: «'план'» # план", "план", "смета", "x: 'смета' # план"),
      ("«role:haed»", "haed", "head", "role:head"), ("«aa»", "a", "b", nil), ("«a»", "b", "c", nil),
      ("«a»", "a", "b: c", nil), ("«a»", "a", "", nil), ("«a»", "a", "- b", nil),
      ("«a»", "a", "*b", nil),
    ] as [(String, String, String, String?)])
  func `a word becomes another one where it stands once`(
    text: String, word: String, other: String, expected: String?
  ) {
    #expect(mended(text, .replace(word, with: other)) == expected)
  }

  @Test(
    arguments: [
      ("coordinatr", ["coordinator", "monitoring"], "coordinator"),
      ("Plan", ["plan"], "plan"), ("plam", ["plan", "play"], nil), ("pla", ["plan"], nil),
      ("plan-1", ["plan-2"], nil), ("plaan-1", ["plan-1", "plan-2"], "plan-1"),
      ("event", ["eventful"], nil),
      ("оrder", ["order"], "order"), ("щквук", ["order"], "order"), ("a", ["b"], nil),
      ("", ["b"], nil),
      ("ab", ["аb"], "аb"),
    ] as [(String, [String], String?)])
  func `a name is mended where only one can be meant`(
    name: String, known: [String], meant: String?
  ) {
    #expect(Mend.spelling(of: name, in: known) == meant.map { .replace(name, with: $0) })
  }

  @Test func `changes that touch each other are not both made`() {
    var text = EditedText(Array("0123456789".utf8))
    let made = [(2..<4, "x"), (2..<4, "x"), (3..<5, ""), (4..<5, ""), (0..<11, ""), (6..<6, "y")]
      .map { text.add($0.0, Array($0.1.utf8)) }
    #expect(made == [true, true, false, false, false, true])
    #expect(String(decoding: text.result, as: UTF8.self) == "01x45y6789" && text.edits.count == 2)
  }

  @Test(
    arguments: [
      ("a\nb\nc\n", [0..<1]), ("a", [0..<1]), ("a\nb", [2..<3]), ("a\nb\n", [2..<4]),
      ((0..<40).map { "line \($0)\n" }.joined(), [0..<1, 30..<36, 100..<101, 200..<214]),
      ((0..<40).map { "строка \($0)\r\n" }.joined(), [40..<41, 400..<402, 600..<601]),
    ] as [(String, [Range<Int>])])
  func `a difference is one that patch understands`(text: String, ranges: [Range<Int>]) throws {
    var edited = EditedText(Array(text.utf8))
    for range in ranges { _ = edited.add(range, range.count > 2 ? [] : Array("new\nlines".utf8)) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "patch-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
    let difference = UnifiedDiff(path: "a.txt", edited).bytes
    try Data(difference).write(to: folder.appending(path: "d"))
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "apply", "--unidiff-zero", "d"]
    git.currentDirectoryURL = folder
    git.environment = ["PATH": "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": folder.path]
    try git.run()
    git.waitUntilExit()
    guard git.terminationStatus != 127 else { return }
    #expect(git.terminationStatus == 0, "\(String(decoding: difference, as: UTF8.self))")
    #expect(try Data(contentsOf: folder.appending(path: "a.txt")) == Data(edited.result))
  }
}
